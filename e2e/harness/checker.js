// The checker of logs in the lesson: opened, read and filled in.

/** @import { InterleavedCheck } from "../../packages/npm/interleaved-check.js" */
/** @import { InPage } from "./in-page.js" */
/** @import { Page } from "./page.js" */

// What follows up to `openChecker` runs in the page.

/**
 * Leaves in the page what reads the first checker.
 *
 * @param {InPage} page
 */
export function makeCheckerReader({ kept }) {
  const checker = /** @type {InterleavedCheck} */ (document.querySelector("interleaved-check"));
  const tree = /** @type {ShadowRoot} */ (checker.shadowRoot);
  /** @type {(selector: string, scope?: ParentNode) => HTMLElement[]} */
  const all = (selector, scope = tree) => Array.from(scope.querySelectorAll(selector));
  /** The element that a selector matches. @type {(selector: string) => HTMLInputElement} */
  const find = (selector) => {
    const found = tree.querySelector(selector);
    if (!found) throw new Error(`nothing in the checker matches ${selector}`);
    return /** @type {HTMLInputElement} */ (found);
  };
  /** What a reader sees of it. @type {(selector: string) => string} */
  const said = (selector) => find(selector).innerText;
  /** The lines of the log, each with what stands beside it. */
  const lines = () => {
    return all(".log .row").map((row) => {
      return all(".at, .piece, .plain, .tag", row)
        .map(({ innerText }) => innerText)
        .join("|");
    });
  };
  /** What is told of how it has happened. */
  const happened = () => all(".happened :is(p, li)").map(({ innerText }) => innerText);
  /** The last sentence that is told of the verdict. */
  const told = () => said("[role=status]").trim().split("\n").at(-1);
  /** @type {(selector: string, text: string) => void} */
  const type = (selector, text) => {
    find(selector).value = text;
    find(selector).dispatchEvent(new Event("input", { bubbles: true }));
  };
  const reader = { checker, tree, all, find, said, lines, happened, told, type };
  kept.checker = reader;
  return reader;
}

/** @typedef {ReturnType<typeof makeCheckerReader>} CheckerReader */

// What follows runs here.

/**
 * Opens the lesson at its checker.
 *
 * @param {Page} page
 * @param {string} query
 */
export async function openChecker(page, query) {
  await page.open(`index.html?${query}`);
  // Again and again: what comes above it moves it out of view where a browser doesn't
  // hold on to what is seen, as WebKit doesn't.
  await page.until(() => {
    const checker = document.querySelector("interleaved-check");
    checker?.scrollIntoView();
    return checker?.shadowRoot?.querySelector(".log .row");
  });
  await page.run(makeCheckerReader);
}

/**
 * Clicks on one of the checker's buttons: to show the first example, the second or the
 * third, or to clear all.
 *
 * @param {Page} page
 * @param {number} index
 */
export async function pressButton(page, index) {
  await page.run(({ kept: { checker } }, index) => checker.all("button")[index]?.click(), index);
}

/**
 * Waits for a verdict.
 *
 * @param {Page} page
 * @param {string} verdict
 */
export async function untilVerdict(page, verdict) {
  await page.until(({ kept: { checker } }, verdict) => checker.said(".verdict") === verdict, verdict);
}
