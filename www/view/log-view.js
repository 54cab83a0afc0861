// The log of a lane as it is read: its lines, one below the other or each at its time.

import { copyAsPrinted, keepSelection } from "../base/copy-log.js";
import { element, mark, named, printed, setText } from "../base/dom.js";
import { piecesOf, written } from "../base/pieces.js";
import { OfRun } from "../log/replay.js";
import { firstWhere } from "./plot.js";

/** @typedef {import("./lane.js").Lane} Lane */
/** @typedef {import("./pointing.js").At} At */
/** @typedef {import("./pointing.js").Pointing} Pointing */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("../words/texts.js").Texts} Texts */

/** A log with more lines shows only those in view. */
const WHOLE_LOG = 300;
/** How many lines beyond the view are there before one scrolls to them. */
const OVERSCAN = 12;
/** How a newline is seen. */
const NEWLINE = "↵";
/** A log's box is at most so many lines high. */
export const BOX_LINES = 16;

/**
 * @typedef {object} Printed What of a run's log is on the page.
 * @property {Map<number, Row>} rows Those that are there, by line.
 * @property {Map<number, HTMLElement>} bands Those of a ladder, by their place.
 * @property {number} lines How many lines there are to be seen,
 * @property {number} shown and after how many events.
 */

/** @typedef {{row: HTMLElement, at: number}} Row A line, and its time. */

export class LogView {
  #lane;
  #scale;
  #pointing;
  #sizes;
  #rows = element("div", { class: "rows" });
  #how = element("p", { class: "how" });
  #question = element("p");
  #invite = element("div", { class: "invite" }, this.#how, this.#question);
  #saved = element("p", { class: "saved" });
  /** @type {OfRun<Printed>} */
  #printed;
  /** For how many lines there is room. */
  #room = 0;
  // In pixels, and kept, because to ask for them is to lay out everything.
  #rowHeight = 0;
  #height = 0;
  #top = 0;
  #pointsHere = false;
  /** @type {Texts | undefined} */
  #texts;
  #released = false;
  #ladder = false;

