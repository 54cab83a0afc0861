// A session of the lesson: its lanes by its settings, and for those that are real, those who
// run them.

import { traits } from "../log/lanes.js";
import { open } from "./core.js";
import { Session } from "./session.js";

/**
 * @param {Map<string, string>} settings
 * @param {() => void} [changed] See `Session`.
 * @param {boolean} [real] Whether there are real threads, or all is virtual.
 * @throws {import("./core.js").RefusedError}
 */
export function lessonSession(settings, changed, real = false) {
  return new Session({ ...open(settings, real), hire: (session, lane) => hire(session, lane, settings) }, changed);
}

/** @param {Session<import("./core.js").Task>} session @param {number} lane @param {Map<string, string>} settings */
async function hire(session, lane, settings) {
  // What computes there would hold the event loop of the page: a worker has its own.
  if (traits(session.lanes[lane]).runner === "eventLoop" && session.snapshot.work === "wait") {
    const { EventLoop } = await import("./event-loop.js");
    return new EventLoop(session, lane, settings);
  }
  const { Crew } = await import("./crew.js");
  return new Crew(session, lane, settings);
}
