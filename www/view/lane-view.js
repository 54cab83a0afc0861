// One lane: its name, clock and state, what its tasks are at, its log, and its timeline.

import { element, setText } from "../base/dom.js";
import { traits } from "../log/lanes.js";
import { progress } from "../log/snapshot.js";
import { LogView } from "./log-view.js";
import { momentOf } from "./moment.js";
import { TaskList } from "./task-list.js";
import { Timeline } from "./timeline.js";

/** @typedef {import("./lane.js").Lane} Lane */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("../log/snapshot.js").LaneSnapshot} LaneSnapshot */
/** @typedef {import("../log/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../words/texts.js").Texts} Texts */

export class LaneView {
  #lane;
  #scale;
  #program;
  #name = element("p", { class: "name", id: "" });
  #state = element("span", { class: "state" });
  #clock = element("span", { class: "clock" });
  #ratio = element("span", { class: "ratio" });
  #track = element("div", { class: "track" });
  #tasks;
  #moment = element("p", { class: "moment" });
  #note = element("p", { class: "measured" });
  #timeline;
  #log;
  /** As it was when the lane was fitted last. */
  #duration = -1;
  /** @type {Texts | undefined} */
  #texts;

  /**
   * @param {Lane} lane @param {Scale} scale @param {import("./scale.js").Program} program
   * @param {import("./pointing.js").Pointing} pointing @param {import("../base/home.js").Sizes} sizes
   */
  constructor(lane, scale, program, pointing, sizes) {
    this.#lane = lane;
    this.#scale = scale;
    this.#program = program;
    this.#name.id = `lane-${lane.index}`;
    this.#tasks = new TaskList(lane, program);
    this.#timeline = new Timeline(lane, scale, pointing, sizes);
    this.#log = new LogView(lane, scale, pointing, sizes);
    // No section: a page may have several demos, and a landmark must be unique.
    this.root = element(
      "div",
      { class: traits(lane.name).model === "threads" ? "lane tears" : "lane", role: "group", "aria-labelledby": this.#name.id },
      element("div", { class: "head" }, this.#name, element("p", { class: "now" }, this.#state, this.#clock, this.#ratio), this.#track),
      this.#tasks.root,
      this.#log.root,
      element("div", { class: "beneath" }, this.#moment, this.#note),
      this.#timeline.root,
    );
  }

  /** Says as a table what its timeline shows. @param {typeof import("./timeline-table.js").Table} Table */
  tell(Table) {
    this.#timeline.tell(Table);
  }

  /** From now on it only stands there: its run may be gone. */
  release() {
    this.#log.release();
    this.#timeline.release();
  }

  /** The lane takes longer than was known, or the longest one does. */
  fit() {
    this.#log.clear();
    this.#timeline.fit();
  }

  /** It may have another size, and no frame comes that would tell. */
  measure() {
    this.#timeline.measure();
  }

  /** @param {Texts} texts @param {import("../words/texts.js").Language} language */
  translate(texts, language) {
    this.#texts = texts;
    this.#timeline.translate(language);
    const { name } = this.#lane;
    const own = this.#program.own?.lane(name) ?? texts.lanes[/** @type {keyof Texts["lanes"]} */ (name)];
    setText(this.#name, own.name);
    this.#tasks.translate(texts);
    this.#log.translate(texts, own);
  }

  /** Whether lines stand at their time. @param {boolean} ladder */
  setLadder(ladder) {
    this.#log.setLadder(ladder);
  }

  /** Before anything else changes: see the log's. @param {LaneSnapshot} lane */
  follow({ lines }) {
    this.#log.follow(lines);
  }

  /**
   * Returns whether it is behind, because time has run out.
   * @param {Readonly<Snapshot>} snapshot @param {number} until
   */
  update({ paused, lanes }, until) {
    const texts = this.#texts;
    const lane = lanes[this.#lane.index];
    if (!texts || !lane) return false;
    const { duration, shown, lines, note, recorded } = lane;
    if (duration !== this.#duration) {
      this.#duration = duration;
      this.fit();
    }
    const behind = this.#timeline.update(shown, paused, until);
    this.#log.update(shown, lines);
    this.#tasks.update(shown);
    const time = (/** @type {number} */ millis) => texts.seconds(this.#scale.seconds(millis));
    const last = this.#lane.log.event(shown - 1);
    setText(this.#moment, last ? momentOf(this.#lane, last, texts, time) : "");
    const state = stateOf(lane, paused);
    this.root.dataset["state"] = state;
    this.#log.invite(state === "ready");
    setText(this.#state, texts.states[state]);
    this.#note.hidden = recorded < 0;
    setText(this.#note, note);
    const earlier = state === "done" ? this.#scale.duration - duration : 0;
    this.#log.tellSaved(earlier > 0 ? texts.earlier(time(earlier)) : "", duration);
    return behind;
  }

  /** Says how it compares, once it is known. @param {string} ratio */
  compare(ratio) {
    setText(this.#ratio, ratio);
  }

  /** Shows the time, which passes even when nothing happens. @param {Readonly<Snapshot>} snapshot */
  tick({ time, lanes }) {
    const lane = lanes[this.#lane.index];
    if (!lane) return;
    const { seconds } = this.#texts ?? { seconds: String };
    const own = progress(time, lane);
    setText(this.#clock, seconds(this.#scale.seconds(own)));
    this.#track.style.setProperty("--part", String(this.#scale.duration ? own / this.#scale.duration : 0));
    const intervals = time / this.#scale.interval;
    this.#timeline.tick(intervals);
    this.#log.tick(intervals);
  }
}

/** @param {LaneSnapshot} lane @param {boolean} paused */
function stateOf({ done, failed, shown, recorded, live, kept }, paused) {
  if (done) return failed ? "failed" : "done";
  if (shown === 0) return "ready";
  // Real threads may be held although the playhead moves.
  return paused || (recorded >= 0 && !live && shown === kept) ? "paused" : "running";
}
