// The only file that names the core's wasm module. It makes objects of the numbers
// that cross the boundary, and keeps the one timer that a running demo has.

import load, { Action, Player as Core } from "./bindings/core.js";
import { LOOKS } from "./dom.js";
import { coreWasm } from "./site.js";

/**
 * @typedef {object} DemoEvent
 * @property {number} at In virtual milliseconds.
 * @property {"started" | "polled" | "waiting" | "woke" | "wrote" | "finished" | "done"} kind
 * @property {string} [task] The task's name; none when it is the main program's event.
 * @property {number} [index] The task's place among the tasks.
 * @property {number | null} [until] With `waiting`: the deadline, or null for the lock.
 * @property {string} [text] With `wrote`.
 */

/**
 * @typedef {object} LaneState
 * @property {number} duration In virtual milliseconds.
 * @property {number} expected What it should be: real threads are measured.
 * @property {number} shown How many events are shown.
 * @property {number} lines How many lines they have begun to print.
 * @property {boolean} done Whether that is all.
 * @property {boolean} live Whether it has real threads that are to run now.
 * @property {number} recorded Up to when, in virtual milliseconds, there is a record of
 *   its real threads; -1 if it has none.
 * @property {number} kept How many events have happened, shown or not.
 * @property {boolean} hasMore Whether there is one more to be shown: real threads can't be
 *   stepped beyond their record.
 */

/**
 * @typedef {object} PageSettings What settings say of the page around the lanes. They may
 *   change while a player goes on, so only the newest that were read count.
 * @property {"off" | "load" | "visible"} autoplay
 * @property {boolean} controls
 * @property {number} startAt In virtual milliseconds.
 * @property {string} code
 * @property {boolean} editor
 * @property {boolean} predict
 */

/**
 * @typedef {object} Refusal Which setting can't be used, and why.
 * @property {string} code
 * @property {string} setting
 * @property {string} value
 * @property {string[]} allowed
 */

/** By the number that the core has for it. @type {DemoEvent["kind"][]} */
export const KINDS = ["started", "polled", "waiting", "woke", "wrote", "finished", "done"];
// Those numbers, where they are needed.
export const STARTED = 0;
export const POLLED = 1;
export const WAITING = 2;
export const WOKE = 3;
export const WROTE = 4;
export const FINISHED = 5;
export const DONE = 6;
/** Whether a write is a newline, by its detail: that is its length, and a text is longer. @param {number} detail */
export const isNewline = (detail) => detail === 1;
/** What `record` takes as a kind if there is nothing more to come. */
export const GIVEN_UP = 7;
const CODES = ["none", "python", "rust", "javascript"];
const WORKS = /** @type {const} */ (["wait", "compute", "block"]);

/** The longest delay of `setTimeout`; a longer one would fire at once. */
const MAX_DELAY = 2147483647;
/** How long, in milliseconds, a turn of the event loop may catch up. */
const SLICE = 4;

/** The last real time that was told, and what the browser's clock lacks of it. */
let [told, lacking] = [0, 0];

/**
 * Real time in milliseconds. Where the browser's clock jumps back, as some do after a
 * machine has slept, it goes on from where it was.
 */
function realTime() {
  const now = performance.now();
  lacking = Math.max(lacking, told - now);
  return (told = now + lacking);
}

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
  return [...settings].flat().map((part) => part.replaceAll("\0", "\ufffd") + "\0").join("");
}

/** A demo of the core, with the timer that drives it. Times are in milliseconds. */
export class Player {
  #core;
  #changed;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #settings;
  #freed = false;
  /**
   * Those who have the real threads.
   * @type {(Pick<import("./crew.js").Crew, "lane" | "follow" | "note" | "end"> & { failure: unknown })[]}
   */
  #crews = [];
  /** Whether the timer is about to show what has been recorded. */
  #due = false;
  /** How long showing has taken the last time, in milliseconds. */
  #cost = 0;
  /** Whether the lanes haven't come as far as the playhead yet. */
  behind = false;
  /** The number of the run: with each restart the lanes are made anew, and so is what is read of them. */
  run = 0;

