// How long the steps of a lane took.

import { POLLED, RESUMED, WROTE } from "../bindings/crossing.js";
import { isNewline } from "../engine/engine.js";
import { each } from "../log/replay.js";

/** @typedef {import("../engine/engine.js").Player} Player */

/** For each step of a lane, in milliseconds. @param {Player} player @param {number} lane */
export function stepsOf(player, lane) {
  /** When each task has begun the step that it is at. @type {number[]} */
  const begun = [];
  /** @type {number[]} */
  const steps = [];
  each(player, lane, 0, player.state.lanes[lane]?.kept ?? 0, (_, { kind, at, length }, task) => {
    if (task < 0) return;
    if (kind === POLLED || kind === RESUMED) begun[task] ??= at;
    if (kind !== WROTE || isNewline(length)) return;
    steps.push(at - (begun[task] ?? at));
    begun[task] = at;
  });
  return steps;
}
