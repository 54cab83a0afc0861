// All that is seen of a demo: the transport bar, the lanes, the result.

import { conclude } from "../summation/conclusion.js";
import { element, icon, label, mark, named, setText } from "../base/dom.js";
import { addStyles, Sizes, windowOf } from "../base/home.js";
import { LaneView, Scale, progress } from "./lane-view.js";
import { Looks } from "../base/look.js";
import { PANELS, Pointing } from "../panels/panel.js";
import { textsIn } from "../words/texts.js";

/** @typedef {import("../engine/engine.js").Player} Player */
/** @typedef {Player["state"]} State */
/** @typedef {import("../engine/engine.js").PageSettings} PageSettings */
/** @typedef {import("../panels/panel.js").Panel} Panel */
/** @typedef {import("../interleaved-demo.js").InterleavedDemo} InterleavedDemo */

/** By what they are for. */
export const ICONS = {
  run: "M7 4v16l13-8z",
  pause: "M6 4h4v16H6zm8 0h4v16h-4z",
  again: "M12 5a7 7 0 1 1-6.3 4l-1.8-.9A9 9 0 1 0 12 3V0L7 4l5 4z",
  stepBack: "M18 4v16L8 12zM5 4h2v16H5z",
  stepForward: "M6 4v16l10-8zM17 4h2v16h-2z",
  reset: "M4 4h2.5v16H4zM20 4v16l-7-8zM13 4v16l-6-8z",
  menu: "M3 12a2 2 0 1 1 4 0a2 2 0 1 1-4 0m7 0a2 2 0 1 1 4 0a2 2 0 1 1-4 0m7 0a2 2 0 1 1 4 0a2 2 0 1 1-4 0",
};

/** A run of more steps than this is large: it isn't shown whole at once. */
const LARGE = 2000;
/** How long, in milliseconds, an update may take to read what has happened. */
const UPDATE = 6;
const SPEEDS = [0.25, 0.5, 1, 2, 5, 10];
/** How many tasks are named above the lanes. */
const NAMED_TASKS = 12;
/** Lines stand at their time only where that makes a log of at most so many lines. */
const LADDER_LINES = 50;
/** What a line, and what stands above the lines, need at least for that, in pixels. */
const LADDER_LINE_PIXELS = 16;
const LADDER_OTHER_PIXELS = 160;
/** And how wide it is, in the root's font size. */
const LADDER_WIDTH = 39;

export class View {
  #frame;
  #fallback = element("slot", { class: "fallback" });
  #alert = element("div", { class: "alert", role: "alert" });
  #body = element("div", { class: "body", hidden: "" });
  #bar;
  #play = button("play", "run");
  #stepBack = button("step", "stepBack");
  #stepForward = button("step", "stepForward");
  #reset = button("step", "reset");
  #menu = button("step", "menu");
  #scrub = element("input", { type: "range", class: "scrub", min: "0", step: "1", value: "0" });
  #time = element("span", { class: "time" });
  #speed = element("select");
  #speedLabel = element("span");
  #tasks = element("ul", { class: "tasks" });
  #lanes = element("div", { class: "lanes" });
  #axis = element("div", { class: "axis", "aria-hidden": "true" });
  #result = element("div", { class: "result" });
  #bars = element("dl", { class: "bars" });
  #conclusion = element("p", { class: "conclusion" });
  #summary = element("summary");
  #disclosure = element("details", {}, this.#summary);
  /** @type {LaneView[]} */
  #laneViews = [];
  /** @type {{value: HTMLElement, ratio: HTMLElement, name: HTMLElement}[]} */
  #barViews = [];
  /** @type {Scale | undefined} */
  #scale;
  /** @type {Player | undefined} */
  #player;
  /** @type {import("../words/texts.js").Language} */
  #language = "en";
  // In pixels, and kept, because to ask for them is to lay out everything.
  #width = 0;
  #em = 0;
  #ladder = false;
  #rung = 0;
  #printing = false;
  #host;
  #root;
  #sizes;
  #again;
  #pointing = new Pointing();
  /** Where a panel goes, by its name. @type {Record<string, HTMLElement>} */
  #places = {};
  /** The panels that are there, by name. @type {Map<string, Panel>} */
  #panels = new Map();
  /** Those that are wanted: the values of their settings. @type {Record<string, string>} */
  #wanted = {};
  /** What the newest settings say of the page. @type {PageSettings | undefined} */
  #page;
  #looks = new Looks();
  /** The number of the run that is shown. */
  #run = 0;

