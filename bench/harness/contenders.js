// Who is compared.

/**
 * A way of running the summations.
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} folder its folder in the bench's site
 * @property {number} [most] how many tasks it takes at most
 * @property {string} [feature] of the bench's crate: makes its wasm file
 * @property {string} script in `bench/pages`: makes it a contender like the others
 */

/** The one that the others are compared with. */
export const BASELINE = "plain JavaScript";

/** @type {Contender} */
export const OURS = { name: "interleaved, the crate", folder: "ours", feature: "ours", script: "ours.js" };

/** @type {Contender[]} */
export const CONTENDERS = [
  { name: BASELINE, folder: "javascript", script: "javascript.js" },
  OURS,
  { name: "interleaved, the crate, with its event log", folder: "events", feature: "ours", script: "ours.js" },
  { name: "interleaved, as it ships", folder: "page", most: 1_000, script: "page.js" },
  { name: "gloo-timers, join_all", folder: "gloo", feature: "gloo", script: "rust.js" },
  // With ten times as many the page stands still for minutes.
  { name: "wasmtimer, join_all", folder: "wasmtimer", most: 10_000, feature: "wasmtimer", script: "rust.js" },
  { name: "tokio_with_wasm", folder: "tokio", feature: "tokio", script: "rust.js" },
  { name: "Pyodide, asyncio", folder: "pyodide", script: "pyodide.js" },
];

/**
 * Whether this is the project itself.
 *
 * @param {Contender} contender
 */
export function isOurs({ name }) {
  return name.startsWith("interleaved");
}
