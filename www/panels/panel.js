// Parts of a demo that are loaded only when they are wanted.

/** @typedef {import("../engine/engine.js").Player} Player */
/** @typedef {import("../interleaved-demo.js").InterleavedDemo} InterleavedDemo */
/** @typedef {import("../view/lane-view.js").Scale} Scale */

/**
 * @typedef {object} Context What a panel is made from. A new run makes new panels, but for
 *   those that `attach`.
 * @property {InterleavedDemo} host
 * @property {Player} player
 * @property {Scale} scale
 * @property {Pointing} pointing
 * @property {string} setting The value of the setting that asks for this panel.
 *   When it changes, the panel is made anew.
 * @property {string} autoplay When the demo starts by itself, and
 * @property {number} startAt where, by the newest settings: the player's may be older.
 */

/**
 * @typedef {object} Panel
 * @property {HTMLElement} root
 * @property {(language: import("../words/texts.js").Language) => void} translate
 * @property {(state: Player["state"], paused: boolean, until: number) => boolean | void} update
 *   Called after each change of what is shown, and once at the start, after `translate`.
 *   Whatever has to read many events for it stops at `until` (of `performance.now()`) and
 *   returns true, to be called again in the next frame.
 * @property {(context: Context) => void} [attach] A panel that has this outlives a run, with
 *   its focus and whatever it remembers: it gets the context of the next one.
 * @property {() => void} [remove] Takes back what the panel has set up outside its root.
 */

/**
 * Each panel's module exports `create(context)` and `styles`, the text of a sheet.
 * @typedef {{create: (context: Context) => Panel, styles: string}} PanelModule
 */

/** @type {Record<string, () => Promise<PanelModule>>} */
export const PANELS = {
  executor: () => import("./executor-view.js"),
  code: () => import("./code-view.js"),
  predict: () => import("./predict.js"),
  editor: () => import("./editor.js"),
};

/**
 * What the reader points at, with the mouse, the focus or a tap: an event of a
 * lane. Log, timeline and code show it at the same time. Each run has its own, so
 * its listeners go with its lanes.
 */
export class Pointing {
  /** @type {Set<(at: {lane: number, event: number} | null) => void>} */
  #listeners = new Set();

  /** @param {{lane: number, event: number} | null} at */
  set(at) {
    for (const listener of this.#listeners) listener(at);
  }

  /**
   * Returns what ends it.
   * @param {(at: {lane: number, event: number} | null) => void} listener
   */
  listen(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Nobody is told any more. */
  release() {
    this.#listeners.clear();
  }
}
