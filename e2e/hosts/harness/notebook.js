// Our Python package among the programs that show notebooks, and a notebook with its demos.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { playToEnd } from "./demo.js";
import { installWheel, pythonEnvironment } from "./tools.js";

/** @import { Page } from "../../harness/page.js" */
/** @import { Host } from "./host.js" */

/** The cells of the notebooks. The second demo is another output of the same page. */
export const CELLS = /** @type {const} */ ([
  `from interleaved import Demo, check
Demo('A:1:5 B:5:10 C:10:15', lanes='sequential async threads', code='python', lang='en')`,
  "Demo([('</script>', 1, 3)], lanes='async', lang='ko')",
  "check('[A] total=1[B] total=5\\n\\n[A] total=3\\nDone!!!\\n')",
]);

/** What the result of the last cell says. */
export const VERDICT = "Threads can have";

/** @type {Promise<string> | undefined} */
let installed;

/** The folder of the programs: Jupyter and the others, with the wheel installed. */
async function install() {
  const programs = await pythonEnvironment("notebooks");
  await installWheel(programs);
  return programs;
}

/**
 * The command of one of these programs, and an environment in which it neither knows nor
 * changes what its user has set up.
 *
 * @param {Host} host
 * @param {string} name
 * @param {string[]} words
 */
async function command(host, name, ...words) {
  const programs = await (installed ??= install());
  const own = Object.entries(process.env).filter(([name]) => !/^(JUPYTER|IPYTHON|PYTHON|MARIMO)/.test(name));
  const env = { ...Object.fromEntries(own), HOME: join(host.folder, "home"), PYTHONDONTWRITEBYTECODE: "1" };
  return { command: /** @type {const} */ ([join(programs, name), ...words]), env };
}

/**
 * Runs one of these programs, and returns what it printed.
 *
 * @param {Host} host
 * @param {string} name
 * @param {string[]} words
 */
export async function runProgram(host, name, ...words) {
  const { command: line, env } = await command(host, name, ...words);
  return host.run(line, env);
}

/**
 * Starts one of these programs, which serves, and returns its address.
 *
 * @param {Host} host
 * @param {string} name
 * @param {string[]} words
 */
export async function startProgram(host, name, ...words) {
  const { command: line, env } = await command(host, name, ...words);
  return host.start(line, env);
}

/**
 * Writes the notebook into the test's folder, and returns its path.
 *
 * @param {Host} host
 */
export function writeNotebook(host) {
  const cells = CELLS.map((source, number) => ({
    cell_type: "code",
    id: `cell-${number}`,
    execution_count: null,
    metadata: {},
    outputs: [],
    source,
  }));
  const metadata = { kernelspec: { name: "python3", display_name: "Python 3" } };
  return host.write("demo.ipynb", JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
}

/**
 * Runs the notebook's cells, and returns the HTML of their outputs.
 *
 * @param {Host} host
 * @returns {Promise<string[]>}
 */
export async function executed(host) {
  const file = await writeNotebook(host);
  await runProgram(host, "jupyter-nbconvert", "--to", "notebook", "--execute", "--inplace", file);
  const { cells } = JSON.parse(await readFile(file, "utf8"));
  return cells.map((/** @type {any} */ { outputs }) => [outputs[0].data["text/html"]].flat().join(""));
}

/**
 * Plays the first demo, and waits until the frame that it is in has its height. What runs
 * in the page runs in that frame afterwards.
 *
 * @param {Page} page
 */
export async function playFirst(page) {
  await playToEnd(page);
  // Nothing of it is cut off.
  await page.untilLong(() => document.documentElement.scrollHeight <= innerHeight && innerHeight > 300);
}

/**
 * Plays the first demo, and waits until both frames have the height of their demos.
 *
 * @param {Page} page
 */
export async function playBoth(page) {
  await playFirst(page);
  await page.leaveFrames();
  await page.untilLong(() => {
    const frames = /** @type {HTMLIFrameElement[]} */ ([...document.querySelectorAll("iframe[data-height=fit]")]);
    for (const frame of frames) frame.scrollIntoView();
    return frames.length === 2 && frames.every(({ style }) => parseFloat(style.height) > 300);
  });
}
