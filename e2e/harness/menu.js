// The menu of a demo, and the dialogs over it.

import assert from "node:assert/strict";

import { engine } from "./engine.js";

/** @import { Page } from "./page.js" */

/**
 * Opens a page, and waits for its demo.
 *
 * @param {Page} page
 * @param {string} pathAndQuery
 */
export async function openPage(page, pathAndQuery) {
  await page.open(pathAndQuery);
  await page.until(({ demo }) => demo.laneNames.length > 0);
}

/** @param {Page} page */
export async function openMenu(page) {
  await page.click("interleaved-demo >>> .bar > [aria-haspopup]");
  await untilDialogs(page, 1);
}

/**
 * Waits until so many dialogs are open.
 *
 * @param {Page} page
 * @param {number} count
 */
export async function untilDialogs(page, count) {
  await page.until(({ all }, count) => all("dialog[open]").length === count, count);
}

/**
 * Waits until the menu has told something.
 *
 * @param {Page} page
 * @param {string} words
 */
export async function untilTold(page, words) {
  await page.until(({ find }, words) => find("[role=status]").textContent === words, words);
}

/**
 * Clicks on a control of the menu.
 *
 * @param {Page} page
 * @param {string} name as in `Copy: Log: Async`
 */
export async function press(page, name) {
  await page.click(`interleaved-demo >>> [aria-label='${name}']`);
}

/**
 * Checks what has the focus, as assistive technology is told it.
 *
 * @param {Page} page
 * @param {string} role
 * @param {string} name
 */
export async function checkFocused(page, role, name) {
  // WebKitGTK calls it a button, and adds its value to its name.
  if (engine === "webkit" && role === "combobox") return;
  assert.deepEqual(await page.focusedRoleAndName(), [role, name]);
}
