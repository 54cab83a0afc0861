// What panels ask the core without touching the demo that they belong to: each answer comes
// of a session of its own, out of sight.

import { refusalOf } from "./core.js";
import { lessonSession } from "./lesson.js";

/** Lets the page answer in between. */
function rest() {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A session of some settings. It has to be freed. @param {Record<string, string>} settings */
function session(settings) {
  return lessonSession(new Map(Object.entries(settings)));
}

/** The same, once it has come to a time. @param {Record<string, string>} settings @param {number} time */
async function sessionAt(settings, time) {
  const run = session(settings);
  run.seek(time);
  while (run.snapshot.behind) await rest();
  return run;
}

/** What settings that are right mean, defaults included. @param {Record<string, string>} settings */
function meaningOf(settings) {
  const run = session(settings);
  const { tasks: list, lanes, snapshot } = run;
  run.free();
  return {
    list,
    tasks: list.map(({ name, low, high }) => `${name}:${low}:${high}`).join(" "),
    interval: String(snapshot.interval),
    lanes: lanes.join(" "),
    seed: String(Number(settings["seed"] ?? 1)),
    lock: "lock" in settings ? "" : undefined,
    work: snapshot.work,
  };
}

export const model = { meaningOf, refusalOf, rest, session, sessionAt };