  /**
   * @param {Map<string, string>} settings
   * @param {() => void} [changed] Called after each change that the timer makes.
   * @param {boolean} [real] Whether there are real threads, or all is virtual.
   * @throws {RefusedError}
   */
  constructor(settings, changed = () => {}, real = false) {
    this.#core = new Core(settingsText(settings), real);
    this.#changed = changed;
    this.#settings = settings;
    const [first = "", second = ""] = splitOnce(this.#core.about(), "\n");
    if (first.startsWith("!")) {
      this.#core.free();
      const [, code = "", setting = "", ...allowed] = first.trim().split(" ");
      throw new RefusedError({ code, setting, value: second, allowed });
    }
    /** The lanes' names, in the order shown. */
    this.lanes = first.trim().split(" ");
    /** The tasks; their ends are numbers in decimal. A view may give them other looks. */
    this.tasks = second
      .trim()
      .split(" ")
      .map((task, place) => {
        const [, name = "", low = "", high = ""] = /^(.*):(.*):(.*)$/s.exec(task) ?? [];
        return { name, low, high, steps: Math.max(0, Number(high) - Number(low)), look: place % LOOKS };
      });
  }

  /** What these settings say of the page. @returns {PageSettings} */
  get page() {
    const [autoplay, controls, startAt = 0, code = 0, editor, predict] = this.#core.page();
    return {
      autoplay: autoplay === 2 ? "visible" : autoplay === 1 ? "load" : "off",
      controls: controls === 1,
      startAt,
      code: CODES[code] ?? "none",
      editor: editor === 1,
      predict: predict === 1,
    };
  }

  free() {
    clearTimeout(this.#timer);
    for (const crew of this.#crews) crew.end();
    this.#crews = [];
    this.#freed = true;
    this.#core.free();
  }

  /** Gets what real threads need, if a lane has some. Without that it can't play. */
  async hire() {
    const lanes = this.state.lanes.flatMap(({ recorded }, lane) => (recorded < 0 ? [] : [lane]));
    if (lanes.length === 0) return;
    const { Crew, means } = await import("./crew.js").catch((error) => {
      // Whoever waits for them waits in vain.
      const follow = (/** @type {number} */ lane, /** @type {LaneState} */ { live }) => live && this.record(lane, GIVEN_UP);
      this.#crews = lanes.map((lane) => ({ lane, failure: error, note: () => "", end() {}, follow: (state) => follow(lane, state) }));
      throw error;
    });
    if (this.#freed) return;
    this.#crews = lanes.map((lane) => new Crew(this, lane, this.#settings));
    // If there are none, the crew will say so when it needs them.
    await means().catch(() => {});
  }

  /** Who has the real threads of a lane. @param {number} lane */
  crew(lane) {
    return this.#crews.find((crew) => crew.lane === lane);
  }

  /**
   * Writes down what a real thread has done: its kind of event, as `records` has it.
   * @param {number} lane @param {number} kind @param {number} [task]
   * @param {number} [detail] @param {string} [text]
   */
  record(lane, kind, task = -1, detail = 0, text = "") {
    this.#core.record(lane, kind, task, detail, text, realTime());
    // What comes at one time is shown at one time. And those who report wait for this
    // thread, so showing may take no more than a third of its time.
    if (this.#due) return;
    this.#due = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onTimer, 2 * this.#cost);
  }

  /** Starts, or goes on; at the end, starts again. */
  play() {
    if (this.state.ended) this.reset();
    this.#act(Action.Play);
  }

  pause() {
    this.#act(Action.Pause);
  }

  reset() {
    for (const crew of this.#crews) crew.end();
    this.run += 1;
    this.#act(Action.Reset);
  }

  /** Shows one more event, and returns whether there was one. */
  stepForward() {
    return this.#step(true);
  }

  /** Hides the last event, and returns whether there was one. */
  stepBack() {
    return this.#step(false);
  }

  /** @param {boolean} forward */
  #step(forward) {
    const moved = this.#core.step(forward, realTime());
    this.#act(Action.Tick);
    return moved;
  }

  /** @param {number} time */
  seek(time) {
    this.#act(Action.Seek, time);
  }

  /** @param {number} times How many times faster than real time. */
  setSpeed(times) {
    this.#act(Action.Speed, Math.round(times * 1000));
  }

  /** Everything that is a number or a flag, as it is now. */
  get state() {
    const numbers = [...this.#core.state(realTime())];
    const [time, duration, interval, speed, paused, ended, work, ...rest] = numbers;
    /** @type {LaneState[]} */
    const lanes = [];
    for (let i = 0; i < rest.length; i += 8) {
      const [laneDuration = 0, expected = 0, shown = 0, lines = 0, done, live, recorded = -1, kept = 0] = rest.slice(i, i + 8);
      const hasMore = shown < kept || (recorded < 0 && done !== 1);
      lanes.push({ duration: laneDuration, expected, shown, lines, done: done === 1, live: live === 1, recorded, kept, hasMore });
    }
    return {
      time: time ?? 0,
      duration: duration ?? 0,
      interval: interval ?? 1,
      speed: (speed ?? 1000) / 1000,
      paused: paused === 1,
      ended: ended === 1,
      work: WORKS[work ?? 0] ?? "wait",
      lanes,
    };
  }

  /**
   * What the events `from..to` of a lane have printed.
   * @param {number} lane @param {number} from @param {number} to
   */
  text(lane, from, to) {
    return this.#core.text(lane, from, to);
  }

  /**
   * The events `from..to` of a lane.
   * @param {number} lane @param {number} from @param {number} to
   */
  events(lane, from, to) {
    const numbers = this.#core.records(lane, from, to);
    const text = this.#core.text(lane, from, to);
    let written = 0;
    /** @type {DemoEvent[]} */
    const events = [];
    for (let i = 0; i < numbers.length; i += 4) {
      const [kind = 0, at = 0, index = 0, detail = 0] = numbers.subarray(i, i + 4);
      /** @type {DemoEvent} */
      const event = { at, kind: KINDS[kind] ?? "done" };
      if (index >= 0) Object.assign(event, { task: this.tasks[index]?.name, index });
      if (kind === WAITING) event.until = detail < 0 ? null : detail;
      if (kind === WROTE) event.text = text.slice(written, (written += detail));
      events.push(event);
    }
    return events;
  }

  /**
   * The events `from..to` of a lane, four numbers each: the kind, the time, the
   * task's place or -1, and the deadline or the length of the text written.
   * @param {number} lane @param {number} from @param {number} to
   */
  records(lane, from, to) {
    return this.#core.records(lane, from, to);
  }

  /**
   * One line of a lane: between which events it was written, and its writes.
   * @param {number} lane @param {number} line
   */
  line(lane, line) {
    const from = this.#core.lineStart(lane, line);
    const events = this.events(lane, from, this.#core.lineStart(lane, line + 1));
    const wrote = (/** @type {DemoEvent} */ { kind }) => kind === "wrote";
    // What comes after its last write is no part of it.
    return { from, to: from + events.findLastIndex(wrote) + 1, writes: events.filter(wrote) };
  }

  /** @param {Action} action @param {number} [value] */
  #act(action, value = 0) {
    clearTimeout(this.#timer);
    this.#due = false;
    const start = realTime();
    let now = start;
    let wait = this.#core.act(action, value, now);
    while (wait === 0 && now - start < SLICE) {
      now = realTime();
      wait = this.#core.act(Action.Tick, 0, now);
    }
    this.behind = wait === 0;
    if (wait >= 0) this.#timer = setTimeout(this.#onTimer, Math.min(wait, MAX_DELAY));
    if (this.#crews.length === 0) return;
    const { lanes } = this.state;
    for (const crew of this.#crews) {
      const lane = lanes[crew.lane];
      if (lane) crew.follow(lane);
    }
  }

  #onTimer = () => {
    const start = realTime();
    this.#act(Action.Tick);
    this.#changed();
    this.#cost = realTime() - start;
  };
}

/** @param {string} text @param {string} separator */
function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}
