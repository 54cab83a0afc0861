// A trace in the format that Perfetto opens.

import assert from "node:assert/strict";
import { test } from "node:test";

import { trace } from "../../www/log/trace.js";

/** @import { DemoEvent } from "../../www/log/log.js" */

/** @type {DemoEvent[]} */
const EVENTS = [
  { at: 0, kind: "started", task: "가", index: 1 },
  { at: 0, kind: "polled", task: "가", index: 1 },
  { at: 0, kind: "waiting", task: "가", index: 1, on: "time", until: 1000 },
  { at: 1000, kind: "woke", task: "가", index: 1 },
  { at: 1000, kind: "wrote", task: "가", index: 1, text: "[가] total=1" },
  { at: 1000, kind: "waiting", task: "가", index: 1, on: "resource", resource: "print" },
];

/**
 * What is written of a lane, without what describes it.
 *
 * @param {number} now
 */
function written(now) {
  const lanes = /** @type {const} */ ([["async", EVENTS]]);
  const { traceEvents } = JSON.parse(trace([...lanes], now, {}));
  return traceEvents.filter((/** @type {{ ph: string }} */ { ph }) => ph !== "M");
}

test("waiting is a slice, up to its deadline or to now, and all else an instant", () => {
  const at = { pid: 1, tid: 2 };
  assert.deepEqual(written(2000), [
    { name: "started", ...at, ts: 0, ph: "i", s: "t", args: {} },
    { name: "polled", ...at, ts: 0, ph: "i", s: "t", args: {} },
    { name: "waiting", ...at, ts: 0, ph: "X", dur: 1_000_000, args: { on: "time", until: 1000 } },
    { name: "woke", ...at, ts: 1_000_000, ph: "i", s: "t", args: {} },
    { name: "wrote", ...at, ts: 1_000_000, ph: "i", s: "t", args: { text: "[가] total=1" } },
    { name: "waiting", ...at, ts: 1_000_000, ph: "X", dur: 1_000_000, args: { on: "resource", resource: "print" } },
  ]);
});

test("who still waits has waited until now, however late the deadline", () => {
  const events = EVENTS.slice(0, 3);
  const { traceEvents } = JSON.parse(trace([["async", events]], 250, {}));
  assert.equal(traceEvents.at(-1).dur, 250_000);
});

test("each lane is a process, and its main program and tasks are threads of their own", () => {
  /** @type {DemoEvent[]} */
  const main = [{ at: 0, kind: "done", task: "main", index: 0 }];
  const lanes = /** @type {[string, DemoEvent[]][]} */ ([
    ["sequential", EVENTS],
    ["async", [...EVENTS, ...main]],
  ]);
  const { traceEvents, otherData, displayTimeUnit } = JSON.parse(trace(lanes, 0, { seed: "7" }));
  /** @type {{ name: string, pid: number, tid: number, args: { name?: string } }[]} */
  const described = traceEvents.filter((/** @type {{ ph: string }} */ { ph }) => ph === "M");
  const named = (/** @type {string} */ what) =>
    described.filter(({ name }) => name === what).map(({ pid, tid, args }) => [pid, tid, args.name]);
  assert.deepEqual(named("process_name"), [
    [1, 1, "sequential"],
    [2, 2, "async"],
  ]);
  assert.deepEqual(named("thread_name"), [
    [1, 3, "가"],
    [2, 4, "가"],
    [2, 2, "main"],
  ]);
  assert.deepEqual(otherData, { seed: "7" });
  assert.equal(displayTimeUnit, "ms");
});
