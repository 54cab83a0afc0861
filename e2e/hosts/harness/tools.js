// Tools from their registries, of the versions that `tools/` pins.
//
// They go into `target/hosts/`, a folder each, and stay there until their pins change.

import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { hosts, packages } from "../../harness/places.js";
import { run } from "./run.js";

const MDBOOK = "0.5.4";

/** The Python that is there: environments are made with it. */
export const PYTHON = "python3";

/** @param {string[]} parts */
const pinsOf = (...parts) => fileURLToPath(new URL(join("../tools", ...parts), import.meta.url));

/**
 * Makes the folder of a tool and returns it, unless it is there with the same pins.
 *
 * @param {string} name
 * @param {string} pins
 * @param {(folder: string) => Promise<unknown>} fill
 */
async function install(name, pins, fill) {
  const folder = join(hosts, name);
  // Written last: an installation that was interrupted is made again.
  const copy = join(folder, "installed");
  const installed = await readFile(copy, "utf8").catch(() => undefined);
  if (installed === pins) return folder;
  console.log(`Installing ${name} into ${folder}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await fill(folder);
  await writeFile(copy, pins);
  return folder;
}

/**
 * Packages of Node: a `package.json` names them, and the lock file beside it pins them.
 * Returns the folder in which `node_modules` is.
 *
 * @param {string} name
 */
export async function nodePackages(name) {
  const files = ["package.json", "package-lock.json"];
  const pins = await Promise.all(files.map((file) => readFile(pinsOf(name, file), "utf8")));
  return install(name, pins.join(""), async (folder) => {
    await Promise.all(files.map((file, at) => writeFile(join(folder, file), pins[at] ?? "")));
    await run(folder, ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  });
}

/**
 * An environment of Python with what a `requirements.txt` pins. Returns the folder of its
 * programs, `python` among them.
 *
 * @param {string} name
 */
export async function pythonEnvironment(name) {
  const file = pinsOf(name, "requirements.txt");
  const folder = await install(name, await readFile(file, "utf8"), async (folder) => {
    await run(folder, [PYTHON, "-m", "venv", "."]);
    await run(folder, [...pip(join(folder, "bin")), "--requirement", file]);
  });
  return join(folder, "bin");
}

/**
 * What installs packages into an environment of Python.
 *
 * @param {string} programs
 */
function pip(programs) {
  const words = ["-m", "pip", "--disable-pip-version-check", "install", "--quiet"];
  return /** @type {const} */ ([join(programs, "python"), ...words]);
}

/** mdBook, which is a program of crates.io. Returns its path. */
export async function mdbook() {
  const folder = await install("mdbook", MDBOOK, (folder) => {
    return run(folder, [process.env.CARGO ?? "cargo", "install", "--locked", "--quiet", "--root", ".", "--version", MDBOOK, "mdbook"]);
  });
  return join(folder, "bin", "mdbook");
}

/** The names of the files that `cargo xtask package` has made last, of our own packages. */
async function ownPackages() {
  const text = await readFile(join(packages, "npm", "package.json"), "utf8").catch(() => {
    throw new Error("there are no packages: `cargo xtask package` makes them");
  });
  const { version } = JSON.parse(text);
  return {
    npm: join(packages, `interleaved-${version}.tgz`),
    wheel: join(packages, `interleaved-${version}-py3-none-any.whl`),
  };
}

export const wheel = async () => (await ownPackages()).wheel;

/**
 * Installs our npm package, from the file that is published, into a folder with a
 * `package.json`.
 *
 * @param {string} folder
 */
export async function installNpmPackage(folder) {
  const { npm } = await ownPackages();
  await run(folder, ["npm", "install", "--offline", "--no-audit", "--no-fund", npm]);
}

/**
 * Installs our Python package, from the file that is published, into an environment.
 *
 * @param {string} programs
 */
export async function installWheel(programs) {
  const words = ["--no-deps", "--no-index", "--force-reinstall", await wheel()];
  await run(hosts, [...pip(programs), ...words]);
}
