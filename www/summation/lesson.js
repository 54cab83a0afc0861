// The lesson's program as views show it: what is known of it before it runs.

import { conclude } from "./conclusion.js";
import { stepsOf } from "./steps.js";

/**
 * @typedef {object} Summation Its ends are numbers in decimal.
 * @property {string} name
 * @property {string} low
 * @property {string} high
 * @property {number} steps
 */

/** @param {readonly Summation[]} tasks @returns {import("../view/scale.js").Program} */
export function lesson(tasks) {
  const steps = tasks.map((task) => task.steps);
  const longest = Math.max(...steps);
  const first = steps.filter((count) => count > 0).length;
  const last = steps.filter((count) => count === longest).length + 1;
  return {
    tasks: tasks.map(({ name, low, high }) => ({ name, says: ` range(${low}, ${high})` })),
    // One for each step, and the last.
    lines: steps.reduce((sum, count) => sum + count, 1),
    most: Math.max(first, last),
    conclude({ snapshot, logs, texts, time }) {
      const ended = snapshot.lanes.map((lane, index) => {
        const measured = lane.recorded >= 0;
        const log = logs[index];
        return { ...lane, measured, threads: first, steps: measured && !lane.failed && log ? stepsOf(log, lane.kept) : [] };
      });
      return conclude(ended, snapshot.work, globalThis.navigator.hardwareConcurrency, texts, time);
    },
  };
}
