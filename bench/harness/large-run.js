// How smooth the page is with the largest run that it allows.
//
// Machines differ, so a run of three tasks is measured beside it: what that takes is the
// machine's and the browser's part.

import { heap } from "../../e2e/harness/counters.js";
import { cell, compare } from "./table.js";

/** @import { InPage } from "../../e2e/harness/in-page.js" */
/** @import { Page } from "../../e2e/harness/page.js" */
/** @import { Cell } from "./table.js" */

/** How long, in milliseconds, the playhead is dragged, and played at each speed. */
const SPAN = 3_000;

/** What is measured: its name in a table, and how `measureFrames` is called. */
const MEASURES = /** @type {const} */ ([
  ["frames of the first seek", "first", 0],
  ["script of a seek", "seeks", 0],
  ["frames while scrubbing", "drag", 0],
  ["frames at speed 1", "play", 1],
  ["frames at speed 10", "play", 10],
  ["frames at speed 100", "play", 100],
]);

/** The three lanes that a page shows at most in virtual time: the settings of three tasks. */
export const SMALL = "lanes=sequential,async,threads";

/** The largest run that a page allows, as a setting. */
export const LARGE = `tasks=${Array.from({ length: 1_000 }, (_, task) => `t${task}:0:100`).join(",")}`;

export const COLUMNS = ["median", "95th percentile", "most", "frames over 33", "of"];

/**
 * Measures one thing in a page that shows one demo: times in milliseconds. This runs in
 * the page.
 *
 * @param {InPage} page
 * @param {"first" | "seeks" | "drag" | "play"} what
 * @param {number} span
 * @param {number} speed
 */
async function measureFrames({ demo, event }, what, span, speed) {
  await demo.ready;
  const { duration } = demo;
  const request = window.requestAnimationFrame;
  const frame = () => new Promise((resolve) => request(resolve));
  const wait = (/** @type {number} */ millis) => new Promise((resolve) => setTimeout(resolve, millis));

  /** How far apart the frames are until `done` resolves; `each` is called in every one. */
  const frames = async (/** @type {Promise<unknown>} */ done, each = () => {}) => {
    const gaps = [];
    let over = false;
    void done.then(() => (over = true));
    let last = await frame();
    while (!over) {
      each();
      const now = await frame();
      gaps.push(now - last);
      last = now;
    }
    return gaps;
  };

  switch (what) {
    // While it runs to its end, and until the views know all of it.
    case "first": {
      const done = event("seeked").then(() => wait(3_000));
      demo.currentTime = duration;
      return frames(done);
    }
    // The script of each seek: that of the call, and that of the frame which shows it.
    case "seeks": {
      let script = 0;
      window.requestAnimationFrame = (callback) =>
        request((time) => {
          const start = performance.now();
          callback(time);
          script += performance.now() - start;
        });
      // The same at each call of the page: times all over the run.
      let seed = 1;
      const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
      const times = [];
      for (let seek = 0; seek < 100; seek += 1) {
        script = 0;
        const before = performance.now();
        demo.currentTime = random() * duration;
        const call = performance.now() - before;
        await frame();
        await frame();
        times.push(call + script);
      }
      window.requestAnimationFrame = request;
      return times;
    }
    case "drag": {
      let at = 0;
      return frames(wait(span), () => {
        at += 1 / 120;
        demo.currentTime = duration * Math.abs(1 - (at % 2));
      });
    }
    case "play": {
      demo.reset();
      demo.speed = speed;
      await wait(300);
      const done = Promise.race([wait(span), event("ended")]);
      await demo.play();
      const gaps = await frames(done);
      demo.pause();
      return gaps;
    }
  }
}

/**
 * What was measured of a page: times by their names, and the heap in bytes before, after,
 * and after the same again.
 *
 * @typedef {{ times: { name: string, cells: (Cell | undefined)[] }[], heaps: number[] }} Measured
 */

/**
 * Measures the demo alone with some settings.
 *
 * @param {Page} page
 * @param {string} query
 * @returns {Promise<Measured>}
 */
export async function measurePage(page, query) {
  await page.reset();
  await page.openDemo(query);
  if (query.includes("code=")) {
    await page.until(({ root }) => root.querySelector(".program"));
    await page.run(({ find }) => find("details").setAttribute("open", ""));
  }
  const heaps = [await heap(page)];
  const times = [];
  // Twice, because what grows without bound grows again.
  for (const counts of [true, false]) {
    for (const [name, what, speed] of MEASURES) {
      const found = await page.run(measureFrames, what, SPAN, speed);
      if (counts) times.push({ name, cells: figures(found).map((figure) => cell([figure])) });
    }
    heaps.push(await heap(page));
  }
  return { times, heaps };
}

/**
 * The median, the 95th percentile, the longest, how many are longer than two frames, and
 * how many there are.
 *
 * @param {number[]} times
 */
function figures(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ part) => sorted[Math.min(Math.floor(part * sorted.length), sorted.length - 1)] ?? NaN;
  // A frame at 60 Hz is 16.7 ms; a timer's grain isn't a frame that is missed.
  return [at(0.5), at(0.95), at(1), times.filter((time) => time > 33.4).length, times.length];
}

/**
 * The times of a page beside those of a baseline.
 *
 * @param {Measured} measured
 * @param {Measured} baseline
 */
export function beside({ times }, baseline) {
  return times.map(({ name, cells }, row) => ({
    name,
    // How many frames there are of how many isn't to be compared.
    cells: cells.map((each, column) => (column < 3 ? compare(each, baseline.times[row]?.cells[column]) : each)),
  }));
}

/** @param {number[]} heaps */
export function heapsText(heaps) {
  return `${heaps.map((bytes) => (bytes / 1e6).toFixed(1)).join(", ")} MB`;
}
