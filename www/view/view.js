// All that is seen of a demo: the transport bar, the result, the program, the lanes, the panels.

import { element, setText } from "../base/dom.js";
import { Sizes, windowOf } from "../base/home.js";
import { Looks } from "../base/look.js";
import { numbered } from "../base/several.js";
import { wish } from "../base/wish.js";
import { traits } from "../log/lanes.js";
import { textsIn } from "../words/texts.js";
import { LaneView } from "./lane-view.js";
import { ladderWidth } from "./ladder.js";
import { Places } from "./places.js";
import { Pointing } from "./pointing.js";
import { Result } from "./result.js";
import { Scale } from "./scale.js";
import { Transport } from "./transport.js";

/** @typedef {import("./lane.js").Lane} Lane */
/** @typedef {import("./scale.js").Program} Program */
/** @typedef {import("../log/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../words/texts.js").Language} Language */

/**
 * @typedef {object} Run What is shown.
 * @property {readonly import("../log/log.js").Log[]} logs Those of the lanes.
 * @property {Program} program
 * @property {() => Readonly<Snapshot>} snapshot As it is now.
 * @property {() => Readonly<Record<string, string>>} settings Those in force.
 */

/**
 * @typedef {object} Page What settings say of what is around the lanes.
 * @property {boolean} controls
 * @property {string} autoplay
 * @property {number} startAt
 * @property {Record<string, string>} panels Those that are wanted, by the values of their settings.
 */

/** A run of more lines than this is large: it isn't shown whole at once. */
const LARGE = 2000;
/** How long, in milliseconds, an update may take to read what has happened. */
const UPDATE = 6;

export class View {
  #owner;
  #root;
  #frame;
  #fallback = element("slot", { class: "fallback" });
  #alert = element("div", { class: "alert", role: "alert" });
  #body = element("div", { class: "body", hidden: "" });
  #transport;
  #lanesNode = element("div", { class: "lanes" });
  #axis = element("div", { class: "axis", "aria-hidden": "true" });
  #result = new Result();
  /** What is for those who listen, once it is there. @type {typeof import("./spoken.js") | undefined} */
  #spoken;
  /** @type {import("./announcer.js").Announcer | undefined} */
  #announcer;
  #summary = element("summary");
  #disclosure = element("details", {}, this.#summary);
  #stage = element("div", { class: "stage" });
  #places;
  #kept = new Map();
  /** @type {Lane[]} */
  #lanes = [];
  /** @type {LaneView[]} */
  #laneViews = [];
  /** @type {Scale | undefined} */
  #scale;
  /** @type {Run | undefined} */
  #run;
  /** The number of the run that is shown. */
  #number = 0;
  /** How many tasks have a look. */
  #taskCount = -1;
  /** @type {Language} */
  #language = "en";
  // Kept, because to ask for them is to lay out everything: in pixels, and the log's type in the demo's.
  #width = 0;
  #em = 0;
  #type = 1;
  #ladder = false;
  #printing = false;
  #sizes;
  #pointing = new Pointing();
  /** What the newest settings say. @type {Page} */
  #page = { controls: true, autoplay: "off", startAt: 0, panels: {} };
  #looks = new Looks();

