// Where everything stands in a lane's timeline: what each task did and when, on the
// axis that all lanes share. One instant is one place: what happened at one time is never
// moved apart, so nothing that has happened is right of the playhead. What one thread does
// with several tasks at one instant is stacked, the first on top. What a task does at one
// instant has a part each of its row: a turn is a bar from its top to its bottom, a text the
// shape in the middle, the newline a foot to the left, the end a cap above that.
//
// timeline.js puts it on the page, and timeline-svg.js into a file.

import { FINISHED, ON_RESOURCE, POLLED, PREEMPTED, RAISED, RESUMED, WAITING, WOKE, WROTE } from "../bindings/crossing.js";
import { isNewline } from "../engine/engine.js";
import { traits } from "../engine/lanes.js";
import { each, SLICE } from "../log/replay.js";
import { textsIn } from "../words/texts.js";

/** @typedef {import("../engine/engine.js").Player} Player */
/** @typedef {import("../words/texts.js").Language} Language */
/** @typedef {{event: number, x: number, y: number, classes: string, path: string, points: boolean}} Stroke What an event draws; some `points` at the event. */
/** @typedef {Record<string, string>} Paths Path data by classes. */
/** @typedef {import("../log/replay.js").Take} Take */
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
/** Within so many pixels a task shows each kind of thing once. */
const PLACE = 4;
/** With these a task runs no more. */
const STOPS = new Set([PREEMPTED, WAITING, RAISED, FINISHED]);
/** What there is to draw, in the styles' words; from POLL on it can be pointed at. */
const KINDS = ["wait", "torn", "run", "run", "turn", "poll", "print", "newline", "end"];
const [WAIT, TORN, RUN, BUSY, TURN, POLL, PRINT, NEWLINE, END] = /** @type {const} */ ([0, 1, 2, 3, 4, 5, 6, 7, 8]);

/**
 * The shapes of the looks: the corners of a polygon, each two digits to base 36, where
 * `k` is a whole side. The first is a circle.
 */
const SHAPES = ["", "a1kj0j", "11j1jj1j", "a0kaak0a", "01k1aj", "70d0d7k7kddddk7k7d0d0777", "a0k8gk4k08", "0070a6d0k0eakkdkae7k0k6a"];
/** With a smaller radius than this, in pixels, a shape can't be told from a bar. */
const SMALLEST = 2;

/**
 * Where everything stands in a lane's timeline, in pixels.
 * @typedef {object} Plot
 * @property {number} left Where the axis begins.
 * @property {number} interval How wide an interval is.
 * @property {number} height
 * @property {boolean} dense Whether rows are too many to be told apart by colour.
 * @property {Stroke[]} strokes In the order of events: a prefix of these draws a prefix of those.
 * @property {number[]} columns For each place of the axis with strokes, its first.
 * @property {Paths} still What stands there from the start.
 * @property {Word[]} words Names at the left, times below.
 * @property {(time: number) => number} x
 * @property {(task: number) => number} y
 * @property {(shown: number, until?: number) => boolean} read Takes in all events before
 *   `shown`, unless time runs out first. Returns whether it has.
 * @property {(shown: number) => number} count How many strokes the first `shown` events draw.
 * @property {(from: number, to: number) => Paths} paths The paths of the strokes `from..to`.
 */

/**
 * @param {Player} player @param {number} lane
 * @param {{interval: number, duration: number}} scale
 * @param {number} width @param {number} em How wide it is, and the size of its type.
 * @param {Language} language
 * @returns {Plot}
 */
