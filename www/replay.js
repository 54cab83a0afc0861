// A lane's events as numbers, and what follows from the first so many of them.

/** @typedef {import("./engine.js").Player} Player */

/** So many events are read at once, and then the clock is looked at. */
export const SLICE = 8192;

/**
 * Takes one event: its number, kind, time and task (-1 is the main program), and its
 * deadline (-1 is the lock) or the length of its text.
 * @typedef {(event: number, kind: number, at: number, task: number, detail: number) => void} Take
 */

/**
 * Calls `take` with each of the events `from..to`.
 * @param {Player} player @param {number} lane @param {number} from @param {number} to @param {Take} take
 */
export function each(player, lane, from, to, take) {
  /** Each of the numbers is there. @type {any} */
  const numbers = player.records(lane, from, to);
  for (let i = 0; i < numbers.length; i += 4) {
    take(from + i / 4, numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]);
  }
}

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
