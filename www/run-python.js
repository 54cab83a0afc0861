// Runs a program in Python to its end, in virtual time, and says what it did.

import load, { Run } from "./bindings/python.js";
import { pythonWasm } from "./site.js";
import { learn, readersLanguage, SettingError, textsIn } from "./words/texts.js";

/**
 * @typedef {object} PythonEvent Something that happened to a thread.
 * @property {number} at In virtual milliseconds.
 * @property {import("./bindings/crossing.js").Kind} kind
 * @property {string} task The thread's name.
 * @property {number} index The thread's number; 0 is the main one.
 * @property {number} [line] The line of the program that it is at.
 * @property {number} [by] With `created`: the number of the thread that has made it.
 * @property {"time" | "task" | "resource" | "elsewhere"} [on] With `waiting`: for what.
 * @property {number} [until] With `waiting`: the deadline, if there is one.
 * @property {string} [resource] What is waited for, acquired or released: a kind of thing.
 * @property {number} [of] The number of the thread that is waited for, or of the resource.
 * @property {"output" | "error"} [stream] With `wrote`.
 * @property {string} [text] With `wrote` and `raised`.
 */

/** @typedef {{line: number, word: string, reason: string}} Refused What a program needs and can't have. */
/** @typedef {{thread: string, on: string, holder?: string, line?: number, text?: string}} Stuck Who waits for what, for ever. */

/**
 * @typedef {object} PythonRun What a program did: JSON can say it all.
 * @property {string} output What it has written to standard output.
 * @property {string} errors What it has written to standard error.
 * @property {"done" | "raised" | "deadlock" | "limit" | "refused"} outcome
 * @property {number} status What a process would end with.
 * @property {number} duration In virtual milliseconds.
 * @property {PythonEvent[]} events
 * @property {string} schedule With it the run can be repeated.
 * @property {Refused[]} [refusals] Where it was refused: all that it needs and can't have.
 * @property {Stuck[]} [waits] Of a deadlock: who waits for what.
 * @property {"steps" | "events" | "output"} [limit] Which limit it has come to.
 */

/**
 * @typedef {object} Limits When a run is given up.
 * @property {number | undefined} [steps] Instructions.
 * @property {number | undefined} [events]
 * @property {number | undefined} [output] Bytes written.
 * @property {number | undefined} [memory] Bytes in use: more raise Python's `MemoryError`.
 */

/**
 * @typedef {object} PythonOptions
 * @property {number | string | undefined} [seed] Who goes next: 0 is in turn.
 * @property {string | readonly number[] | undefined} [schedule] In the place of a seed: that of another run.
 * @property {"instruction" | "gil" | undefined} [switch] Where a thread may be interrupted.
 * @property {"notebook" | "terminal" | undefined} [stdout] Whether a print is several writes, or one.
 * @property {string | readonly string[] | undefined} [input] The lines that `input()` reads.
 * @property {Limits | undefined} [limits]
 * @property {string | undefined} [lang] The language of what is refused.
 */

/** So many instructions are run between two looks at the clock. */
const INSTRUCTIONS = 200_000;
/** So many milliseconds are run before others of the page have a turn. */
const SLICE = 30;
/** So many events are told at once. */
const EVENTS = 20_000;

/** @type {Promise<unknown> | undefined} */
let loading;

export function loaded() {
  // One instance serves all runs.
  loading ??= load({ module_or_path: pythonWasm() }).catch((error) => {
    // The next try may have more luck.
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Runs a program in Python, threads and all. A long run lets others of the page have turns.
 * @param {string} program
 * @param {PythonOptions} [options]
 * @returns {Promise<PythonRun>} Rejected with a `SettingError` if an option can't be used.
 */
export async function runPython(program, options = {}) {
  if (typeof program !== "string") throw new TypeError(`runPython: the program is a text, not ${typeof program}`);
  if (typeof options !== "object" || options === null) throw new TypeError(`runPython: the options are an object, not ${options}`);
  const { lang, ...others } = options;
  const language = readersLanguage(lang);
  await Promise.all([loaded(), learn(language)]);
  const run = new Run(program, optionsText(others, language));
  refuse(run.bad(), language);
  let begin = performance.now();
  while (run.advance(INSTRUCTIONS)) {
    if (performance.now() - begin > SLICE) {
      await new Promise((resolve) => setTimeout(resolve));
      begin = performance.now();
    }
  }
  const answer = JSON.parse(run.answer(language === "ko"));
  /** @type {PythonEvent[]} */
  const events = [];
  for (;;) {
    const more = JSON.parse(run.events(events.length, events.length + EVENTS));
    if (more.length === 0) break;
    for (const event of more) events.push(event);
  }
  run.free();
  return { ...answer, events };
}

/** Throws what is wrong with an option. @param {string} bad As the machine tells it. @param {import("./words/texts.js").Language} language */
export function refuse(bad, language) {
  const [code, setting = "", value = "", allowed = ""] = bad.split("\n");
  if (code) throw new SettingError(textsIn(language), { code, setting, value, allowed: allowed.split(" ") });
}

/**
 * Options as the machine reads them: names and values in turn.
 * @param {Record<string, unknown>} options
 * @param {import("./words/texts.js").Language} language
 * @param {string[]} limitNames Which limits there are.
 */
export function optionsText(options, language, limitNames = ["steps", "events", "output", "memory"]) {
  const { limits = {}, ...others } = options;
  if (typeof limits !== "object" || limits === null) {
    const refusal = { code: "notOneOf", setting: "limits", value: String(limits), allowed: [`{${limitNames.join(", ")}}`] };
    throw new SettingError(textsIn(language), refusal);
  }
  const named = Object.entries(limits).map(([name, limit]) => [`limits.${name}`, limit]);
  return [...Object.entries(others), ...named]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, text(name, value)])
    .flat()
    .map((part) => `${part.replaceAll("\0", "\ufffd")}\0`)
    .join("");
}

/** An option as text; lists have lines or commas. @param {string} name @param {unknown} value */
function text(name, value) {
  return Array.isArray(value) ? value.join(name === "input" ? "\n" : ",") : String(value);
}
