// Where in their program a lane's tasks are: the names of places, as programs have them.

import { CREATED, FINISHED, ON_RESOURCE, POLLED, RESUMED, STARTED, WAITING, WROTE } from "../bindings/crossing.js";
import { written } from "../log/log.js";
import { Replay } from "../log/replay.js";

/** @typedef {import("../log/log.js").EventNumbers} EventNumbers */

/** @typedef {{main: string, tasks: string[]}} Places The place of the main program, and of each task; who is nowhere has "". */

export class Trail {
  #work;
  /** @type {Replay<Places>} */
  #replay;
  /** The places that the program has. @type {Set<string>} */
  places = new Set();

  /** @param {import("../log/log.js").Log} log @param {string | undefined} work What a step does. */
  constructor(log, work) {
    this.#work = work;
    const copy = (/** @type {Places} */ { main, tasks }) => ({ main, tasks: tasks.slice() });
    this.#replay = new Replay(log, { main: "", tasks: [] }, copy, this.#move);
  }

  /** Where they are. */
  get state() {
    return this.#replay.state;
  }

  /** Goes to where they are after so many events, unless time runs out. Returns whether it has. @param {number} shown @param {number} [until] */
  go(shown, until) {
    return this.#replay.go(shown, until);
  }

  /**
   * Takes past one event.
   * @param {Places} at @param {number} _ @param {EventNumbers} event @param {number} task
   */
  #move = (at, _, event, task) => {
    if (task < 0) {
      at.main = this.#placeOfMain(event, at.main);
      return;
    }
    // Whoever comes during a run has been nowhere before.
    while (at.tasks.length <= task) at.tasks.push("");
    at.tasks[task] = this.#placeOf(event, task, at.tasks[task] ?? "");
    if (event.kind === CREATED && event.other === 0) at.main = `call ${task}`;
  };

  /**
   * Where an event brings the main program.
   * @param {EventNumbers} event @param {string} before Where it was.
   */
  #placeOfMain({ kind }, before) {
    if (kind === WROTE) return "done";
    if (kind === FINISHED) return "";
    // It waits for nothing but the ends of tasks.
    return kind === WAITING && this.places.has("join") ? "join" : before;
  }

  /**
   * Where an event brings its task.
   * @param {EventNumbers} event @param {number} task @param {string} before Where the task was.
   */
  #placeOf(event, task, before) {
    const { kind, on } = event;
    if (kind === STARTED) return "head";
    const newline = kind === WROTE && !written(event).text;
    const begins = (kind === POLLED || kind === RESUMED) && before === "head";
    // Who computes isn't told of at each step: it does so from its first turn, or from the
    // end of a print, to the next print.
    if (this.#computes(task) && (begins || newline)) return this.places.has("compute") ? "compute" : "wait";
    if (kind === WAITING) return on === ON_RESOURCE ? "lock" : "wait";
    if (kind === WROTE) return newline && this.places.has("newline") ? "newline" : "text";
    // To be woken or polled moves nobody: the line that waits is still the line.
    return kind === FINISHED ? "" : before;
  }

  /** @param {number} task */
  #computes(task) {
    return this.#work === "compute" || (this.#work === "block" && task === 0);
  }
}
