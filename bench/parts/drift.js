// Whether a long run falls behind.

import { CONTENDERS } from "../harness/contenders.js";
import { Table, cell, median } from "../harness/table.js";

/** @import { Bench } from "../harness/bench.js" */

const TASKS = 3;
const STEPS = 1_000;
const INTERVAL = 10;

/** How many prints at each end of a run are compared. */
const END = 100;

/** @param {Bench} bench */
export async function drift(bench) {
  const table = new Table(
    "Drift",
    "How many milliseconds late each print is, in one run of 3 tasks of 1,000 steps of 10 ms: half of the " +
      "prints are later than the median, one in a hundred than the 99th percentile. The growth is by how much " +
      "the median of the last hundred prints is later than that of the first hundred. A dash: it never came to " +
      "its end.",
    ["median", "99th percentile", "most", "growth"],
  );
  for (const contender of CONTENDERS) {
    await bench.load(contender);
    /** @type {number[] | null} */
    const late = await bench.measure("drift", contender, TASKS, STEPS, INTERVAL);
    table.push(contender.name, late === null ? table.columns.map(() => undefined) : figures(late).map((figure) => cell([figure])));
  }
  return [table.withRatios()];
}

/** @param {number[]} late in the order of the prints */
function figures(late) {
  const growth = median(late.slice(-END)) - median(late.slice(0, END));
  const sorted = late.toSorted((a, b) => a - b);
  return [median(late), sorted[Math.floor(sorted.length * 0.99)] ?? NaN, sorted.at(-1) ?? NaN, growth];
}
