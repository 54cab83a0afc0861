// What is kept of a run of a lane's log, and its states after any number of events.

/** @typedef {import("./log.js").Log} Log */
/** @typedef {import("./log.js").Take} Take */

/** So many events are read at once, and then the clock is looked at. */
export const SLICE = 1024;

/** A state after so many events is kept. */
const KEPT = 8 * SLICE;

/**
 * What a view keeps of a run. In the next run it is made anew, whoever asks
 * for it first, so that no view can show what belongs to a run that is over.
 * @template T
 */
export class OfRun {
  #log;
  #make;
  /** @type {number | undefined} */
  #run;
  /** @type {T | undefined} */
  #kept;

  /** @param {{readonly run: number}} log @param {() => T} make Makes it as it is before the first event. */
  constructor(log, make) {
    this.#log = log;
    this.#make = make;
  }

  /** What is kept of the run as it is now. @returns {T} */
  get now() {
    const { run } = this.#log;
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
  #log;
  #apply;
  #copy;
  #read;

  /**
   * @param {Pick<Log, "run" | "each">} log
   * @param {S} start Before the first event.
   * @param {(state: S) => S} copy
   * @param {(state: S, ...event: Parameters<Take>) => void} apply Takes the state past one more event.
   */
  constructor(log, start, copy, apply) {
    this.#log = log;
    this.#apply = apply;
    this.#copy = copy;
    // The state after so many events, and a copy of it after each `KEPT`, from none on.
    this.#read = new OfRun(log, () => ({ state: copy(start), events: 0, kept: [copy(start)] }));
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
    const part = Math.min(Math.floor(shown / KEPT), read.kept.length - 1);
    const kept = read.kept[part];
    if (kept && (shown < read.events || part * KEPT > read.events)) {
      read.state = this.#copy(kept);
      read.events = part * KEPT;
    }
    while (read.events < shown) {
      const to = Math.min(shown, (Math.floor(read.events / SLICE) + 1) * SLICE);
      read.events += this.#log.each(read.events, to, this.#take);
      // Whoever asks for more than has happened gets what has.
      if (read.events < to) break;
      if (to % KEPT === 0) read.kept[to / KEPT] ??= this.#copy(read.state);
      if (performance.now() > until) break;
    }
    return read.events === shown;
  }
}
