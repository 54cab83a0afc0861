// What each task of a lane has done among its first events.

import {
  DEADLOCKED,
  FINISHED,
  ON_RESOURCE,
  ON_TASK,
  POLLED,
  PREEMPTED,
  RAISED,
  RESUMED,
  STARTED,
  WAITING,
  WOKE,
  WROTE,
} from "../bindings/crossing.js";
import { written } from "../log/log.js";
import { OfRun, Replay } from "../log/replay.js";

/** @typedef {import("../log/log.js").Log} Log */
/** @typedef {import("../log/log.js").EventNumbers} EventNumbers */

/** @typedef {"early" | "ready" | "running" | "waiting" | "finished" | "stuck"} Doing */

/**
 * @typedef {object} Count What a task has done.
 * @property {Doing} doing
 * @property {number} until Its deadline, if it waits for one; else -1.
 * @property {{on: "task" | "resource", of: number} | undefined} waitsFor What else it waits for.
 * @property {number} turns
 * @property {number} prints How many it has begun.
 * @property {number} torn In how many of them somebody else has written.
 * @property {"no" | "whole" | "torn"} printing Whether it is within a print, and whether that is torn.
 */

/** @typedef {{tasks: Count[], writer: number}} State `writer` has left the last line without its end, if somebody has; else -1. */

/** What a task is doing after an event; others leave it as it is. @type {Record<number, Doing>} */
const DOING = {
  [STARTED]: "ready",
  [POLLED]: "running",
  [RESUMED]: "running",
  [WROTE]: "running",
  [PREEMPTED]: "ready",
  [WAITING]: "waiting",
  [WOKE]: "ready",
  [RAISED]: "finished",
  [FINISHED]: "finished",
  [DEADLOCKED]: "stuck",
};

/** @type {Readonly<Count>} */
const NOTHING = Object.freeze({ doing: "early", until: -1, waitsFor: undefined, turns: 0, prints: 0, torn: 0, printing: "no" });

export class Counts {
  #replay;
  /** @type {OfRun<number[][]>} */
  #times;

  /** @param {Log} log */
  constructor(log) {
    this.#times = new OfRun(log, () => []);
    /** @type {State} */
    const start = { tasks: [], writer: -1 };
    const copy = (/** @type {State} */ { tasks, writer }) => ({ tasks: tasks.map((task) => ({ ...task })), writer });
    this.#replay = new Replay(log, start, copy, this.#add);
  }

  /** When a task has begun each print, among all events that have been read. @param {number} task */
  timesOf(task) {
    return this.#times.now[task] ?? [];
  }

  /** What a task has done. @param {number} task */
  of(task) {
    return this.#replay.state.tasks[task] ?? NOTHING;
  }

  /** Takes in so many events, unless time runs out. Returns whether it has. @param {number} shown @param {number} until */
  read(shown, until) {
    return this.#replay.go(shown, until);
  }

  /** @param {State} state @param {number} _ @param {EventNumbers} event @param {number} task */
  #add = (state, _, event, task) => {
    const { kind } = event;
    if (task < 0) {
      if (kind === WROTE) state.writer = -1;
      return;
    }
    // Whoever comes during a run has done nothing before.
    while (state.tasks.length <= task) state.tasks.push({ ...NOTHING });
    const count = state.tasks[task];
    if (!count) return;
    count.doing = DOING[kind] ?? count.doing;
    if (kind === WAITING) {
      count.until = event.until;
      count.waitsFor = waitsFor(event);
    } else if (kind === POLLED || kind === RESUMED) {
      count.turns += 1;
    } else if (kind === WROTE && event.other >= 0) {
      this.#write(state, count, event, task);
    }
  };

  /** @param {State} state @param {Count} count @param {EventNumbers} event @param {number} task */
  #write(state, count, event, task) {
    const { text, ends } = written(event);
    if (count.printing === "no" && text) {
      (this.#times.now[task] ??= [])[count.prints] = event.at;
      count.prints += 1;
      count.printing = "whole";
    } else if (count.printing === "whole" && state.writer !== task) {
      count.torn += 1;
      count.printing = "torn";
    }
    if (ends) count.printing = "no";
    state.writer = ends ? -1 : task;
  }
}

/** @param {EventNumbers} event @returns {Count["waitsFor"]} */
function waitsFor({ on, other }) {
  if (on === ON_TASK) return { on: "task", of: other };
  return on === ON_RESOURCE ? { on: "resource", of: other } : undefined;
}
