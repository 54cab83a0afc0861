// What each thread is at: its state in words, the calls that it is in, and their variables;
// then what all share: the globals, and locks, queues and events.

import { element, icon, label, mark, named, setText } from "../base/dom.js";
import { wish } from "../base/wish.js";
import { ICONS } from "../view/icons.js";
import { textsIn } from "../words/texts.js";
import { called, resourceState, stateOf } from "./sentences.js";
import { Variables } from "./variables.js";
import { wordsIn } from "./words.js";

/** @typedef {import("../view/places.js").Context} Context */
/** @typedef {import("../view/places.js").Panel} Panel */
/** @typedef {import("./around.js").Around} Around */
/** @typedef {import("./run.js").Moment} Moment */
/** @typedef {import("./run.js").Thread} Thread */

/** Of more threads only so many are shown. */
const MOST = 24;
/** What a program has made to be called, and what it has imported, says little as a value. */
const MADE = /^<(function|class|module|built-in) /;

/** @param {Context} context @param {Around} around @returns {import("../view/places.js").Panel} */
export function createThreads(context, around) {
  return new Threads(context, around);
}

/** @typedef {{root: HTMLElement, state: HTMLElement, frames: HTMLElement, back: HTMLElement, on: HTMLElement, name: string}} Block A thread's place, and its steps. */

/** @implements {Panel} */
class Threads {
  #around;
  #context;
  #variables;
  #title = element("p", { class: "name" });
  #list = element("ul", { class: "threads-list" });
  #globals = part("globals");
  #resources = part("resources");
  root = element("section", { class: "threads" }, this.#title, this.#list, this.#globals.root, this.#resources.root);
  /** @type {Block[]} */
  #blocks = [];
  /** @type {import("../words/texts.js").Language} */
  #language = "en";
  /** @type {import("./words.js").Words} */
  #words = wordsIn("en");
  /** What has been made of each place, to be made anew only where it differs. @type {Map<HTMLElement, string>} */
  #told = new Map();

  /** @param {Context} context @param {Around} around */
  constructor(context, around) {
    this.#context = context;
    this.#around = around;
    this.#variables = new Variables((object) => around.parts(0, object));
    this.root.addEventListener("click", (event) => {
      if (!this.#variables.toggle(event.target)) return;
      this.#told.clear();
      this.update();
    });
  }

  /** @param {import("../words/texts.js").Language} language */
  translate(language) {
    this.#language = language;
    this.#words = wordsIn(language);
    this.#variables.words = this.#words;
    setText(this.#title, this.#words.threads);
    this.root.setAttribute("aria-label", this.#context.numbered(this.#words.threads));
    setText(this.#globals.title, this.#words.globals);
    setText(this.#resources.title, this.#words.resources);
    for (const block of this.#blocks) this.#labelSteps(block);
    this.#told.clear();
  }

  update() {
    const moment = this.#around.moment(0);
    const threads = moment?.threads.slice(0, MOST) ?? [];
    while (this.#blocks.length > threads.length) this.#blocks.pop()?.root.remove();
    if (!moment) return;
    this.#variables.shared = moment.shared;
    for (const thread of threads) this.#showThread(thread, moment);
    const globals = moment.globals.filter(({ text }) => !MADE.test(text));
    this.#make(this.#globals.body, globals, () => this.#variables.all(globals, "globals"));
    this.#globals.root.hidden = globals.length === 0;
    const { resources } = moment;
    const told = resources.map((resource) => [called(resource, this.#words), resourceState(resource, moment, this.#words)]);
    this.#make(this.#resources.body, told, () =>
      told.map(([name = "", state = ""]) => element("p", {}, element("b", {}, named(name)), ` ${state}`)),
    );
    this.#resources.root.hidden = resources.length === 0;
  }

  /** @param {Thread} thread @param {Moment} moment */
  #showThread(thread, moment) {
    const block = (this.#blocks[thread.index] ??= this.#begin(thread));
    const { scale } = this.#context;
    const { seconds } = textsIn(this.#language);
    const time = (/** @type {number} */ millis) => seconds(scale.seconds(millis));
    setText(block.state, stateOf(thread, moment, this.#words, time));
    block.root.dataset["state"] = thread.state;
    const frames = thread.state === "ended" ? [] : thread.frames.toReversed();
    // The globals stand below, once for all.
    const told = frames.map(({ function: name, line, variables }) => ({ name, line, variables: name === "<module>" ? [] : variables }));
    this.#make(block.frames, told, () =>
      told.map(({ name, line, variables }) => {
        const where = name === "<module>" ? this.#words.module : `${name}()`;
        return element(
          "p",
          { class: "call" },
          element("span", { class: "where" }, this.#words.at(where, line)),
          " ",
          ...this.#variables.all(variables, `${thread.index} ${name} ${frames.length}`),
        );
      }),
    );
  }

  /** @param {Thread} thread @returns {Block} */
  #begin({ index, name }) {
    const lane = this.#context.lanes[0];
    const state = element("span", { class: "state" });
    const frames = element("div", { class: "frames" });
    const [back, on] = /** @type {const} */ ([false, true]).map((forward) => {
      const button = element("button", { type: "button" }, icon(forward ? ICONS.stepForward : ICONS.stepBack));
      button.addEventListener("click", () => wish(this.root, { type: "step", forward, by: "line", thread: index }));
      return button;
    });
    if (!back || !on) throw new Error("two buttons");
    const root = element(
      "li",
      {},
      element("div", { class: "thread" }, mark(lane?.lookOf(index) ?? 0), element("b", {}, named(name)), " ", state, back, on),
      frames,
    );
    this.#list.append(root);
    const block = { root, state, frames, back, on, name };
    this.#labelSteps(block);
    return block;
  }

  /** @param {Block} block */
  #labelSteps({ back, on, name }) {
    label(back, this.#words.stepThreadBack(name));
    label(on, this.#words.stepThread(name));
  }

  /** Fills a place, if something else belongs there; the focus stays where it was. @param {HTMLElement} place @param {unknown} what @param {() => (Node | string)[]} make */
  #make(place, what, make) {
    const told = JSON.stringify([what, this.#variables.shared]);
    if (this.#told.get(place) === told) return;
    this.#told.set(place, told);
    const root = /** @type {ShadowRoot} */ (place.getRootNode());
    const focused = place.contains(root.activeElement) ? /** @type {HTMLElement} */ (root.activeElement).dataset["key"] : undefined;
    place.replaceChildren(...make());
    if (focused === undefined) return;
    const again = [...place.querySelectorAll("button")].find((button) => button.dataset["key"] === focused);
    again?.focus();
  }
}

/** @param {string} name */
function part(name) {
  const title = element("p", { class: "name" });
  const body = element("div");
  return { title, body, root: element("div", { class: name, hidden: "" }, title, body) };
}
