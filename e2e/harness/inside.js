// The text inside the element, which stands there as long as the demo doesn't.

import assert from "node:assert/strict";

/** @import { InPage } from "./in-page.js" */
/** @import { Page } from "./page.js" */

export const WITH_TEXT = "<interleaved-demo><p id='inside'>14 s, 5 s</p></interleaved-demo>";

/** What `seen` is of a demo that isn't ready, and of one that is. */
export const INSIDE = { inside: true, demo: false, alert: "" };
export const DEMO = { inside: false, demo: true, alert: "" };

/**
 * Whether the text inside is seen, whether the demo is, and what the alert says; this
 * runs in the page.
 *
 * @param {InPage} page
 */
export function seen({ root }) {
  const inside = /** @type {HTMLElement} */ (document.querySelector("#inside"));
  return {
    inside: inside.checkVisibility() && inside.offsetHeight > 0,
    demo: root?.querySelector(".body")?.checkVisibility() ?? false,
    alert: /** @type {HTMLElement | null} */ (root?.querySelector("[role=alert]"))?.innerText ?? "",
  };
}

/**
 * Checks that the demo says why it isn't there, and that the text inside is. The browser
 * says so too, in its console.
 *
 * @param {Page} page
 */
export async function checkFailure(page) {
  await page.run(({ demo }) => demo.ready);
  const { alert, ...shown } = await page.run(seen);
  assert.deepEqual(shown, { inside: true, demo: false });
  assert.match(alert, /^The demo couldn't be loaded: /);
  await page.consoleErrors();
}
