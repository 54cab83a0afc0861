// `explorePython`, which goes through all schedules of a program: in pages, in workers and in
// Node. What it finds is tested natively.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { site } from "./harness/places.js";
import { test } from "./harness/test.js";
import { inWorker } from "./harness/worker.js";

/** @import * as Interleaved from "../packages/npm/interleaved.js" */
/** @import { Page } from "./harness/page.js" */

/** @typedef {typeof Interleaved} Module */

/** @param {Page} page */
async function open(page) {
  await page.open("embed.html?lang=en");
  await page.run(async ({ kept }) => {
    kept.module = await import(new URL("interleaved.js", document.baseURI).href);
  });
}

/**
 * Searches, and runs the schedules that were found. It runs wherever there is no page, so it
 * knows nothing of this module.
 *
 * @param {Module} module
 */
async function use({ explorePython, runPython }) {
  const program = `import threading
x = 0
def add():
    global x
    x += 1
a, b = [threading.Thread(target=add) for _ in "ab"]
a.start(); b.start(); a.join(); b.join()
print(x)
`;
  const { outcomes, complete, races, schedules } = await explorePython(program);
  const again = [];
  for (const { kind, output, schedule } of outcomes) {
    const run = await runPython(program, { schedule });
    again.push([kind, output, run.outcome === kind && run.output === output]);
  }
  const [lost, never] = [await explorePython(program, { output: "1" }), await explorePython(program, { output: "0\n" })];
  const checks = [lost.check?.verdict, lost.outcomes.length, never.check, never.outcomes.length];
  return { again, checks, complete, variables: races.map(({ variable }) => variable), few: schedules < 50 };
}

const USED = {
  again: [
    ["done", "2\n", true],
    ["done", "1\n", true],
  ],
  checks: ["possible", 1, { verdict: "impossible", line: 1, instead: ["1", "2"] }, 0],
  complete: true,
  variables: ["x", "x"],
  few: true,
};

test("a page finds all outcomes, and their schedules lead there", async (page) => {
  await open(page);
  const found = await page.run(async ({ kept: { module } }) => {
    const { explorePython, runPython } = /** @type {Module} */ (module);
    const program = `import threading
d = {}
def add(name):
    d["n"] = d.get("n", 0) + 1
a, b = [threading.Thread(target=add, args=(name,)) for name in "ab"]
a.start(); b.start(); a.join(); b.join()
assert d["n"] == 2, d
`;
    const told = [];
    for (const where of /** @type {const} */ (["instruction", "gil"])) {
      const { outcomes, complete } = await explorePython(program, { switch: where });
      told.push(complete);
      for (const { kind, fails, schedule, interruptions, errors, races } of outcomes) {
        const run = await runPython(program, { schedule, switch: where });
        const last = errors.trim().split("\n").at(-1);
        told.push([kind, fails, interruptions, last, run.outcome === kind && run.errors === errors, races[0]?.variable]);
      }
    }
    return told;
  });
  const right = ["done", false, 0, "", true, null];
  const lost = ["raised", true, 1, "AssertionError: {'n': 1}", true, "d[...]"];
  assert.deepEqual(found, [true, right, lost, true, right, lost]);
});

test("a worker finds them", async (page) => {
  await page.open("embed.html?lang=en");
  assert.deepEqual(await inWorker(page, use), USED);
});

test("Node finds them", async () => {
  assert.deepEqual(await use(await import(pathToFileURL(join(site, "interleaved.js")).href)), USED);
});

test("a search tells how far it is, lets others have their turn, and can be stopped", async (page) => {
  await open(page);
  const told = await page.run(async ({ kept: { module } }) => {
    const { explorePython } = /** @type {Module} */ (module);
    const program = `import threading
x = 0
def add():
    global x
    for _ in range(99):
        x += 1
for _ in "ab": threading.Thread(target=add).start()
`;
    const stop = new AbortController();
    let turns = 0;
    /** @type {Interleaved.SearchCounts[]} */
    const counts = [];
    const timer = setInterval(() => (turns += 1));
    const { complete, stopped, outcomes } = await explorePython(program, {
      signal: stop.signal,
      progress: (now) => {
        counts.push(now);
        if (counts.length === 5) stop.abort();
      },
    });
    clearInterval(timer);
    const grows = counts.every(({ states }, i) => i === 0 || states >= (counts[i - 1]?.states ?? 0));
    const bounded = await explorePython(program, { limits: { states: 100 } });
    const late = await explorePython(program, { limits: { seconds: 1, states: 1e9 } });
    return { complete, stopped, some: outcomes.length > 0, turns: turns > 0, grows, bounded: bounded.stopped, late: late.stopped };
  });
  assert.deepEqual(told, { complete: false, stopped: "signal", some: true, turns: true, grows: true, bounded: "states", late: "seconds" });
});

test("what can't be searched is explained", async (page) => {
  await open(page);
  const told = await page.run(async ({ kept: { module } }) => {
    const { explorePython } = /** @type {Module} */ (module);
    const told = [];
    for (const options of /** @type {{}[]} */ ([{ schedule: "1" }, { limits: { seconds: 0 } }, { limits: { events: 1 } }, { limits: 5 }])) {
      const error = await explorePython("", options).catch((error) => error);
      told.push(error.message);
    }
    const [refused] = (await explorePython("import socket")).outcomes;
    told.push(refused?.kind, refused?.refusals?.[0]?.word);
    const [wrong] = (await explorePython("print(1")).outcomes;
    told.push(wrong?.kind, wrong?.errors.trim().split("\n").at(-1));
    return told;
  });
  const all = "seed, switch, stdout, input, output, limits.states, limits.steps, limits.seconds, limits.output, limits.memory";
  assert.deepEqual(told, [
    `options: “schedule” is not one of ${all}.`,
    "limits.seconds: “0” is not a whole number from 1 to 4294967295.",
    `options: “limits.events” is not one of ${all}.`,
    "limits: “5” is not one of {states, steps, seconds, output, memory}.",
    "refused",
    "socket",
    "raised",
    "SyntaxError: '(' was never closed",
  ]);
});