export function plot(player, lane, scale, width, em, language) {
  const { tasks } = player;
  const count = tasks.length;
  const oneThread = isOneThread(player, lane);
  const dense = count > NAMED_TASKS;
  const named = width > 20 * em;
  const left = em * (named ? 5 : 3.4);
  const end = textsIn(language).seconds(`${Math.round(scale.duration) / 1000}`);
  /** How wide the labels of the axis are at most: the last one is the longest. */
  const label = ems(end) * em;
  const right = Math.max(em, label / 2);
  const pixels = Math.max(0, width - left - right) / (scale.duration || Infinity);
  const interval = pixels * scale.interval;
  const rows = Math.min(count, MOST_ROWS);
  const height = heightOf(player, lane) * em;
  const high = height - threadRow(player, lane) * em;
  const row = high / rows;
  const half = row * 0.4;
  const radius = Math.min(row * 0.28, interval / 2);
  /** The middle of the one thread's row. */
  const thread = (high + height) / 2;
  /** How high, there, each of several turns is that come at one instant. */
  const cell = dense ? height - high : TURN_ROW * em;
  /** @type {Stroke[]} */
  const strokes = [];
  /** @type {number[]} */
  const columns = [];
  /** How many events have been read. */
  let known = 0;
  // What has happened until then at the last place of the axis.
  let place = -1;
  /** The time of the last event, and how many turns tasks had before it at that time. */
  let [time, turn] = [-1, -1];
  /** Who has written a text, if that was the last write; else -1. */
  let writer = -1;
  /** Where each task's last text stands. @type {number[]} */
  let texts = [];
  /** Of those that run: when they were last seen to. @type {number[]} */
  const runs = [];
  /** Of those that wait for the lock: since when. @type {number[]} */
  const locked = [];
  /** What is there already. @type {Set<number>} */
  const seen = new Set();

  const x = (/** @type {number} */ time) => left + time * pixels;
  const rowOf = (/** @type {number} */ task) => Math.floor((task * rows) / count);
  const y = (/** @type {number} */ task) => (rowOf(task) + 0.5) * row;

  const lookOf = (/** @type {number} */ task) => tasks[task]?.look ?? 0;
  const classesOf = (/** @type {string} */ name, /** @type {number} */ task) => (dense ? name : `${name} look${lookOf(task)}`);

  /**
   * Draws one thing, the first of its kind there. Nothing else is made for an event that
   * draws nothing new, as most of a long run do.
   * @param {number} event @param {number} kind @param {number} task @param {number} across
   * @param {number} [end] Of what is long, the other end.
   */
  function draw(event, kind, task, across, end = across) {
    // Where tasks can't be told apart, one turn of the thread shows them all.
    const own = dense && kind === TURN ? 0 : rowOf(task);
    if (seen.size === seen.add(((across >> 1) * MOST_ROWS + own) * KINDS.length + kind).size) return;
    const down = y(task);
    const bar = (/** @type {number} */ x) => d`M${x} ${down - half}v${2 * half}`;
    const run = (/** @type {number} */ y) => d`M${across} ${y - half / 3}H${end}v${(2 * half) / 3}H${across}z`;
    const path = [
      () => d`M${across} ${down}H${end}`,
      () => d`M${end - radius} ${down + half}H${Math.max(across, end + radius)}`,
      () => run(down),
      () => run(thread),
      () => shape(lookOf(task), across, high + (dense ? 0.5 : turn + 0.5) * cell, Math.min(radius, cell * 0.4), cell * 0.4),
      () => bar(across),
      () => shape(lookOf(task), across, down, radius, half),
      () => d`M${across - radius} ${down + half}h${2 * radius}`,
      () => d`M${across - radius} ${down - half}H${across}V${down + half}H${across - radius}`,
    ][kind];
    strokes.push({ event, x: across, y: down, classes: classesOf(KINDS[kind] ?? "", task), path: path?.() ?? "", points: kind >= POLL });
  }

  /** @type {Take} */
  function add(event, { kind, at, on, until, length }, task) {
    const now = Math.floor(x(at) / PLACE);
    if (now !== place) {
      place = now;
      writer = -1;
      texts = [];
      seen.clear();
      if (columns.at(-1) !== strokes.length) columns.push(strokes.length);
    }
    if (time !== at) {
      time = at;
      turn = -1;
    }
    if (task < 0) return;
    const across = x(at);
    const since = runs[task];
    const computed = since !== undefined && since < at;
    const begins = kind === POLLED || kind === RESUMED;
    if (begins || computed) turn += 1;
    if (computed) {
      draw(event, RUN, task, x(since), across);
      if (oneThread) draw(event, BUSY, task, x(since), across);
    }
    if (begins) runs[task] = at;
    else if (STOPS.has(kind)) delete runs[task];
    else if (since !== undefined) runs[task] = at;
    if (begins) {
      draw(event, POLL, task, across);
      if (oneThread) draw(event, TURN, task, across);
    } else if (kind === WAITING) {
      // How long it waits for the lock is known when it has it.
      if (on === ON_RESOURCE) locked[task] = at;
      // Short waits that a place shows as one reach to its end.
      else draw(event, WAIT, task, across, Math.max(x(until), (place + 1) * PLACE));
    } else if (kind === WOKE) {
      const from = locked[task];
      if (from !== undefined && from < at) draw(event, WAIT, task, x(from), across);
      delete locked[task];
    } else if (kind === FINISHED) {
      draw(event, END, task, across);
    } else if (kind === WROTE) {
      const text = !isNewline(length);
      if (writer >= 0 && writer !== task) draw(event, TORN, writer, across, texts[writer]);
      if (text) {
        texts[task] = across;
        draw(event, PRINT, task, across);
      } else if (!oneThread) {
        // Between rows that are too many there is no room for a newline.
        if (writer !== task) draw(event, TORN, task, across, texts[task]);
        else if (!dense) draw(event, NEWLINE, task, across);
      }
      writer = text ? task : -1;
    }
  }

  /**
   * Where the axis has ticks: at the start, at intervals, and at the end.
   * @param {number} least How far apart they are at least, in pixels.
   * @param {number} [beforeEnd] And how far before the end the last of the others.
   */
  function ticks(least, beforeEnd = least / 2) {
    const ticks = [left];
    if (!interval) return ticks;
    let every = 1;
    // 1, 2, 5, 10, 20, 50 and so on.
    while (every * interval < least) every *= `${every}`[0] === "2" ? 2.5 : 2;
    const last = x(scale.duration);
    for (let tick = left; (tick += every * interval) <= last - beforeEnd;) ticks.push(tick);
    return [...ticks, last];
  }

  /** @type {Paths} */
  const still = { grid: "" };
  for (const tick of ticks(5)) put(still, "grid", d`M${tick} 0V${height}`);
  if (oneThread) put(still, "grid", d`M${left} ${high}H${width}`);
  /** @type {Word[]} */
  const words = [];
  for (const [task, { name }] of tasks.entries()) {
    const outermost = task === 0 || task === count - 1;
    if (dense ? outermost : named) words.push(["task", name, dense ? 0 : em * 1.3, Math.max(em / 2, Math.min(y(task), high - em / 2))]);
    if (!dense) put(still, classesOf("print", task), shape(lookOf(task), em / 2, y(task), row * 0.28, half));
  }
  if (oneThread) words.push(["thread", textsIn(language).thread, 0, thread]);
  const apart = label + em * 0.6;
  for (const tick of ticks(Math.max(em * 4, apart), apart)) {
    const time = `${pixels && Math.round((tick - left) / pixels) / 1000}`;
    words.push(["tick", tick === x(scale.duration) ? end : time, tick, height + em * 0.8]);
  }

  return {
    left,
    interval,
    height,
    dense,
    strokes,
    columns,
    still,
    words,
    x,
    y,
    read(shown, until = Infinity) {
      while (known < shown) {
        const to = Math.min(shown, known + SLICE);
        known += each(player, lane, known, to, add);
        // There are no more, or no more time.
        if (known < to || performance.now() > until) break;
      }
      return known >= shown;
    },
    count: (shown) => firstWhere(strokes.length, (stroke) => (strokes[stroke]?.event ?? 0) >= shown),
    paths(from, to) {
      /** @type {Paths} */
      const paths = {};
      for (const { classes, path } of strokes.slice(from, to)) put(paths, classes, path);
      return paths;
    },
  };
}

