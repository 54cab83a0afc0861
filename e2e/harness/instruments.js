// Counts what is under way in a page: timers, frames, and listeners of the document and
// the window.

import { inline } from "./stage.js";

/** @import { InPage } from "./in-page.js" */

/** Stands in a page before everything that is counted. */
export const INSTRUMENTS = inline(() => {
  const kept = (window.kept ??= {});
  const timers = (kept.timers = new Set());
  kept.mostTimers = 0;
  const { setTimeout: later, clearTimeout: never } = window;
  /** Sets a timer that isn't counted. */
  kept.later = (/** @type {() => void} */ run, /** @type {number} */ delay) => later(run, delay);
  Object.assign(window, {
    /**
     * @param {() => void} run
     * @param {number} delay
     */
    setTimeout(run, delay) {
      const id = later(() => {
        timers.delete(id);
        run();
      }, delay);
      timers.add(id);
      kept.mostTimers = Math.max(kept.mostTimers, timers.size);
      return id;
    },
    /** @param {number} id */
    clearTimeout(id) {
      timers.delete(id);
      never(id);
    },
  });

  const frames = (kept.frames = new Set());
  const { requestAnimationFrame: draw, cancelAnimationFrame: leave } = window;
  window.requestAnimationFrame = (run) => {
    const id = draw((now) => {
      frames.delete(id);
      run(now);
    });
    frames.add(id);
    return id;
  };
  window.cancelAnimationFrame = (id) => {
    frames.delete(id);
    leave(id);
  };

  const listeners = (kept.listeners = new Set());
  for (const target of [document, window]) {
    const { addEventListener: add, removeEventListener: remove } = target;
    /** @type {(...of: any) => void} */
    target.addEventListener = (name, listener, ...rest) => {
      listeners.add(listener);
      add.call(target, name, listener, ...rest);
    };
    /** @type {(...of: any) => void} */
    target.removeEventListener = (name, listener, ...rest) => {
      listeners.delete(listener);
      remove.call(target, name, listener, ...rest);
    };
  }
});

/**
 * How many timers, frames and listeners there are now; this runs in the page.
 *
 * @param {InPage} page
 * @returns {[timers: number, frames: number, listeners: number]}
 */
export function underWay({ kept }) {
  return [kept.timers.size, kept.frames.size, kept.listeners.size];
}
