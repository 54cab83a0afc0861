// Virtual time: how many events a second, when nobody waits for a clock.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";

import { OURS } from "../harness/contenders.js";
import { sources, target } from "../harness/places.js";
import { Table, cell } from "../harness/table.js";

/** @import { Bench } from "../harness/bench.js" */

/** In a browser each is measured so often. */
const RUNS = 5;

/** What the log of a lane keeps, as `Kept` in `bench/src/ours.rs` numbers it. */
const EVENTS = 0;
const NOTHING = 2;

/**
 * What is measured: its column, the name that criterion has for it, and what the same in
 * `ours.js` is called with.
 *
 * @type {{ column: string, native: string, call: [name: string, ...given: number[]] }[]}
 */
const CASES = [
  { column: "lane of 1,000 tasks", native: "lane/1000-kept", call: ["lane", 1_000, 100, EVENTS] },
  { column: "the same, counted", native: "lane/1000-counted", call: ["lane", 1_000, 100, NOTHING] },
  { column: "lane of 1,000,000 tasks, counted", native: "lane/1000000-counted", call: ["lane", 1_000_000, 5, NOTHING] },
  { column: "10,000 sleepers", native: "sleepers/10000", call: ["sleepers", 10_000, 1_000_000] },
  { column: "1,000,000 sleepers", native: "sleepers/1000000", call: ["sleepers", 1_000_000, 1_000_000] },
];

/** @param {Bench} bench */
export async function virtualTime(bench) {
  const table = new Table(
    "Virtual time",
    "Millions of events a second. A lane is the whole of it, futures, executor, clock and log, with equal " +
      "deadlines; each step is five events: polled, two writes, waiting, woke. Its events are kept, or only " +
      "counted. Sleepers are on the clock alone, with deadlines that are all different, which no lane has; " +
      "there an event is a wake. The native figures are criterion's, of ten samples; behind the comma is how " +
      "many times them the others are.",
    CASES.map(({ column }) => column),
  );
  const wasm = [];
  for (const { call } of CASES) {
    const rates = [];
    for (let run = 0; run < RUNS; run += 1) {
      await bench.load(OURS);
      // The first run is for the engine, which compiles what is hot once more.
      await bench.measure("virtual", OURS, ...call);
      rates.push((await bench.measure("virtual", OURS, ...call)) / 1e6);
    }
    wasm.push(cell(rates));
  }
  table.push("wasm", wasm);
  if (bench.isChromium) table.push("native", native().map(cell));
  return [table.withRatios("native")];
}

/** The same by criterion: the rates of each case. */
function native() {
  const folder = join(target, "criterion");
  const build = ["bench", "--locked", "--quiet", "--features", "ours", "--target-dir", join(target, "native")];
  execFileSync(env.CARGO ?? "cargo", [...build, "--bench", "native", "--", "--quiet"], {
    cwd: sources,
    env: { ...env, CRITERION_HOME: folder },
    stdio: "inherit",
  });
  return CASES.map(({ native }) => samples(join(folder, native, "new")));
}

/**
 * The rate of each of criterion's samples, in millions a second.
 *
 * @param {string} folder
 */
function samples(folder) {
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
  /** @type {{ throughput: { Elements?: number } }} */
  const { throughput } = read("benchmark.json");
  const { Elements: events } = throughput;
  if (!events) throw new Error("criterion doesn't tell how many events there are");
  /** @type {{ times: number[], iters: number[] }} times in nanoseconds */
  const { times, iters } = read("sample.json");
  return times.map((nanos, index) => (1e3 * events * (iters[index] ?? NaN)) / nanos);
}
