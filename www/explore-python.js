// Goes through all schedules of a program in Python, and says how it can end.

import { Exploration } from "./bindings/python.js";
import { loaded, optionsText, refuse } from "./run-python.js";
import { learn, readersLanguage } from "./words/texts.js";

/** @typedef {{line: number, writes: boolean, thread: string}} Side One of two threads that race. */

/**
 * @typedef {object} Race Two threads, of which one writes what the other reads or writes, with nothing that orders them.
 * @property {string} variable
 * @property {[Side, Side]} sides
 * @property {string} [lock] A lock that one of them holds, and the other should.
 * @property {boolean} benign Whether what is written has always been there already.
 */

/**
 * @typedef {object} Ending How a program can end.
 * @property {"done" | "raised" | "deadlock" | "limit" | "refused"} kind `limit`: it goes on for ever, or to a limit.
 * @property {string} output
 * @property {string} errors
 * @property {number} status
 * @property {boolean} fails Whether an error has ended a thread, or it never ends.
 * @property {string} schedule That leads there with the fewest interruptions.
 * @property {number} interruptions
 * @property {Race[]} races Those on the way there.
 * @property {import("./run-python.js").PythonRun["refusals"]} [refusals]
 * @property {import("./run-python.js").PythonRun["waits"]} [waits]
 * @property {import("./run-python.js").PythonRun["limit"]} [limit]
 */

/**
 * @typedef {object} OutputCheck Whether a program can print an output.
 * @property {"possible" | "beginning" | "impossible" | "unknown"} verdict `beginning`: only as the
 *   beginning of more. `unknown`: no schedule was found, but not all were gone through.
 * @property {number} line The first line that no run has printed so, from 1.
 * @property {string[]} instead What runs that go along so far print there; empty where one has ended.
 */

/** @typedef {{held: string, asked: string, thread: string, line: number}} LockOrder A lock that is asked for while another is held. */

/**
 * @typedef {object} PythonSearch
 * @property {Ending[]} outcomes
 * @property {number} schedules How many runs have gone to their ends.
 * @property {number} states In how many different states it mattered who goes on.
 * @property {boolean} complete Whether there are no other outcomes.
 * @property {"states" | "steps" | "seconds" | "events" | "output" | "memory" | "signal"} [stopped] Why it isn't complete.
 * @property {Race[]} races
 * @property {LockOrder[][]} lockOrders Locks that are taken in a circle.
 * @property {OutputCheck} [check] Of the output that was asked for; if it is possible, the outcome says how.
 */

/** @typedef {{outcomes: number, schedules: number, states: number}} Counts What there is so far. */

/**
 * @typedef {object} SearchLimits When a search is given up.
 * @property {number | undefined} [states]
 * @property {number | undefined} [steps] Instructions of one run.
 * @property {number | undefined} [seconds]
 * @property {number | undefined} [output] Bytes written by one run.
 * @property {number | undefined} [memory] Bytes in use by one run.
 */

/**
 * @typedef {object} SearchOptions
 * @property {"instruction" | "gil" | undefined} [switch] Where a thread may be interrupted.
 * @property {"notebook" | "terminal" | undefined} [stdout] Whether a print is several writes, or one.
 * @property {string | readonly string[] | undefined} [input] The lines that `input()` reads.
 * @property {string | undefined} [output] Only runs that print just this are looked for, and the first ends the search.
 * @property {number | string | undefined} [seed] Of random numbers, not of who goes next.
 * @property {SearchLimits | undefined} [limits]
 * @property {string | undefined} [lang] The language of what is refused.
 * @property {((counts: Counts) => void) | undefined} [progress] Called now and then while it goes on.
 * @property {AbortSignal | undefined} [signal] Stops it: what has been found until then is its answer.
 */

const LIMITS = ["states", "steps", "seconds", "output", "memory"];
/** So many tries are made between two looks at the clock. */
const TRIES = 20;
/** So many milliseconds are searched before others of the page have a turn. */
const SLICE = 30;

/**
 * Goes through all schedules of a program. A long search lets others of the page have turns.
 * @param {string} program
 * @param {SearchOptions} [options]
 * @returns {Promise<PythonSearch>} Rejected with a `SettingError` if an option can't be used.
 */
export async function explorePython(program, options = {}) {
  if (typeof program !== "string") throw new TypeError(`explorePython: the program is a text, not ${typeof program}`);
  if (typeof options !== "object" || options === null) throw new TypeError(`explorePython: the options are an object, not ${options}`);
  const { lang, progress, signal, ...others } = options;
  const language = readersLanguage(lang);
  await Promise.all([loaded(), learn(language)]);
  const search = new Exploration(program, optionsText(others, language, LIMITS));
  refuse(search.bad(), language);
  const begin = performance.now();
  const end = begin + (search.seconds() ?? Infinity) * 1000;
  let slice = begin;
  while (search.advance(TRIES)) {
    const now = performance.now();
    if (signal?.aborted || now >= end) search.stop(!signal?.aborted);
    else if (now - slice > SLICE) {
      const [outcomes = 0, schedules = 0, states = 0] = search.counts();
      progress?.({ outcomes, schedules, states });
      await new Promise((resolve) => setTimeout(resolve));
      slice = performance.now();
    }
  }
  const answer = JSON.parse(search.answer(language === "ko"));
  search.free();
  return answer;
}
