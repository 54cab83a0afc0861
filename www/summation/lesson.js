// The lesson's program as views show it: what is known of it before it runs.

import { traits } from "../log/lanes.js";
import { conclude } from "./conclusion.js";
import { readLines } from "./read-lines.js";
import { stepsOf } from "./steps.js";

/**
 * @typedef {object} Summation Its ends are numbers in decimal.
 * @property {string} name
 * @property {string} low
 * @property {string} high
 * @property {number} steps
 */

/** The lines of a longer log nobody compares. */
const MOST_EVENTS = 20_000;
/** How many letters the last line has. */
const DONE = 7;

/** How many letters the longest line of a summation has. @param {Summation} task */
function lettersOf({ name, low, steps }) {
  const total = BigInt(low) * BigInt(steps) + (BigInt(steps) * BigInt(steps - 1)) / 2n;
  return `[${name}] total=`.length + Math.max(low.length, `${total}`.length);
}

/** @param {readonly Summation[]} tasks @returns {import("../view/scale.js").Program} */
export function lesson(tasks) {
  const busy = tasks.filter(({ steps }) => steps > 0);
  const longest = Math.max(...tasks.map(({ steps }) => steps));
  const letters = (/** @type {Summation[]} */ among) => among.reduce((sum, task) => sum + lettersOf(task), 0);
  // The last line comes with those that end last.
  const last = tasks.filter(({ steps }) => steps === longest);
  return {
    tasks: tasks.map(({ name, low, high }) => ({ name, says: ` range(${low}, ${high})` })),
    // One for each step, and the last.
    lines: tasks.reduce((sum, { steps }) => sum + steps, 1),
    widest: { letters: Math.max(letters(busy), letters(last) + DONE), lines: Math.max(busy.length, last.length + 1) },
    conclude({ snapshot, logs, texts, time }) {
      const ended = snapshot.lanes.map((lane, index) => {
        const measured = lane.recorded >= 0;
        const log = logs[index];
        return { ...lane, measured, threads: busy.length, steps: measured && !lane.failed && log ? stepsOf(log, lane.kept) : [] };
      });
      const end = conclude(ended, snapshot.work, globalThis.navigator.hardwareConcurrency, texts, time);
      // Only where threads print there is something to compare.
      if (!snapshot.lanes.some(({ name }) => traits(name).model === "threads")) return end;
      const { lines, inOrder, outOfOrder } = texts.conclusion;
      for (const [index, { name, failed, kept }] of snapshot.lanes.entries()) {
        const log = logs[index];
        if (!log || failed || traits(name).oneByOne || kept > MOST_EVENTS) continue;
        const { torn, inTurn } = readLines(log, kept, tasks);
        end.sentences.push(lines(texts.lanes[/** @type {keyof typeof texts.lanes} */ (name)].name, torn, inTurn ? inOrder : outOfOrder));
      }
      return end;
    },
  };
}