  /** @param {Lane} lane @param {Scale} scale @param {Pointing} pointing @param {import("../base/home.js").Sizes} sizes */
  constructor(lane, scale, pointing, sizes) {
    this.#lane = lane;
    this.#scale = scale;
    this.#pointing = pointing;
    this.#sizes = sizes;
    const { log } = lane;
    this.#printed = new OfRun(log, () => {
      this.#rows.replaceChildren();
      this.#setTop(0);
      return { rows: new Map(), bands: new Map(), lines: 0, shown: 0 };
    });
    this.root = element(
      "div",
      { class: "log", role: "log", "aria-live": "off", tabindex: "0", translate: "no" },
      this.#rows,
      this.#saved,
      this.#invite,
    );
    this.root.addEventListener("scroll", () => {
      this.#top = this.root.scrollTop;
      this.#render();
    });
    sizes.listen(this.root, () => this.#measure());
    copyAsPrinted(this.root, this.#rows, ".piece", {
      text: () => log.text(0, this.#printed.now.shown),
      startOf: (row) => log.startOf(Number(/** @type {HTMLElement} */ (row).style.getPropertyValue("--place"))),
    });
    this.#rows.addEventListener("pointerover", (event) => this.#point(event));
    this.#rows.addEventListener("click", (event) => this.#point(event));
    this.#rows.addEventListener("pointerleave", () => pointing.set(null));
    pointing.listen((at) => this.#showPointedAt(at));
    this.#makeRoom(scale.lines);
  }

  /** From now on it only stands there: its run may be gone. */
  release() {
    this.#released = true;
    this.#sizes.unlisten(this.root);
  }

  /** @param {Texts} texts @param {{name: string, how: string, invite: string}} own Those of the lane. */
  translate(texts, { name, how, invite }) {
    this.#texts = texts;
    setText(this.#how, how);
    setText(this.#question, invite);
    this.root.setAttribute("aria-label", texts.log(name));
    this.clear();
  }

  /** Lets all lines be made anew. */
  clear() {
    this.#keep(0, 0);
  }

  /** Whether lines stand at their time. @param {boolean} ladder */
  setLadder(ladder) {
    this.#ladder = ladder;
    const { lines } = this.#printed.now;
    this.#rows.style.setProperty("--shown", String(lines));
    this.clear();
    this.#printed.now.bands.clear();
    this.#rows.replaceChildren();
    if (lines > 0) this.#measure();
  }

  /** Whether the lane invites to be run. @param {boolean} invites */
  invite(invites) {
    this.#invite.hidden = !invites;
  }

  /** Says how much earlier the lane has ended, if there is room for it. @param {string} text @param {number} end When it has. */
  tellSaved(text, end) {
    const { interval, rungs } = this.#scale;
    const from = Math.floor(end / interval) + 1;
    this.#saved.style.setProperty("--from", String(from));
    // Cut off, it would say something else.
    setText(this.#saved, rungs > from ? text : "");
  }

  /** Time has passed. @param {number} intervals How many. */
  tick(intervals) {
    // Only where it is used: whatever is inside has its styles computed anew.
    if (this.#ladder) this.#rows.style.setProperty("--now", String(intervals));
  }

  /**
   * Scrolls to where the last line will be, if that is new or if the view is beyond it.
   * Before anything else changes: to scroll is to lay out everything.
   * @param {number} lines
   */
  follow(lines) {
    if (lines > this.#room) this.#makeRoom(lines);
    const { lines: before } = this.#printed.now;
    if (lines > before) this.#scrollTo(lines - 1);
    else if (lines < before) this.#setTop(Math.min(this.#top, lines * this.#rowHeight - this.#height));
  }

  /** @param {number} shown How many events. @param {number} lines */
  update(shown, lines) {
    // Only the last line may be incomplete, so all before it stay as they are.
    const printed = this.#printed.now;
    if (shown !== printed.shown) this.#keep(0, Math.min(printed.lines, lines) - 1);
    printed.shown = shown;
    printed.lines = lines;
    this.#render();
  }

  /** Gives room to so many lines, before they come if that is known. @param {number} lines */
  #makeRoom(lines) {
    this.#room = Math.max(1, lines);
    this.#rows.style.setProperty("--lines", String(this.#room));
    this.root.style.setProperty("--box", String(Math.min(this.#room, BOX_LINES)));
    // Only then may a line be higher than others.
    this.root.classList.toggle("whole", this.#room <= WHOLE_LOG);
    if (this.#rowHeight) this.#measure();
  }

  /**
   * Removes the rows that are not among the lines `from..to`.
   * @param {number} from @param {number} to
   * @param {(row: HTMLElement) => boolean} [isHeld] Tells of others that stay.
   */
  #keep(from, to, isHeld = () => false) {
    const { rows } = this.#printed.now;
    for (const [line, { row }] of rows) {
      if ((line >= from && line < to) || isHeld(row)) continue;
      row.remove();
      rows.delete(line);
    }
  }

  /** The log has another size. */
  #measure() {
    const isFirst = !this.#rowHeight;
    // The room for all lines is there from the start, so each one's is known.
    this.#rowHeight = this.#rows.offsetHeight / this.#room;
    this.#height = this.root.clientHeight;
    this.#top = this.root.scrollTop;
    const { lines } = this.#printed.now;
    if (isFirst && lines > 0) this.#scrollTo(lines - 1);
    this.#render();
  }

  #render() {
    if (this.#released) return;
    const { rows, lines } = this.#printed.now;
    let from = 0;
    let to = lines;
    if (to > WHOLE_LOG) {
      // Not drawn yet, it has no height; then a few lines are enough.
      const height = this.#rowHeight || Infinity;
      from = Math.max(0, Math.floor(this.#top / height) - OVERSCAN);
      to = Math.min(to, from + Math.ceil(this.#height / height) + 2 * OVERSCAN);
    }
    /** @param {(row: Element) => boolean} [isHeld] */
    const change = (isHeld) => {
      this.#keep(from, to, isHeld);
      for (let line = from; line < to; line += 1) {
        if (!rows.has(line)) this.#addRow(line);
      }
    };
    // What is selected can only be lost with a row, and to ask for it is to lay out the page.
    if ([...rows.keys()].some((line) => line < from || line >= to)) keepSelection(this.root, change);
    else change();
  }

  /** @param {number} line */
  #addRow(line) {
    const texts = this.#texts;
    if (!texts) return;
    const { from, to, writes } = this.#lane.log.line(line);
    const at = writes[0]?.at ?? 0;
    const { rows } = this.#printed.now;
    const time = this.#scale.seconds(at);
    const before = rows.get(line - 1);
    const isNew = !before || this.#scale.seconds(before.at) !== time;
    const pieces = piecesOf(writes);
    const row = element("div", { class: "row" }, element("span", { class: "at", "aria-hidden": "true" }, isNew ? time : ""));
    if (pieces.length === 1) row.append(...pieces.map((piece) => this.#piece(piece)));
    else row.append(...this.#torn(pieces, writes, texts));
    row.classList.toggle("torn", pieces.length !== 1);
    row.dataset["from"] = String(from);
    row.dataset["to"] = String(to);
    row.style.setProperty("--place", String(line));
    rows.set(line, { row, at });
    // Not all lines are there, so the next one may be any that comes later.
    const next = rows.get(Math.min(...[...rows.keys()].filter((other) => other > line)))?.row ?? null;
    const parent = this.#ladder ? this.#band(Math.floor(at / this.#scale.interval)) : this.#rows;
    parent.insertBefore(row, next?.parentNode === parent ? next : null);
  }

  /** Where in a ladder what happens at one time stands, side by side. @param {number} place */
  #band(place) {
    const { bands } = this.#printed.now;
    const band = bands.get(place) ?? element("div", { class: "band" });
    if (bands.has(place)) return band;
    bands.set(place, band);
    band.style.setProperty("--place", String(place));
    const later = [...bands.keys()].filter((other) => other > place);
    this.#rows.insertBefore(band, bands.get(Math.min(...later)) ?? null);
    return band;
  }

  /**
   * A line in which somebody else has written, or only the newline of one: as it was
   * printed, with its newline, and then whose each part of it is.
   * @param {{text: string, index: number}[]} pieces
   * @param {readonly import("../log/log.js").DemoEvent[]} writes @param {Texts} texts
   */
  #torn(pieces, writes, texts) {
    const last = writes.at(-1);
    const end = last && written(last.text ?? "").ends ? [{ text: NEWLINE, index: last.index }] : [];
    const { log } = this.#lane;
    const owners = [...pieces, ...end].map(({ text, index }) => {
      const look = this.#lane.lookOf(log.placeOf(index));
      return element("span", { class: `look${look}` }, text === NEWLINE ? NEWLINE : "", mark(look), named(log.nameOf(index)));
    });
    return [
      ...pieces.map(({ text, index }) =>
        element("span", { class: `piece look${this.#lane.lookOf(log.placeOf(index))}` }, ...printed(text, log.nameOf(index))),
      ),
      element("span", { class: "end" }, end.length ? NEWLINE : ""),
      element("span", { class: "tag" }, ...owners, " ", pieces.length ? texts.torn : texts.emptyLine),
    ];
  }

  /** @param {{text: string, index: number}} piece */
  #piece({ text, index }) {
    const { log, lookOf } = this.#lane;
    const place = log.placeOf(index);
    if (place < 0) return element("span", { class: "piece main" }, text);
    const look = lookOf(place);
    return element("span", { class: `piece look${look}` }, mark(look), ...printed(text, log.nameOf(index)));
  }

  /** @param {Event} event */
  #point(event) {
    const target = event.target;
    const row = target instanceof Element ? target.closest(".row") : null;
    if (!(row instanceof HTMLElement)) return;
    this.#pointsHere = true;
    this.#pointing.set({ lane: this.#lane.index, event: Number(row.dataset["from"]) });
    this.#pointsHere = false;
  }

  /** @param {At | null} at */
  #showPointedAt(at) {
    const isHere = at?.lane === this.#lane.index;
    // Whoever points at the log itself sees the line already.
    if (isHere && !this.#pointsHere) {
      this.#scrollTo(this.#lineOf(at.event));
      this.#render();
    }
    for (const { row } of this.#printed.now.rows.values()) {
      const { from, to } = row.dataset;
      row.classList.toggle("pointed", isHere && at.event >= Number(from) && at.event < Number(to));
    }
  }

  /** The line that was begun last when an event happened. @param {number} event */
  #lineOf(event) {
    return firstWhere(this.#printed.now.lines, (line) => this.#lane.log.line(line).from > event) - 1;
  }

  /** Scrolls so that a line is in view. @param {number} line */
  #scrollTo(line) {
    const { rows, lines } = this.#printed.now;
    const known = Math.min(line, lines - 1);
    const row = rows.get(known)?.row;
    const bottom = (line - known) * this.#rowHeight + (row ? row.offsetTop + row.offsetHeight : (known + 1) * this.#rowHeight);
    this.#setTop(Math.max(bottom - this.#height, Math.min(this.#top, bottom - this.#rowHeight)));
  }

  /** @param {number} top */
  #setTop(top) {
    top = Math.max(0, top);
    if (this.#ladder || top === this.#top) return;
    this.#top = top;
    this.root.scrollTop = top;
  }
}
