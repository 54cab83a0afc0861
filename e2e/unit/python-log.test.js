// How the log of a Python program is read: its lines, however they were written, and what
// went to standard error.

import assert from "node:assert/strict";
import { test } from "node:test";

import { EVENT_SIZE } from "../../www/bindings/crossing.js";
import { PythonLog } from "../../www/python/python-log.js";
import { unitOf } from "../../www/python/run.js";

const WROTE = 9;

/**
 * A log of writes, each by a thread.
 *
 * @param {[thread: number, text: string, isError?: boolean][]} writes
 * @param {number} [shown]
 */
function logOf(writes, shown = writes.length) {
  /** @type {number[]} */
  const starts = [];
  let isOpen = false;
  for (const [event, [, text, isError]] of writes.entries()) {
    for (const letter of isError ? "" : text) {
      if (!isOpen) starts.push(event);
      isOpen = letter !== "\n";
    }
  }
  const output = (/** @type {number} */ from, /** @type {number} */ to) =>
    writes
      .slice(from, to)
      .map(([, text, isError]) => (isError ? "" : text))
      .join("");
  const log = new PythonLog(
    {
      run: 0,
      tasks: [{ name: "MainThread" }, { name: "A" }],
      records: (from, to) =>
        new Float64Array(
          writes.slice(from, to).flatMap(([thread, text, isError], place) => {
            const numbers = [WROTE, from + place, thread, -1, isError ? -1 : Number(text.endsWith("\n")), -1, isError ? 0 : text.length, 3];
            assert.equal(numbers.length, EVENT_SIZE);
            return numbers;
          }),
        ),
      text: output,
      lineStart: (line) => Math.min(starts[line] ?? shown, shown),
      resource: () => "",
      state: () => assert.fail("nobody asks for it"),
      lookAhead: () => {},
    },
    (event) => writes[event]?.[1] ?? "",
  );
  const count = starts.filter((start) => start < shown).length;
  return { log, count, output: output(0, shown) };
}

/** @param {Parameters<typeof logOf>} given */
function linesOf(...given) {
  const { log, count } = logOf(...given);
  return Array.from({ length: count }, (_, line) => log.line(line).writes.map(({ index, text }) => `${index}:${text}`));
}

test("a write of several lines is as many lines", () => {
  assert.deepEqual(
    linesOf([
      [0, "a\nb\nc"],
      [1, "d"],
      [0, "\n"],
    ]),
    [["0:a\n"], ["0:b\n"], ["0:c", "1:d", "0:\n"]],
  );
  assert.deepEqual(
    linesOf([
      [0, "a"],
      [0, "\n"],
      [1, "\n\nx"],
    ]),
    [["0:a", "0:\n"], ["1:\n"], ["1:\n"], ["1:x"]],
  );
  assert.deepEqual(
    linesOf([
      [0, "a"],
      [1, "b\nc\nd"],
      [0, "e\n"],
    ]),
    [["0:a", "1:b\n"], ["1:c\n"], ["1:d", "0:e\n"]],
  );
});

test("all lines together are what was written, up to each event", () => {
  /** @type {Parameters<typeof logOf>[0]} */
  const writes = [
    [0, "one"],
    [1, "two\nthree"],
    [1, "no", true],
    [0, "\n"],
    [1, "\n\n"],
    [0, ""],
    [0, "end\r\n"],
    [1, "가나다\n라"],
  ];
  for (let shown = 0; shown <= writes.length; shown += 1) {
    const { log, count, output } = logOf(writes, shown);
    let text = "";
    for (let line = 0; line < count; line += 1) {
      assert.equal(log.startOf(line), text.length, `line ${line} of ${shown} events`);
      text += log
        .line(line)
        .writes.map((write) => write.text)
        .join("");
    }
    assert.equal(text, output);
  }
});

test("what went to standard error is told apart, and the main thread is a thread", () => {
  const { log } = logOf([
    [0, "out\n"],
    [1, "err\n", true],
  ]);
  /** @type {string[]} */
  const errors = [];
  log.each(0, 2, (event, numbers) => errors.push(log.errorOf(event, numbers)));
  assert.deepEqual(errors, ["", "err\n"]);
  assert.deepEqual(
    log.events(0, 2).map(({ task, stream, text }) => [task, stream, text]),
    [
      ["MainThread", "output", "out\n"],
      ["A", "error", "err\n"],
    ],
  );
});

test("an axis of time counts in units that fit its length", () => {
  const lengths = [0, 0.00003, 0.2, 4.9, 14_000, 60_000, 3_600_000];
  for (const length of lengths) assert.ok(length / unitOf(length) <= 40, String(length));
  assert.equal(unitOf(14_000), 1000);
  assert.equal(unitOf(5000.3), 1000);
  assert.ok(unitOf(0.25) <= 0.1 + 1e-9);
});
