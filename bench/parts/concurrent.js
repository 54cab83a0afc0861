// Many tasks at once, in real time: how long they take, what that costs, and how much
// memory a waiting task takes.

import { CONTENDERS } from "../harness/contenders.js";
import { busy, heap } from "../../e2e/harness/counters.js";
import { Table, cell, number } from "../harness/table.js";

/** @import { Bench } from "../harness/bench.js" */
/** @import { Contender } from "../harness/contenders.js" */

const STEPS = 5;
const INTERVAL = 10;

/** How many tasks, and how often. */
const COUNTS = [
  { count: 3, rounds: 5 },
  { count: 1_000, rounds: 5 },
  { count: 10_000, rounds: 3 },
  { count: 100_000, rounds: 3 },
];

/** Who takes longer than this, in milliseconds, is measured once. */
const SLOW = 3_000;

/**
 * Who takes longer than this isn't asked for ten times as many tasks: a page may be
 * blocked for minutes then, and with it the browser.
 */
const TOO_SLOW = 5_000;

/** With fewer tasks a browser's memory says nothing of one. */
const HELD = 100_000;

/** The wall time of each run, the main thread's, and how many never came to their end. */
class Runs {
  /** @type {number[]} */
  wall = [];
  /** @type {number[]} */
  cpu = [];
  hung = 0;

  /** @param {number} limit in milliseconds */
  isSlowerThan(limit) {
    return this.hung > 0 || this.wall.some((wall) => wall > limit);
  }
}

/** @param {Bench} bench */
export async function concurrent(bench) {
  const columns = COUNTS.map(({ count }) => `${number(count)} tasks`);
  const wall = new Table(
    "Concurrent tasks: wall time",
    "Milliseconds from the first task's start to the last one's end; each task takes 5 steps of 10 ms, so 50 " +
      "is ideal. The median of 5 runs, of 3 from 10,000 tasks on, or of one where that takes more than 3 " +
      "seconds; in brackets the range. A dash: it takes no so many, a tenth of them have taken it more than 5 " +
      "seconds, or it didn't come to its end within a minute.",
    columns,
  );
  const cpu = new Table(
    "Concurrent tasks: work of the main thread",
    "Microseconds of the main thread's processor time (Chromium's TaskDuration, threadTicks) for each print, " +
      "of the same runs. With 3 tasks it is mostly the measuring.",
    columns,
  );
  const all = CONTENDERS.map((contender) => ({ contender, runs: COUNTS.map(() => new Runs()) }));
  for (const [column, { count, rounds }] of COUNTS.entries()) {
    for (let round = 0; round < rounds; round += 1) {
      for (const { contender, runs } of all) {
        const own = /** @type {Runs} */ (runs[column]);
        const tooMany = count > (contender.most ?? Infinity) || runs[column - 1]?.isSlowerThan(TOO_SLOW);
        if (!tooMany && !own.isSlowerThan(SLOW)) await run(bench, contender, count, own);
      }
    }
  }
  for (const { contender, runs } of all) {
    wall.push(
      contender.name,
      runs.map(({ wall }) => cell(wall)),
    );
    cpu.push(
      contender.name,
      runs.map(({ cpu }) => cell(cpu)),
    );
  }
  if (!bench.isChromium) return [wall.withRatios()];
  return [wall.withRatios(), cpu.withRatios(), await memory(bench)];
}

/**
 * @param {Bench} bench
 * @param {Contender} contender
 * @param {number} count
 * @param {Runs} runs
 */
async function run(bench, contender, count, runs) {
  await bench.load(contender);
  const before = bench.isChromium ? await busy(bench.page) : undefined;
  /** @type {number | null} */
  const wall = await bench.measure("run", contender, count, STEPS, INTERVAL);
  if (wall === null) {
    console.log(`${contender.name} of ${count} tasks never came to its end`);
    runs.hung += 1;
    return;
  }
  runs.wall.push(wall);
  if (before !== undefined) runs.cpu.push((1_000 * ((await busy(bench.page)) - before)) / (count * STEPS));
}

/**
 * The memory of tasks that wait.
 *
 * @param {Bench} bench
 */
async function memory(bench) {
  const table = new Table(
    "Concurrent tasks: memory of a waiting task",
    "Bytes for each of 100,000 tasks that all wait, its name included: how much wasm's memory has grown, and " +
      "how much more the page's objects take after a collection of garbage. Nobody has printed anything yet; " +
      "the event log holds three events of each.",
    ["wasm", "JavaScript and browser", "both"],
  );
  for (const contender of CONTENDERS.filter(({ most = Infinity }) => most >= HELD)) {
    await bench.load(contender);
    const taken = async () => [await bench.measure("memory", contender), await heap(bench.page)];
    const before = await taken();
    await bench.measure("hold", contender, HELD);
    const after = await taken();
    const [wasm = 0, objects = 0] = after.map((bytes, index) => (bytes - before[index]) / HELD);
    table.push(
      contender.name,
      [wasm, objects, wasm + objects].map((bytes) => cell([bytes])),
    );
  }
  return table.withRatios();
}
