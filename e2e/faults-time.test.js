// Clocks that jump, timers that are late, and pages that are frozen.

import assert from "node:assert/strict";

import { nativeMoment } from "./harness/native.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/**
 * Opens the demo with a clock and timers that stand until the test moves them.
 *
 * @param {Page} page
 */
function openWithOwnTime(page) {
  return page.openDemoAfter(() => {
    const due = /** @type {Map<number, () => void>} */ (new Map());
    let last = 0;
    const kept = (window.kept = {
      clock: 1000,
      due,
      /** Lets all timers come that are there. */
      fire() {
        const all = [...due.values()];
        due.clear();
        for (const run of all) run();
      },
    });
    performance.now = () => kept.clock;
    Object.assign(window, {
      setTimeout(/** @type {() => void} */ run) {
        due.set((last += 1), run);
        return last;
      },
      clearTimeout: (/** @type {number} */ id) => due.delete(id),
    });
  }, "lanes=sequential,async,threads&seed=7");
}

/** The demo of those tests, natively. */
const SETTINGS = { lanes: "sequential async threads", seed: "7" };

/** @param {InPage} page */
function logs({ demo }) {
  return demo.laneNames.map((lane) => demo.logText(lane));
}

/**
 * Moves the clock, and lets all timers come.
 *
 * @param {Page} page
 * @param {number} millis
 */
function advance(page, millis) {
  return page.run(({ kept }, millis) => {
    kept.clock += millis;
    kept.fire();
  }, millis);
}

/** @param {InPage} page */
async function play({ demo, kept }) {
  await demo.play();
  kept.fire();
}

/**
 * Checks that the demo shows what a native run does.
 *
 * @param {Page} page
 * @param {number} millis
 */
async function checkMoment(page, millis) {
  const moment = nativeMoment(SETTINGS, millis);
  assert.deepEqual(await page.run(logs), moment.logs);
  const events = await page.run(({ demo }) => Object.fromEntries(demo.laneNames.map((lane) => [lane, demo.events(lane)])));
  assert.deepEqual(events, moment.events);
  const state = await page.run(({ demo, kept }) => ({
    millis: Math.round(demo.currentTime * 1000),
    timers: kept.due.size,
  }));
  assert.deepEqual(state, { millis, timers: millis < 14_000 ? 1 : 0 });
}

test("timers that are seconds late lose nothing", async (page) => {
  await openWithOwnTime(page);
  await page.run(play);
  // Each timer comes seconds after it was due; the last after the end of all.
  let time = 0;
  for (const late of [1_000, 3_500, 1, 2_900, 60_000]) {
    // Until it comes, what is shown stays, and time goes by all the same.
    const before = await page.run(logs);
    await page.run(({ kept }, late) => void (kept.clock += late), late);
    assert.deepEqual(await page.run(logs), before);
    assert.equal(await page.run(({ demo }) => demo.paused), false);
    await advance(page, 0);
    time = Math.min(time + late, 14_000);
    await checkMoment(page, time);
  }
  assert.deepEqual(await page.run(({ demo }) => [demo.ended, demo.paused]), [true, true]);
});

test("a clock that jumps back holds nothing up and takes nothing back", async (page) => {
  await openWithOwnTime(page);
  await page.run(play);
  await advance(page, 3_250);
  await checkMoment(page, 3_250);
  // By some time, before the run began, and before the page was there.
  const clock = await page.run(({ kept }) => kept.clock);
  for (const jump of [clock - 2_000, 0, -1e9]) {
    await page.run(({ kept }, jump) => {
      kept.clock = jump;
      kept.fire();
    }, jump);
    await checkMoment(page, 3_250);
    assert.equal(await page.run(({ demo }) => demo.paused), false);
  }
  // From there it goes on; what is done to the demo meanwhile counts from there too.
  await advance(page, 1_000);
  await checkMoment(page, 4_250);
  await page.run(async ({ demo, kept }) => {
    demo.pause();
    kept.clock -= 5_000;
    await demo.play();
  });
  await advance(page, 750);
  await checkMoment(page, 5_000);
  await page.run(({ demo, kept }) => {
    kept.clock -= 50;
    demo.speed = 2;
  });
  await advance(page, 500);
  await checkMoment(page, 6_000);
  await advance(page, 60_000);
  await checkMoment(page, 14_000);
});

test(
  "a page that is frozen in the middle goes on from there",
  async (page) => {
    await page.openDemo("interval=100");
    await page.run(({ demo, kept }) => {
      kept.heard = [];
      const listen = (/** @type {EventTarget} */ target, /** @type {string[]} */ ...names) => {
        for (const name of names) target.addEventListener(name, () => kept.heard.push(name));
      };
      listen(document, "freeze", "resume");
      listen(demo, "play", "pause", "ended", "error");
      demo.speed = 0.1;
      return demo.play();
    });
    await page.until(({ demo }) => demo.currentTime > 0.01);
    const before = await page.run(({ demo }) => demo.currentTime);
    await page.emulation.freeze(500);
    await page.until(({ kept }) => kept.heard.includes("resume"));
    const after = await page.run(({ demo }) => demo.currentTime);
    assert.ok(after >= before, `${before} s became ${after} s`);
    await page.run(({ demo }) => void (demo.speed = 100));
    await page.until(({ demo }) => demo.ended && demo.logText("async").endsWith("Done!!!\n"));
    const heard = await page.run(({ kept }) => kept.heard);
    assert.deepEqual(heard, ["play", "freeze", "resume", "pause", "ended"]);
    assert.deepEqual(await page.run(logs), nativeMoment({ interval: "100" }, 9_999).logs);
  },
  { engines: ["chrome"], why: "no other driver can freeze a page" },
);
