// The demo as one file, as the menu saves it.

/** @import { Page } from "./page.js" */

/**
 * The text that the menu of a demo in English saves.
 *
 * @param {Page} page
 * @returns {Promise<string>}
 */
export async function saveDemo(page) {
  await page.run(({ kept }) => {
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      kept.savedBlob = blob;
      return create(blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      kept.savedName = this.download;
    };
  });
  await page.click("interleaved-demo >>> .bar > [aria-haspopup]");
  await page.until(({ root }) => root.querySelector("dialog"));
  await page.click("interleaved-demo >>> [aria-label='Save: This demo as one file (HTML)']");
  await page.until(({ kept }) => kept.savedName === "interleaved.html");
  return page.run(({ kept }) => kept.savedBlob.text());
}
