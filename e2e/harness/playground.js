// The playground, opened and asked by a test.

import { readFileSync } from "node:fs";

import { inRoot } from "./places.js";

/** @import { InterleavedPython } from "../../www/interleaved-python.js" */
/** @import { Page } from "./page.js" */

/** Where the program is typed: into the editor, once it is there, and into the plain text area. */
export const FIELD = "interleaved-python >>> .cm-content";
export const PLAIN_FIELD = "interleaved-python >>> textarea";

/** @param {string} name */
export const handout = (name) => readFileSync(inRoot("crates/python/tests/handout", name), "utf8");

/**
 * Opens the playground, and waits until it shows a program.
 *
 * @param {Page} page
 * @param {string} [query] with the fragment, if there is one
 */
export async function openPlayground(page, query = "lang=en") {
  await page.open(`python.html?${query}`);
  await untilShown(page);
}

/** Waits until it shows a program, with the editor if it is to have one. @param {Page} page */
export async function untilShown(page) {
  await page.until(async () => {
    const node = /** @type {InterleavedPython | null} */ (document.querySelector("interleaved-python"));
    await node?.ready;
    const root = node?.shadowRoot;
    if (node?.getAttribute("editor") !== "plain" && root?.querySelector("textarea")) return false;
    return root?.querySelector(".threads, .several .lane");
  });
}

/**
 * Shows a program, and waits until it is in force.
 *
 * @param {Page} page
 * @param {string} program
 * @param {Record<string, string>} [settings]
 */
export function show(page, program, settings = {}) {
  return page.run(
    async ({ drawn }, program, settings) => {
      const node = /** @type {InterleavedPython} */ (document.querySelector("interleaved-python"));
      for (const [name, value] of Object.entries(settings)) node.setAttribute(name, value);
      node.program = program;
      await node.ready;
      await drawn();
    },
    program,
    settings,
  );
}

/**
 * Goes to a time in seconds, or to the end, and tells what is to be seen there.
 *
 * @param {Page} page
 * @param {number | "end"} time
 */
export function lookAt(page, time) {
  return page.run(async ({ drawn }, time) => {
    const node = /** @type {InterleavedPython} */ (document.querySelector("interleaved-python"));
    if (time === "end") await node.run();
    else node.currentTime = time;
    await drawn();
    const root = /** @type {ShadowRoot} */ (node.shadowRoot);
    const text = (/** @type {string} */ selector) => (root.querySelector(selector)?.textContent ?? "").replaceAll(/[^\S\n]+/g, " ");
    return {
      log: node.logText(),
      outcome: node.outcome,
      threads: text(".threads-list"),
      globals: text(".globals"),
      moment: text(".moment"),
      conclusion: text(".conclusion"),
      errors: text(".errors pre"),
      problems: text(".problems"),
      marks: Array.from(root.querySelectorAll(".row-number"), (row) => row.querySelectorAll(".mark").length),
      wrong: Array.from(root.querySelectorAll(".row-number.wrong"), (row) => row.textContent),
      now: Array.from(
        root.querySelectorAll(".washes .now"),
        (wash) => Number(/** @type {HTMLElement} */ (wash).style.getPropertyValue("--line-number")) + 1,
      ),
    };
  }, time);
}
