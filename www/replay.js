// What follows from the first so many events of a lane.

import { SLICE, each } from "./timeline.js";

/** @typedef {import("./engine.js").Player} Player */
/** @typedef {import("./timeline.js").Take} Take */

/**
 * A state that changes from event to event, after any number of them: a copy every so
 * often is kept to go on from.
 * @template S
 */
export class Replay {
  #player;
  #lane;
  #apply;
  #copy;
  #restarts = 0;
  #read = 0;
  /** The state after each slice, from none on. @type {S[]} */
  #kept = [];
  state;

  /**
   * @param {Player} player @param {number} lane
   * @param {S} start Before the first event.
   * @param {(state: S) => S} copy
   * @param {(state: S, ...event: Parameters<Take>) => void} apply Takes the state past one more event.
   */
  constructor(player, lane, start, copy, apply) {
    this.#player = player;
    this.#lane = lane;
    this.#apply = apply;
    this.#copy = copy;
    this.state = start;
    this.#kept.push(copy(start));
    this.#restarts = player.restarts;
  }

  /** @type {Take} */
  #take = (event, kind, at, task, detail) => this.#apply(this.state, event, kind, at, task, detail);

  /**
   * Makes it the state after so many events. Returns whether it is: time may run out.
   * @param {number} shown @param {number} [until] When to stop.
   */
  go(shown, until = Infinity) {
    const { restarts } = this.#player;
    if (restarts !== this.#restarts) {
      // Real threads never do the same twice.
      this.#restarts = restarts;
      this.#kept.length = 1;
      this.#read = Infinity;
    }
    const part = Math.min(Math.floor(shown / SLICE), this.#kept.length - 1);
    const kept = this.#kept[part];
    if (kept && (shown < this.#read || part * SLICE > this.#read)) {
      this.state = this.#copy(kept);
      this.#read = part * SLICE;
    }
    while (this.#read < shown) {
      const next = Math.floor(this.#read / SLICE) + 1;
      const to = Math.min(shown, next * SLICE);
      each(this.#player, this.#lane, this.#read, to, this.#take);
      this.#read = to;
      if (to === next * SLICE) this.#kept[next] ??= this.#copy(this.state);
      if (performance.now() > until) break;
    }
    return this.#read === shown;
  }
}
