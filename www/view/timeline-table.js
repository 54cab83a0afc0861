// What a lane's timeline shows, as a table for those who don't see it.

import { element } from "../base/dom.js";
import { isolated } from "../base/names.js";
import { traits } from "../log/lanes.js";
import { OfRun } from "../log/replay.js";
import { textsIn } from "../words/texts.js";
import { Counts } from "./counts.js";
import { resourceName } from "./lane.js";
import { MOST_ROWS, NAMED_TASKS } from "./plot.js";

/** @typedef {import("./lane.js").Lane} Lane */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("../words/texts.js").Language} Language */

/** How often, in milliseconds, it may change: whoever hears it needs longer than that. */
const CHANGE_EVERY = 1000;
/** Of how many prints at most, the latest, it says when they were. */
const MOST_TIMES = 50;

/** As many rows as the picture has, so that each may be several tasks. */
export class Table {
  #table = element("table");
  /** A box, because a table doesn't shrink. */
  root = element("div", { class: "told" }, this.#table);
  #lane;
  #scale;
  #counts;
  #oneThread;
  /** The tasks of each row. @type {number[][]} */
  #tasks = [];
  /** @type {Language} */
  #language = "en";
  /** The lane's name for the reader. */
  #name = "";
  /** The texts of each row. @type {Text[][]} */
  #cells = [];
  /** How many events it tells of, and when it may change. */
  #told;

  /** @param {Lane} lane @param {Scale} scale */
  constructor(lane, scale) {
    this.#lane = lane;
    this.#scale = scale;
    this.#counts = new Counts(lane.log);
    this.#oneThread = traits(lane.name).oneThread;
    this.#told = new OfRun(lane.log, () => ({ shown: -1, due: 0, tasks: 0 }));
  }

  /** @param {Language} language @param {string} name The lane's. */
  translate(language, name) {
    this.#language = language;
    this.#name = name;
    this.#told.forget();
    this.#build();
  }

  /** Makes the rows, without what the tasks have done. */
  #build() {
    const { tasks } = this.#lane.log;
    const { caption, columns } = textsIn(this.#language).table;
    this.#told.now.tasks = tasks.length;
    const count = Math.min(tasks.length, MOST_ROWS);
    this.#tasks = Array.from({ length: count }, () => []);
    for (const task of tasks.keys()) this.#tasks[Math.floor((task * count) / tasks.length)]?.push(task);
    this.#cells = [];
    const rows = this.#tasks.map((row) => {
      const [first, last] = [row[0], row.at(-1)].map((task) => isolated(tasks[task ?? 0]?.name ?? ""));
      const name = row.length > 1 ? `${first} … ${last}` : `${first}`;
      const cells = columns.slice(1).map(() => new Text());
      this.#cells.push(cells);
      return element("tr", {}, element("th", { scope: "row", translate: "no" }, name), ...cells.map((cell) => element("td", {}, cell)));
    });
    this.#table.replaceChildren(
      element("caption", {}, caption(this.#name)),
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
    const { length } = this.#lane.log.tasks;
    const now = performance.now();
    // Of few tasks it is told at once what a step has done.
    if (now < told.due && !(paused && length <= NAMED_TASKS)) return paused;
    if (!this.#counts.read(shown, until)) return true;
    if (told.tasks !== length) this.#build();
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
    const counts = tasks.map((task) => this.#counts.of(task));
    const several = tasks.length > 1;
    const state = [...this.#states(counts)].map(([name, count]) => (several ? `${name} ${count}` : name));
    const turns = counts.reduce((sum, count) => sum + count.turns, 0);
    return [state.join(", "), this.#until(counts), `${turns}`, this.#prints(tasks, counts)];
  }

  /** How many tasks are in each state. @param {import("./counts.js").Count[]} counts */
  #states(counts) {
    const { states, blocked, early, stuck } = textsIn(this.#language).table;
    /** @type {Map<string, number>} */
    const all = new Map();
    // A thread that waits is blocked; a future lets its thread go on with others.
    const names = { ...states, early, stuck, waiting: this.#oneThread ? states.waiting : blocked };
    for (const { doing } of counts) {
      const state = names[doing];
      all.set(state, (all.get(state) ?? 0) + 1);
    }
    return all;
  }

  /** What the first of those that wait waits for. @param {import("./counts.js").Count[]} counts */
  #until(counts) {
    const texts = textsIn(this.#language);
    const { seconds, table } = texts;
    const waiting = counts.filter(({ doing }) => doing === "waiting" || doing === "stuck");
    const deadline = Math.min(...waiting.map(({ until }) => (until < 0 ? Infinity : until)));
    const { waitsFor } = waiting.find(({ waitsFor }) => waitsFor) ?? {};
    if (!waitsFor) return deadline === Infinity ? "" : seconds(this.#scale.seconds(deadline));
    const { log } = this.#lane;
    const on =
      waitsFor.on === "task" ? table.end(isolated(log.nameOf(waitsFor.of))) : table.turn(resourceName(log.resource(waitsFor.of), texts));
    return deadline === Infinity ? on : `${on}, ${seconds(this.#scale.seconds(deadline))}`;
  }

  /** @param {number[]} tasks @param {import("./counts.js").Count[]} counts */
  #prints(tasks, counts) {
    const { seconds, table } = textsIn(this.#language);
    const sum = (/** @type {"prints" | "torn"} */ what) => counts.reduce((all, count) => all + count[what], 0);
    const [prints, torn] = [sum("prints"), sum("torn")];
    const known = tasks.length === 1 && this.#lane.log.tasks.length <= NAMED_TASKS;
    const all = known ? this.#counts.timesOf(tasks[0] ?? 0) : [];
    const times = all.slice(Math.max(0, prints - MOST_TIMES), prints).map((time) => seconds(this.#scale.seconds(time)));
    if (times.length && times.length < prints) times.unshift("…");
    return prints + (torn ? table.torn(torn) : "") + (times.length ? `: ${times.join(", ")}` : "");
  }
}
