// How many logs threads may print, against a search for all of them.

import assert from "node:assert/strict";
import { test } from "node:test";

import { countLogs } from "../../www/summation/count-logs.js";

/**
 * How many logs there are of one instant: every order in which the writes of those who
 * are due can come.
 *
 * @param {string[]} texts of those who are due
 * @param {boolean} lock whether a text and its newline are one write
 */
function search(texts, lock) {
  const logs = new Set();
  /** @type {(log: string, left: string[][]) => void} */
  const go = (log, left) => {
    if (left.every((writes) => writes.length === 0)) logs.add(log);
    for (const [index, [first, ...rest]] of left.entries()) {
      if (first !== undefined) go(log + first, left.with(index, rest));
    }
  };
  go(
    "",
    texts.map((text) => (lock ? [`${text}|`] : [text, "|"])),
  );
  return logs.size;
}

/**
 * @param {string} name
 * @param {number} low
 * @param {number} steps
 */
function task(name, low, steps) {
  return { name, low: String(low), steps };
}

test("the count of possible logs is that of a search", () => {
  for (const tasks of [
    [task("A", 1, 3)],
    [task("A", 1, 0), task("B", 1, 0)],
    [task("A", 1, 2), task("B", 1, 1)],
    [task("A", 1, 2), task("A", 1, 1)],
    [task("A", 1, 2), task("A", 2, 2), task("B", 1, 1)],
    [task("A", 1, 1), task("A", 1, 1), task("A", 1, 2)],
    [task("A", 1, 1), task("B", 1, 1), task("C", 1, 1), task("D", 1, 1)],
    [task("A", 1, 1), task("A", 1, 1), task("C", 1, 1), task("C", 1, 1)],
  ]) {
    for (const lock of [false, true]) {
      let found = 1;
      for (let step = 0; step < 3; step += 1) {
        const due = tasks.filter(({ steps }) => steps > step);
        found *= search(
          due.map(({ name, low }) => `[${name}:${low}]`),
          lock,
        );
      }
      assert.equal(countLogs(tasks, lock), BigInt(found), `${JSON.stringify(tasks)} ${lock}`);
    }
  }
});

test("a count too large for all of its digits is its power of ten", () => {
  const tasks = Array.from({ length: 1000 }, (_, index) => task(`T${index}`, 0, 100));
  const power = countLogs(tasks, false);
  // lg((2n)! / (n + 1)!) by Stirling's formula is 3164.6 for n = 1000.
  assert.ok(typeof power === "number" && power >= 316_400 && power <= 316_600, `about 10^${power}`);
});
