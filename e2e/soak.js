// Whether anything is left behind: a lesson of 24 hours, a loop in real time, and elements
// that come and go.
//
// Each is done a few times before anything is counted, since what is loaded when it is
// first needed stays, and memory finds its size. What has to be nothing, or no more than
// before, is asserted; JavaScript's heap, which has reasons of its own to grow, is only
// told, beside what it grows by when the page does nothing and is asked as often.

import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";

import { heap, metrics } from "./harness/counters.js";
import { withPage } from "./harness/session.js";
import { prepareSoak } from "./harness/soak-page.js";

/** @import { Page } from "./harness/page.js" */

/** A lesson of so many seconds. */
const DAY = 86_400;

/** So many elements come and go, ten in a round. */
const ELEMENTS = 200;

/** How many rounds there are before anything is counted. */
const WARM_UP = 3;

/** How many rounds there are before the first look at what there is meanwhile. */
const FIRST_LOOK = 128;

/** What isn't let go of within so many milliseconds is left behind. */
const LET_GO_LIMIT = 30_000;

/** What has to be as it was before. */
const STAYS = /** @type {const} */ (["listeners", "nodes", "documents", "wasm KB"]);

/** What of that, and besides, a table shows. @typedef {Awaited<ReturnType<typeof count>>} Counts */

const { values } = parseArgs({
  options: {
    // How long the loop in real time goes on.
    minutes: { type: "string", default: "30" },
    // For a try: how much of a day the lesson takes.
    hours: { type: "string", default: "24" },
  },
});
const [minutes = NaN, hours = NaN] = [values.minutes, values.hours].map(Number);
if (!(minutes > 0 && hours > 0)) {
  console.error(`error: --minutes and --hours take numbers over 0, not \`${values.minutes}\` and \`${values.hours}\``);
  process.exit(1);
}

/**
 * What there is at one moment.
 *
 * @param {Page} page
 */
async function count(page) {
  // The picture that is under way is drawn.
  await page.until(({ kept }) => ![...kept.counted.timers].some((timer) => timer.startsWith("requestAnimationFrame")));
  const bytes = await heap(page);
  const { timers, workers, wasm } = await page.run(({ kept: { counted } }) => ({
    timers: counted.timers.size,
    workers: counted.workers.size,
    wasm: [...counted.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
  }));
  const { JSEventListeners, Nodes, Documents } = await metrics(page, ["JSEventListeners", "Nodes", "Documents"]);
  return {
    timers,
    workers,
    listeners: JSEventListeners,
    nodes: Nodes,
    documents: Documents,
    "wasm KB": wasm / 1_024,
    "heap MB": Number((bytes / 1e6).toFixed(2)),
  };
}

/**
 * What there is more of than before, of what has to be as it was.
 *
 * @param {Counts} before
 * @param {Counts} after
 */
function grown(before, after) {
  return STAYS.filter((what) => after[what] > before[what]);
}

/**
 * What there is when everything has been let go of: a worker that is told to end takes a
 * while, and its listeners are there until then.
 *
 * @param {Page} page
 * @param {Counts} before
 */
async function countAtRest(page, before) {
  const start = performance.now();
  for (;;) {
    const counts = await count(page);
    if (grown(before, counts).length === 0 || performance.now() - start > LET_GO_LIMIT) return counts;
    await wait(100);
  }
}

/**
 * Does a round, and returns how many seconds of a lesson have passed in it.
 *
 * @param {Page} page
 * @param {string} name
 */
async function round(page, name) {
  // It may take longer than a script may.
  await page.run(({ demo, kept }, name) => {
    kept.passed = undefined;
    kept.rounds[name](demo).then(
      (/** @type {number} */ seconds) => (kept.passed = { seconds }),
      (/** @type {unknown} */ error) => (kept.passed = { error: String(error) }),
    );
  }, name);
  await page.untilLong(({ kept }) => kept.passed);
  /** @type {{ seconds: number, error?: string }} */
  const { seconds, error } = await page.run(({ kept }) => kept.passed);
  assert.equal(error, undefined, `a round of ${name}`);
  return seconds;
}

/** @param {string} what @param {Counts} counts */
function print(what, counts) {
  const cells = Object.entries(counts).map(([name, value]) => String(value).padStart(Math.max(9, name.length)));
  console.log(`${what.padEnd(26)} ${cells.join(" ")}`);
}

/**
 * Does rounds, in a new page if there is a query, until that is enough, by how many there
 * have been and how many seconds of a lesson have passed in them. Returns how many there
 * have been.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string | undefined} query
 * @param {(rounds: number, seconds: number) => boolean} goesOn
 */
async function part(page, name, query, goesOn) {
  if (query !== undefined) await page.openDemo(query);
  for (let warm = 0; warm < WARM_UP; warm += 1) await round(page, name);
  const before = await count(page);
  print(`${name}, after ${WARM_UP} rounds`, before);
  const start = performance.now();
  let rounds = 0;
  let seconds = 0;
  while (goesOn(rounds, seconds)) {
    seconds += await round(page, name);
    rounds += 1;
    // Whether the heap comes to rest is seen by a look each time that there have been
    // twice as many.
    if (rounds >= FIRST_LOOK && Number.isInteger(Math.log2(rounds))) print(`after ${rounds} more`, await count(page));
  }
  const after = await countAtRest(page, before);
  print(`after ${rounds} more`, after);
  console.log(`  ${Math.round((performance.now() - start) / 1_000)} s, in which ${(seconds / 3_600).toFixed(1)} h of a lesson passed`);
  assert.deepEqual([after.timers, after.workers], [0, 0], `${name}: timers or workers are left behind`);
  assert.deepEqual(grown(before, after), [], `${name}: more than before is left behind`);
  return rounds;
}

await withPage(async (page) => {
  await page.emulation.beforeScripts(prepareSoak);
  const long = (/** @type {number} */ _, /** @type {number} */ seconds) => seconds < (DAY * hours) / 24;
  console.log(
    `${"".padEnd(26)} ${["timers", "workers", "listeners", "nodes", "documents", "wasm KB", "heap MB"].map((name) => name.padStart(9)).join(" ")}`,
  );
  await part(page, "lesson", "lanes=sequential,async,threads&code=python", long);
  await part(page, "day", "lanes=sequential,async,threads&tasks=A:0:43200,B:0:43200", long);
  const end = performance.now() + 60_000 * minutes;
  const rounds = await part(page, "real", "lanes=async,threads,workers&speed=100", () => performance.now() < end);
  await part(page, "nothing", undefined, (done) => done < rounds);
  await part(page, "elements", "lanes=async", (rounds) => 10 * rounds < ELEMENTS);
});
