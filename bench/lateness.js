// How late the browser's timers are: the lane `event-loop` beside plain JavaScript that waits
// by `setTimeout` alone, in the same page, in turn. These are figures for a report; nothing is
// asserted but what always holds.

import assert from "node:assert/strict";

import { engine } from "../e2e/harness/engine.js";
import { tornLines, totals } from "../e2e/harness/logs.js";
import { withPage } from "../e2e/harness/session.js";
import { readCount } from "./harness/count.js";
import { median } from "./harness/table.js";

/** @import { InPage } from "../e2e/harness/in-page.js" */

/** The lesson's tasks, at a tenth of its interval. */
const INTERVAL = 100;
const TASKS = [
  ["A", 1, 5],
  ["B", 5, 10],
  ["C", 10, 15],
];
const TOTALS = { A: [1, 3, 6, 10], B: [5, 11, 18, 26, 35], C: [10, 21, 33, 46, 60] };
const QUERY = `lanes=event-loop&interval=${INTERVAL}&tasks=${TASKS.map((task) => task.join(":")).join(",")}`;

const runs = readCount("runs", 20);

/** Starts a run of the lane; this runs in the page. @param {InPage} page */
async function start({ demo, kept, event }) {
  demo.reset();
  kept["ended"] = false;
  void event("ended").then(() => (kept["ended"] = true));
  await demo.play();
}

/** What it did, and how late each of its waits has ended; this runs in the page. @param {InPage} page */
function outcome({ demo }) {
  /** @type {Map<number, number>} */
  const deadlines = new Map();
  /** @type {number[]} */
  const late = [];
  const events = demo.events("event-loop");
  for (const { kind, index, at, until } of events) {
    if (index === 0) continue;
    if (kind === "waiting") deadlines.set(index, until ?? NaN);
    if (kind === "woke") late.push(at - (deadlines.get(index) ?? NaN));
  }
  return { log: demo.logText("event-loop"), late, took: (events.at(-1)?.at ?? NaN) / 1_000 };
}

/**
 * The same in plain JavaScript; this runs in the page.
 *
 * @param {InPage} page
 * @param {{ tasks: (string | number)[][], interval: number }} program
 */
function startPlain({ kept }, { tasks, interval }) {
  /** @type {string[]} */
  const log = [];
  /** @type {number[]} */
  const late = [];
  const begun = performance.now();
  const sum = async (/** @type {(string | number)[]} */ [name, low, high]) => {
    let total = 0;
    for (let step = Number(low); step < Number(high); step += 1) {
      total += step;
      const until = performance.now() + interval;
      await new Promise((resolve) => setTimeout(resolve, interval));
      late.push(performance.now() - until);
      log.push(`[${name}] total=${total}\n`);
    }
  };
  kept["plain"] = undefined;
  void Promise.all(tasks.map(sum)).then(() => {
    log.push("Done!!!\n");
    kept["plain"] = { log: log.join(""), late, took: (performance.now() - begun) / 1_000 };
  });
}

/** The order in which a log's lines must come: who is due at one time goes on as it began to wait. @param {string} log */
function isInOrder(log) {
  const names = [...log.matchAll(/^\[(.)\]/gm)].map(([, name]) => name).join("");
  return names === "ABCABCABCABCBC";
}

/** @param {{ log: string, late: number[], took: number }} run */
function check({ log }) {
  assert.deepEqual(totals(log), TOTALS);
  assert.equal(tornLines(log), 0);
  assert.ok(log.endsWith("\nDone!!!\n"));
}

const names = /** @type {const} */ (["event-loop", "plain setTimeout"]);
/** @type {Record<string, { log: string, late: number[], took: number }[]>} */
const found = { [names[0]]: [], [names[1]]: [] };
await withPage(async (page) => {
  await page.openDemo(QUERY);
  for (let round = 0; round < runs; round += 1) {
    await page.run(start);
    await page.untilLong(({ kept }) => kept["ended"]);
    found[names[0]]?.push(await page.run(outcome));
    await page.run(startPlain, { tasks: TASKS, interval: INTERVAL });
    await page.untilLong(({ kept }) => kept["plain"] !== undefined);
    found[names[1]]?.push(await page.run(({ kept }) => kept["plain"]));
  }
});

console.log(`${engine}: ${runs} runs of each in turn, 14 waits of ${INTERVAL} ms, 0.5 s if no timer is late\n`);
console.log("| what | totals right | order right | lateness, median | most | took, median |");
console.log("|---|---|---|---|---|---|");
const figures = names.map((name) => {
  const all = found[name] ?? [];
  for (const run of all) check(run);
  const late = all.flatMap((run) => run.late);
  const own = { median: median(late), most: Math.max(...late), took: median(all.map(({ took }) => took)) };
  const right = all.filter(({ log }) => isInOrder(log)).length;
  console.log(
    `| ${name} | ${all.length} | ${right} | ${own.median.toFixed(1)} ms | ${own.most.toFixed(1)} ms | ${own.took.toFixed(3)} s |`,
  );
  return own;
});
const [ours, plain] = figures;
if (ours && plain) {
  const ratio = (/** @type {"median" | "most" | "took"} */ what) => (ours[what] / plain[what]).toFixed(2);
  console.log(`| ratio | | | ${ratio("median")} | ${ratio("most")} | ${ratio("took")} |`);
}