/** Whether all tasks of a lane run on one thread, which has a row of its own. @param {Player} player @param {number} lane */
function isOneThread({ lanes }, lane) {
  return traits(lanes[lane]).kind !== "threads";
}

/** How high a lane's timeline is, in ems, however wide it is. @param {Player} player @param {number} lane */
export function heightOf(player, lane) {
  const rows = Math.min(player.tasks.length, MOST_ROWS);
  return Math.min(rows * ROW, ALL_ROWS) + threadRow(player, lane);
}

/**
 * How high the row of the one thread is, in ems, where there is one: as many turns as can
 * come at one instant have room in it. In sequence they are fewer, but lanes side by side
 * are to be compared.
 * @param {Player} player @param {number} lane
 */
function threadRow(player, lane) {
  if (!isOneThread(player, lane)) return 0;
  const { length } = player.tasks;
  return length > NAMED_TASKS ? ROW : Math.max(ROW, (length + 1) * TURN_ROW);
}

/** About how wide a text is, in ems. Beyond Latin, Greek and Cyrillic, letters tend to be as wide as high. @param {string} text */
export function ems(text) {
  let ems = 0;
  for (const letter of text.replace(/\p{Default_Ignorable_Code_Point}/gu, "")) ems += letter < "\u1100" ? 0.62 : 1;
  return ems;
}

/** @param {Player} player @param {number} lane @param {Language} language */
export function laneName({ lanes }, lane, language) {
  const kind = /** @type {keyof import("../words/texts.js").Texts["lanes"]} */ (lanes[lane]);
  return textsIn(language).lanes[kind].name;
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

/** Path data, to a tenth of a pixel. @param {TemplateStringsArray} parts @param {number[]} numbers */
function d({ raw }, ...numbers) {
  return String.raw({ raw }, ...numbers.map((number) => Math.round(number * 10) / 10));
}

/**
 * The shape of a look; where it would be too small, a bar.
 * @param {number} look @param {number} x @param {number} y @param {number} radius
 * @param {number} half How high half a bar is.
 */
function shape(look, x, y, radius, half) {
  if (radius < SMALLEST) return d`M${x} ${y - half}h1.5v${2 * half}h-1.5z`;
  const corners = SHAPES[look]?.match(/../g);
  if (!corners) return d`M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  const points = corners.map((corner) => {
    const [right = 0, down = 0] = [...corner].map((digit) => (parseInt(digit, 36) / 10 - 1) * radius);
    return d`${x + right} ${y + down}`;
  });
  return `M${points.join("L")}z`;
}
