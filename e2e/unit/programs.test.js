// The programs that the page shows for a reader's own tasks: they run, and print what the
// lanes print.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { test } from "node:test";

import { program, writtenOut } from "../../www/summation/programs.js";

/** Names that would end a string, or begin something in it. */
const NAMES = ["A", '가"b\\n', "${x}{y}'|"];
const TASKS = NAMES.map((name, index) => ({
  name,
  low: String(index - 1),
  high: String(2 * index + 1),
  steps: index + 2,
}));

const COMMENTS = {
  notebook: "in a notebook",
  more: (/** @type {number} */ count) => `and ${count} more`,
};

/** What each task prints. */
const PRINTS = TASKS.map(({ name, low, steps }) => {
  const totals = Array.from({ length: steps }, (_, step) => {
    return (step + 1) * Number(low) + (step * (step + 1)) / 2;
  });
  return totals.map((total) => `[${name}] total=${total}`);
});

const SEQUENTIAL = [...PRINTS.flat(), "Done!!"];
const IN_TURN = [0, 1, 2, 3].flatMap((step) => PRINTS.flatMap((lines) => lines[step] ?? []));

/**
 * @param {string} language
 * @param {string} lane
 * @param {Partial<Parameters<typeof program>[2]>} [settings]
 */
function source(language, lane, settings) {
  const all = { tasks: TASKS, interval: 2, lock: false, ...settings };
  const lines = program(language, lane, all, COMMENTS);
  assert.ok(lines, `there is no program in ${language} for ${lane}`);
  return lines.map(({ text }) => `${text}\n`).join("");
}

/** @param {string} text */
function javascript(text) {
  const options = /** @type {const} */ ({ input: text, encoding: "utf8" });
  return execFileSync(process.execPath, ["--input-type=module"], options).trimEnd().split("\n");
}

/** @param {string} text */
function python(text) {
  // Not even its own buffering is left to the environment.
  const { PYTHONUNBUFFERED: _, ...env } = process.env;
  const options = /** @type {const} */ ({ input: text, encoding: "utf8" });
  return execFileSync("python3", ["-X", "utf8", "-"], { ...options, env })
    .trimEnd()
    .split("\n");
}

const isThere = spawnSync("python3", ["-c", "import asyncio; asyncio.TaskGroup"]).status === 0;
const needsPython = { skip: !isThere && "there is no Python of 3.11 or later" };

/**
 * Checks that each task has printed its own lines in their order, and nobody else any.
 *
 * @param {string[]} lines
 */
function checkOrders(lines) {
  assert.equal(lines.at(-1), "Done!!!");
  assert.equal(lines.length, PRINTS.flat().length + 1);
  for (const [index, { name }] of TASKS.entries()) {
    const own = lines.filter((line) => line.startsWith(`[${name}]`));
    assert.deepEqual(own, PRINTS[index]);
  }
}

for (const work of /** @type {const} */ (["wait", "compute"])) {
  test(`the programs in JavaScript print what the lanes print, where steps ${work}`, () => {
    assert.deepEqual(javascript(source("javascript", "sequential", { work })), SEQUENTIAL);
    const together = work === "wait" ? IN_TURN : PRINTS.flat();
    assert.deepEqual(javascript(source("javascript", "async", { work })), [...together, "Done!!!"]);
  });

  test(`the programs in Python print what the lanes print, where steps ${work}`, needsPython, () => {
    assert.deepEqual(python(source("python", "sequential", { work })), SEQUENTIAL);
    checkOrders(python(source("python", "async", { work })));
    checkOrders(python(source("python", "threads", { work })));
    checkOrders(python(source("python", "threads", { work, lock: true })));
  });
}

test("where the first task never waits, the others follow it", () => {
  const lines = javascript(source("javascript", "async", { work: "block" }));
  checkOrders(lines);
  assert.deepEqual(lines.slice(0, 2), PRINTS[0]);
});

test("numbers beyond those that JavaScript counts exactly are its big ones", () => {
  const tasks = [{ name: "x", low: "9007199254740989", high: "9007199254740991", steps: 2 }];
  const lines = javascript(source("javascript", "sequential", { tasks }));
  assert.deepEqual(lines, ["[x] total=9007199254740989", "[x] total=18014398509481979", "Done!!"]);
});

test("of many tasks a comment counts those that aren't written out", () => {
  const tasks = Array.from({ length: 9 }, (_, task) => ({ name: `T${task}`, low: "0", high: "1", steps: 1 }));
  const settings = { tasks, interval: 1, lock: false };
  assert.equal(writtenOut(9), 5);
  assert.equal(writtenOut(6), 6);
  for (const language of ["javascript", "python"]) {
    const lines = program(language, "sequential", settings, COMMENTS, writtenOut(9)) ?? [];
    const calls = lines.filter(({ at }) => at === "call");
    assert.equal(calls.length, 6, language);
    assert.match(String(calls.at(-1)?.text), /and 4 more$/);
  }
});

test("a name can't change how its line is read", () => {
  const tasks = [{ name: "\u202e서울\u0007", low: "0", high: "1", steps: 1 }];
  for (const language of ["javascript", "python"]) {
    const text = source(language, "sequential", { tasks });
    assert.ok(text.includes('"\\u202e서울\\u0007"'), text);
  }
});
