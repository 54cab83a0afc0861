// Where things are, from the root of the repository.

import { join, resolve } from "node:path";
import { env } from "node:process";
import { fileURLToPath } from "node:url";

/** @param {string[]} parts */
export function inRoot(...parts) {
  return join(fileURLToPath(new URL("../..", import.meta.url)), ...parts);
}

/** The site under test: what E2E_SITE names, or the finished one. */
export const site = env.E2E_SITE ? resolve(env.E2E_SITE) : inRoot("dist");

/** Pictures and consoles of the pages that failed a test. */
export const failures = inRoot("target", "page-failures");

/** Hashes and logs that the crate's own tests have checked natively. */
export const native = (/** @type {string} */ name) => inRoot("tests", "it", name);

/** The tools that tests of hosts install, and what is made with them. */
export const hosts = inRoot("target", "hosts");

/** What others install, as `cargo xtask package` makes it. */
export const packages = inRoot("target", "packages");

/** The sources of the Python package. */
export const python = inRoot("packages", "python");
