// The lane of the browser's own event loop: real timers, one for each wait.

import assert from "node:assert/strict";

import { tornLines, totals } from "./harness/logs.js";
import { runToEnd } from "./harness/playing.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

const TOTALS = { A: [1, 3, 6, 10], B: [5, 11, 18, 26, 35], C: [10, 21, 33, 46, 60] };

/** Whose each line is. @param {string} log */
function namesOf(log) {
  return [...log.matchAll(/\[(.)\]/g)].map(([, name]) => name).join("");
}

// What follows up to the first test runs in the page.

/** @param {InPage} page */
function record({ demo }) {
  return { events: demo.events("event-loop"), log: demo.logText("event-loop") };
}

/**
 * Plays, and counts the timers that wait about as long as the lane's do.
 *
 * @param {InPage} page
 * @param {number} least in milliseconds
 */
function count({ demo }, least) {
  const waits = new Set();
  (window.kept ??= {})["waits"] = waits;
  const { setTimeout: later, clearTimeout: never } = window;
  Object.assign(window, {
    setTimeout(/** @type {() => void} */ run, /** @type {number} */ delay) {
      const id = later(() => {
        waits.delete(id);
        run();
      }, delay);
      if (delay > least) waits.add(id);
      return id;
    },
    clearTimeout(/** @type {number} */ id) {
      waits.delete(id);
      never(id);
    },
  });
  return demo.play();
}

/** @returns {number} */
function waits() {
  return window.kept["waits"].size;
}

test("the browser's event loop runs the futures, twice, in the order in which they began to wait", async (page) => {
  await page.openDemo("lanes=async%20event-loop&interval=50");
  for (let round = 0; round < 2; round += 1) {
    await page.run(runToEnd);
    const { events, log } = await page.run(record);
    assert.deepEqual(totals(log), TOTALS);
    assert.equal(tornLines(log), 0);
    assert.equal(namesOf(log), "ABCABCABCABCBC");
    assert.match(log, /\nDone!!!\n$/);
    const kindsOf = (/** @type {number} */ task) => events.filter(({ index }) => index === task).map(({ kind }) => kind);
    const step = ["waiting", "woke", "polled", "wrote", "wrote"];
    assert.deepEqual(kindsOf(1), ["created", "started", "polled", ...step, ...step, ...step, ...step, "finished"]);
    assert.deepEqual(kindsOf(0).slice(-4), ["wrote", "wrote", "finished", "done"]);
    const measured = await page.run(({ text }) => text(".measured:not([hidden])"));
    assert.match(measured, /^Measured here: .* late in the middle, .* at most\./);
  }
});

test("a pause holds the next waits, and what has been waited counts", async (page) => {
  await page.openDemo("lanes=event-loop&interval=50");
  await page.run(count, 40);
  await page.until(({ demo }) => demo.logText("event-loop").includes("[A] total=3"));
  const before = await page.run(({ demo }) => {
    demo.pause();
    return demo.logText("event-loop");
  });
  // Timers that have been set fire all the same; then nobody waits for one any more.
  await page.until(() => window.kept["waits"].size === 0);
  await page.run(({ drawn }) => drawn());
  assert.equal(await page.run(({ demo }) => demo.logText("event-loop")), before);
  await page.run(runToEnd);
  const { events, log } = await page.run(record);
  assert.deepEqual(totals(log), TOTALS);
  // Nobody wakes before the deadline, in the time in which the lane wasn't held.
  const deadlines = new Map();
  for (const { kind, index, at, until } of events) {
    if (kind === "waiting") deadlines.set(index, until);
    if (kind === "woke" && index > 0) assert.ok(at >= deadlines.get(index) - 2, `${at} ${deadlines.get(index)}`);
  }
});

test("a run that is reset or removed leaves no timer", async (page) => {
  await page.openDemo("lanes=event-loop&interval=100000");
  await page.run(count, 90_000);
  // The page may have a timer of its own besides.
  await page.until(() => window.kept["waits"].size >= 3);
  await page.run(({ demo }) => demo.reset());
  assert.equal(await page.run(waits), 0);
  await page.run(({ demo }) => demo.play());
  await page.until(() => window.kept["waits"].size >= 3);
  await page.run(({ demo }) => demo.remove());
  await page.until(() => window.kept["waits"].size === 0);
});

test("what computes there computes in a worker, one task after the other", async (page) => {
  await page.openDemo("lanes=event-loop&work=compute&interval=20");
  await page.run(runToEnd);
  const { log } = await page.run(record);
  assert.deepEqual(totals(log), TOTALS);
  assert.equal(namesOf(log), "AAAABBBBBCCCCC");
});

test("its part is loaded for it alone", async (page) => {
  const loaded = () => page.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
  const own = /event-loop\.js|event-loop_bg\.wasm/;
  await page.openDemo("lanes=async");
  assert.deepEqual(
    (await loaded()).filter((name) => own.test(name)),
    [],
  );
  await page.openDemo("lanes=event-loop");
  await page.run(({ demo }) => demo.play());
  await page.until(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("event-loop_bg.wasm")));
  assert.deepEqual(
    (await loaded()).filter((name) => /crew\.js|thread\.js/.test(name)),
    [],
  );
});

test("how much earlier a lane has ended is said only where there is room for it", async (page) => {
  await page.openDemo("lanes=async%20event-loop&interval=100");
  await page.run(runToEnd);
  const { isLadder, earlier, labels } = await page.run(({ demo, root, all }) => {
    const ends = demo.laneNames.map((lane) => demo.events(lane).at(-1)?.at ?? NaN);
    const labels = all(".saved").filter(({ textContent }) => textContent);
    return {
      isLadder: root.querySelector(".lanes.ladder") !== null,
      earlier: (ends[1] ?? NaN) - (ends[0] ?? NaN),
      labels: labels.map(({ clientHeight, scrollHeight }) => ({ clientHeight, scrollHeight })),
    };
  });
  assert.ok(isLadder);
  // Its timers are never early enough for all of it.
  assert.ok(earlier > 0, `${earlier} ms`);
  for (const { clientHeight, scrollHeight } of labels) assert.ok(clientHeight >= scrollHeight, `${clientHeight} of ${scrollHeight} pixels`);
});
