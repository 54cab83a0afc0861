// A lane's timeline on the page: the picture of its plot, as a table for those who
// don't see it, and the pointing at both.

import { element, named } from "../base/dom.js";
import { windowOf } from "../base/home.js";
import { wish } from "../base/wish.js";
import { OfRun } from "../log/replay.js";
import { textsIn } from "../words/texts.js";
import { laneName } from "./lane.js";
import { heightOf, Plot } from "./plot.js";
import { Pointer } from "./timeline-pointer.js";

/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./lane.js").Lane} Lane */
/** @typedef {import("./plot.js").Language} Language */
/** @typedef {import("./plot.js").Paths} Paths */

/**
 * @typedef {object} Drawing What is drawn of a run.
 * @property {number} shown How many events are to be seen.
 * @property {Plot} [plot] None before there is room for it.
 * @property {Column[]} columns One for each place of the axis with strokes.
 * @property {number} count How many strokes are seen.
 */

/** The picture of a plot, as it grows. */
export class Timeline {
  #lane;
  #scale;
  /** Two layers, since the future lies between. */
  #waits = vector("svg");
  #marks = vector("svg");
  #future = element("div", { class: "future" });
  #words = element("div", { class: "words", "aria-hidden": "true" });
  /** @type {Language} */
  #language = "en";
  /** @type {OfRun<Drawing>} */
  #drawing;
  image = element("div", { class: "plot", role: "img", tabindex: "0" });
  /** @type {import("./timeline-table.js").Table | undefined} */
  #table;
  #pointer;
  // In pixels, and kept, because to ask for them is to lay out everything.
  #width = 0;
  #em = 0;
  #sizes;

  /**
   * @param {Lane} lane @param {Scale} scale
   * @param {import("./pointing.js").Pointing} pointing @param {import("../base/home.js").Sizes} sizes
   */
  constructor(lane, scale, pointing, sizes) {
    this.#lane = lane;
    this.#sizes = sizes;
    this.#scale = scale;
    this.#drawing = new OfRun(lane.log, () => this.#begin());
    this.image.append(this.#waits, this.#future, this.#marks);
    this.#pointer = new Pointer(this, lane, pointing);
    this.root = element("div", { class: "timeline" }, this.image, this.#words);
    this.#makeRoom();
    sizes.listen(this.image, () => this.measure());
  }

  /** Says the same as a table. @param {typeof import("./timeline-table.js").Table} Table */
  tell(Table) {
    this.#table = new Table(this.#lane, this.#scale);
    this.root.append(this.#table.root);
    this.#table.translate(this.#language, laneName(this.#lane.name, this.#language));
  }

  /** From now on it only stands there: see `LaneView`. */
  release() {
    this.#sizes.unlisten(this.image);
  }

  /** @param {Language} language */
  translate(language) {
    this.#language = language;
    const name = laneName(this.#lane.name, language);
    this.image.setAttribute("aria-label", textsIn(language).timeline(name));
    this.#table?.translate(language, name);
    this.#lay();
    if (this.#table?.update(this.#drawing.now.shown, true, 0)) wish(this.root, { type: "update" });
  }

  /** The axis has another end. */
  fit() {
    this.#lay();
  }

  /** It may have another size. The first time that comes with the frame that it is first seen in. */
  measure() {
    this.#width = this.image.clientWidth;
    // Not from its height, which is rounded: lanes side by side are to have the same ticks.
    this.#em = parseFloat(windowOf(this.image).getComputedStyle(this.image).fontSize);
    this.#lay();
  }

  /**
   * Returns whether it is behind, because time has run out.
   * @param {number} shown @param {boolean} paused @param {number} until
   */
  update(shown, paused, until) {
    this.#drawing.now.shown = shown;
    const { plot } = this.#drawing.now;
    // More tasks may have come.
    if (plot && plot.count !== this.#lane.log.tasks.length) this.#lay();
    const behind = !this.#draw(until);
    return this.#table?.update(shown, paused, until) || behind;
  }

  /** Time has passed. @param {number} intervals How many. */
  tick(intervals) {
    this.#future.style.setProperty("--now", String(intervals));
  }

  get plot() {
    return this.#drawing.now.plot;
  }

  /** What can be pointed at. */
  get marks() {
    const { plot, count } = this.#drawing.now;
    return plot?.strokes.slice(0, count).filter(({ points }) => points) ?? [];
  }

  /** Gives each task that is known its row. */
  #makeRoom() {
    this.root.style.setProperty("--ems", `${heightOf(this.#lane)}`);
  }

  /** Draws what is known, and returns whether that is all. @param {number} until */
  #draw(until) {
    const drawing = this.#drawing.now;
    const { plot, shown, columns } = drawing;
    // It draws when it is laid out.
    if (!plot) return true;
    const isAll = plot.read(shown, until);
    drawing.count = plot.strokesOf(shown);
    for (const [place, first] of plot.columns.entries()) {
      columns[place] ??= new Column(this.#waits, this.#marks);
      columns[place].show(plot, first, Math.min(drawing.count, plot.columns[place + 1] ?? Infinity));
    }
    return isAll;
  }

  /** There is another width, another language, another end or another task: all is drawn again. */
  #lay() {
    this.#makeRoom();
    if (!this.#width) return;
    const { shown } = this.#drawing.now;
    this.#drawing.forget();
    this.#drawing.now.shown = shown;
    if (!this.#draw(0)) wish(this.root, { type: "update" });
    this.#pointer.show();
  }

  /** What there is before the first event. @returns {Drawing} */
  #begin() {
    /** @type {Drawing} */
    const drawing = { shown: 0, columns: [], count: 0 };
    if (!this.#width) return drawing;
    drawing.plot = new Plot(this.#lane, this.#scale, this.#width, this.#em, this.#language);
    const { axis, dense, still, words } = drawing.plot;
    this.#waits.replaceChildren(...vectors(still));
    this.#marks.replaceChildren();
    placed(this.root, { interval: axis.interval, left: axis.left });
    this.root.classList.toggle("dense", dense);
    this.#words.replaceChildren(
      ...words.map(([kind, text, x, y]) =>
        placed(kind === "task" ? named(text, { class: kind }) : element("span", { class: kind }, text), { x, y }),
      ),
    );
    return drawing;
  }
}

/** The strokes of a place of the axis, of which the first are seen. */
class Column {
  #waits;
  #marks;
  /** Up to which stroke it is drawn; -1 is not at all. */
  #to = -1;
  /** @type {Element[]} */
  #nodes = [];

  /** @param {Element} waits @param {Element} marks The layers. */
  constructor(waits, marks) {
    this.#waits = waits;
    this.#marks = marks;
  }

  /** Shows the strokes `first..to` of a plot; none, if `to` is before them. @param {Plot} plot @param {number} first @param {number} to */
  show(plot, first, to) {
    to = Math.max(first, to);
    if (to === this.#to) return;
    this.#to = to;
    for (const node of this.#nodes) node.remove();
    this.#nodes = vectors(plot.paths(first, to));
    for (const node of this.#nodes) (node.matches(".wait") ? this.#waits : this.#marks).append(node);
  }
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
