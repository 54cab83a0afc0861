// Where everything stands in a lane's timeline: what each task did and when, on the axis
// that all lanes share. One instant is one place: what happened at one time is never moved
// apart, so nothing that has happened is right of the playhead. What one thread does with
// several tasks at one instant is stacked, the first on top. marks.js draws what stands
// there, timeline.js puts it on the page, and timeline-svg.js into a file.

import { DEADLOCKED, FINISHED, ON_TIME, POLLED, PREEMPTED, RAISED, RESUMED, WAITING, WOKE, WROTE } from "../bindings/crossing.js";
import { traits } from "../log/lanes.js";
import { written } from "../log/log.js";
import { SLICE } from "../log/replay.js";
import { textsIn } from "../words/texts.js";
import { Axis, ems } from "./axis.js";
import { d, MARKS, shape } from "./marks.js";

/** @typedef {import("./axis.js").Language} Language */
/** @typedef {import("./lane.js").Lane} Lane */
/** @typedef {keyof typeof MARKS} Kind */
/** @typedef {{event: number, kind: Kind, x: number, y: number, classes: string, path: string, points: boolean}} Stroke What an event draws; some `points` at the event. */
/** @typedef {Record<string, string>} Paths Path data by classes. */
/** @typedef {import("../log/log.js").Take} Take */
/** @typedef {[kind: string, text: string, x: number, y: number]} Word A text, and the middle of its height. */

/** With more tasks than this they have no colours, and only two are named. */
export const NAMED_TASKS = 12;
/** With more tasks than this several share a row. */
export const MOST_ROWS = 96;
/** How high a row is, and all tasks' rows together are at most, in ems. */
const ROW = 1.2;
const ALL_ROWS = 13;
/** How high each turn of a thread is, where those of one instant are stacked. */
const TURN_ROW = 0.6;
/** Within so many pixels a task shows each kind of thing once, or twice. */
const PLACE = 4;
/** With these a task runs no more. */
const STOPS = new Set([PREEMPTED, WAITING, RAISED, FINISHED]);

/** Where everything stands in a lane's timeline, in pixels, as far as it has been read. */
export class Plot {
  #lane;
  #oneThread;
  #rows;
  #row;
  #half;
  #radius;
  /** Where the tasks' rows end. */
  #high;
  /** How high, in the thread's row, each of several turns is that come at one instant. */
  #cell;
  /** How many events have been read. */
  #known = 0;
  /** What has happened until then at the last place of the axis. */
  #place = -1;
  /** The time of the last event, and how many turns tasks had before it at that time. */
  #time = -1;
  #turn = -1;
  /** Who has left the last line without its end, if somebody has; else -1. */
  #writer = -1;
  /** Where each task's last text stands. @type {number[]} */
  #texts = [];
  /** Of those that run: when they were last seen to. @type {number[]} */
  #runs = [];
  /** Of those that wait, nobody knows until when: since when. @type {number[]} */
  #waits = [];
  /** What is there already of the place. @type {Set<string>} */
  #seen = new Set();
  /** In the order of events: a prefix of these draws a prefix of those. @type {Stroke[]} */
  strokes = [];
  /** For each place of the axis with strokes, its first. @type {number[]} */
  columns = [];

  /**
   * @param {Lane} lane @param {{interval: number, duration: number}} scale
   * @param {number} width @param {number} em How wide it is, and the size of its type.
   * @param {Language} language
   */
  constructor(lane, scale, width, em, language) {
    this.#lane = lane;
    /** How many tasks are known: with more it has to be made anew. */
    this.count = lane.log.tasks.length;
    /** Whether rows are too many to be told apart by colour. */
    this.dense = this.count > NAMED_TASKS;
    this.#oneThread = traits(lane.name).oneThread;
    this.height = heightOf(lane) * em;
    this.#high = this.height - threadRow(lane) * em;
    this.#rows = Math.max(1, Math.min(this.count, MOST_ROWS));
    this.#row = this.#high / this.#rows;
    this.#half = this.#row * 0.4;
    // With its mark, a name has as much as it takes, but most is for the axis.
    const longest = Math.max(...lane.log.tasks.map(({ name }) => ems(name)));
    const named = width > 20 * em ? Math.max(5, Math.min(longest + 2, width / em / 8)) : 0;
    this.axis = new Axis(scale, width, em, named, language);
    this.#radius = Math.min(this.#row * 0.28, this.axis.interval / 2);
    this.#cell = this.dense ? this.height - this.#high : TURN_ROW * em;
    /** What stands there from the start. @type {Paths} */
    this.still = this.#still(em);
    /** Names at the left, times below. @type {Word[]} */
    this.words = this.#words(em, named > 0, language);
  }

  /** @param {number} time */
  x(time) {
    return this.axis.x(time);
  }

