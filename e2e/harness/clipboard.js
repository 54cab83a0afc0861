// A clipboard of the page's own, for the machine's is everybody's. What is exported here
// runs in the page.

/** @import { InPage } from "./in-page.js" */

/**
 * Takes what is copied from now on.
 *
 * @param {InPage} page
 */
export function takeCopies({ kept }) {
  kept.copies = [];
  const writeText = async (/** @type {string} */ text) => void kept.copies.push(text);
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
  document.execCommand = () => false;
}

/**
 * What was copied last.
 *
 * @param {InPage} page
 * @returns {string}
 */
export function lastCopy({ kept }) {
  return kept.copies.at(-1);
}

/** Refuses what is to be copied from now on, in the new way and in the old one. */
export function refuseCopies() {
  const writeText = () => Promise.reject(new Error("refused"));
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
  document.execCommand = () => false;
}
