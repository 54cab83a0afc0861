// The contenders, each in a folder of its own: their pages, their scripts, and the wasm
// files that `cargo xtask bench` has made of `bench/src` before.

import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";

import { CONTENDERS, isOurs } from "./contenders.js";
import { contenders as site, root, sources, target } from "./places.js";

/** @import { Contender } from "./contenders.js" */

/**
 * How a wasm file is compiled: `fast`, as a program's release is whose author doesn't
 * think of bytes, is what is timed; `small`, as the site's core is, what is weighed.
 *
 * @typedef {"fast" | "small"} Build
 */

const PYODIDE = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip"];

/** Writes the folder that is served. */
export async function writeSite() {
  await rm(site, { recursive: true, force: true });
  await copy(join(sources, "pages"), site, ["measure.html", "measure.js"]);
  for (const contender of CONTENDERS) {
    await write(contender, "fast", join(site, contender.folder));
    // The project has pages of its own.
    if (!isOurs(contender)) await write(contender, "small", join(site, "small", contender.folder));
  }
}

/**
 * @param {Contender} contender
 * @param {Build} build
 * @param {string} folder
 */
async function write({ folder: name, feature, script }, build, folder) {
  const pages = join(sources, "pages");
  // The page's own engine, with all that it loads.
  if (name === "page") await cp(join(root, "www"), folder, { recursive: true });
  await copy(pages, folder, ["index.html"]);
  await cp(join(pages, script), join(folder, "contender.js"));
  if (feature) {
    await copy(join(target, "wasm", build, feature), folder, ["interleaved_bench.js", "interleaved_bench_bg.wasm"]);
  }
  if (name === "pyodide") await copy(join(sources, "pyodide", "node_modules", "pyodide"), folder, PYODIDE);
}

/**
 * @param {string} from
 * @param {string} to
 * @param {string[]} names
 */
async function copy(from, to, names) {
  await mkdir(to, { recursive: true });
  for (const name of names) await cp(join(from, name), join(to, name));
}