  /** @param {InterleavedDemo} host @param {ShadowRoot} root @param {() => void} again Asks for an update. */
  constructor(host, root, again) {
    this.#bar = element(
      "div",
      { class: "bar", role: "group" },
      this.#play,
      element("span", { class: "steps" }, this.#reset, this.#stepBack, this.#stepForward),
      this.#scrub,
      this.#time,
      element("label", { class: "speed" }, this.#speedLabel, this.#speed),
      this.#menu,
    );
    this.#host = host;
    this.#root = root;
    this.#sizes = new Sizes(host);
    this.#again = again;
    this.#result.append(this.#bars, this.#conclusion);
    for (const name of ["editor", "predict", "code", "executor"]) {
      this.#places[name] = element("div", { class: "place" });
    }
    const { editor = "", predict = "", code = "", executor = "" } = this.#places;
    this.#disclosure.append(executor);
    this.#body.append(this.#bar, editor, this.#tasks, predict, this.#lanes, code, this.#disclosure, this.#result);
    this.#frame = element("div", { class: "frame" }, this.#alert, this.#fallback, this.#body);
    root.append(this.#frame);

    this.#play.addEventListener("click", () => (host.paused ? host.play() : host.pause()));
    this.#stepBack.addEventListener("click", () => host.stepBack());
    this.#stepForward.addEventListener("click", () => host.stepForward());
    this.#reset.addEventListener("click", () => host.reset());
    this.#menu.setAttribute("aria-haspopup", "dialog");
    this.#menu.addEventListener("click", () => this.open("openMenu"));
    this.#scrub.addEventListener("input", () => {
      host.currentTime = Number(this.#scrub.value) / 1000;
    });
    this.#speed.addEventListener("change", () => {
      host.speed = Number(this.#speed.value);
    });
    this.#disclosure.addEventListener("toggle", () => this.#want(this.#wanted));
    this.#sizes.listen(this.#frame, () => {
      this.#measure();
      this.#arrange();
    });
  }

  get #texts() {
    return textsIn(this.#language);
  }

  /**
   * Puts new settings in force, after `show` if they need another player.
   * @param {import("../words/texts.js").Language} language @param {PageSettings} page
   */
  set(language, page) {
    this.#page = page;
    this.#translate(language, page.controls);
    const { code, editor, predict } = page;
    const panels = { code: code !== "none" && code, editor: editor && "editor", predict: predict && "predict" };
    this.#want(Object.fromEntries(Object.entries(panels).flatMap(([name, value]) => (value ? [[name, value]] : []))));
  }

  /** @param {import("../words/texts.js").Language} language @param {boolean} controls Whether they are shown. */
  #translate(language, controls) {
    this.#language = language;
    const texts = this.#texts;
    this.#frame.lang = language;
    this.#bar.hidden = !controls;
    this.#bar.setAttribute("aria-label", texts.controls);
    label(this.#stepBack, texts.stepBack);
    label(this.#stepForward, texts.stepForward);
    label(this.#reset, texts.reset);
    label(this.#menu, texts.menu);
    this.#scrub.setAttribute("aria-label", texts.time);
    setText(this.#speedLabel, texts.speed);
    this.#tasks.setAttribute("aria-label", texts.tasks);
    // Real threads can't be looked into.
    const stepped = this.#player?.lanes.filter((kind) => kind !== "workers") ?? [];
    this.#disclosure.hidden = stepped.length === 0;
    const kind = /** @type {keyof typeof texts.steps} */ (stepped.length > 1 ? "several" : stepped[0]);
    setText(this.#summary, texts.steps[kind] ?? texts.steps.async);
    this.#translateLanes();
    this.#arrange(true);
    for (const panel of this.#panels.values()) panel.translate(language);
    setText(this.#alert, "");
  }

  /** Shows a player in the place of the one before. Its words come with `set`. @param {Player} player */
  show(player) {
    this.release();
    // As long as there is little to lay out.
    if (!this.#width) this.#measure();
    const scale = new Scale(player);
    this.#looks.show(player.tasks.map(({ name }) => name));
    for (const task of player.tasks) task.look = this.#looks.of(task.name);
    this.#player = player;
    this.#run = player.run;
    this.#scale = scale;
    this.#pointing = new Pointing();
    this.#scrub.max = String(scale.duration);
    this.#laneViews = player.lanes.map((_, index) => new LaneView(player, index, scale, this.#pointing, this.#sizes, this.#again));
    this.#lanes.replaceChildren(this.#axis, ...this.#laneViews.map((lane) => lane.root));
    this.#lanes.style.setProperty("--count", String(this.#laneViews.length));
    this.#setRungs(scale);
    this.#barViews = this.#laneViews.map(() => ({
      name: element("dt"),
      value: element("span", { class: "value" }),
      ratio: element("span", { class: "ratio" }),
    }));
    this.#bars.replaceChildren(
      ...this.#barViews.map(({ name, value, ratio }, index) => {
        const fill = element("span", { class: "fill" });
        this.#share(fill, index);
        return element("div", {}, name, element("dd", {}, element("span", { class: "track" }, fill, value), ratio));
      }),
    );
    this.hideFallback();
    this.#body.hidden = false;
    for (const [name, panel] of this.#panels) {
      if (panel.attach) panel.attach(this.#context(name, player, scale));
      else this.#remove(name, panel);
    }
    for (const name of Object.keys(this.#wanted)) this.#load(name);
  }

  /**
   * Says which panels there are to be, each by the value of its setting; it comes
   * once it is loaded, and anew when the value changes.
   * @param {Record<string, string>} settings
   */
  #want(settings) {
    const wanted = { ...settings };
    // The executor's is there while the reader has it open, whatever the settings, but
    // not without a player.
    delete wanted["executor"];
    if (this.#disclosure.open && this.#player) wanted["executor"] = "open";
    for (const [name, panel] of this.#panels) {
      if (wanted[name] !== this.#wanted[name]) this.#remove(name, panel);
    }
    this.#wanted = wanted;
    for (const [name, place] of Object.entries(this.#places)) {
      if (this.#panels.has(name)) continue;
      // What is there says that it couldn't be loaded.
      place.replaceChildren();
      if (name in wanted) this.#load(name);
    }
  }

  /** @param {string} name */
  async #load(name) {
    let module;
    try {
      module = await PANELS[name]?.();
    } catch {
      // Older browsers never ask for such a module again, until the page is reloaded.
      if (name in this.#wanted) this.#miss(name);
      return;
    }
    const player = this.#player;
    const scale = this.#scale;
    // Meanwhile it may have come, or nobody wants it any more.
    if (!module || !player || !scale || this.#panels.has(name) || !(name in this.#wanted)) return;
    addStyles(this.#root, module.styles);
    const panel = module.create(this.#context(name, player, scale));
    this.#panels.set(name, panel);
    this.#places[name]?.replaceChildren(panel.root);
    panel.translate(this.#language);
    if (panel.update(player.state, this.#host.paused, 0)) this.#again();
  }

  /** Says in its place that a panel is missing, and offers to try again. @param {string} name */
  #miss(name) {
    const place = this.#places[name];
    const again = element("button", { type: "button" }, this.#texts.retry);
    again.addEventListener("click", async () => {
      await this.#load(name);
      // The button has gone, whether or not the panel has come.
      /** @type {HTMLElement | null | undefined} */ (place?.querySelector("button, input, textarea"))?.focus();
    });
    place?.replaceChildren(element("p", { class: "missing", role: "alert" }, this.#texts.missing, " ", again));
  }

  /** @param {string} name @param {Player} player @param {Scale} scale */
  #context(name, player, scale) {
    const setting = this.#wanted[name] ?? "";
    const { autoplay, startAt } = this.#page ?? { autoplay: "off", startAt: 0 };
    return { host: this.#host, player, scale, pointing: this.#pointing, setting, autoplay, startAt };
  }

  /** @param {string} name @param {Panel} panel */
  #remove(name, panel) {
    panel.remove?.();
    panel.root.remove();
    this.#panels.delete(name);
  }

  /** Whether so much may have happened that to show it takes time. */
  get isLarge() {
    return (this.#scale?.steps ?? 0) > LARGE;
  }

  /**
   * Lets go of the player, which is about to end. What is seen stays until the next is
   * shown, and asks the player for nothing more, whatever the reader does with it.
   */
  release() {
    this.#player = undefined;
    this.#scale = undefined;
    this.#pointing.release();
    for (const lane of this.#laneViews) lane.release();
    this.#laneViews = [];
  }

  /**
   * Something has happened, or another control is right. Returns whether some of what is
   * shown is behind: it has to be updated again.
   * @param {Player} player @param {boolean} paused @param {number} [until] When to stop.
   */
  update(player, paused, until = this.isLarge ? performance.now() + UPDATE : Infinity) {
    const texts = this.#texts;
    const { state } = player;
    const { ended } = state;
    if (this.#run !== player.run) {
      this.#run = player.run;
      // What was pointed at has gone with the run before.
      this.#pointing.set(null);
    }
    if (this.#scale && state.duration !== this.#scale.duration) this.#fit(this.#scale, state.duration);
    for (const [index, lane] of state.lanes.entries()) this.#laneViews[index]?.follow(lane.lines);
    let behind = false;
    for (const [index, lane] of state.lanes.entries()) {
      if (this.#laneViews[index]?.update(lane, { paused, speed: state.speed }, until)) behind = true;
    }
    const action = !paused ? "pause" : ended ? "again" : "run";
    if (this.#play.dataset["action"] !== action) {
      this.#play.dataset["action"] = action;
      this.#play.replaceChildren(icon(ICONS[action]), element("span"));
    }
    setText(/** @type {HTMLElement} */ (this.#play.lastChild), texts[action]);
    this.#showSpeed(state.speed);
    const fresh = state.lanes.every((lane) => lane.shown === 0);
    this.#frame.dataset["state"] = ended ? "ended" : fresh ? "ready" : paused ? "paused" : "playing";
    this.#showResult(state, fresh);
    for (const panel of this.#panels.values()) {
      if (panel.update(state, paused, until)) behind = true;
    }
    // More lines than were to be expected have come within an interval.
    if (this.#scale && this.#scale.rung !== this.#rung) this.#fit(this.#scale, state.duration);
    this.tick(state);
    return behind;
  }

  /**
   * The longest lane takes longer than was known: real threads are measured.
   * @param {Scale} scale @param {number} duration
   */
  #fit(scale, duration) {
    scale.duration = duration;
    this.#scrub.max = String(duration);
    this.#setRungs(scale);
    for (const lane of this.#laneViews) lane.fit();
    this.#arrange(true);
    for (const [index, fill] of this.#bars.querySelectorAll(".fill").entries()) this.#share(fill, index);
  }

  /** How high the rungs are on which lines stand, and all together. @param {Scale} scale */
  #setRungs(scale) {
    this.#rung = scale.rung;
    this.#lanes.style.setProperty("--rung", String(scale.rung));
    this.#lanes.style.setProperty("--ladder", String(scale.ladder));
  }

  /** @param {Element} fill @param {number} lane */
  #share(fill, lane) {
    const whole = this.#scale?.duration;
    const share = whole ? (this.#laneViews[lane]?.duration ?? 0) / whole : 0;
    /** @type {HTMLElement} */ (fill).style.setProperty("--share", String(share));
  }

  /** Lays everything out for paper, or for the screen again. @param {Player} player @param {boolean} printing */
  print(player, printing) {
    this.#printing = printing;
    this.#frame.classList.toggle("paper", printing);
    for (const lane of this.#laneViews) lane.measure();
    this.#translateLanes();
    this.update(player, this.#host.paused, Infinity);
    this.#arrange(true);
  }

  /** Time has passed. @param {State} state */
  tick({ time, lanes }) {
    const scale = this.#scale;
    if (!scale) return;
    const texts = this.#texts;
    for (const [index, lane] of this.#laneViews.entries()) lane.tick(time, lanes[index]);
    const now = texts.seconds(scale.seconds(time));
    const all = texts.seconds(scale.seconds(scale.duration));
    setText(this.#time, `${now} / ${all}`);
    this.#scrub.value = String(Math.round(time));
    this.#scrub.setAttribute("aria-valuetext", texts.of(now, all));
    for (const [index, bar] of this.#barViews.entries()) {
      const lane = this.#laneViews[index];
      const own = progress(time, lane?.duration ?? 0, lanes[index]);
      setText(bar.value, lane?.failed ? texts.states["failed"] : texts.seconds(scale.seconds(own)));
      const track = /** @type {HTMLElement} */ (bar.value.parentElement);
      track.style.setProperty("--part", String(scale.duration ? own / scale.duration : 0));
    }
  }

  /**
   * Says what is wrong. What is shown already stays.
   * @param {string} message @param {import("../words/texts.js").Language} language
   */
  refuse(message, language) {
    this.#frame.lang = language;
    setText(this.#alert, message);
  }

  /** Opens a dialog, which is loaded when it is first wanted. @param {"openMenu" | "openHelp"} what */
  async open(what) {
    try {
      const menu = await import("../panels/menu.js");
      // Pressed twice while it was loading.
      if (this.#root.querySelector("dialog")) return;
      addStyles(this.#root, menu.styles);
      menu[what](this.#host, this.#frame, this.#menu, this.#language);
    } catch {
      this.refuse(this.#texts.missing, this.#language);
    }
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
    this.#want({});
  }

  /** Hides what stands in the demo's place until it is ready. */
  hideFallback() {
    this.#fallback.hidden = true;
  }

  /** Whether what has the focus makes its own use of a key of the demo's. @param {Element | undefined} target @param {string} key */
  usesKey(target, key) {
    // The slider's own arrows would move it by a millisecond; ours move it by an interval.
    if (!target || target === this.#scrub) return false;
    if (target.closest("dialog")) return true;
    if (target.matches("button, summary")) return key === " " || key === "Enter";
    return target.matches("input, textarea, select, [contenteditable]");
  }

  #translateLanes() {
    for (const [index, lane] of this.#laneViews.entries()) {
      lane.translate(this.#texts, this.#language);
      const name = this.#barViews[index]?.name;
      if (name) setText(name, this.#texts.lanes[lane.kind].name);
    }
    this.#showTasks();
  }

  #showTasks() {
    const tasks = this.#player?.tasks ?? [];
    const items = tasks
      .slice(0, NAMED_TASKS)
      .map(({ name, low, high, look }) => element("li", {}, mark(look), element("b", {}, named(name)), ` range(${low}, ${high})`));
    const rest = tasks.length - items.length;
    if (rest > 0) items.push(element("li", {}, this.#texts.more(rest)));
    this.#tasks.replaceChildren(...items);
  }

  /** @param {number} speed */
  #showSpeed(speed) {
    const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b);
    const wanted = speeds.map((each) => this.#texts.times(String(each)));
    const options = [...this.#speed.options];
    if (wanted.join() !== options.map((option) => option.text).join()) {
      this.#speed.replaceChildren(...speeds.map((each, index) => element("option", { value: String(each) }, wanted[index] ?? "")));
    }
    this.#speed.value = String(speed);
  }

  /** @param {State} state @param {boolean} fresh */
  #showResult({ ended, work, lanes }, fresh) {
    const texts = this.#texts;
    const scale = this.#scale;
    if (!scale) return;
    const seconds = (/** @type {number} */ millis) => texts.seconds(scale.seconds(millis));
    // Only then it is known what has come of the lanes.
    const all = ended ? this.#laneViews.flatMap((view, lane) => (lanes[lane] ? [view.end(lanes[lane])] : [])) : [];
    const { ratios, sentences } = conclude(all, work, navigator.hardwareConcurrency, texts, seconds);
    for (const [index, { ratio }] of this.#barViews.entries()) setText(ratio, ratios[index] ?? "");
    const longest = seconds(scale.duration);
    const [first, ...others] = all.filter(({ failed }) => !failed);
    const same = others.length > 0 && others.every(({ duration }) => duration === first?.duration);
    const conclusion = sentences.join(" ") || (same ? texts.same(longest) : texts.ended(longest));
    setText(this.#conclusion, ended ? conclusion : fresh ? texts.invite : texts.watch);
  }

  #measure() {
    this.#width = this.#frame.clientWidth;
    const view = windowOf(this.#frame);
    this.#em = parseFloat(view.getComputedStyle(view.document.documentElement).fontSize);
  }

  /** Chooses between lines at their time and plain logs, by the room there is. @param {boolean} [anew] */
  #arrange(anew = false) {
    const scale = this.#scale;
    if (!scale) return;
    const needed = scale.ladder * LADDER_LINE_PIXELS + LADDER_OTHER_PIXELS;
    const ladder =
      !this.#printing &&
      scale.ladder <= LADDER_LINES &&
      this.#width >= LADDER_WIDTH * this.#em &&
      windowOf(this.#frame).innerHeight >= needed;
    if (ladder === this.#ladder && !anew) return;
    this.#ladder = ladder;
    this.#lanes.classList.toggle("ladder", ladder);
    const ticks = ladder ? scale.rungs : 0;
    this.#axis.replaceChildren(
      ...Array.from({ length: ticks }, (_, tick) => element("span", {}, this.#texts.seconds(scale.seconds(tick * scale.interval)))),
    );
    for (const lane of this.#laneViews) lane.setLadder(ladder);
  }
}

/** @param {string} className @param {keyof typeof ICONS} name */
function button(className, name) {
  return element("button", { type: "button", class: className }, icon(ICONS[name]));
}
