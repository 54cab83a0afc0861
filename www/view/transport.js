// The transport bar: run and pause, steps, the playhead, the speed, the menu.

import { element, icon, label, setText } from "../base/dom.js";
import { wish } from "../base/wish.js";
import { ICONS } from "./icons.js";

/** @typedef {import("../log/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../words/texts.js").Texts} Texts */

const SPEEDS = [0.25, 0.5, 1, 2, 5, 10];
export class Transport {
  #play = button("play", "run");
  #stepBack = button("step", "stepBack");
  #stepForward = button("step", "stepForward");
  #reset = button("step", "reset");
  #menu = button("step", "menu");
  #scrub = element("input", { type: "range", class: "scrub", min: "0", step: "1", value: "0" });
  #time = element("span", { class: "time" });
  #speed = element("select");
  #speedLabel = element("span");
  #units = element("select");
  #unitsLabel = element("span");
  /** @type {Texts | undefined} */
  #texts;
  #paused = true;

  /** @param {import("../base/wish.js").Unit[]} [units] What a step may be, the first unless the reader says otherwise. */
  constructor(units = ["line", "task", "event"]) {
    this.#units.append(...units.map((unit) => element("option", { value: unit })));
    this.root = element(
      "div",
      { class: "bar", role: "group" },
      this.#play,
      element("span", { class: "steps" }, this.#reset, this.#stepBack, this.#stepForward),
      this.#scrub,
      this.#time,
      element("label", {}, this.#unitsLabel, this.#units),
      element("label", { class: "speed" }, this.#speedLabel, this.#speed),
      this.#menu,
    );
    const { root } = this;
    this.#play.addEventListener("click", () => wish(root, { type: this.#paused ? "play" : "pause" }));
    this.#stepBack.addEventListener("click", () => wish(root, { type: "step", forward: false, by: this.unit }));
    this.#stepForward.addEventListener("click", () => wish(root, { type: "step", forward: true, by: this.unit }));
    this.#reset.addEventListener("click", () => wish(root, { type: "reset" }));
    this.#menu.setAttribute("aria-haspopup", "dialog");
    this.#menu.addEventListener("click", () => this.open("menu"));
    this.#scrub.addEventListener("input", () => wish(root, { type: "seek", time: Number(this.#scrub.value) }));
    this.#units.addEventListener("change", () => this.#labelSteps());
    this.#speed.addEventListener("change", () => wish(root, { type: "speed", speed: Number(this.#speed.value) }));
  }

  /** Asks for a dialog, which opens at the menu's button. @param {"menu" | "keys"} what */
  open(what) {
    wish(this.root, { type: "open", what, button: this.#menu });
  }

  /** What a step is. */
  get unit() {
    return /** @type {import("../base/wish.js").Unit} */ (this.#units.value);
  }

  #labelSteps() {
    const texts = this.#texts;
    if (!texts) return;
    const unit = texts.units[this.unit];
    label(this.#stepBack, texts.stepBack(unit));
    label(this.#stepForward, texts.stepForward(unit));
  }

  /** Whether this is the slider, which leaves the demo's keys to it. @param {Element} node */
  isSlider(node) {
    return node === this.#scrub;
  }

  /** @param {Texts} texts */
  translate(texts) {
    this.root.setAttribute("aria-label", texts.controls);
    this.#texts = texts;
    for (const option of this.#units.options) setText(option, texts.units[/** @type {keyof Texts["units"]} */ (option.value)]);
    this.#labelSteps();
    setText(this.#unitsLabel, texts.stepBy);
    this.#units.setAttribute("aria-label", texts.stepBy);
    this.#speed.setAttribute("aria-label", texts.speed);
    label(this.#reset, texts.reset);
    label(this.#menu, texts.menu);
    this.#scrub.setAttribute("aria-label", texts.time);
    setText(this.#speedLabel, texts.speed);
  }

  /** The longest lane has another end. @param {number} duration @param {boolean} fine Whether a millisecond is long. */
  fit(duration, fine) {
    this.#scrub.step = fine ? "any" : "1";
    this.#scrub.max = String(duration);
  }

  /** @param {Readonly<Snapshot>} snapshot @param {Texts} texts */
  update({ paused, ended, speed }, texts) {
    this.#paused = paused;
    const action = !paused ? "pause" : ended ? "again" : "run";
    if (this.#play.dataset["action"] !== action) {
      this.#play.dataset["action"] = action;
      this.#play.replaceChildren(icon(ICONS[action]), element("span"));
    }
    setText(/** @type {HTMLElement} */ (this.#play.lastChild), texts[action]);
    this.#showSpeed(speed, texts);
  }

  /** Time has passed. @param {number} time @param {string} now The same for the reader. @param {string} all @param {Texts} texts */
  tick(time, now, all, texts) {
    setText(this.#time, `${now} / ${all}`);
    this.#scrub.value = String(this.#scrub.step === "1" ? Math.round(time) : time);
    this.#scrub.setAttribute("aria-valuetext", texts.of(now, all));
  }

  /** @param {number} speed @param {Texts} texts */
  #showSpeed(speed, texts) {
    const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b);
    const wanted = speeds.map((each) => texts.times(String(each)));
    const options = [...this.#speed.options];
    if (wanted.join() !== options.map((option) => option.text).join()) {
      this.#speed.replaceChildren(...speeds.map((each, index) => element("option", { value: String(each) }, wanted[index] ?? "")));
    }
    this.#speed.value = String(speed);
  }
}

/** @param {string} className @param {keyof typeof ICONS} name */
function button(className, name) {
  return element("button", { type: "button", class: className }, icon(ICONS[name]));
}
