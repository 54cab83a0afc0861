// The trace of a run, which Perfetto opens.

import assert from "node:assert/strict";

import { openPage } from "./harness/menu.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

/** An event of the format. @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, s?: string, args?: Record<string, string> }} TraceEvent */

/**
 * The trace of this moment, and what it is to tell of. This runs in the page.
 *
 * @param {InPage} page
 */
async function moment({ demo }) {
  const lanes = demo.laneNames.map((lane) => {
    return [lane, demo.events(lane).map(({ kind, at, task, text }) => [kind, at * 1000, task ?? "main", text ?? null])];
  });
  return {
    text: await demo.trace(),
    settings: demo.toJSON(),
    now: demo.currentTime,
    happened: Object.fromEntries(lanes),
  };
}

/**
 * Checks a trace against the rules of its format, and against the events of which it tells.
 *
 * @param {Awaited<ReturnType<typeof moment>>} moment
 * @param {string} when
 */
function checkTrace({ text, settings, now, happened }, when) {
  const { displayTimeUnit, otherData, traceEvents } = JSON.parse(text);
  assert.equal(displayTimeUnit, "ms");
  assert.deepEqual(otherData, settings);
  /** @type {Map<number, string>} */
  const lanes = new Map();
  /** @type {Map<number, string>} */
  const threads = new Map();
  /** Of each thread the end of its last slice. @type {Map<number, number>} */
  const ends = new Map();
  for (const event of /** @type {TraceEvent[]} */ (traceEvents)) {
    const which = `${when}: ${JSON.stringify(event)}`;
    const { name, ph, pid, tid, ts } = event;
    assert.ok(
      [pid, tid, ts].every((number) => Number.isSafeInteger(number) && number >= 0),
      which,
    );
    assert.equal(typeof name, "string", which);
    // 0 is the idle thread's.
    assert.ok(pid > 0 && tid > 0, which);
    if (ph === "M") {
      const argument = event.args?.name ?? "";
      if (name === "process_name") {
        lanes.set(pid, argument);
      } else if (name === "thread_name") {
        assert.ok(!threads.has(tid), `${which} is the second name`);
        threads.set(tid, argument);
      }
      continue;
    }
    assert.ok(threads.has(tid), which);
    if (ph === "i") {
      assert.equal(event.s, "t", which);
    } else {
      assert.equal(ph, "X", which);
      const { dur = NaN } = event;
      assert.ok(Number.isSafeInteger(dur) && dur >= 0, which);
      assert.ok((ends.get(tid) ?? 0) <= ts, `${which} overlaps the last slice`);
      assert.ok(ts + dur <= now * 1e6 + 1, `${which} ends later than now`);
      ends.set(tid, ts + dur);
    }
  }
  assert.equal(lanes.size, Object.keys(happened).length, when);
  for (const [pid, lane] of lanes) {
    const told = traceEvents
      .filter((/** @type {TraceEvent} */ event) => event.pid === pid && event.ph !== "M")
      .map((/** @type {TraceEvent} */ { name, ts, tid, args }) => [name, ts, threads.get(tid), args?.text ?? null]);
    assert.deepEqual(told, happened[lane], `${when}, ${lane}`);
  }
}

test("the trace keeps to its format", async (page) => {
  await openPage(page, "embed.html?lanes=sequential,async,threads&seed=3&lock&tasks=가:1:4,B:5:9,C:1:1");
  for (const time of [0, 2.4, 99]) {
    await page.run(({ demo }, time) => void (demo.currentTime = time), time);
    checkTrace(await page.run(moment), `at ${time} s`);
  }
  await page.run(({ demo }) => demo.reset());
  for (let step = 1; step <= 30; step += 1) {
    await page.run(({ demo }) => demo.stepForward());
    checkTrace(await page.run(moment), `after ${step} steps`);
  }
});