  /**
   * @param {Element} owner The demo. @param {ShadowRoot} root Which hears what is wished for.
   * @param {import("./places.js").Loaders} panels @param {import("../base/wish.js").Unit[]} [units] What a step may be.
   */
  constructor(owner, root, panels, units) {
    this.#owner = owner;
    this.#transport = new Transport(units);
    this.#root = root;
    this.#sizes = new Sizes(owner);
    this.#places = new Places(root, panels, (setting) => this.#context(setting));
    const { editor = "", predict = "", code = "", outline = "", executor = "", ...others } = this.#places.nodes;
    this.#disclosure.append(executor);
    this.#stage.append(outline, this.#lanesNode, this.#disclosure);
    this.#body.append(this.#transport.root, this.#result.root, predict, this.#stage, editor, code, ...Object.values(others));
    this.#frame = element("div", { class: "frame" }, this.#alert, this.#fallback, this.#body);
    root.append(this.#frame);
    this.#disclosure.addEventListener("toggle", () => this.#want());
    this.#sizes.listen(this.#frame, () => {
      this.#measure();
      this.#arrange();
    });
  }

  get #texts() {
    return textsIn(this.#language);
  }

  /** Puts new settings in force, after `show` if they need another run. @param {Language} language @param {Page} page */
  set(language, page) {
    this.#page = page;
    this.#translate(language);
    this.#want();
    if (this.#run && !this.#spoken) this.#loadSpoken();
  }

  /** @param {Language} language */
  #translate(language) {
    this.#language = language;
    const texts = this.#texts;
    this.#frame.lang = language;
    this.#transport.root.hidden = !this.#page.controls;
    this.#transport.translate(texts);
    // What is real can't be looked into.
    const models = this.#lanes.map(({ name }) => traits(name)).filter(({ real }) => !real);
    this.#disclosure.hidden = models.length === 0 || !this.#places.nodes["executor"];
    const [first] = models;
    setText(this.#summary, texts.steps[models.length > 1 || !first ? "several" : first.model]);
    this.#translateLanes();
    this.#arrange(true);
    this.#places.translate(language);
    setText(this.#alert, "");
  }

  /** The panels that are to be there. */
  #want() {
    // The executor's is there while the reader has it open, whatever the settings, but not
    // without a run.
    const executor = this.#disclosure.open && this.#run ? { executor: "open" } : {};
    this.#places.want({ ...this.#page.panels, ...executor });
  }

  /** Shows a run in the place of the one before. Its words come with `set`. @param {Run} run */
  show(run) {
    this.release();
    // As long as there is little to lay out.
    if (!this.#width) this.#measure();
    const snapshot = run.snapshot();
    const scale = new Scale(run.program, snapshot);
    this.#run = run;
    this.#number = snapshot.run;
    this.#scale = scale;
    this.#pointing = new Pointing();
    this.#lanes = snapshot.lanes.map(({ name }, index) => {
      const log = /** @type {import("../log/log.js").Log} */ (run.logs[index]);
      return { index, name, log, lookOf: (task) => this.#looks.of(log.tasks[task]?.name ?? ""), say: run.program.own?.say };
    });
    this.#taskCount = -1;
    this.#looks.show(run.program.tasks.map(({ name }) => name));
    this.#laneViews = this.#lanes.map((lane) => new LaneView(lane, scale, run.program, this.#pointing, this.#sizes));
    this.#lanesNode.replaceChildren(this.#axis, ...this.#laneViews.map((lane) => lane.root));
    this.#lanesNode.style.setProperty("--count", String(this.#laneViews.length));
    this.#fitTo(scale);
    this.#fallback.hidden = true;
    this.#body.hidden = false;
    this.#places.show();
    if (this.#spoken) this.#tell(this.#spoken);
  }

  async #loadSpoken() {
    const [spoken] = await Promise.all([import("./spoken.js"), this.#run?.program.load?.()]).catch(() => []);
    if (!spoken) this.#places.miss(this.#result.missing, () => this.#loadSpoken());
    if (!spoken || this.#spoken) return;
    this.#result.missing.remove();
    this.#spoken = spoken;
    this.#announcer = new spoken.Announcer();
    this.#root.append(this.#announcer.root);
    if (this.#run) this.#tell(spoken);
    wish(this.#frame, { type: "update" });
  }

  /** Tells of the lanes that are shown. @param {typeof import("./spoken.js")} spoken */
  #tell(spoken) {
    for (const lane of this.#laneViews) lane.tell(spoken.Table);
    this.#announcer?.show(this.#lanes);
  }

  /** @param {string} setting @returns {import("./places.js").Context | undefined} */
  #context(setting) {
    const [run, scale] = [this.#run, this.#scale];
    if (!run || !scale) return undefined;
    return {
      lanes: this.#lanes,
      snapshot: run.snapshot(),
      scale,
      pointing: this.#pointing,
      settings: run.settings(),
      setting,
      autoplay: this.#page.autoplay,
      startAt: this.#page.startAt,
      numbered: (name) => numbered(this.#owner, name),
      kept: this.#kept,
    };
  }

  /** The lanes that are shown. */
  get lanes() {
    return this.#lanes;
  }

  get scale() {
    return this.#scale;
  }

  /** Whether it may take time to show what has happened. */
  get isLarge() {
    return (this.#scale?.lines ?? 0) > LARGE;
  }

  /**
   * Lets go of the run, which is about to end. What is seen stays until the next is
   * shown, and asks the run for nothing more, whatever the reader does with it.
   */
  release() {
    this.#run = undefined;
    this.#scale = undefined;
    this.#pointing.release();
    for (const lane of this.#laneViews) lane.release();
    this.#laneViews = [];
    this.#lanes = [];
  }

  /**
   * Something has happened, or another control is right. Returns whether some of what is
   * shown is behind: it has to be updated again.
   * @param {Readonly<Snapshot>} snapshot @param {number} [until] When to stop.
   */
  update(snapshot, until = this.isLarge ? performance.now() + UPDATE : Infinity) {
    const [run, scale] = [this.#run, this.#scale];
    if (!run || !scale) return false;
    const texts = this.#texts;
    const { run: number, paused, ended, duration, lanes } = snapshot;
    if (this.#number !== number) {
      this.#number = number;
      // What was pointed at has gone with the run before.
      this.#pointing.set(null);
    }
    this.#giveLooks();
    if (duration !== scale.duration) this.#fit(scale, snapshot);
    for (const [lane, view] of this.#laneViews.entries()) if (lanes[lane]) view.follow(lanes[lane]);
    let behind = false;
    for (const lane of this.#laneViews) behind = lane.update(snapshot, until) || behind;
    this.#transport.update(snapshot, texts);
    const fresh = lanes.every(({ shown }) => shown === 0);
    this.#frame.dataset["state"] = ended ? "ended" : fresh ? "ready" : paused ? "paused" : "playing";
    const ratios = this.#result.conclude(snapshot, run.program, this.#lanes, scale, texts, this.#language);
    for (const [lane, view] of this.#laneViews.entries()) view.compare(ratios[lane] ?? "");
    const time = (/** @type {number} */ millis) => texts.seconds(scale.seconds(millis));
    this.#announcer?.update(snapshot, time, texts, this.#language, this.#result.text);
    if (this.#places.update(snapshot, until)) behind = true;
    this.tick(snapshot);
    return behind;
  }

  /** The longest lane takes longer than was known. @param {Scale} scale @param {Readonly<Snapshot>} snapshot */
  #fit(scale, snapshot) {
    scale.fit(snapshot);
    this.#fitTo(scale);
    for (const lane of this.#laneViews) lane.fit();
    this.#arrange(true);
  }

  /** Gives the axis its end. @param {Scale} scale */
  #fitTo(scale) {
    this.#transport.fit(scale.duration, scale.interval < 1);
    this.#lanesNode.style.setProperty("--rungs", String(scale.rungs));
    this.#lanesNode.style.setProperty("--decimals", String(scale.decimals));
  }

  /** Lays everything out for paper, or for the screen again. @param {Readonly<Snapshot>} snapshot @param {boolean} printing */
  print(snapshot, printing) {
    this.#printing = printing;
    this.#frame.classList.toggle("paper", printing);
    for (const lane of this.#laneViews) lane.measure();
    this.#translateLanes();
    this.update(snapshot, Infinity);
    this.#arrange(true);
  }

  /** Time has passed. @param {Readonly<Snapshot>} snapshot */
  tick(snapshot) {
    const scale = this.#scale;
    if (!scale) return;
    const texts = this.#texts;
    for (const lane of this.#laneViews) lane.tick(snapshot);
    const say = (/** @type {number} */ millis) => texts.seconds(scale.seconds(millis));
    this.#transport.tick(snapshot.time, say(snapshot.time), say(scale.duration), texts);
  }

  /** The run has been started, or goes on. */
  played() {
    this.#places.played();
  }

  /** Says what is wrong. What is shown already stays. @param {string} message @param {Language} language */
  refuse(message, language) {
    this.#frame.lang = language;
    setText(this.#alert, message);
  }

  /** What a step is, as the reader has chosen. */
  get unit() {
    return this.#transport.unit;
  }

  /** Asks for a dialog. @param {"menu" | "keys"} what */
  open(what) {
    this.#transport.open(what);
  }

  /** Where dialogs belong, for their look and their language. */
  get frame() {
    return this.#frame;
  }

  /** The demo may be in another document. */
  renew() {
    this.#sizes.renew();
  }

  /** Closes what has been opened over the page; elsewhere it would lie in the page. */
  closeDialogs() {
    for (const dialog of this.#root.querySelectorAll("dialog")) {
      dialog.close();
      // Not when it says so: that may be lost on the way to another document.
      dialog.remove();
    }
  }

  /** The demo goes. */
  leave() {
    this.release();
    this.#looks.clear();
    this.#places.want({});
  }

  /** Whether what has the focus makes its own use of a key of the demo's. @param {Element | undefined} target @param {string} key */
  usesKey(target, key) {
    // The slider's own arrows would move it by a millisecond; ours move it by an interval.
    if (!target || this.#transport.isSlider(target)) return false;
    if (target.closest("dialog")) return true;
    if (target.matches("button, summary")) return key === " " || key === "Enter";
    return target.matches("input, textarea, select, [contenteditable]");
  }

  #translateLanes() {
    this.#giveLooks();
    for (const lane of this.#laneViews) lane.translate(this.#texts, this.#language);
  }

  /** Gives the tasks that are known their looks: more may come during a run. */
  #giveLooks() {
    const known = this.#run?.program.tasks ?? [];
    const all = this.#lanes.map(({ log }) => log.tasks).reduce((most, tasks) => (tasks.length > most.length ? tasks : most), known);
    if (all.length === this.#taskCount) return;
    this.#taskCount = all.length;
    this.#looks.show(all.map(({ name }) => name));
  }

  #measure() {
    this.#width = this.#lanesNode.clientWidth;
    const style = windowOf(this.#frame).getComputedStyle(this.#frame);
    this.#em = parseFloat(style.fontSize);
    this.#type = parseFloat(style.getPropertyValue("--type")) || 1;
  }

  /** Chooses between a ladder, in which time has its place, and plain logs, by the room there is. @param {boolean} [anew] */
  #arrange(anew = false) {
    const scale = this.#scale;
    if (!scale) return;
    const ladder = !this.#printing && this.#width >= this.#em * ladderWidth(scale, this.#lanes, this.#type);
    if (ladder === this.#ladder && !anew) return;
    this.#ladder = ladder;
    this.#lanesNode.classList.toggle("ladder", ladder);
    const ticks = ladder ? scale.rungs : 0;
    this.#axis.replaceChildren(
      ...Array.from({ length: ticks }, (_, tick) => element("span", {}, this.#texts.seconds(scale.seconds(tick * scale.interval)))),
    );
    for (const lane of this.#laneViews) lane.setLadder(ladder);
  }
}
