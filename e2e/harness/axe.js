// axe, a checker of accessibility, in the page under test.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import { test } from "./test.js";

/** @import axe from "axe-core" */
/** @import { Page } from "./page.js" */

const SOURCE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe looks for: WCAG's levels A and AA, and what it holds to be good besides. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that look at colours. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** How a page may be looked at. @typedef {{ lang: string, theme: string }} Look */

/** Each language in each theme. @type {Look[]} */
const LOOKS = ["en", "ko"].flatMap((lang) => ["light", "dark"].map((theme) => ({ lang, theme })));

/** Which engines axe runs in, as an option of a test. */
const WHERE = {
  engines: /** @type {"chrome"[]} */ (["chrome"]),
  why: "it reads the tree and the styles, which are the same in every engine",
};

/**
 * A test for each look that axe finds nothing on something.
 *
 * @param {string} subject
 * @param {(page: Page, look: Look) => Promise<unknown>} run
 * @param {Look[]} [looks]
 */
export function inLooks(subject, run, looks = LOOKS) {
  for (const look of looks) {
    const { lang, theme } = look;
    test(`axe finds nothing on ${subject}, ${lang}, ${theme}`, (page) => run(page, look), WHERE);
  }
}

/**
 * Opens a page in a language and a theme, and brings axe into it.
 *
 * @param {Page} page
 * @param {string} path with its query as far as the settings to come, or a whole address
 * @param {Look} look
 */
export async function openIn(page, path, { lang, theme }) {
  await page.emulation.media({ dark: theme === "dark" });
  await page.goto(`${new URL(path, page.url)}lang=${lang}&theme=${theme}`);
  await bringAxe(page);
}

/** @param {Page} page */
export async function bringAxe(page) {
  await page.driver.executeScript(await readFile(SOURCE, "utf8"));
}

/**
 * What is looked for in a look: a theme changes nothing but colours, so all else is looked
 * for in one of them.
 *
 * @param {Look} look
 */
export const rulesIn = ({ theme }) => (theme === "dark" ? COLOURS : RULES);

/**
 * What axe finds in the page as it is, or in the first element that a selector matches:
 * a line for each place, with the rule and the reason.
 *
 * @param {Page} page
 * @param {{ within?: string, rules?: string[] }} [options]
 */
export function violations(page, { within = "html", rules = RULES } = {}) {
  return page.run(
    async ({ drawn }, within, rules) => {
      await drawn();
      const { violations } = await /** @type {axe} */ (Reflect.get(window, "axe")).run(
        /** @type {Element} */ (document.querySelector(within)),
        // The style sheets are the site's own, so none has to be fetched to be read.
        { runOnly: rules, resultTypes: ["violations"], preload: false },
      );
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary = "" }) => {
          return `${id}: ${target.flat(9).join(" ")}: ${failureSummary.replaceAll(/\s+/g, " ")}`;
        }),
      );
    },
    within,
    rules,
  );
}
