// What the reader points at, with the mouse, the focus or a tap.

/** @typedef {{lane: number, event: number}} At An event of a lane. */

/**
 * Log, timeline and code show it at the same time. Each demo that is shown has its own, so
 * its listeners go with its lanes.
 */
export class Pointing {
  /** @type {Set<(at: At | null) => void>} */
  #listeners = new Set();

  /** @param {At | null} at */
  set(at) {
    for (const listener of this.#listeners) listener(at);
  }

  /** Returns what ends it. @param {(at: At | null) => void} listener */
  listen(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Nobody is told any more. */
  release() {
    this.#listeners.clear();
  }
}
