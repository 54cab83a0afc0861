// The pages on paper: whole runs, and nothing to press.

import assert from "node:assert/strict";

import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/**
 * How many lines each lane shows; this runs in the page.
 *
 * @param {InPage} page
 */
function lines({ root }) {
  return Array.from(root.querySelectorAll(".rows"), (rows) => rows.children.length);
}

/** @param {Page} page */
function beforePrint(page) {
  return page.run(() => void dispatchEvent(new Event("beforeprint")));
}

/** @param {Page} page */
function afterPrint(page) {
  return page.run(() => void dispatchEvent(new Event("afterprint")));
}

test("what hasn't been run is printed as it ends, and is as before afterwards", async (page) => {
  await page.openDemo("lanes=sequential,async");
  await page.run(({ demo, kept }) => {
    kept.heard = [];
    for (const name of ["play", "pause", "seeked", "ended", "timeupdate"]) {
      demo.addEventListener(name, () => kept.heard.push(name));
    }
  });
  await beforePrint(page);
  assert.deepEqual(await page.run(lines), [15, 15]);
  // No line is behind another or out of its log.
  const hidden = await page.run(({ root }) => {
    const logs = Array.from(root.querySelectorAll(".log"));
    return logs.map((log) => Math.max(0, log.scrollHeight - log.clientHeight));
  });
  assert.deepEqual(hidden, [0, 0]);
  await afterPrint(page);
  assert.deepEqual(await page.run(lines), [0, 0]);
  const state = await page.run(({ demo, kept }) => [demo.currentTime, demo.paused, demo.events("async"), kept.heard]);
  assert.deepEqual(state, [0, true, [], []]);
});

test("a moment of a run is printed as it is", async (page) => {
  await page.openDemo("start-at=2&lanes=async");
  await beforePrint(page);
  assert.deepEqual(await page.run(lines), [6]);
  await afterPrint(page);
  assert.equal(await page.run(({ demo }) => demo.currentTime), 2);
});

test("where the reader is asked first, paper asks", async (page) => {
  await page.openDemo("predict&lanes=async");
  await page.until(({ root }) => root.querySelector(".predict:not([hidden])"));
  await beforePrint(page);
  assert.deepEqual(await page.run(lines), [0]);
  await afterPrint(page);
  assert.equal(await page.run(({ find }) => find(".predict").matches(".off")), false);
});

test(
  "paper has no buttons",
  async (page) => {
    await page.openDemo("editor&predict&code=python&lanes=sequential,async,threads");
    await page.until(({ root }) => root.querySelectorAll(".place:not(:empty)").length === 3);
    await beforePrint(page);
    await page.emulation.print();
    const controls = await page.run(({ root }) => {
      const all = root.querySelectorAll("button, select, summary, input:not([type=radio])");
      return Array.from(all)
        .filter((each) => each.checkVisibility())
        .map((each) => each.className);
    });
    assert.deepEqual(controls, []);
    await afterPrint(page);
  },
  { engines: ["chrome"], why: "only there can a test look at what is printed" },
);

test("a demo that nobody has come near is on paper as well", async (page) => {
  await page.resize(360, 780);
  await page.open("index.html?lang=en");
  await page.run(({ demo }) => demo.ready);
  const last = () => [...document.querySelectorAll("interleaved-demo")].at(-1)?.shadowRoot?.querySelectorAll(".row").length ?? 0;
  assert.equal(await page.run(last), 0);
  await beforePrint(page);
  await page.until(() => ([...document.querySelectorAll("interleaved-demo")].at(-1)?.shadowRoot?.querySelectorAll(".row").length ?? 0) > 0);
  await afterPrint(page);
  assert.equal(await page.run(last), 0);
});
