// The code that the page for teachers gives out, as the tests of hosts use it.

import assert from "node:assert/strict";

import { TOOLS } from "../../../www/pages/course-tools.js";
import { PACKAGE } from "../../../www/panels/snippets.js";
import { NAMES } from "../../harness/names.js";

/** @import { Host } from "./host.js" */

export { PACKAGE };

/** Where the files are that a site brings along. */
export const OWN = "interleaved/";

/** @typedef {Record<string, string>} Settings texts by their names, in the order in which the code names them */

/**
 * What the lesson shows, with a program, which is a part that is loaded later.
 *
 * @type {Settings}
 */
export const LESSON = {
  tasks: "A:1:5 B:5:10 C:10:15",
  lanes: "sequential async threads",
  code: "python",
};

/**
 * Settings of every kind, and names that a tool could take for marks of its own.
 *
 * @type {Settings}
 */
export const NAMED = {
  tasks: NAMES.map((name) => `${name}:1:3`).join(" "),
  lanes: "async threads",
  seed: "7",
  lock: "",
  editor: "",
  // As fast as the tests play it.
  speed: "100",
  "start-at": "0.5",
  lang: "ko",
};

/**
 * The texts of what is pasted for a tool, in their order.
 *
 * @param {string} tool
 * @param {Settings} settings
 * @param {string} from where the files are: a folder or an address that ends with `/`, or `PACKAGE`
 */
export function snippets(tool, settings, from) {
  const make = TOOLS[tool];
  if (!make) throw new Error(`there is no code for ${tool}`);
  const base = from === PACKAGE ? "" : from;
  const script = from === PACKAGE ? PACKAGE : `${from}interleaved.js`;
  const wanted = { settings, page: `${base}embed.html`, script, title: "Concurrency demo", height: 900 };
  return make(wanted).map(({ text }) => text);
}

/**
 * The only text of what is pasted for a tool.
 *
 * @param {string} tool
 * @param {Settings} settings
 * @param {string} from see `snippets`
 */
export function snippet(tool, settings, from) {
  const [text = "", ...others] = snippets(tool, settings, from);
  assert.deepEqual(others, []);
  return text;
}

/**
 * Opens the page with `LESSON` and those with `NAMED`, plays their demos, and checks that
 * the settings of the latter have come through as they were.
 *
 * @param {Host} host
 * @param {string} lesson the address
 * @param {string[]} named the addresses
 */
export async function drive(host, lesson, ...named) {
  await host.openAndPlay(lesson);
  for (const url of named) {
    await host.openAndPlay(url);
    await checkNamed(host);
  }
}

/**
 * Checks the settings of the demo that has just been played.
 *
 * @param {Host} host
 */
export async function checkNamed({ page }) {
  assert.deepEqual(await page.run(({ demo }) => demo.toJSON()), NAMED);
}
