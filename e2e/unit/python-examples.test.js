// The examples of the playground: each runs, and shows what it says.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { EXAMPLES } from "../../www/python/examples.js";
import { runPython } from "../../www/run-python.js";
import { inRoot } from "../harness/places.js";

/** What the last line of each is with its own seed, or how it ends otherwise. @type {Record<string, string>} */
const LAST = {
  sequential: "Done after 14.0 s",
  threads: "Done after 5.0 s",
  lock: "Done",
  event: "tortoise arrives",
  pool: "3.0 s",
  deadlock: "deadlock",
  philosophers: "deadlock",
  async_gather: "totals: [10, 35, 60]",
  async_forgotten_await: "everybody has been greeted",
  async_blocking: "polite 2",
  async_timeout: "no answer within 2 s",
  async_cancel: "and nobody waits for it any more",
  async_queue: "all jobs are done",
};

const textOf = (/** @type {string} */ name) => readFileSync(inRoot("www/python/examples", `${name}.py`), "utf8");

test("each file is an example, and each example has its file", () => {
  const files = readdirSync(inRoot("www/python/examples")).map((file) => file.replace(/\.py$/, ""));
  assert.deepEqual(EXAMPLES.map(({ name }) => name).sort(), files.sort());
  assert.equal(EXAMPLES[0]?.name, "sequential");
});

for (const { name, seed, korean } of EXAMPLES) {
  test(`the example ${name} runs, and says of itself what it is`, async () => {
    assert.match(textOf(name), /^# /);
    assert.ok(korean.every((line) => /[가-힣]/.test(line)));
    const { outcome, output, refusals } = await runPython(textOf(name), { seed });
    assert.equal(refusals, undefined);
    const expected = LAST[name];
    if (expected === "deadlock") assert.equal(outcome, "deadlock");
    else assert.equal(outcome, "done");
    if (expected && expected !== "deadlock") assert.equal(output.trimEnd().split("\n").at(-1), expected);
  });
}

test("with their own seeds, what is shared goes wrong", async () => {
  const runOf = async (/** @type {string} */ name) => {
    const { output } = await runPython(textOf(name), { seed: EXAMPLES.find((each) => each.name === name)?.seed });
    return output;
  };
  assert.notEqual((await runOf("counter")).trim(), "counter = 20");
  assert.match(await runOf("check_then_act"), /Ann.*Bo|Bo.*Ann/);
  // In seed 3 somebody writes into another one's line.
  assert.ok((await runOf("threads")).split("\n").some((line) => line.split("total=").length > 2));
  assert.ok((await runOf("lock")).split("\n").every((line) => line.split("total=").length <= 2));
});
