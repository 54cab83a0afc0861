// A lane's timeline: what each task did and when, on the axis that all lanes share.
//
// A plot says where everything stands; a timeline puts it on the page, and
// timeline-svg.js into a file. What isn't needed for the first picture is loaded
// after it: the table for those who don't see, and the pointing.

import { element } from "./dom.js";
import { textsIn } from "./texts.js";

/** @typedef {import("./engine.js").Player} Player */
/** @typedef {import("./lane-view.js").Scale} Scale */
/** @typedef {import("./panel.js").Pointing} Pointing */
/** @typedef {"ko" | "en"} Language */
/** @typedef {{event: number, x: number, y: number}} Mark What can be pointed at. */
/** @typedef {Record<string, string>} Paths Path data by classes. */
/** @typedef {[kind: string, text: string, x: number, y: number]} Word A text, and the middle of its height. */

// Kinds of event, as the numbers that the core has for them.
export const POLLED = 1;
export const WAITING = 2;
export const WROTE = 4;
const FINISHED = 5;

/** With more tasks than this they have no colours, and only two are named. */
export const NAMED_TASKS = 12;
/** With more tasks than this several share a row. */
export const MOST_ROWS = 96;
/** How high a row is, and all tasks' rows together are at most, in ems. */
const ROW = 1.2;
const ALL_ROWS = 13;
/** Within so many pixels a task shows each kind of thing once. */
const PLACE = 4;
/** So many events are read at once. */
export const SLICE = 16384;

/**
 * The tasks' shapes: the corners of a polygon, each two digits to base 36, where
 * `k` is a whole side. The first is a circle.
 */
const SHAPES = [
  "",
  "a1kj0j",
  "11j1jj1j",
  "a0kaak0a",
  "01k1aj",
  "70d0d7k7kddddk7k7d0d0777",
  "a0k8gk4k08",
  "0070a6d0k0eakkdkae7k0k6a",
];
/** With a smaller radius than this, in pixels, a shape can't be told from a bar. */
const SMALLEST = 2;

const TEXTS = {
  en: { thread: "thread", summary: (/** @type {string} */ lane) => `Timeline of ${lane}; it follows as a table` },
  ko: { thread: "스레드", summary: (/** @type {string} */ lane) => `${lane} 타임라인, 같은 내용의 표가 이어집니다` },
};

/**
 * What has happened at one place of the axis.
 * @typedef {object} Column
 * @property {number} place
 * @property {number} from Its first event.
 * @property {number} at The time of its last event,
 * @property {number} turn and how many polls came before it at that time.
 * @property {number} writer Who has written a text, if that was the last write; else -1.
 * @property {number[]} texts Where each task's last text stands.
 * @property {Set<string>} seen What is there already.
 * @property {Paths} paths
 * @property {Mark[]} marks In the order of events.
 */

/**
 * Where everything stands in a lane's timeline, in pixels.
 * @typedef {object} Plot
 * @property {number} left Where the axis begins.
 * @property {number} interval How wide an interval is.
 * @property {number} height
 * @property {boolean} dense Whether rows are too many to be told apart by colour.
 * @property {Column[]} columns
 * @property {Paths} still What stands there from the start.
 * @property {Word[]} words Names at the left, times below.
 * @property {(time: number) => number} x
 * @property {(task: number) => number} y
 * @property {(shown: number) => number} read Takes in all events before `shown`, and
 *   forgets the others; returns the first column that isn't as it was.
 */

/**
 * @param {Player} player @param {number} lane
 * @param {{interval: number, duration: number}} scale
 * @param {number} width @param {number} em How wide it is, and the size of its type.
 * @param {Language} [language]
 * @returns {Plot}
 */
