// How long the steps of a lane took.

import { POLLED, RESUMED, WROTE } from "../bindings/crossing.js";
import { written } from "../log/log.js";

/** For each step of a lane, in milliseconds. @param {import("../log/log.js").Log} log @param {number} kept How many events there are. */
export function stepsOf(log, kept) {
  /** When each task has begun the step that it is at. @type {number[]} */
  const begun = [];
  /** @type {number[]} */
  const steps = [];
  log.each(0, kept, (_, event, task) => {
    const { kind, at } = event;
    if (task < 0) return;
    if (kind === POLLED || kind === RESUMED) begun[task] ??= at;
    if (kind !== WROTE || !written(event).text) return;
    steps.push(at - (begun[task] ?? at));
    begun[task] = at;
  });
  return steps;
}
