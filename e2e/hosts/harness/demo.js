// The demo in somebody else's page: found in whatever frames, and played to its end.

import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";

/** @import { WebElement } from "selenium-webdriver" */
/** @import { Page } from "../../harness/page.js" */

/** A host may have much to load before there is a demo, on a machine with other work. */
const LIMIT = 90_000;

/**
 * The frames of the page, in shadow trees too, each brought into view, because lazy ones
 * load only there. This runs in the page.
 */
function frames() {
  /** @type {(root: ParentNode) => Element[]} */
  const all = (root) =>
    Array.from(root.querySelectorAll("*")).flatMap((node) => [
      ...(node.matches("iframe, frame, object") ? [node] : []),
      ...(node.shadowRoot ? all(node.shadowRoot) : []),
    ]);
  const found = all(document);
  for (const frame of found) frame.scrollIntoView();
  return found;
}

/**
 * Goes into the frame that has a demo, and tells whether there is one. A demo that isn't
 * registered yet is none.
 *
 * @param {Page} page
 * @returns {Promise<boolean>}
 */
async function enterFrame(page) {
  if (await page.run(({ demo }) => Boolean(demo?.laneNames?.length))) return true;
  const inner = /** @type {WebElement[]} */ (await page.driver.executeScript(`return (${frames})();`));
  for (const frame of inner) {
    await page.driver.switchTo().frame(frame);
    if (await enterFrame(page)) return true;
    await page.leaveFrame();
  }
  return false;
}

/**
 * Waits for the first demo of the page. What runs in the page runs in its frame afterwards.
 *
 * @param {Page} page
 */
export async function enterDemo(page) {
  const limit = performance.now() + LIMIT;
  for (;;) {
    await page.leaveFrames();
    // Hosts replace frames while they load, so that what was there is no more.
    const outcome = await enterFrame(page).catch((error) => error);
    if (outcome === true) return;
    if (performance.now() > limit) throw new Error(`no demo is there within ${LIMIT} ms: ${outcome}`);
    await wait(100);
  }
}

/**
 * Checks that a key turns the page of the host, but not as long as the focus is in the
 * demo, which uses it.
 *
 * @param {Page} page
 * @param {string} key
 * @param {() => Promise<unknown>} [place] where in the host the reader is
 */
export async function checkKey(page, key, place = () => page.run(() => location.href)) {
  const before = await place();
  await page.focus("interleaved-demo >>> button.play");
  await page.keys(key);
  assert.equal(await place(), before, "the page was turned");
  await page.run(({ find }) => find("button.play").blur());
  await page.keys(key);
  assert.notEqual(await place(), before, "the page wasn't turned");
}

/**
 * Plays the first demo of the page, and waits until its lanes have printed all and a reader
 * sees it. What runs in the page runs in the demo's frame afterwards.
 *
 * @param {Page} page
 */
export async function playToEnd(page) {
  await enterDemo(page);
  await page.run(async ({ demo }) => {
    demo.scrollIntoView();
    demo.speed = 100;
    await demo.play();
  });
  await page.until(({ demo, root }) => {
    const ends = demo.laneNames.map((lane) => /^Done!!!?\n$/m.exec(demo.logText(lane))?.[0].trim());
    return demo.ended && ends.every((end) => end && root.textContent?.includes(end));
  });
}
