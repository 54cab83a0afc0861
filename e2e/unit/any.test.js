// A run that was asked for tests which there aren't has not passed.

import assert from "node:assert/strict";
import { test } from "node:test";

import any from "../harness/any.js";

/** @import { TestEvent } from "../harness/any.js" */

/**
 * What is said of a run with these events, and the exit code that it leaves.
 *
 * @param {TestEvent[]} events
 */
async function judge(events) {
  const before = process.exitCode;
  process.exitCode = 0;
  let said = "";
  for await (const text of any(
    (async function* () {
      yield* events;
    })(),
  ))
    said += text;
  const { exitCode } = process;
  process.exitCode = before;
  return { said, exitCode };
}

const OTHER = { type: "test:pass", data: { skip: "test name does not match pattern" } };

test("a run in which no test has the words is an error", async () => {
  for (const events of [[], [OTHER, { type: "test:diagnostic", data: {} }]]) {
    assert.deepEqual(await judge(events), { said: "No test has these words in its name.\n", exitCode: 1 });
  }
});

test("one test is enough, whatever comes of it", async () => {
  for (const event of [
    { type: "test:pass", data: {} },
    { type: "test:fail", data: {} },
    { type: "test:pass", data: { skip: "only in chrome" } },
  ]) {
    assert.deepEqual(await judge([OTHER, event]), { said: "", exitCode: 0 });
  }
});
