// `runPython`, which runs programs without a view: in pages, in workers and in Node.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { inRoot, site } from "./harness/places.js";
import { test } from "./harness/test.js";
import { inWorker } from "./harness/worker.js";

/** @import * as Interleaved from "../packages/npm/interleaved.js" */
/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/** @typedef {typeof Interleaved} Module */

const handout = (/** @type {string} */ name) => readFileSync(inRoot("crates/python/tests/handout", name), "utf8");

/**
 * Leaves the module in the page; this runs in the page.
 *
 * @param {InPage} page
 */
async function importModule({ kept }) {
  kept.module = await import(new URL("interleaved.js", document.baseURI).href);
}

/**
 * Opens a page with the module.
 *
 * @param {Page} page
 * @param {string} [language]
 */
async function open(page, language = "en") {
  await page.open(`embed.html?lang=${language}`);
  await page.run(importModule);
}

/**
 * Runs a program in the page.
 *
 * @param {Page} page
 * @param {string} program
 * @param {Interleaved.PythonOptions} [options]
 * @returns {Promise<Interleaved.PythonRun>}
 */
function run(page, program, options = {}) {
  return page.run(({ kept: { module } }, program, options) => module.runPython(program, options), program, options);
}

/** Which texts and how many ends of lines a log has, in any order. @param {string} log */
function pieces(log) {
  return [...log.split(/(?=\[)|\n/).filter(Boolean)].sort();
}

test("the handout's two programs run as they stand", async (page) => {
  await open(page);
  const { output: inSequence, duration, outcome } = await run(page, handout("sequential.py"));
  assert.equal(outcome, "done");
  assert.equal(Math.floor(duration), 14000);
  assert.equal(inSequence.split("\n").length, 16);
  const outputs = new Set();
  for (let seed = 0; seed < 12; seed += 1) {
    const { output, duration, events } = await run(page, handout("threads.py"), { seed });
    outputs.add(output);
    assert.ok(duration >= 5000 && duration < 5010, `it takes ${duration} ms`);
    assert.deepEqual(pieces(output), pieces(inSequence.replace("Done!!", "Done!!!")));
    assert.equal(events.at(-1)?.kind, "done");
    assert.equal(events.filter(({ kind }) => kind === "created").length, 4);
  }
  assert.ok(outputs.size > 4, `${outputs.size} different logs`);
});

test("a schedule repeats a run, and one prints the course's own log", async (page) => {
  await open(page);
  const first = await run(page, handout("threads.py"), { seed: 4 });
  assert.deepEqual(await run(page, handout("threads.py"), { schedule: first.schedule }), first);
  const choices = [2, 0, 2, 1, 0, 0, 0, 2, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 2, 0, 0, 0, 0, 1];
  const { output } = await run(page, handout("threads.py"), { schedule: choices });
  assert.equal(output, handout("course.log"));
});

test("ends that aren't the program's own are outcomes", async (page) => {
  await open(page);
  const raised = await run(page, "def f():\n    return 1 / 0\n\nprint('before')\nf()\n");
  assert.equal(raised.output, "before\n");
  assert.match(raised.errors, /^Traceback [^]*line 2, in f[^]*ZeroDivisionError: division by zero\n$/);
  assert.deepEqual([raised.outcome, raised.status], ["raised", 1]);

  const stuck = await run(page, "import threading\nlock = threading.Lock()\nlock.acquire()\nlock.acquire()\n");
  assert.equal(stuck.outcome, "deadlock");
  assert.deepEqual(stuck.waits, [{ thread: "MainThread", on: "a Lock", holder: "MainThread", line: 4, text: "lock.acquire()" }]);

  const endless = await run(page, "while True: pass", { limits: { steps: 100_000 } });
  assert.deepEqual([endless.outcome, endless.limit], ["limit", "steps"]);

  const answered = await run(page, "print(input('? ') + input())", { input: ["가", "b"] });
  assert.equal(answered.output, "? 가b\n");
});

test("what can't be had is said in the reader's language", async (page) => {
  await open(page, "ko");
  const program = "print('not printed')\nimport socket\nimport numpy as np\n";
  const { outcome, output, refusals } = await run(page, program);
  assert.deepEqual([outcome, output], ["refused", ""]);
  assert.deepEqual(
    refusals?.map(({ line, word }) => [line, word]),
    [
      [2, "socket"],
      [3, "numpy"],
    ],
  );
  assert.match(refusals?.[0]?.reason ?? "", /네트워크/);
  const { refusals: english } = await run(page, program, { lang: "en" });
  assert.match(english?.[0]?.reason ?? "", /no network/);
});

test("options that can't be used are explained", async (page) => {
  await open(page);
  const told = await page.run(async ({ kept: { module } }) => {
    const { SettingError, runPython } = /** @type {Module} */ (module);
    const told = [];
    for (const options of /** @type {{}[]} */ ([
      { seed: -1 },
      { seed: 1.5, lang: "ko" },
      { schedule: "1,x" },
      { switch: "line" },
      { stdout: "paper" },
      { limits: { steps: 0 } },
      { limits: 5 },
      { limits: { seconds: 1 } },
      { sed: 1 },
    ])) {
      const error = await runPython("", options).catch((error) => error);
      told.push(error instanceof SettingError ? [error.setting, error.message] : String(error));
    }
    for (const [program, options] of /** @type {any[][]} */ ([[5], ["", 5], ["", null]])) {
      const error = await runPython(program, options).catch((error) => error);
      told.push(error instanceof TypeError && error.message);
    }
    return told;
  });
  const all = "seed, schedule, switch, stdout, input, limits.steps, limits.events, limits.output, limits.memory";
  assert.deepEqual(told, [
    ["seed", "seed: “-1” is not a whole number from 0 to 4294967295."],
    ["seed", "seed: “1.5” 값은 쓸 수 없습니다. 0부터 4294967295까지의 정수를 쓰세요."],
    ["schedule", "schedule: “x” is not a whole number from 0 to 4294967295."],
    ["switch", "switch: “line” is not one of instruction, gil."],
    ["stdout", "stdout: “paper” is not one of notebook, terminal."],
    ["limits.steps", "limits.steps: “0” is not a whole number from 1 to 9007199254740991."],
    ["limits", "limits: “5” is not one of {steps, events, output, memory}."],
    ["options", `options: “limits.seconds” is not one of ${all}.`],
    ["options", `options: “sed” is not one of ${all}.`],
    "runPython: the program is a text, not number",
    "runPython: the options are an object, not 5",
    "runPython: the options are an object, not null",
  ]);
});

test("others have their turn while a program runs", async (page) => {
  await open(page);
  const turns = await page.run(async ({ kept: { module } }) => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1));
    const { limit } = await module.runPython("while True: pass", { limits: { steps: 20_000_000 } });
    clearInterval(timer);
    return limit === "steps" && turns;
  });
  assert.ok(Number(turns) >= 2, `timers had ${turns} turns`);
});

test("nothing of Python is loaded before it is called", async (page) => {
  await page.openDemo("lang=en");
  const loaded = async () => {
    const names = await page.run(() => {
      return performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1) ?? "");
    });
    return names.filter((name) => name.includes("python")).sort();
  };
  await page.run(importModule);
  assert.deepEqual(await loaded(), []);
  await run(page, "");
  assert.deepEqual(await loaded(), ["python.js", "python_bg.wasm", "run-python.js"]);
});

/**
 * Runs a program, and says what came of that. It runs wherever there is no page, so it
 * knows nothing of this module.
 *
 * @param {Module} module
 */
async function use({ runPython }) {
  const { output, outcome } = await runPython("print(sum(range(10)))");
  return { output, outcome };
}

const USED = { output: "45\n", outcome: "done" };

test("a worker can run a program", async (page) => {
  const said = await inWorker(page, use);
  assert.deepEqual(said, USED);
});

test("Node can run a program", async () => {
  const module = await import(pathToFileURL(join(site, "interleaved.js")).href);
  assert.deepEqual(await use(module), USED);
});
