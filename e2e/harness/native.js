// What the crate does natively, as its own tests have written it down and checked it.

import { readFileSync } from "node:fs";

import { native } from "./places.js";

/** @typedef {Record<string, unknown>} NativeEvent an event as the element's `events` has it */
/** @typedef {{ log: string, events: number }} Shown what a lane shows, and how many events that is */
/** @typedef {{ at: number, shown: Shown[] }} Moment what lanes show from a millisecond on */

/**
 * @typedef {object} Run
 * @property {Record<string, string>} settings
 * @property {{ name: string, events: NativeEvent[] }[]} lanes
 * @property {Moment[]} moments
 */

/**
 * What is said of a setting with a wrong value.
 *
 * @typedef {{ setting: string, value: string, told: string, message: string }} Refusal
 */

/** @type {{ runs: Run[], refusals: Refusal[] }} */
const { runs, refusals } = JSON.parse(readFileSync(native("native.json"), "utf8"));

export { refusals };

/**
 * What lanes with these settings show at a millisecond: their logs, and their events.
 *
 * @param {Record<string, string>} settings
 * @param {number} millis
 */
export function nativeMoment(settings, millis) {
  const wanted = JSON.stringify(Object.entries(settings).sort());
  const run = runs.find((run) => JSON.stringify(Object.entries(run.settings).sort()) === wanted);
  const moment = run?.moments.findLast(({ at }) => at <= millis);
  if (!run || !moment) throw new Error(`tests/it/runs.rs writes down no run of ${wanted}`);
  return {
    logs: moment.shown.map(({ log }) => log),
    /** Of each lane by its name. */
    events: Object.fromEntries(
      run.lanes.map(({ name, events }, lane) => [name, events.slice(0, moment.shown[lane]?.events)]),
    ),
  };
}
