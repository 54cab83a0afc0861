// One lane: its name, clock and state, its timeline, and its log.

import { copyAsPrinted, keepSelection } from "../base/copy-log.js";
import { element, mark, printed, setText } from "../base/dom.js";
import { isolated } from "../base/names.js";
import { firstWhere } from "./plot.js";
import { traits } from "../engine/lanes.js";
import { OfRun } from "../log/replay.js";
import { stepsOf } from "./steps.js";
import { Timeline } from "./timeline.js";

/** @typedef {import("../engine/engine.js").Player} Player */
/** @typedef {import("../words/texts.js").Texts} Texts */
/** @typedef {import("../engine/engine.js").DemoEvent} DemoEvent */
/** @typedef {import("../engine/engine.js").LaneState} LaneState */

/** A log with more lines shows only those in view. */
const WHOLE_LOG = 300;
/** How many lines beyond the view are there before one scrolls to them. */
const OVERSCAN = 12;
/** A log's box is at most so many lines high. */
const BOX_LINES = 16;
/** How far lines stay away from the rules above and below them, in lines. */
const RUNG_EDGE = 0.15;

/**
 * How far a lane has come: as the playhead, but not past its own end, nor past what
 * is recorded of real threads.
 * @param {number} time @param {number} duration @param {LaneState} [lane]
 */
export function progress(time, duration, lane) {
  const end = lane && !lane.done && lane.recorded >= 0 ? lane.recorded : duration;
  return Math.min(time, duration, end);
}

/** What all lanes of a demo have in common. */
export class Scale {
  /** @param {Player} player */
  constructor(player) {
    const { interval, duration, lanes } = player.state;
    const steps = player.tasks.map((task) => task.steps);
    this.interval = interval;
    this.duration = duration;
    this.steps = steps.reduce((sum, count) => sum + count, 0);
    const longest = Math.max(...steps);
    const first = steps.filter((count) => count > 0).length;
    const last = steps.filter((count) => count === longest).length + 1;
    /** How many lines a rung has at most: as many as can come at once. Real threads may be late. */
    this.most = Math.max(first, last, 2);
    /** How many decimals tell one step's time from the next's; what is measured has more. */
    this.decimals = interval % 100 === 0 ? 1 : interval % 10 === 0 ? 2 : 3;
    if (lanes.some(({ recorded }) => recorded >= 0)) this.decimals = Math.max(2, this.decimals);
  }

  /**
   * How high a rung is, in lines, where lines stand at their time: what comes within an
   * interval stands between two rules, and touches neither.
   */
  get rung() {
    return this.most + 2 * RUNG_EDGE;
  }

  /** How many intervals have begun at the end. */
  get rungs() {
    return Math.floor(this.duration / this.interval) + 1;
  }

  /** How many lines high a log is in which lines stand at their time. */
  get ladder() {
    return this.rungs * this.rung;
  }

  /** Virtual milliseconds in seconds; cut off, as a clock shows no time before it has come. @param {number} millis */
  seconds(millis) {
    const unit = 10 ** (3 - this.decimals);
    return ((Math.floor(millis / unit + 1e-7) * unit) / 1000).toFixed(this.decimals);
  }
}

/**
 * @typedef {object} Printed What of a run's log is on the page.
 * @property {Map<number, {row: HTMLElement, at: number, rung: number, order: number}>} rows
 *   Those that are there, by line: each with its time, and where it stands in a ladder: on
 *   which rung, and how many lines are before it there.
 * @property {number} lines How many lines there are to be seen,
 * @property {number} shown and after how many events.
 */

export class LaneView {
  #index;
  #scale;
  #name = element("p", { class: "name", id: "" });
  #how = element("p", { class: "how" });
  #state = element("span", { class: "state" });
  #clock = element("span", { class: "clock" });
  #timeline;
  #rows = element("div", { class: "rows" });
  #log;
  #moment = element("p", { class: "moment" });
  #note = element("p", { class: "measured" });
  #invite = element("p", { class: "invite" });
  #saved = element("p", { class: "saved" });
  /** @type {OfRun<Printed>} */
  #printed;
  // In pixels, and kept, because to ask for them is to lay out everything.
  #rowHeight = 0;
  #height = 0;
  #top = 0;
  #pointsHere = false;
  /** @type {Texts | undefined} */
  #texts;
  /** @type {import("../words/texts.js").Language} */
  #language = "en";
  #player;
  #sizes;
  #released = false;
  #ladder = false;

