// Real keys: what they do while the demo has the focus, and only then.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { ELEMENT } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/**
 * What a key can change, besides the playing.
 *
 * @param {InPage} page
 */
function moment({ demo }) {
  return [demo.currentTime, demo.events("async").length, demo.paused];
}

/** @param {InPage} page */
function focusLog({ find }) {
  find("[role=log]").focus();
}

/**
 * Presses keys, and checks where they have led.
 *
 * @param {Page} page
 * @param {string} keys
 * @param {unknown[]} expected
 */
async function press(page, keys, expected) {
  await page.keys(keys);
  assert.deepEqual(await page.run(moment), expected);
}

test("every function is reached by a key while the demo has the focus", async (page) => {
  await page.openDemo("lanes=async&tasks=A:1:5&interval=500");
  await page.run(focusLog);
  // From line to line.
  await press(page, ".", [0.5, 11, true]);
  await press(page, "..", [1.5, 21, true]);
  await press(page, ",", [1, 16, true]);
  await press(page, ",,", [0, 0, true]);
  await press(page, Key.RIGHT, [0.5, 13, true]);
  await press(page, Key.RIGHT, [1, 18, true]);
  await press(page, Key.LEFT, [0.5, 13, true]);
  await press(page, Key.END, [2, 34, true]);
  assert.equal(await page.run(({ demo }) => demo.ended), true);
  await press(page, Key.RIGHT, [2, 34, true]);
  await press(page, Key.HOME, [0, 0, true]);
  await press(page, Key.LEFT, [0, 0, true]);
  await press(page, Key.RIGHT, [0.5, 13, true]);
  await press(page, "r", [0, 0, true]);
  // The same key of a Korean keyboard, which no driver has.
  await press(page, Key.RIGHT, [0.5, 13, true]);
  await page.run(({ root }) => {
    const init = { key: "ㄱ", code: "KeyR", bubbles: true, composed: true };
    root.activeElement?.dispatchEvent(new KeyboardEvent("keydown", init));
  });
  assert.deepEqual(await page.run(moment), [0, 0, true]);

  await page.keys(" ");
  await page.until(({ demo }) => !demo.paused && demo.currentTime > 0);
  await page.keys(" ");
  await page.until(({ demo }) => demo.paused);
});

test("keys do nothing while the focus is elsewhere", async (page) => {
  await page.openStage(
    `${ELEMENT}<input><button>No</button><interleaved-demo></interleaved-demo>
    <interleaved-demo id='other'></interleaved-demo>`,
  );
  await page.run(async ({ demo }) => {
    await demo.ready;
    demo.currentTime = 1;
  });
  const before = await page.run(moment);
  const keys = [" ", ".", ",", Key.RIGHT, Key.LEFT, Key.END, Key.HOME, "r"];
  for (const focused of ["input", "button", "#other >>> [role=log]"]) {
    await page.focus(focused);
    await page.keys(...keys);
    assert.deepEqual(await page.run(moment), before, focused);
  }
  // There they did what they do; the last one came after Home.
  assert.equal(await page.run(() => document.querySelector("input")?.value), "r .,");
});

test("the space bar on the focused Run button toggles once", async (page) => {
  await page.openDemo("speed=0.1");
  await page.run(({ demo, find, kept }) => {
    kept.heard = [];
    for (const name of ["play", "pause"]) demo.addEventListener(name, () => kept.heard.push(name));
    find("button.play").focus();
  });
  await page.keys(" ");
  await page.until(({ demo }) => !demo.paused);
  await page.keys(Key.ENTER);
  await page.until(({ demo }) => demo.paused);
  await page.keys(" ");
  await page.until(({ demo }) => !demo.paused);
  assert.deepEqual(await page.run(({ kept }) => kept.heard), ["play", "pause", "play"]);
  // On another button the bar presses that button, and nothing else.
  await page.focus("button.step");
  await press(page, " ", [0, 0, true]);
});

test("on the slider the arrows move by an interval too", async (page) => {
  await page.openDemo("interval=500");
  await page.focus("input[type=range]");
  for (const { key, time } of [
    { key: Key.RIGHT, time: 0.5 },
    { key: Key.END, time: 7 },
    { key: Key.LEFT, time: 6.5 },
    { key: Key.HOME, time: 0 },
  ]) {
    await page.keys(key);
    assert.equal(await page.run(({ demo }) => demo.currentTime), time);
  }
  await page.keys(".");
  assert.equal(await page.run(({ demo }) => demo.logText("sequential").split("total=").length), 2);
});

test("in the list of speeds the keys choose a speed", async (page) => {
  await page.openDemo();
  await page.focus(".speed select");
  await page.keys(Key.DOWN);
  await page.until(({ demo }) => demo.speed === 2);
  // Even those that the demo knows: a list goes to its end by them.
  await page.keys(Key.END);
  await page.until(({ demo }) => demo.speed === 10);
  assert.equal(await page.run(({ demo }) => demo.currentTime), 0);
});

test("keys that mean something else to the browser are left to it", async (page) => {
  await page.openDemo();
  await page.run(({ demo }) => void (demo.currentTime = 2));
  await page.run(focusLog);
  // Not through the driver: a browser would reload the page, or go back.
  const left = await page.run(({ root }) => {
    const left = [];
    for (const modifier of ["ctrlKey", "metaKey", "altKey"]) {
      for (const key of [" ", ".", ",", "ArrowLeft", "Home", "End", "r"]) {
        const init = { key, [modifier]: true, bubbles: true, composed: true, cancelable: true };
        left.push(root.activeElement?.dispatchEvent(new KeyboardEvent("keydown", init)));
      }
    }
    return left;
  });
  assert.deepEqual(left, Array(21).fill(true));
  assert.deepEqual(await page.run(({ demo }) => [demo.currentTime, demo.paused]), [2, true]);
});
