// What a lane's timeline shows, as a table for those who don't see it.

import { element } from "../base/dom.js";
import { FINISHED, ON_RESOURCE, POLLED, PREEMPTED, RAISED, RESUMED, STARTED, WAITING, WOKE, WROTE } from "../bindings/crossing.js";
import { isNewline } from "../engine/engine.js";
import { MOST_ROWS, NAMED_TASKS } from "./plot.js";
import { traits } from "../engine/lanes.js";
import { OfRun, Replay } from "../log/replay.js";
import { textsIn } from "../words/texts.js";
import { isolated } from "../base/names.js";

/** @typedef {import("../engine/engine.js").Player} Player */
/** @typedef {import("./lane-view.js").Scale} Scale */

/** How often, in milliseconds, it may change: whoever hears it needs longer than that. */
const CHANGE_EVERY = 1000;
/** Of how many prints at most, the latest, it says when they were. */
const MOST_TIMES = 50;

/** What a task is doing after an event; others leave it as it is. @type {Record<number, keyof import("../words/texts.js").Texts["table"]["states"]>} */
const STATES = {
  [STARTED]: "ready",
  [POLLED]: "running",
  [RESUMED]: "running",
  [WROTE]: "running",
  [PREEMPTED]: "ready",
  [WAITING]: "waiting",
  [WOKE]: "ready",
  [RAISED]: "finished",
  [FINISHED]: "finished",
};

