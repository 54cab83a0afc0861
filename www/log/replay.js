// A lane's events as numbers, and what is kept of a run of them.

import { event, EVENT_SIZE } from "../bindings/crossing.js";

/** @typedef {import("../engine/engine.js").Player} Player */
/** @typedef {import("../engine/engine.js").EventNumbers} EventNumbers */

/** So many events are read at once, and then the clock is looked at. */
export const SLICE = 8192;

/**
 * Takes one event: its place among the events, what the core tells of it, and the place
 * of its task among the player's tasks (-1 is the main program).
 * @typedef {(event: number, numbers: EventNumbers, task: number) => void} Take
 */

/**
 * Calls `take` with each of the events `from..to` that there are, and returns how many.
 * @param {Player} player @param {number} lane @param {number} from @param {number} to @param {Take} take
 */
export function each(player, lane, from, to, take) {
  const numbers = player.records(lane, from, to);
  const count = numbers.length / EVENT_SIZE;
  for (let place = 0; place < count; place += 1) {
    const told = event(numbers, EVENT_SIZE * place);
    take(from + place, told, told.task - 1);
  }
  return count;
}

/**
 * What a view keeps of a player's run. In the next run it is made anew, whoever asks
 * for it first, so that no view can show what belongs to a run that is over.
 * @template T
 */
export class OfRun {
  #player;
  #make;
  /** @type {number | undefined} */
  #run;
  /** @type {T | undefined} */
  #kept;

  /** @param {Player} player @param {() => T} make Makes it as it is before the first event. */
  constructor(player, make) {
    this.#player = player;
    this.#make = make;
  }

  /** What is kept of the run as it is now. @returns {T} */
  get now() {
    const { run } = this.#player;
    if (run !== this.#run) {
      this.#run = run;
      this.#kept = this.#make();
    }
    return /** @type {T} */ (this.#kept);
  }

  /** It is to be made anew, although the run is the same. */
  forget() {
    this.#run = undefined;
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
  #read;

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
    // The state after so many events, and a copy of it after each slice, from none on.
    this.#read = new OfRun(player, () => ({ state: copy(start), events: 0, kept: [copy(start)] }));
  }

  /** @returns {S} */
  get state() {
    return this.#read.now.state;
  }

  /** @type {Take} */
  #take = (event, numbers, task) => this.#apply(this.state, event, numbers, task);

  /**
   * Makes it the state after so many events. Returns whether it is: time may run out.
   * @param {number} shown @param {number} [until] When to stop.
   */
  go(shown, until = Infinity) {
    const read = this.#read.now;
    const part = Math.min(Math.floor(shown / SLICE), read.kept.length - 1);
    const kept = read.kept[part];
    if (kept && (shown < read.events || part * SLICE > read.events)) {
      read.state = this.#copy(kept);
      read.events = part * SLICE;
    }
    while (read.events < shown) {
      const next = Math.floor(read.events / SLICE) + 1;
      const to = Math.min(shown, next * SLICE);
      read.events += each(this.#player, this.#lane, read.events, to, this.#take);
      // Whoever asks for more than has happened gets what has.
      if (read.events < to) break;
      if (to === next * SLICE) read.kept[next] ??= this.#copy(read.state);
      if (performance.now() > until) break;
    }
    return read.events === shown;
  }
}
