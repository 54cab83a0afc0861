// The only module that names the core's wasm module: its loading, and what settings mean to it.

import load, { Player as Core } from "../bindings/core.js";
import { coreWasm } from "../site.js";

/** @typedef {import("../words/texts.js").Refusal} Refusal */

/**
 * @typedef {object} Task A summation; its ends are numbers in decimal.
 * @property {string} name
 * @property {string} low
 * @property {string} high
 * @property {number} steps
 */

/** @type {Promise<unknown> | undefined} */
let loading;

/** Resolves once the core can be used; rejects with the reason if it can't. */
export function loaded() {
  // One instance serves all demos of a page.
  loading ??= load({ module_or_path: coreWasm() }).catch((error) => {
    // The next try may have more luck.
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Thrown where settings can't be used. */
export class RefusedError extends Error {
  /** @param {Refusal} refusal */
  constructor(refusal) {
    super(`${refusal.setting}: ${refusal.code}`);
    this.refusal = refusal;
  }
}

/** Settings as the core reads them: names and values in turn. @param {Map<string, string>} settings */
export function settingsText(settings) {
  return [...settings]
    .flat()
    .map((part) => part.replaceAll("\0", "\ufffd") + "\0")
    .join("");
}

/**
 * The core with the lanes of some settings.
 * @param {Map<string, string>} settings
 * @param {boolean} real Whether there are real threads, or all is virtual.
 * @throws {RefusedError}
 */
export function open(settings, real) {
  const core = new Core(settingsText(settings), real);
  const about = core.about();
  const end = about.indexOf("\n");
  const [first, second] = [about.slice(0, end), about.slice(end + 1)];
  if (first.startsWith("!")) {
    core.free();
    const [, code = "", setting = "", ...allowed] = first.trim().split(" ");
    throw new RefusedError({ code, setting, value: second, allowed });
  }
  return { core, lanes: first.trim().split(" "), tasks: second.trim().split(" ").map(taskOf) };
}

/** @param {string} text As the setting has it. @returns {Task} */
function taskOf(text) {
  const [, name = "", low = "", high = ""] = /^(.*):(.*):(.*)$/s.exec(text) ?? [];
  return { name, low, high, steps: Math.max(0, Number(high) - Number(low)) };
}

/** What is wrong with a setting, if something is. @param {string} name @param {string} value */
export function refusalOf(name, value) {
  try {
    open(new Map([[name, value]]), false).core.free();
    return undefined;
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
}