export function plot(player, lane, scale, width, em, language = "en") {
  const { tasks } = player;
  const count = tasks.length;
  const kind = player.lanes[lane];
  const oneThread = kind === "sequential" || kind === "async";
  const dense = count > NAMED_TASKS;
  const named = width > 20 * em;
  const left = em * (named ? 5 : 3.4);
  const spread = width * 0.06;
  const pixels = Math.max(0, width - left - spread - em) / (scale.duration || Infinity);
  const interval = pixels * scale.interval;
  // How many polls an instant has: with threads each print takes about two.
  const polls = !oneThread ? 2.5 * count : kind === "async" ? count : 2;
  /** How far apart, in order, stands what comes at one instant. */
  const step = Math.min(em / 2, (interval * 0.85) / polls, spread / polls);
  const rows = Math.min(count, MOST_ROWS);
  const high = Math.min(rows * ROW, ALL_ROWS) * em;
  const row = high / rows;
  const half = row * 0.4;
  const radius = Math.min(row * 0.28, interval / 2);
  const height = high + (oneThread ? ROW * em : 0);
  /** The middle of the one thread's row. */
  const thread = (high + height) / 2;
  /** @type {Column[]} */
  const columns = [];
  let end = 0;

  const x = (/** @type {number} */ time) => left + time * pixels;
  const y = (/** @type {number} */ task) => (Math.floor((task * rows) / count) + 0.5) * row;

  /** @param {Paths} paths @param {string} name @param {string} path @param {number} [task] */
  function put(paths, name, path, task) {
    const classes = dense || task === undefined ? name : `${name} look${task % SHAPES.length}`;
    paths[classes] = (paths[classes] ?? "") + path;
  }

  /** @param {number} event @param {number} kind @param {number} at @param {number} task @param {number} detail */
  function add(event, kind, at, task, detail) {
    const place = Math.floor(x(at) / PLACE);
    let column = columns.at(-1);
    if (column?.place !== place) {
      column = { place, from: event, at, turn: -1, writer: -1, texts: [], seen: new Set(), paths: {}, marks: [] };
      columns.push(column);
    }
    if (column.at !== at) Object.assign(column, { at, turn: -1 });
    if (task < 0) return;
    if (kind === POLLED) column.turn += 1;
    const { marks, paths, seen, texts, turn, writer } = column;
    const across = x(at) + turn * step;
    const down = y(task);
    /** @param {string} name @param {() => string} path @param {boolean} [points] @param {number} [who] */
    const show = (name, path, points, who = task) => {
      const key = `${name}${y(who)},${across >> 1}`;
      if (seen.has(key)) return;
      seen.add(key);
      put(paths, name, path(), who);
      if (points) marks.push({ event, x: across, y: down });
    };
    /** @param {number} who */
    const tear = (who) => show("torn", () => d`M${texts[who] ?? across} ${y(who) + half}H${across}`, false, who);
    const bar = (right = 0) => d`M${across + right} ${down - half}v${2 * half}`;
    if (kind === POLLED) {
      show("poll", bar, true);
      if (oneThread) show("turn", () => shape(task, across, thread, Math.min(step / 2, em / 4), em / 4));
    } else if (kind === WAITING) {
      // Short waits that a place shows as one reach to its end.
      const until = detail < 0 ? across + step : Math.max(x(detail), (place + 1) * PLACE);
      show("wait", () => d`M${across} ${down}H${until}`);
    } else if (kind === FINISHED) {
      show("end", () => bar(radius * 1.8), true);
    } else if (kind === WROTE) {
      // A newline is one character long, and a text is longer.
      const text = detail > 1;
      if (writer >= 0 && writer !== task) tear(writer);
      if (text) {
        texts[task] = across;
        show("print", () => shape(task, across, down, radius, half), true);
      } else if (!oneThread) {
        if (writer !== task) tear(task);
        show("newline", () => d`M${across} ${down + half}h${-Math.min(radius, step)}`, true);
      }
      column.writer = text ? task : -1;
    }
  }

  /** Where the axis has ticks, at least so many pixels apart. @param {number} least */
  function ticks(least) {
    const ticks = [left];
    if (!interval) return ticks;
    let every = 1;
    // 1, 2, 5, 10, 20, 50 and so on.
    while (every * interval < least) every *= `${every}`[0] === "2" ? 2.5 : 2;
    const last = x(scale.duration);
    for (let tick = left; (tick += every * interval) < last - least / 2; ) ticks.push(tick);
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
    if (!dense) put(still, "print", shape(task, em / 2, y(task), row * 0.28, half), task);
  }
  if (oneThread) words.push(["thread", TEXTS[language].thread, 0, thread]);
  for (const tick of ticks(em * 4)) {
    const time = `${pixels && Math.round((tick - left) / pixels) / 1000}`;
    const text = tick === x(scale.duration) ? textsIn(language).seconds(time) : time;
    words.push(["tick", text, tick, height + em * 0.8]);
  }

  return {
    left,
    interval,
    height,
    dense,
    columns,
    still,
    words,
    x,
    y,
    read(shown) {
      if (shown === end) return columns.length;
      end = shown;
      // The last column grows; one that knows of later events is made anew.
      let from = 0;
      do from = columns.pop()?.from ?? 0;
      while (from > shown);
      const first = columns.length;
      each(player, lane, from, shown, add);
      return first;
    },
  };
}

/** The picture of a plot, as it grows. */
export class Timeline {
  #player;
  #lane;
  #scale;
  #ems;
  /** Two layers, since the future lies between. */
  #waits = vector("svg");
  #marks = vector("svg");
  #words = element("div", { class: "words", "aria-hidden": "true" });
  /** The nodes of each column. @type {Element[][]} */
  #nodes = [];
  #shown = 0;
  /** @type {Language} */
  #language = "en";
  /** @type {Plot | undefined} */
  plot;
  image = element("div", { class: "plot", role: "img", tabindex: "0" });
  /** @type {import("./timeline-table.js").Table | undefined} */
  #table;
  /** @type {import("./timeline-pointer.js").Pointer | undefined} */
  #pointer;

