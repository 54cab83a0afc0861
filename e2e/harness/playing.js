// Runs of demos, for tests of pages. These functions run in the page.

/** @import { InPage } from "./in-page.js" */

/**
 * Runs to the end.
 *
 * @param {InPage} page
 */
export async function runToEnd({ demo, event }) {
  const end = event("ended");
  await demo.play();
  await end;
}
