// Lines that stand at their times: nothing runs behind a text, and what stands between two
// rules happened between them.

import assert from "node:assert/strict";

import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

/**
 * What is wrong with the lines of each lane. This runs in the page.
 *
 * @param {InPage} page
 */
function misplaced({ demo, root, all }) {
  const { interval = "1000" } = /** @type {Record<string, string>} */ (demo.toJSON());
  const wrong = [];
  let seen = 0;
  if (!root.querySelector(".ladder")) wrong.push("lines don't stand at their times");
  for (const [lane, log] of all(".lanes .log").entries()) {
    const rows = /** @type {HTMLElement} */ (log.querySelector(".rows"));
    const box = rows.getBoundingClientRect();
    // A rung is as high as the labels of the axis say, which stand beside it.
    const labels = all(".axis span").map((label) => label.getBoundingClientRect().top);
    const rung = (labels[1] ?? NaN) - (labels[0] ?? NaN);
    const playhead = getComputedStyle(rows, "::after");
    const writes = demo.events(demo.laneNames[lane] ?? "").filter(({ kind }) => kind === "wrote");
    /** When each line began. @type {number[]} */
    const times = [];
    let begins = true;
    for (const { at, text } of writes) {
      if (begins) times.push(at);
      begins = text === "\n";
    }
    for (const [index, row] of all(".row", log).entries()) {
      const texts = [...row.querySelectorAll(".piece, .tag")].map((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return range.getBoundingClientRect();
      });
      for (const text of texts) {
        seen += 1;
        const name = `${row.textContent} in lane ${lane}`;
        const [top, bottom] = [text.top - box.top, text.bottom - box.top];
        // Letters are lower than their box.
        const edge = (bottom - top) / 8;
        const at = Math.floor((top + bottom) / 2 / rung);
        if (top + edge < at * rung + 1 || bottom - edge > (at + 1) * rung) wrong.push(`${name} is on a rule`);
        if (at !== Math.floor((times[index] ?? NaN) / Number(interval))) wrong.push(`${name} of ${times[index]} ms is behind rule ${at}`);
        // The playhead runs down at the left.
        if (text.left < box.left + parseFloat(playhead.width) + 1) wrong.push(`${name} is on the playhead`);
      }
    }
    if (!(rung > 16) || !(parseFloat(playhead.width) > 0)) wrong.push(`rungs of ${rung} pixels, a playhead of ${playhead.width}`);
  }
  return { wrong, seen };
}

for (const { query, times } of [
  { query: "lanes=sequential,async", times: [3, 3.2, 5, 9.9, 14] },
  { query: "lanes=async,threads&seed=1", times: [1, 2, 3.2, 5] },
  { query: "lanes=threads&seed=7&tasks=A:1:4,B:1:4,C:1:4,D:1:4,E:1:4", times: [1, 2.5, 3] },
  { query: "lanes=sequential,async,threads&interval=700&seed=3", times: [0.7, 2.1, 9.8] },
]) {
  test(`nothing runs behind a text, and each stands between its rules: ${query}`, async (page) => {
    await page.resize(2800, 1200);
    await page.openDemo(`lang=en&${query}`);
    for (const time of times) {
      await page.run(async ({ demo, drawn }, time) => {
        demo.currentTime = time;
        await drawn();
      }, time);
      const { wrong, seen } = await page.run(misplaced);
      assert.deepEqual(wrong, [], `at ${time} s`);
      assert.ok(seen > 0);
    }
  });
}

test("nothing runs behind what real threads print, and each stands between its rules", async (page) => {
  await page.resize(2800, 1200);
  await page.openDemo("lang=en&lanes=async,workers&interval=300");
  await page.run(async ({ demo, event }) => {
    const ended = event("ended");
    await demo.play();
    await ended;
  });
  for (let step = 0; step < 12; step += 1) {
    const { wrong, seen } = await page.run(misplaced);
    assert.deepEqual(wrong, [], `after ${step} steps back`);
    assert.ok(seen > 10);
    await page.run(async ({ demo, drawn }) => {
      for (let step = 0; step < 3; step += 1) demo.stepBack();
      await drawn();
    });
  }
});
