// What real threads do in a browser here: how often they tear, and how long they take.
// These are figures for a report; nothing is asserted but what always holds.

import assert from "node:assert/strict";

import { engine } from "../e2e/harness/engine.js";
import { tornLines, totals } from "../e2e/harness/logs.js";
import { withPage } from "../e2e/harness/session.js";
import { readCount } from "./harness/count.js";
import { cell, number } from "./harness/table.js";

/** @import { InPage } from "../e2e/harness/in-page.js" */
/** @import { Page } from "../e2e/harness/page.js" */

/** Five tasks of 200 steps of 10 ms, with the futures of the same tasks beside them. */
const WAITING = "lanes=async,workers&interval=10&tasks=A:0:200,B:0:200,C:0:200,D:0:200,E:0:200";

/** Waits of 100 ms that are computed instead: one of two tasks on each processor. */
const COMPUTING = "lanes=sequential,async,workers&work=compute&interval=100&tasks=A:0:8,B:0:8";

const runs = readCount("runs", 20);

/** Starts a run; this runs in the page. @param {InPage} page */
async function start({ demo, kept, event }) {
  await demo.ready;
  kept.ended = false;
  void event("ended").then(() => (kept.ended = true));
  await demo.play();
}

/** What was printed, and how long each lane took, in seconds; this runs in the page. @param {InPage} page */
function outcome({ demo }) {
  const took = demo.laneNames.map((lane) => [lane, (demo.events(lane).at(-1)?.at ?? NaN) / 1_000]);
  return { log: demo.logText("workers"), took: Object.fromEntries(took) };
}

/**
 * Runs the demo that is open to its end, and checks that each task has counted right.
 *
 * @param {Page} page
 * @param {number} prints
 */
async function run(page, prints) {
  await page.run(start);
  // Under the lock a run may take longer than a script may.
  await page.untilLong(({ kept }) => kept.ended);
  const { log, took } = await page.run(outcome);
  const all = Object.values(totals(log));
  for (const own of all)
    assert.deepEqual(
      own,
      own.map((_, step) => (step * (step + 1)) / 2),
    );
  assert.equal(all.flat().length, prints);
  return { torn: tornLines(log), took };
}

/**
 * The median, and in brackets the least and the most.
 *
 * @param {number[]} values
 */
function spread(values) {
  const { median, least, most } = cell(values) ?? { median: NaN, least: NaN, most: NaN };
  return `${number(median)} (${number(least)} to ${number(most)})`;
}

await withPage(async (page) => {
  console.log(`${engine}: 5 workers of 200 steps of 10 ms, ${runs} runs; times against the async lane of the same run`);
  for (const lock of [false, true]) {
    await page.openDemo(WAITING + (lock ? "&lock" : ""));
    const torn = [];
    const slower = [];
    for (let each = 0; each < runs; each += 1) {
      const { torn: lines, took } = await run(page, 1_000);
      torn.push(lines);
      slower.push(took.workers / took.async);
    }
    if (lock) assert.equal(Math.max(...torn), 0, "a line is torn under the lock");
    console.log(`  ${lock ? "with lock" : "no lock"}: torn lines in 1,000 prints ${spread(torn)}; wall time ${spread(slower)} ×`);
  }
  await page.openDemo(COMPUTING);
  const futures = [];
  const workers = [];
  for (let each = 0; each < runs / 2; each += 1) {
    const { took } = await run(page, 16);
    futures.push(took.async / took.sequential);
    workers.push(took.workers / took.sequential);
  }
  const processors = await page.run(() => navigator.hardwareConcurrency);
  console.log(
    `  computing on ${processors} processors, against the sequential lane: async ${spread(futures)} ×, workers ${spread(workers)} ×`,
  );
});
