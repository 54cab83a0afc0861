// What a lane's timeline shows, as a table for those who don't see it.

import { element, setText } from "./dom.js";
import { textsIn } from "./texts.js";
import { MOST_ROWS, NAMED_TASKS, POLLED, SLICE, WAITING, WROTE, each } from "./timeline.js";

/** @typedef {import("./engine.js").Player} Player */
/** @typedef {import("./lane-view.js").Scale} Scale */

/** How often, in milliseconds, it may change while time passes. */
const CHANGE_EVERY = 1000;
/** Of how many prints at most, the latest, it says when they were. */
const MOST_TIMES = 50;

const TEXTS = {
  en: {
    caption: (/** @type {string} */ lane) => `${lane}: what the tasks have done`,
    columns: ["Task", "State", "Waits until", "Polls", "Prints"],
    states: ["ready", "running", "waiting", "ready", "running", "finished"],
    early: "not started",
    lock: "the lock is free",
    torn: (/** @type {number} */ count) => `, ${count} torn`,
  },
  ko: {
    caption: (/** @type {string} */ lane) => `${lane}: 태스크가 한 일`,
    columns: ["태스크", "상태", "대기 기한", "폴링", "출력"],
    states: ["준비", "실행 중", "대기", "준비", "실행 중", "끝남"],
    early: "시작 전",
    lock: "락이 풀릴 때",
    torn: (/** @type {number} */ count) => `, 찢어짐 ${count}`,
  },
};

/** As many rows as the picture has, so that each may be several tasks. */
export class Table {
  #table = element("table");
  /** A box, because a table doesn't shrink. */
  root = element("div", { class: "told" }, this.#table);
  #player;
  #scale;
  #counts;
  /** The tasks of each row. @type {number[][]} */
  #tasks = [];
  #texts = TEXTS.en;
  /** @type {(time: number) => string} */
  #seconds = String;
  #changed = 0;

  /** @param {Player} player @param {number} lane @param {Scale} scale */
  constructor(player, lane, scale) {
    const { length } = player.tasks;
    const rows = Math.min(length, MOST_ROWS);
    this.#player = player;
    this.#scale = scale;
    this.#counts = new Counts(player, lane);
    for (const task of player.tasks.keys()) (this.#tasks[Math.floor((task * rows) / length)] ??= []).push(task);
  }

  /** @param {import("./timeline.js").Language} language @param {string} lane Its name. */
  translate(language, lane) {
    const { tasks } = this.#player;
    this.#texts = TEXTS[language];
    this.#seconds = (time) => textsIn(language).seconds(this.#scale.seconds(time));
    const { caption, columns } = this.#texts;
    const rows = this.#tasks.map((row) => {
      const [first, last] = [row[0], row.at(-1)].map((task) => tasks[task ?? 0]?.name ?? "");
      const name = row.length > 1 ? `${first} … ${last}` : `${first}`;
      return element("tr", {}, element("th", { scope: "row" }, name), ...columns.slice(1).map(() => element("td")));
    });
    this.#table.replaceChildren(
      element("caption", {}, caption(lane)),
      element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column))),
      ...rows,
    );
  }

  /** @param {number} shown @param {boolean} paused */
  update(shown, paused) {
    const now = performance.now();
    if (!paused && now - this.#changed < CHANGE_EVERY) return;
    this.#changed = now;
    this.#counts.read(shown);
    for (const [row, { cells }] of [...this.#table.rows].slice(1).entries()) {
      for (const [column, text] of this.#say(this.#tasks[row] ?? []).entries()) {
        setText(/** @type {Node} */ (cells[column + 1]), text);
      }
    }
  }

  /** What a row says after its name. @param {number[]} tasks */
  #say(tasks) {
    const { states, early, lock, torn } = this.#texts;
    /** How many tasks are in each state. @type {Record<string, number>} */
    const inState = {};
    let [first, polls, prints, tears] = [Infinity, 0, 0, 0];
    for (const task of tasks) {
      const counts = this.#counts.of(task);
      const state = states[counts.kind] ?? early;
      inState[state] = (inState[state] ?? 0) + 1;
      if (counts.kind === WAITING) first = Math.min(first, counts.until);
      polls += counts.polls;
      prints += counts.prints;
      tears += counts.tears;
    }
    const several = tasks.length > 1;
    const state = Object.entries(inState).map(([name, count]) => (several ? `${name} ${count}` : name));
    const until = first === Infinity ? "" : first < 0 ? lock : this.#seconds(first);
    const times = (several ? [] : (this.#counts.times[tasks[0] ?? 0] ?? [])).slice(-MOST_TIMES).map(this.#seconds);
    if (times.length && times.length < prints) times.unshift("…");
    const printed = prints + (tears ? torn(tears) : "") + (times.length ? `: ${times.join(", ")}` : "");
    return [state.join(", "), until, `${polls}`, printed];
  }
}

/** How many numbers there are for each task; see `Counts.of`. */
const FIELDS = 5;

/** What each task has done among the first events, with a copy every so often to go back to. */
class Counts {
  #player;
  #lane;
  #read = 0;
  /** Of each task as many as there are fields; then who has written a text, if that was the last write. */
  #numbers;
  /** @type {Float64Array[]} */
  #copies = [];
  /** When each task has printed, where there are few. @type {number[][]} */
  times;

  /** @param {Player} player @param {number} lane */
  constructor(player, lane) {
    const { tasks } = player;
    this.#player = player;
    this.#lane = lane;
    this.#numbers = new Float64Array(tasks.length * FIELDS + 1);
    for (const task of tasks.keys()) this.#numbers[task * FIELDS] = -1;
    /** @type {number[][]} */
    const times = tasks.length > NAMED_TASKS ? [] : tasks.map(() => []);
    this.times = times;
  }

  /** @param {number} task */
  of(task) {
    const [kind = -1, until = 0, polls = 0, prints = 0, tears = 0] = this.#numbers.subarray(task * FIELDS);
    return { kind, until, polls, prints, tears };
  }

  /** @param {number} shown */
  read(shown) {
    if (shown < this.#read) {
      const copy = Math.floor(shown / SLICE);
      this.#read = copy * SLICE;
      this.#numbers.set(this.#copies[copy] ?? []);
      for (const [task, times] of this.times.entries()) times.length = this.of(task).prints;
    }
    while (this.#read < shown) {
      const copy = Math.floor(this.#read / SLICE);
      if (this.#read === copy * SLICE) this.#copies[copy] = this.#numbers.slice();
      const to = Math.min(shown, (copy + 1) * SLICE);
      each(this.#player, this.#lane, this.#read, to, this.#add);
      this.#read = to;
    }
  }

  /** @param {number} _ @param {number} kind @param {number} at @param {number} task @param {number} detail */
  #add = (_, kind, at, task, detail) => {
    if (task < 0) return;
    const numbers = this.#numbers;
    const first = task * FIELDS;
    const writer = numbers.length - 1;
    /** @param {number} field */
    const count = (field) => {
      numbers[first + field] = (numbers[first + field] ?? 0) + 1;
    };
    numbers[first] = kind;
    if (kind === WAITING) numbers[first + 1] = detail;
    if (kind === POLLED) count(2);
    if (kind !== WROTE) return;
    // A newline is one character long, and a text is longer.
    const text = detail > 1;
    if (text) this.times[task]?.push(at);
    if (text) count(3);
    else if (numbers[writer] !== task) count(4);
    numbers[writer] = text ? task : -1;
  };
}