  /** The middle of a task's row. @param {number} task */
  y(task) {
    return (this.#rowOf(task) + 0.5) * this.#row;
  }

  /**
   * Takes in all events before `shown`, unless time runs out first. Returns whether it has.
   * @param {number} shown @param {number} [until]
   */
  read(shown, until = Infinity) {
    while (this.#known < shown) {
      const to = Math.min(shown, this.#known + SLICE);
      this.#known += this.#lane.log.each(this.#known, to, this.#add);
      // There are no more, or no more time.
      if (this.#known < to || performance.now() > until) break;
    }
    return this.#known >= shown;
  }

  /** How many strokes the first `shown` events draw. @param {number} shown */
  strokesOf(shown) {
    return firstWhere(this.strokes.length, (stroke) => (this.strokes[stroke]?.event ?? 0) >= shown);
  }

  /** The paths of the strokes `from..to`. @param {number} from @param {number} to */
  paths(from, to) {
    /** @type {Paths} */
    const paths = {};
    for (const { classes, path } of this.strokes.slice(from, to)) put(paths, classes, path);
    return paths;
  }

  /** @param {number} task */
  #rowOf(task) {
    return Math.min(this.#rows - 1, Math.floor((task * this.#rows) / this.count));
  }

  /** @param {string} name @param {number} task */
  #classes(name, task) {
    return this.dense ? name : `${name} look${this.#lane.lookOf(task)}`;
  }

  /** The middle of the one thread's row. */
  get #thread() {
    return (this.#high + this.height) / 2;
  }

  /** @param {number} em */
  #still(em) {
    const { axis, height } = this;
    /** @type {Paths} */
    const still = { grid: "" };
    for (const tick of axis.ticks(5)) put(still, "grid", d`M${tick} 0V${height}`);
    if (this.#oneThread) put(still, "grid", d`M${axis.left} ${this.#high}H${axis.width}`);
    if (this.dense) return still;
    for (let task = 0; task < this.count; task += 1) {
      const place = { x: em / 2, end: 0, y: this.y(task), half: this.#half, radius: this.#row * 0.28, look: this.#lane.lookOf(task) };
      put(still, this.#classes("print", task), shape(place));
    }
    return still;
  }

  /** @param {number} em @param {boolean} named @param {Language} language */
  #words(em, named, language) {
    const { axis, dense, height, count } = this;
    /** @type {Word[]} */
    const words = [];
    for (const [task, { name }] of this.#lane.log.tasks.entries()) {
      const outermost = task === 0 || task === count - 1;
      const y = Math.max(em / 2, Math.min(this.y(task), this.#high - em / 2));
      if (dense ? outermost : named) words.push(["task", name, dense ? 0 : em * 1.3, y]);
    }
    if (this.#oneThread) words.push(["thread", textsIn(language).thread, 0, this.#thread]);
    const apart = axis.label + em * 0.6;
    for (const tick of axis.ticks(Math.max(em * 4, apart), apart)) words.push(["tick", axis.labelOf(tick), tick, height + em * 0.8]);
    return words;
  }

  /**
   * Draws a mark in a task's row, the first of its kind there. Nothing is made for an event
   * that draws nothing new, as most of a long run do.
   * @param {number} event @param {Kind} kind @param {number} task @param {number} x
   * @param {number} [end] Of what is long, the other end.
   */
  #draw(event, kind, task, x, end = x) {
    if (!this.#isNew(kind, `${this.#rowOf(task)}`, x)) return;
    this.#put(event, kind, task, { x, end, y: this.y(task), half: this.#half, radius: this.#radius, look: this.#lane.lookOf(task) });
  }

  /** Draws a turn in the row of the one thread. @param {number} event @param {number} task @param {number} x */
  #drawTurn(event, task, x) {
    // Where tasks can't be told apart, one turn of the thread shows them all.
    if (!this.#isNew("turn", this.dense ? "thread" : `thread ${this.#rowOf(task)}`, x)) return;
    const y = this.#high + (this.dense ? 0.5 : this.#turn + 0.5) * this.#cell;
    const half = this.#cell * 0.4;
    this.#put(event, "turn", task, { x, end: x, y, half, radius: Math.min(this.#radius, half), look: this.#lane.lookOf(task) });
  }

  /** Whether a mark is the first of its kind there. @param {Kind} kind @param {string} row @param {number} x */
  #isNew(kind, row, x) {
    const { size } = this.#seen;
    return this.#seen.add(`${kind} ${row} ${Math.floor(x / (PLACE / 2))}`).size > size;
  }

  /** @param {number} event @param {Kind} kind @param {number} task @param {import("./marks.js").Place} place */
  #put(event, kind, task, place) {
    /** @type {{name: string, points?: boolean, path: (at: typeof place) => string}} */
    const { name, points = false, path } = MARKS[kind];
    this.strokes.push({ event, kind, x: place.x, y: this.y(task), classes: this.#classes(name, task), path: path(place), points });
  }

  /** @type {Take} */
  #add = (event, numbers, task) => {
    const { kind, at } = numbers;
    this.#goTo(at);
    if (task < 0) return;
    const x = this.x(at);
    const begins = kind === POLLED || kind === RESUMED;
    const since = this.#runs[task];
    const computed = since !== undefined && since < at;
    if (begins || computed) this.#turn += 1;
    if (computed) this.#drawRun(event, task, this.x(since), x);
    if (begins) this.#runs[task] = at;
    else if (STOPS.has(kind)) delete this.#runs[task];
    else if (since !== undefined) this.#runs[task] = at;
    if (begins) {
      this.#draw(event, "poll", task, x);
      if (this.#oneThread) this.#drawTurn(event, task, x);
    } else if (kind === WAITING) {
      this.#wait(event, task, numbers);
    } else if (kind === WOKE) {
      this.#endWait(event, task, at);
    } else if (kind === DEADLOCKED) {
      this.#endWait(event, task, at);
      this.#draw(event, "stuck", task, x);
    } else if (kind === FINISHED) {
      this.#draw(event, "end", task, x);
    } else if (kind === WROTE && numbers.other >= 0) {
      this.#write(event, task, x, written(numbers));
    }
  };

  /** Something happens at another time, or not. @param {number} at */
  #goTo(at) {
    const place = Math.floor(this.x(at) / PLACE);
    if (place !== this.#place) {
      this.#place = place;
      this.#seen.clear();
      if (this.columns.at(-1) !== this.strokes.length) this.columns.push(this.strokes.length);
    }
    if (this.#time === at) return;
    this.#time = at;
    this.#turn = -1;
  }

  /** @param {number} event @param {number} task @param {number} from @param {number} to */
  #drawRun(event, task, from, to) {
    this.#draw(event, "run", task, from, to);
    if (!this.#oneThread) return;
    if (!this.#isNew("run", `thread ${this.#rowOf(task)}`, from)) return;
    this.#put(event, "run", task, { x: from, end: to, y: this.#thread, half: this.#half, radius: this.#radius, look: 0 });
  }

  /** @param {number} event @param {number} task @param {import("../log/log.js").EventNumbers} wait */
  #wait(event, task, { at, on, until }) {
    // A deadline may come before what else is waited for, or after it.
    if (on !== ON_TIME || until < 0) this.#waits[task] = at;
    // Short waits that a place shows as one reach to its end.
    else this.#draw(event, "wait", task, this.x(at), Math.max(this.x(until), (this.#place + 1) * PLACE));
  }

  /** How long it has waited is known only now. @param {number} event @param {number} task @param {number} at */
  #endWait(event, task, at) {
    const since = this.#waits[task];
    if (since !== undefined && since < at) this.#draw(event, "wait", task, this.x(since), this.x(at));
    delete this.#waits[task];
  }

  /** @param {number} event @param {number} task @param {number} x @param {ReturnType<typeof written>} write */
  #write(event, task, x, { text, ends }) {
    const writer = this.#writer;
    if (writer >= 0 && writer !== task) this.#draw(event, "torn", writer, x, this.#texts[writer]);
    if (text) {
      this.#texts[task] = x;
      this.#draw(event, "print", task, x);
    } else if (!this.#oneThread) {
      const since = this.#texts[task];
      // Between rows that are too many there is no room for a newline.
      if (writer !== task && since !== undefined) this.#draw(event, "torn", task, x, since);
      else if (!this.dense) this.#draw(event, "newline", task, x);
    }
    if (ends) delete this.#texts[task];
    this.#writer = ends ? -1 : task;
  }
}

/** How high a lane's timeline is, in ems, however wide it is. @param {Pick<Lane, "name" | "log">} lane */
export function heightOf(lane) {
  const rows = Math.max(1, Math.min(lane.log.tasks.length, MOST_ROWS));
  return Math.min(rows * ROW, ALL_ROWS) + threadRow(lane);
}

/**
 * How high the row of the one thread is, in ems, where there is one: as many turns as can
 * come at one instant have room in it. In sequence they are fewer, but lanes side by side
 * are to be compared.
 * @param {Pick<Lane, "name" | "log">} lane
 */
function threadRow({ name, log }) {
  if (!traits(name).oneThread) return 0;
  const { length } = log.tasks;
  return length > NAMED_TASKS ? ROW : Math.max(ROW, (length + 1) * TURN_ROW);
}

/** The first of the numbers up to `end` of which something is true that is true of all after it. @param {number} end @param {(index: number) => boolean} isTrue */
export function firstWhere(end, isTrue) {
  let first = 0;
  while (first < end) {
    const middle = (first + end) >> 1;
    if (isTrue(middle)) end = middle;
    else first = middle + 1;
  }
  return first;
}

/** @param {Paths} paths @param {string} classes @param {string} path */
function put(paths, classes, path) {
  paths[classes] = (paths[classes] ?? "") + path;
}
