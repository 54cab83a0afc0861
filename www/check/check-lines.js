// A checked log once more, with each piece in its task's colour and shape. Of a
// long log only the lines in view are there; only in others may one be higher than others.

import { copyAsPrinted, keepSelection } from "../base/copy-log.js";
import { element, mark, printed } from "../base/dom.js";
import { isolated } from "../base/names.js";

/** @typedef {import("./check-story.js").Story} Story */

/** A log with more lines shows only those in view. */
const WHOLE_LOG = 300;
/** How many lines beyond the view are there before one scrolls to them. */
const OVERSCAN = 12;
/** The box is so many lines high, whatever the log, so that nothing below it moves. */
const BOX_LINES = 16;
/** A line shows so much of itself: nobody reads more of it here. */
const MOST_PIECES = 40;
const MOST_CHARACTERS = 400;

/**
 * @typedef {object} Words What the lines say besides themselves.
 * @property {string} lines
 * @property {string} torn
 * @property {string} impossible
 * @property {(task: string, line: number) => string} newlineOf
 * @property {(task: string) => string} restOf
 * @property {(task: string) => string} lost
 */

export class Lines {
  #rows = element("div", { class: "rows" });
  root = element("div", { class: "log", role: "group", tabindex: "0", translate: "no" }, this.#rows);
  /** The rows that are there, by line. @type {Map<number, HTMLElement>} */
  #shown = new Map();
  /** @type {Story | undefined} */
  #story;
  /** @type {Words | undefined} */
  #words;

  constructor() {
    this.root.style.setProperty("--box", String(BOX_LINES));
    this.root.addEventListener("scroll", () => this.#render());
    const placeIn = (/** @type {Element} */ node, /** @type {"data-from" | "data-to"} */ name) => Number(node.getAttribute(name));
    copyAsPrinted(this.root, this.#rows, ".plain, .piece:not(.end)", {
      text: () => this.#story?.log ?? "",
      startOf: (row) => placeIn(row, "data-from"),
      lengthOf: (text) => placeIn(text, "data-to") - placeIn(text, "data-from"),
    });
  }

  /** @param {Story} story @param {Words} words */
  show(story, words) {
    this.#story = story;
    this.#words = words;
    this.#rows.replaceChildren();
    this.#shown.clear();
    this.#rows.style.setProperty("--lines", String(story.lines));
    this.root.classList.toggle("whole", this.#isWhole);
    this.root.setAttribute("aria-label", words.lines);
    const height = this.#height();
    const { line = 1 } = story.result;
    this.root.scrollTop = (line - BOX_LINES / 2) * height;
    this.#render();
    const row = this.#shown.get(line);
    if (this.#isWhole && row) this.root.scrollTop = row.offsetTop - this.root.clientHeight / 2;
  }

  get #isWhole() {
    return (this.#story?.lines ?? 0) <= WHOLE_LOG;
  }

  #height() {
    return this.#rows.offsetHeight / (this.#story?.lines ?? 1);
  }

  #render() {
    const story = this.#story;
    if (!story) return;
    // Not drawn yet, it has no height; then a few lines are enough.
    const height = this.#height() || Infinity;
    const from = this.#isWhole ? 1 : Math.max(1, Math.floor(this.root.scrollTop / height) - OVERSCAN);
    const to = this.#isWhole ? story.lines : Math.min(story.lines, from + Math.ceil(this.root.clientHeight / height) + 2 * OVERSCAN);
    keepSelection(this.root, (isHeld) => {
      for (const [line, row] of this.#shown) {
        if ((line >= from && line <= to) || isHeld(row)) continue;
        row.remove();
        this.#shown.delete(line);
      }
      for (let line = to; line >= from; line -= 1) {
        if (!this.#shown.has(line)) this.#addRow(story, line);
      }
    });
  }

  /** @param {Story} story @param {number} line */
  #addRow(story, line) {
    const row = this.#row(story, line);
    // Not all lines are there, so the next one may be any that comes later.
    const next = Math.min(...[...this.#shown.keys()].filter((other) => other > line));
    this.#rows.insertBefore(row, this.#shown.get(next) ?? null);
    this.#shown.set(line, row);
  }

  /** @param {Story} story @param {number} line */
  #row(story, line) {
    const words = this.#words;
    const { line: wrong = Infinity, tasks } = story.result;
    const row = element("div", { class: "row" }, element("span", { class: "at" }, String(line)));
    row.style.setProperty("--place", String(line - 1));
    const { from, to } = story.line(line);
    row.dataset["from"] = String(from);
    const { first, end } = story.writesOf(line);
    let at = from;
    /** A part of the log. @param {string} classes @param {number} start @param {number} stop @param {(Node | string)[]} shown */
    const part = (classes, start, stop, ...shown) =>
      element("span", { class: classes, "data-from": String(start), "data-to": String(stop) }, ...shown);
    /** So much of it as anybody reads. @param {number} start @param {number} stop */
    const read = (start, stop) => story.log.slice(start, Math.min(stop, start + MOST_CHARACTERS));
    const plain = (/** @type {number} */ until) => {
      if (until > at) row.append(part("plain", at, until, read(at, until)));
    };
    const tags = [];
    for (let index = first; index < Math.min(end, first + MOST_PIECES); index += 1) {
      const write = story.writes[index];
      if (!write) break;
      const { task, kind } = write;
      const { name = "" } = tasks[task] ?? {};
      const told = isolated(name);
      const look = story.look(task);
      if (kind === "lost") {
        tags.push(words?.lost(told) ?? "");
      } else if (kind === "newline") {
        plain(to);
        at = to;
        row.append(element("span", { class: `piece end look${look}` }, "↵", mark(look)));
        const text = story.writes[story.partners[index] ?? -1];
        if (text && text.line !== line) tags.push(words?.newlineOf(told, text.line) ?? "");
      } else {
        plain(write.from);
        at = write.to;
        row.append(part(`piece look${look}`, write.from, write.to, mark(look), ...printed(read(write.from, write.to), name)));
        if (story.isRest(index)) tags.push(words?.restOf(told) ?? "");
      }
    }
    plain(to);
    if (story.torn.has(line)) {
      row.classList.add("torn");
      tags.unshift(words?.torn ?? "");
    }
    if (line === wrong) tags.unshift(words?.impossible ?? "");
    row.classList.toggle("wrong", line === wrong);
    row.classList.toggle("unread", line > wrong);
    if (tags.length) row.append(element("span", { class: "tag" }, tags.join(" · ")));
    return row;
  }
}
