// A lane's timeline on the page: the picture of its plot, as a table for those who
// don't see it, and the pointing at both.

import { element, named } from "../base/dom.js";
import { firstWhere, heightOf, laneName, plot } from "./plot.js";
import { OfRun } from "../log/replay.js";
import { textsIn } from "../words/texts.js";
import { Pointer } from "./timeline-pointer.js";
import { Table } from "./timeline-table.js";

/** @typedef {import("../engine/engine.js").Player} Player */
/** @typedef {import("./lane-view.js").Scale} Scale */
/** @typedef {import("./plot.js").Language} Language */
/** @typedef {import("./plot.js").Paths} Paths */
/** @typedef {import("./plot.js").Plot} Plot */

/**
 * @typedef {object} Drawing What is drawn of a run.
 * @property {number} shown How many events are to be seen.
 * @property {Plot} [plot] None before there is room for it.
 * @property {{nodes: Element[], to: number}[]} columns The nodes of each column that is
 *   seen, and how many strokes they draw.
 * @property {Element[][]} complete Those of all columns that are complete: to scrub is to come back.
 * @property {number} count How many strokes are seen.
 */

/** The picture of a plot, as it grows. */
export class Timeline {
  #player;
  #lane;
  #scale;
  #again;
  #ems;
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
  #table;
  #pointer;
  // In pixels, and kept, because to ask for them is to lay out everything.
  #width = 0;
  #height = 0;
  #sizes;

  /**
   * @param {Player} player @param {number} lane @param {Scale} scale
   * @param {import("../panels/panel.js").Pointing} pointing @param {import("../base/home.js").Sizes} sizes
   * @param {() => void} again Asks for an update.
   */
  constructor(player, lane, scale, pointing, sizes, again) {
    this.#player = player;
    this.#sizes = sizes;
    this.#lane = lane;
    this.#scale = scale;
    this.#again = again;
    this.#ems = heightOf(player, lane);
    this.#drawing = new OfRun(player, () => this.#begin());
    this.image.append(this.#waits, this.#future, this.#marks);
    this.#pointer = new Pointer(this, player, lane, pointing);
    this.#table = new Table(player, lane, scale);
    this.root = element("div", { class: "timeline" }, this.image, this.#words, this.#table.root);
    this.root.style.setProperty("--ems", `${this.#ems}`);
    sizes.listen(this.image, () => this.measure());
  }

  /** From now on it only stands there: see `LaneView`. */
  release() {
    this.#sizes.unlisten(this.image);
  }

  /** @param {Language} language */
  translate(language) {
    this.#language = language;
    const name = laneName(this.#player, this.#lane, language);
    this.image.setAttribute("aria-label", textsIn(language).timeline(name));
    this.#table.translate(language, name);
    this.#lay();
    if (this.#table.update(this.#drawing.now.shown, true, 0)) this.#again();
  }

  /** The axis has another end. */
  fit() {
    this.#lay();
  }

  /** It may have another size. The first time that comes with the frame that it is first seen in. */
  measure() {
    this.#width = this.image.clientWidth;
    this.#height = this.image.clientHeight;
    this.#lay();
  }

  /**
   * Returns whether it is behind, because time has run out.
   * @param {number} shown @param {boolean} paused @param {number} until
   */
  update(shown, paused, until) {
    this.#drawing.now.shown = shown;
    const behind = !this.#draw(until);
    return this.#table.update(shown, paused, until) || behind;
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

  /** Draws what is known, and returns whether that is all. @param {number} until */
  #draw(until) {
    const drawing = this.#drawing.now;
    const { plot, shown, columns: drawn, complete } = drawing;
    // It draws when it is laid out.
    if (!plot) return true;
    const isAll = plot.read(shown, until);
    const count = plot.count(shown);
    const { columns } = plot;
    const last = firstWhere(columns.length, (column) => (columns[column] ?? 0) >= count);
    const end = (/** @type {number} */ column) => Math.min(count, columns[column + 1] ?? Infinity);
    // Of the columns that are seen only the last may have changed.
    let column = Math.min(drawn.length, last);
    if (drawn[column - 1]?.to !== end(column - 1)) column -= 1;
    for (const { nodes } of drawn.splice(Math.max(0, column))) for (const node of nodes) node.remove();
    for (column = drawn.length; column < last; column += 1) {
      const to = end(column);
      const nodes = complete[column] ?? vectors(plot.paths(columns[column] ?? 0, to));
      if (to === columns[column + 1]) complete[column] = nodes;
      drawn.push({ nodes, to });
      for (const node of nodes) (node.matches(".wait") ? this.#waits : this.#marks).append(node);
    }
    drawing.count = count;
    return isAll;
  }

  /** There is another width, or another language: all is drawn again. */
  #lay() {
    if (!this.#width) return;
    const { shown } = this.#drawing.now;
    this.#drawing.forget();
    this.#drawing.now.shown = shown;
    if (!this.#draw(0)) this.#again();
    this.#pointer.show();
  }

  /** What there is before the first event. @returns {Drawing} */
  #begin() {
    /** @type {Drawing} */
    const drawing = { shown: 0, columns: [], complete: [], count: 0 };
    if (!this.#width) return drawing;
    drawing.plot = plot(this.#player, this.#lane, this.#scale, this.#width, this.#height / this.#ems, this.#language);
    const { dense, interval, left, still, words } = drawing.plot;
    this.#waits.replaceChildren(...vectors(still));
    this.#marks.replaceChildren();
    placed(this.root, { interval, left });
    this.root.classList.toggle("dense", dense);
    this.#words.replaceChildren(
      ...words.map(([kind, text, x, y]) =>
        placed(kind === "task" ? named(text, { class: kind }) : element("span", { class: kind }, text), { x, y }),
      ),
    );
    return drawing;
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
