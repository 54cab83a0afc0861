// From one state of settings to another: what has been in force, to be undone and redone.

import { same } from "./editor-settings.js";

/** @typedef {import("./editor-settings.js").Settings} Settings */

/** How far back one can go. */
const MOST_STEPS = 500;

export class History {
  /** What the page came with. */
  #first;
  /** @type {Settings[]} */
  #past = [];
  /** @type {Settings[]} */
  #future = [];
  /** What has been put in force last. */
  now;

  /** @param {Settings} settings */
  constructor(settings) {
    this.#first = settings;
    this.now = settings;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** Whether all is as the page came. */
  get isFirst() {
    return same(this.#first, this.now);
  }

  /** A step onwards. @param {Settings} settings */
  remember(settings) {
    this.#past.push(this.now);
    if (this.#past.length > MOST_STEPS) this.#past.shift();
    this.#future = [];
    this.now = settings;
  }

  /** A step back, or forward again. Returns whether there was one. @param {boolean} back */
  travel(back) {
    const [from, to] = back ? [this.#past, this.#future] : [this.#future, this.#past];
    const settings = from.pop();
    if (!settings) return false;
    to.push(this.now);
    this.now = settings;
    return true;
  }

  /** A step to what the page came with. */
  goToFirst() {
    if (!this.isFirst) this.remember(this.#first);
  }
}
