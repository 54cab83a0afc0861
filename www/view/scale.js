// What all lanes of a demo have in common: the axis of time, and the room for lines.

/** @typedef {import("../log/snapshot.js").Snapshot} Snapshot */

/**
 * @typedef {object} Program What is known of a program before it runs, and what can be said
 *   of its lanes when they have ended.
 * @property {readonly {name: string, says: string}[]} tasks Those that are known, and what
 *   is said of each.
 * @property {number} lines How many lines a lane prints, if that is known; else 0.
 * @property {{letters: number, lines: number}} widest How much is printed at one time at most,
 *   no letters if that isn't known.
 * @property {() => Promise<unknown>} [load] Loads what that takes.
 * @property {(end: End) => {ratios: string[], sentences: string[]}} conclude How the lanes
 *   compare, and why.
 * @property {Own} [own] What is said of it in words of its own, in the reader's language.
 */

/**
 * @typedef {object} Own
 * @property {(lane: string) => {name: string, how: string, invite: string}} lane
 * @property {() => string} invite Before it has run, and
 * @property {() => string} watch while it does.
 * @property {(log: import("../log/log.js").Log, event: import("../log/log.js").DemoEvent, time: (millis: number) => string) => string} say
 *   What has happened, in a sentence.
 */

/**
 * @typedef {object} End What has come of the lanes.
 * @property {Readonly<Snapshot>} snapshot
 * @property {readonly import("../log/log.js").Log[]} logs
 * @property {import("../words/texts.js").Texts} texts
 * @property {(millis: number) => string} time How a time is written.
 */

export class Scale {
  /** What the axis counts in, in virtual milliseconds. */
  interval = 0;
  duration = 0;
  /** How many decimals tell one step's time from the next's; what is measured has more. */
  decimals = 0;

  /** @param {Program} program @param {Readonly<Snapshot>} snapshot */
  constructor({ lines, widest }, snapshot) {
    /** For how many lines a log has room. */
    this.lines = lines;
    /** How many letters what comes at one time has at most, and how many lines that is. */
    this.widest = widest;
    this.fit(snapshot);
  }

  /** Gives the axis its end, which may be known only later. @param {Readonly<Snapshot>} snapshot */
  fit({ interval, duration, lanes }) {
    this.interval = interval;
    this.duration = duration;
    this.decimals = interval < 1 ? 6 : interval % 100 === 0 ? 1 : interval % 10 === 0 ? 2 : 3;
    if (lanes.some(({ recorded }) => recorded >= 0)) this.decimals = Math.max(2, this.decimals);
  }

  /** How many intervals have begun at the end. */
  get rungs() {
    return Math.floor(this.duration / this.interval) + 1;
  }

  /** Virtual milliseconds in seconds; cut off, as a clock shows no time before it has come. @param {number} millis */
  seconds(millis) {
    const unit = 10 ** (3 - this.decimals);
    return ((Math.floor(millis / unit + 1e-7) * unit) / 1000).toFixed(this.decimals);
  }
}