/** As many rows as the picture has, so that each may be several tasks. */
export class Table {
  #table = element("table");
  /** A box, because a table doesn't shrink. */
  root = element("div", { class: "told" }, this.#table);
  #player;
  #scale;
  #counts;
  #isThreads;
  /** The tasks of each row. @type {number[][]} */
  #tasks = [];
  /** @type {import("../words/texts.js").Language} */
  #language = "en";
  /** The texts of each row. @type {Text[][]} */
  #cells = [];
  /** How many events it tells of, and when it may change. */
  #told;

  /** @param {Player} player @param {number} lane @param {Scale} scale */
  constructor(player, lane, scale) {
    const { length } = player.tasks;
    const rows = Math.min(length, MOST_ROWS);
    this.#player = player;
    this.#scale = scale;
    this.#counts = new Counts(player, lane);
    this.#isThreads = traits(player.lanes[lane]).kind === "threads";
    this.#told = new OfRun(player, () => ({ shown: -1, due: 0 }));
    for (const task of player.tasks.keys()) (this.#tasks[Math.floor((task * rows) / length)] ??= []).push(task);
  }

  /** @param {import("./plot.js").Language} language @param {string} lane Its name. */
  translate(language, lane) {
    const { tasks } = this.#player;
    this.#language = language;
    const { caption, columns } = textsIn(language).table;
    this.#cells = [];
    this.#told.forget();
    const rows = this.#tasks.map((row) => {
      const [first, last] = [row[0], row.at(-1)].map((task) => isolated(tasks[task ?? 0]?.name ?? ""));
      const name = row.length > 1 ? `${first} … ${last}` : `${first}`;
      const cells = columns.slice(1).map(() => new Text());
      this.#cells.push(cells);
      return element("tr", {}, element("th", { scope: "row", translate: "no" }, name), ...cells.map((cell) => element("td", {}, cell)));
    });
    this.#table.replaceChildren(
      element("caption", {}, caption(lane)),
      element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column))),
      ...rows,
    );
  }

  /**
   * Returns whether it is behind: not due yet, or out of time.
   * @param {number} shown @param {boolean} paused @param {number} until
   */
  update(shown, paused, until) {
    const told = this.#told.now;
    if (shown === told.shown) return false;
    const now = performance.now();
    // Of few tasks it is told at once what a step has done.
    if (now < told.due && !(paused && this.#counts.times.length)) return paused;
    if (!this.#counts.read(shown, until)) return true;
    told.shown = shown;
    told.due = now + CHANGE_EVERY;
    for (const [row, cells] of this.#cells.entries()) {
      for (const [column, text] of this.#say(this.#tasks[row] ?? []).entries()) {
        const cell = cells[column];
        if (cell && cell.data !== text) cell.data = text;
      }
    }
    return false;
  }

  /** What a row says after its name. @param {number[]} tasks */
  #say(tasks) {
    const { seconds, table } = textsIn(this.#language);
    const { states, blocked, early, lock, torn } = table;
    const shown = (/** @type {number} */ time) => seconds(this.#scale.seconds(time));
    /** How many tasks are in each state. @type {Record<string, number>} */
    const inState = {};
    let [first, polls, prints, tears] = [Infinity, 0, 0, 0];
    for (const task of tasks) {
      const counts = this.#counts.of(task);
      // A thread that waits is blocked; a future lets its thread go on with others.
      const waits = counts.kind === WAITING && this.#isThreads;
      const name = STATES[counts.kind];
      const state = waits ? blocked : name ? states[name] : early;
      inState[state] = (inState[state] ?? 0) + 1;
      if (counts.kind === WAITING) first = Math.min(first, counts.until);
      polls += counts.polls;
      prints += counts.prints;
      tears += counts.tears;
    }
    const several = tasks.length > 1;
    const state = Object.entries(inState).map(([name, count]) => (several ? `${name} ${count}` : name));
    const until = first === Infinity ? "" : first < 0 ? lock : shown(first);
    const printedAt = (several ? undefined : this.#counts.times[tasks[0] ?? 0]) ?? [];
    const times = printedAt.slice(Math.max(0, prints - MOST_TIMES), prints).map(shown);
    if (times.length && times.length < prints) times.unshift("…");
    const printed = prints + (tears ? torn(tears) : "") + (times.length ? `: ${times.join(", ")}` : "");
    return [state.join(", "), until, `${polls}`, printed];
  }
}

/** How many numbers there are for each task; see `Counts.of`. */
const FIELDS = 5;

/** What each task has done among the first events. */
class Counts {
  #replay;
  /** @type {OfRun<number[][]>} */
  #times;

  /** @param {Player} player @param {number} lane */
  constructor(player, lane) {
    const { tasks } = player;
    // Of each task as many as there are fields; then who has written a text, if that was the last write.
    const start = new Float64Array(tasks.length * FIELDS + 1);
    for (const task of tasks.keys()) start[task * FIELDS] = -1;
    this.#times = new OfRun(player, () => (tasks.length > NAMED_TASKS ? [] : tasks.map(() => [])));
    this.#replay = new Replay(player, lane, start, (numbers) => numbers.slice(), this.#add);
  }

  /** When each task has printed among all that are known, where there are few. */
  get times() {
    return this.#times.now;
  }

  /** @param {number} task */
  of(task) {
    const first = task * FIELDS;
    const [kind = -1, until = 0, polls = 0, prints = 0, tears = 0] = this.#replay.state.subarray(first, first + FIELDS);
    return { kind, until, polls, prints, tears };
  }

  /** @param {number} shown @param {number} until */
  read(shown, until) {
    return this.#replay.go(shown, until);
  }

  /** @param {Float64Array} numbers @param {number} _ @param {import("../log/replay.js").EventNumbers} event @param {number} task */
  #add = (numbers, _, { kind, at, on, until, length }, task) => {
    if (task < 0) return;
    const first = task * FIELDS;
    const writer = numbers.length - 1;
    if (kind in STATES) numbers[first] = kind;
    // A deadline, or -1 for the lock.
    if (kind === WAITING) numbers[first + 1] = on === ON_RESOURCE ? -1 : until;
    if (kind === POLLED || kind === RESUMED) increment(numbers, first + 2);
    if (kind !== WROTE) return;
    const text = !isNewline(length);
    if (text) {
      const times = this.times[task];
      if (times) times[numbers[first + 3] ?? 0] = at;
      increment(numbers, first + 3);
    } else if (numbers[writer] !== task) increment(numbers, first + 4);
    numbers[writer] = text ? task : -1;
  };
}

/** @param {Float64Array} numbers @param {number} index */
function increment(numbers, index) {
  numbers[index] = (numbers[index] ?? 0) + 1;
}
