// The only file that names the core's wasm module. It makes objects of the numbers
// that cross the boundary, and keeps the one timer that a running demo has.

import load, { Action, Player as Core } from "../bindings/core.js";
import {
  ACQUIRED,
  CREATED,
  event as eventNumbers,
  EVENT_SIZE,
  KINDS,
  lane as laneNumbers,
  LANE_SIZE,
  ON_RESOURCE,
  ON_TASK,
  ONS,
  playhead,
  PLAYHEAD_SIZE,
  RELEASED,
  WAITING,
  WORKS,
  WROTE,
} from "../bindings/crossing.js";
import { LOOKS } from "../base/dom.js";
import { coreWasm } from "../site.js";

/** An event as the core tells it: see its `crossing.rs`. @typedef {ReturnType<typeof eventNumbers>} EventNumbers */

/**
 * @typedef {object} DemoEvent
 * @property {number} at In virtual milliseconds.
 * @property {import("../bindings/crossing.js").Kind} kind
 * @property {string} task The task's name.
 * @property {number} index The task's number; 0 is the main program.
 * @property {number} [by] With `created`: the number of the task that has made it.
 * @property {"time" | "task" | "resource" | "elsewhere"} [on] With `waiting`: for what.
 * @property {number} [of] With `waiting` on a task: its number.
 * @property {number} [until] With `waiting`: the deadline, if there is one.
 * @property {string} [resource] The name of what is waited for, acquired or released.
 * @property {string} [text] With `wrote`.
 * @property {number} [line] Where in the program's source, if it has one.
 */

/**
 * @typedef {object} Tasks Where the tasks of a lane are, by their numbers, each list in the
 *   order in which they came.
 * @property {number[]} ready
 * @property {number[]} running
 * @property {[task: number, until: number][]} sleeping The next to be woken first.
 * @property {[task: number, other: number][]} joining Who waits for the end of which other.
 * @property {number[]} wanting Who waits for a resource, the next first.
 * @property {number[]} finished
 * @property {"nothing" | "created" | "started" | "woke" | "preempted" | "running" | "time" | "task" | "resource" | "elsewhere" | "finished"} before
 *   What the task of the last event was doing before it.
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

/** Whether a write is a newline, by its length: a text is longer. @param {number} length */
export const isNewline = (length) => length === 1;
const CODES = ["none", "python", "rust", "javascript"];

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
  return [...settings]
    .flat()
    .map((part) => part.replaceAll("\0", "\ufffd") + "\0")
    .join("");
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
   * Those who have what really runs.
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
    const { work } = this.state;
    const crews = lanes.map(async (lane) => {
      // What computes there would hold the event loop of the page: a worker has its own.
      if (this.lanes[lane] === "event-loop" && work === "wait") {
        const { EventLoop } = await import("./event-loop.js");
        return new EventLoop(this, lane, this.#settings);
      }
      const { Crew } = await import("./crew.js");
      return new Crew(this, lane, this.#settings);
    });
    const hired = await Promise.all(crews).catch((error) => {
      // Whoever waits for them waits in vain.
      const follow = (/** @type {number} */ lane, /** @type {LaneState} */ { live }) => live && this.giveUp(lane);
      this.#crews = lanes.map((lane) => ({ lane, failure: error, note: () => "", end() {}, follow: (state) => follow(lane, state) }));
      throw error;
    });
    if (this.#freed) return;
    this.#crews = hired;
    // What can't be had, the crew will tell of when it needs it.
    await Promise.all(hired.map((crew) => crew.prepare().catch(() => {})));
  }

  /** Who has the real threads of a lane. @param {number} lane */
  crew(lane) {
    return this.#crews.find((crew) => crew.lane === lane);
  }

  /** A lane's threads will do nothing more. @param {number} lane */
  giveUp(lane) {
    this.record(lane, new Float64Array());
  }

  /**
   * Writes down what a real thread has done, as the core has told there.
   * @param {number} lane @param {Float64Array} numbers Those of one event. @param {string} [text]
   */
  record(lane, numbers, text = "") {
    this.#core.record(lane, numbers, text, realTime());
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
    const numbers = this.#core.state(realTime());
    const head = playhead(numbers, 0);
    /** @type {LaneState[]} */
    const lanes = [];
    for (let first = PLAYHEAD_SIZE; first < numbers.length; first += LANE_SIZE) {
      const lane = laneNumbers(numbers, first);
      const [done, live] = [lane.done === 1, lane.live === 1];
      lanes.push({ ...lane, done, live, hasMore: lane.shown < lane.kept || (lane.recorded < 0 && !done) });
    }
    return {
      ...head,
      speed: head.speed / 1000,
      paused: head.paused === 1,
      ended: head.ended === 1,
      work: WORKS[head.work] ?? "wait",
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
    for (let first = 0; first < numbers.length; first += EVENT_SIZE) {
      const { kind, at, task: index, on, other, until, length, line } = eventNumbers(numbers, first);
      /** @type {DemoEvent} */
      const event = { at, kind: KINDS[kind] ?? "done", task: this.nameOf(index), index };
      if (kind === CREATED) event.by = other;
      if (kind === WAITING) event.on = ONS[on] ?? "elsewhere";
      if (on === ON_TASK) event.of = other;
      if (until >= 0) event.until = until;
      if (on === ON_RESOURCE || kind === ACQUIRED || kind === RELEASED) event.resource = this.#core.resource(lane, other);
      if (kind === WROTE) event.text = text.slice(written, (written += length));
      if (line >= 0) event.line = line;
      events.push(event);
    }
    return events;
  }

  /** The name of a task. @param {number} index Its number; 0 is the main program. */
  nameOf(index) {
    return index === 0 ? "main" : (this.tasks[index - 1]?.name ?? "");
  }

  /** Where the tasks of a lane are, after the events that are shown. @param {number} lane @returns {Tasks} */
  tasksOf(lane) {
    const { sleeping, joining, ...lists } = JSON.parse(this.#core.tasks(lane));
    return { ...lists, sleeping: pairs(sleeping), joining: pairs(joining) };
  }

  /** The first event of a lane that is not shown, if it can be known. @param {number} lane @param {number} shown */
  next(lane, shown) {
    this.#core.lookAhead(lane);
    return this.events(lane, shown, shown + 1)[0];
  }

  /**
   * The events `from..to` of a lane, in numbers.
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

/** @param {number[]} numbers @returns {[number, number][]} */
function pairs(numbers) {
  return Array.from({ length: numbers.length / 2 }, (_, pair) => [numbers[2 * pair] ?? 0, numbers[2 * pair + 1] ?? 0]);
}

/** @param {string} text @param {string} separator */
function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + separator.length)];
}