  /**
   * @param {Player} player @param {number} index @param {Scale} scale
   * @param {import("../panels/panel.js").Pointing} pointing @param {import("../base/home.js").Sizes} sizes
   * @param {() => void} again Asks for an update.
   */
  constructor(player, index, scale, pointing, sizes, again) {
    this.#player = player;
    this.#sizes = sizes;
    this.#index = index;
    this.#scale = scale;
    this.kind = /** @type {keyof Texts["lanes"]} */ (player.lanes[index]);
    this.duration = player.state.lanes[index]?.duration ?? 0;
    this.#printed = new OfRun(player, () => {
      this.#rows.replaceChildren();
      this.#setTop(0);
      return { rows: new Map(), lines: 0, shown: 0 };
    });
    this.#name.id = `lane-${index}`;
    this.#timeline = new Timeline(player, index, scale, pointing, sizes, again);
    this.#log = element("div", { class: "log", role: "log", tabindex: "0", translate: "no" }, this.#rows, this.#saved, this.#invite);
    this.#log.addEventListener("scroll", () => {
      this.#top = this.#log.scrollTop;
      this.#renderRows();
    });
    sizes.listen(this.#log, () => this.#measure());
    copyAsPrinted(this.#log, this.#rows, ".piece", {
      text: () => player.text(index, 0, this.#printed.now.shown),
      startOf: (row) => player.text(index, 0, Number(/** @type {HTMLElement} */ (row).dataset["from"])).length,
    });
    this.#rows.addEventListener("pointerover", (event) => this.#point(pointing, event));
    this.#rows.addEventListener("click", (event) => this.#point(pointing, event));
    this.#rows.addEventListener("pointerleave", () => pointing.set(null));
    pointing.listen((at) => this.#showPointedAt(at));
    const lines = scale.steps + 1;
    this.#rows.style.setProperty("--lines", String(lines));
    this.#log.style.setProperty("--box", String(Math.min(lines, BOX_LINES)));
    // No section: a page may have several demos, and a landmark must be unique.
    this.root = element(
      "div",
      { class: "lane", role: "group", "aria-labelledby": this.#name.id },
      element("div", { class: "head" }, this.#name, element("p", { class: "now" }, this.#state, this.#clock), this.#how),
      this.#timeline.root,
      this.#log,
      element("div", { class: "beneath" }, this.#moment, this.#note),
    );
    this.fit();
  }

  /** From now on it only stands there: its player may be gone. */
  release() {
    this.#released = true;
    this.#sizes.unlisten(this.#log);
    this.#timeline.release();
  }

  /** The lane takes longer than was known, or the longest one does. */
  fit() {
    this.#keep(0, 0);
    const { interval, rung } = this.#scale;
    const lane = this.#player.state.lanes[this.#index];
    this.duration = lane?.duration ?? 0;
    this.#saved.style.setProperty("--from", String((Math.floor(this.duration / interval) + 1) * rung));
    this.#timeline.fit();
  }

  /** It may have another size, and no frame comes that would tell. */
  measure() {
    this.#timeline.measure();
  }

  /** @param {Texts} texts @param {import("../words/texts.js").Language} language */
  translate(texts, language) {
    this.#texts = texts;
    this.#language = language;
    this.#timeline.translate(language);
    const { name, how, invite } = texts.lanes[this.kind];
    setText(this.#name, name);
    setText(this.#how, how);
    setText(this.#invite, invite);
    this.#log.setAttribute("aria-label", texts.log(name));
    this.#keep(0, 0);
  }

  /** Whether lines stand at their time. @param {boolean} ladder */
  setLadder(ladder) {
    this.#ladder = ladder;
    const { lines } = this.#printed.now;
    this.#rows.style.setProperty("--shown", String(lines));
    this.#keep(0, 0);
    if (lines > 0) this.#measure();
  }

  /**
   * Scrolls to where the last line will be, if that is new or if the view is beyond it.
   * Before anything else changes: to scroll is to lay out everything.
   * @param {number} lines
   */
  follow(lines) {
    const { lines: before } = this.#printed.now;
    if (lines > before) this.#scrollTo(lines - 1);
    else if (lines < before) this.#setTop(Math.min(this.#top, lines * this.#rowHeight - this.#height));
  }

  /** Whether real threads couldn't go on: the lane has come to an end, but not to its own. */
  get failed() {
    return Boolean(this.#player.crew(this.#index)?.failure);
  }

  /** What has come of it. @param {LaneState} lane @returns {import("../summation/conclusion.js").Ended} */
  end({ duration, expected, recorded }) {
    const { kind, failed } = this;
    const measured = recorded >= 0;
    const { length: threads } = this.#player.tasks.filter(({ steps }) => steps > 0);
    const steps = measured && !failed ? stepsOf(this.#player, this.#index) : [];
    return { kind, duration, expected, measured, failed, threads, steps };
  }

  /**
   * Returns whether it is behind, because time has run out.
   * @param {LaneState} lane @param {{paused: boolean, speed: number}} playhead @param {number} until
   */
  update(lane, playhead, until) {
    const { paused } = playhead;
    const texts = this.#texts;
    if (!texts) return false;
    const { duration, shown, lines, done, recorded, live, kept } = lane;
    if (duration !== this.duration) this.fit();
    const behind = this.#timeline.update(shown, paused, until);
    this.#updateLines(shown, lines);
    this.#updateMoment(shown);
    // Real threads may be held although the playhead moves.
    const held = paused || (recorded >= 0 && !live && shown === kept);
    const finished = done && !this.failed;
    const state = finished ? "done" : done ? "failed" : shown === 0 ? "ready" : held ? "paused" : "running";
    this.root.dataset["state"] = state;
    this.#invite.hidden = state !== "ready";
    setText(this.#state, texts.states[state]);
    const note = this.#player.crew(this.#index)?.note(this.#language, lane, playhead);
    this.#note.hidden = recorded < 0;
    setText(this.#note, note ?? "");
    const earlier = finished ? this.#scale.duration - this.duration : 0;
    setText(this.#saved, earlier > 0 ? texts.earlier(texts.seconds(this.#scale.seconds(earlier))) : "");
    return behind;
  }

  /**
   * Shows the time, which passes even when nothing happens.
   * @param {number} time @param {LaneState} [lane]
   */
  tick(time, lane) {
    const own = progress(time, this.duration, lane);
    const { seconds } = this.#texts ?? { seconds: String };
    setText(this.#clock, seconds(this.#scale.seconds(own)));
    // Only where it is used: whatever is inside has its styles computed anew.
    const intervals = time / this.#scale.interval;
    this.#timeline.tick(intervals);
    if (this.#ladder) this.#rows.style.setProperty("--now", String(intervals));
  }

  /** @param {number} shown @param {number} lines */
  #updateLines(shown, lines) {
    // Only the last line may be incomplete, so all before it stay as they are.
    const printed = this.#printed.now;
    if (shown !== printed.shown) this.#keep(0, Math.min(printed.lines, lines) - 1);
    printed.shown = shown;
    printed.lines = lines;
    this.#renderRows();
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
    this.#rowHeight = this.#rows.offsetHeight / (this.#scale.steps + 1);
    this.#height = this.#log.clientHeight;
    this.#top = this.#log.scrollTop;
    const { lines } = this.#printed.now;
    if (isFirst && lines > 0) this.#scrollTo(lines - 1);
    this.#renderRows();
  }

  #renderRows() {
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
    keepSelection(this.#log, (isHeld) => {
      this.#keep(from, to, isHeld);
      for (let line = from; line < to; line += 1) {
        if (!rows.has(line)) this.#addRow(line);
      }
    });
  }

  /** @param {number} line */
  #addRow(line) {
    const texts = this.#texts;
    if (!texts) return;
    const { from, to, writes } = this.#player.line(this.#index, line);
    const at = writes[0]?.at ?? 0;
    const { rows } = this.#printed.now;
    const before = rows.get(line - 1) ?? { at: -1, rung: -1, order: 0 };
    const rung = Math.floor(at / this.#scale.interval);
    const order = rung === before.rung ? before.order + 1 : 0;
    this.#scale.most = Math.max(this.#scale.most, order + 1);
    const place = rung * this.#scale.rung + RUNG_EDGE + order;
    const time = this.#scale.seconds(at);
    const isNew = before.at < 0 || this.#scale.seconds(before.at) !== time;
    const lookOf = (/** @type {number} */ task) => this.#player.tasks[task]?.look ?? 0;
    const pieces = writes.filter((write) => write.text !== "\n");
    const row = element(
      "div",
      { class: "row" },
      element("span", { class: "at", "aria-hidden": "true" }, isNew ? time : ""),
      ...pieces.map(({ text, index }) =>
        index === 0
          ? element("span", { class: "piece main" }, text ?? "")
          : element(
              "span",
              { class: `piece look${lookOf(index - 1)}` },
              mark(lookOf(index - 1)),
              ...printed(text ?? "", this.#player.tasks[index - 1]?.name ?? ""),
            ),
      ),
    );
    if (pieces.length !== 1) {
      row.classList.add("torn");
      const tag = pieces.length === 0 ? texts.emptyLine : texts.torn;
      row.append(element("span", { class: "tag" }, tag));
    }
    row.dataset["from"] = String(from);
    row.dataset["to"] = String(to);
    row.style.setProperty("--place", String(this.#ladder ? place : line));
    rows.set(line, { row, at, rung, order });
    // Not all lines are there, so the next one may be any that comes later.
    const next = Math.min(...[...rows.keys()].filter((other) => other > line));
    this.#rows.insertBefore(row, rows.get(next)?.row ?? null);
  }

  /** @param {import("../panels/panel.js").Pointing} pointing @param {Event} event */
  #point(pointing, event) {
    const target = event.target;
    const row = target instanceof Element ? target.closest(".row") : null;
    if (!(row instanceof HTMLElement)) return;
    this.#pointsHere = true;
    pointing.set({ lane: this.#index, event: Number(row.dataset["from"]) });
    this.#pointsHere = false;
  }

  /** @param {{lane: number, event: number} | null} at */
  #showPointedAt(at) {
    // Whoever points at the log itself sees the line already.
    if (at?.lane === this.#index && !this.#pointsHere) {
      this.#scrollTo(this.#lineOf(at.event));
      this.#renderRows();
    }
    for (const { row } of this.#printed.now.rows.values()) {
      const { from, to } = row.dataset;
      const inside = at?.lane === this.#index && at.event >= Number(from) && at.event < Number(to);
      row.classList.toggle("pointed", inside);
    }
  }

  /** The line that was begun last when an event happened. @param {number} event */
  #lineOf(event) {
    return firstWhere(this.#printed.now.lines, (line) => this.#player.line(this.#index, line).from > event) - 1;
  }

  /** Scrolls so that a line is in view. @param {number} line */
  #scrollTo(line) {
    const bottom = (line + 1) * this.#rowHeight;
    this.#setTop(Math.max(bottom - this.#height, Math.min(this.#top, bottom - this.#rowHeight)));
  }

  /** @param {number} top */
  #setTop(top) {
    top = Math.max(0, top);
    if (this.#ladder || top === this.#top) return;
    this.#top = top;
    this.#log.scrollTop = top;
  }

  /** @param {number} shown */
  #updateMoment(shown) {
    const texts = this.#texts;
    if (!texts) return;
    const event = this.#player.events(this.#index, shown - 1, shown)[0];
    if (!event) {
      setText(this.#moment, "");
      return;
    }
    const isMain = event.index === 0;
    const task = isMain ? texts.main : isolated(event.task);
    const { moments } = texts;
    const own = moments[traits(this.kind).kind];
    const waiting = () => {
      if (typeof event.until === "number") return own.waiting(task, texts.seconds(this.#scale.seconds(event.until)));
      return event.on === "task" ? moments.joins(task, isolated(this.#player.nameOf(event.of ?? 0))) : moments.locked(task);
    };
    const turn = () => (isMain ? moments.main.turn : own.polled(task));
    /** @type {Partial<Record<DemoEvent["kind"], () => string>>} */
    const sentences = {
      created: () => (isMain ? moments.main.created : moments.created(task)),
      started: () => (isMain ? moments.main.started : own.started(task)),
      polled: turn,
      resumed: turn,
      preempted: () => moments.preempted(task),
      waiting,
      woke: () => (isMain ? moments.main.woke : own.woke(task)),
      acquired: () => moments.acquired(task),
      released: () => moments.released(task),
      wrote: () => (event.text === "\n" ? moments.newline(task) : moments.wrote(task)),
      finished: () => moments.finished(task),
      done: () => moments.done,
    };
    setText(this.#moment, sentences[event.kind]?.() ?? "");
  }
}