  /** @param {Player} player @param {number} lane @param {Scale} scale @param {Pointing} pointing */
  constructor(player, lane, scale, pointing) {
    this.#player = player;
    this.#lane = lane;
    this.#scale = scale;
    this.#ems = plot(player, lane, scale, 0, 1).height;
    this.image.append(this.#waits, element("div", { class: "future" }), this.#marks);
    this.root = element("div", { class: "timeline" }, this.image, this.#words);
    this.root.style.setProperty("--ems", `${this.#ems}`);
    // It observes nothing but its own part, so it goes when that goes.
    new ResizeObserver(() => this.#lay()).observe(this.image);
    this.#complete(pointing);
  }

  /** @param {Pointing} pointing */
  async #complete(pointing) {
    const [{ Pointer }, { Table }] = await Promise.all([import("./timeline-pointer.js"), import("./timeline-table.js")]);
    // Meanwhile there may be another player.
    if (!this.root.isConnected) return;
    this.#pointer = new Pointer(this, this.#player, this.#lane, pointing);
    this.#table = new Table(this.#player, this.#lane, this.#scale);
    this.root.append(this.#table.root);
    this.translate(this.#language);
  }

  /** @param {Language} language */
  translate(language) {
    this.#language = language;
    const name = laneName(this.#player, this.#lane, language);
    this.image.setAttribute("aria-label", TEXTS[language].summary(name));
    this.#table?.translate(language, name);
    this.#lay();
    this.#table?.update(this.#shown, true);
  }

  /** The axis has another end. */
  fit() {
    this.#lay();
  }

  /** @param {number} shown @param {boolean} paused */
  update(shown, paused) {
    this.#shown = shown;
    this.#draw();
    this.#table?.update(shown, paused);
  }

  #draw() {
    const { plot } = this;
    if (!plot) return;
    const first = plot.read(this.#shown);
    for (const node of this.#nodes.splice(first).flat()) node.remove();
    for (const { paths } of plot.columns.slice(first)) {
      const nodes = vectors(paths);
      this.#nodes.push(nodes);
      for (const node of nodes) (node.matches(".wait") ? this.#waits : this.#marks).append(node);
    }
  }

  /** There is another width, or another language: all is drawn again. */
  #lay() {
    const { clientWidth: width, clientHeight: height } = this.image;
    if (!width) return;
    this.plot = plot(this.#player, this.#lane, this.#scale, width, height / this.#ems, this.#language);
    const { dense, interval, left, still, words } = this.plot;
    this.#nodes = [];
    this.#waits.replaceChildren(...vectors(still));
    this.#marks.replaceChildren();
    placed(this.root, { interval, left });
    this.root.classList.toggle("dense", dense);
    this.#words.replaceChildren(
      ...words.map(([kind, text, x, y]) => placed(element("span", { class: kind }, text), { x, y })),
    );
    this.#draw();
    this.#pointer?.show();
  }
}

/** @param {Player} player @param {number} lane @param {Language} language */
export function laneName({ lanes }, lane, language) {
  const kind = /** @type {keyof import("./texts.js").Texts["lanes"]} */ (lanes[lane]);
  return textsIn(language).lanes[kind].name;
}

/**
 * Calls `take` with the number of each event, its kind, time, task and detail.
 * @param {Player} player @param {number} lane @param {number} from @param {number} to
 * @param {(event: number, kind: number, at: number, task: number, detail: number) => void} take
 */
export function each(player, lane, from, to, take) {
  // In parts, since the numbers of a long run are many megabytes.
  for (let start = from; start < to; start += SLICE) {
    /** Each of the numbers is there. @type {any} */
    const numbers = player.records(lane, start, Math.min(to, start + SLICE));
    for (let i = 0; i < numbers.length; i += 4) {
      take(start + i / 4, numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]);
    }
  }
}

/** Path data, to a tenth of a pixel. @param {TemplateStringsArray} parts @param {number[]} numbers */
function d({ raw }, ...numbers) {
  return String.raw({ raw }, ...numbers.map((number) => Math.round(number * 10) / 10));
}

/**
 * A task's shape; where it would be too small, a bar.
 * @param {number} task @param {number} x @param {number} y @param {number} radius
 * @param {number} half How high half a bar is.
 */
function shape(task, x, y, radius, half) {
  if (radius < SMALLEST) return d`M${x} ${y - half}h1.5v${2 * half}h-1.5z`;
  const corners = SHAPES[task % SHAPES.length]?.match(/../g);
  if (!corners) return d`M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
  const points = corners.map((corner) => {
    const [right = 0, down = 0] = [...corner].map((digit) => (parseInt(digit, 36) / 10 - 1) * radius);
    return d`${x + right} ${y + down}`;
  });
  return `M${points.join("L")}z`;
}

/** @param {string} name @param {Record<string, string>} [attributes] */
function vector(name, attributes = {}) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

/** @param {Paths} paths */
function vectors(paths) {
  return Object.entries(paths).map(([classes, path]) => vector("path", { class: classes, d: path }));
}

/** Tells the styles of lengths. @param {HTMLElement} node @param {Record<string, number>} pixels */
function placed(node, pixels) {
  for (const [name, value] of Object.entries(pixels)) node.style.setProperty(`--${name}`, `${value}px`);
  return node;
}
