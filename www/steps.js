// How long the steps of a lane took.

import { isNewline, POLLED, WROTE } from "./engine.js";
import { each } from "./replay.js";

/** @typedef {import("./engine.js").Player} Player */

/** For each step of a lane, in milliseconds. @param {Player} player @param {number} lane */
export function stepsOf(player, lane) {
  /** When each task has begun the step that it is at. @type {number[]} */
  const begun = [];
  /** @type {number[]} */
  const steps = [];
  each(player, lane, 0, player.state.lanes[lane]?.kept ?? 0, (_, kind, at, task, detail) => {
    if (task < 0) return;
    if (kind === POLLED) begun[task] ??= at;
    if (kind !== WROTE || isNewline(detail)) return;
    steps.push(at - (begun[task] ?? at));
    begun[task] = at;
  });
  return steps;
}
