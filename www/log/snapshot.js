// What a session is like at one moment, which views are told once a frame. Nothing in it
// ever changes.

/**
 * @typedef {object} LaneSnapshot
 * @property {string} name
 * @property {number} duration In virtual milliseconds.
 * @property {number} expected What it should be: real threads are measured.
 * @property {number} shown How many events are shown.
 * @property {number} lines How many lines they have begun to print.
 * @property {boolean} done Whether that is all.
 * @property {boolean} live Whether it has real threads that are to run now.
 * @property {number} recorded Up to when, in virtual milliseconds, there is a record of
 *   its real threads; -1 if it has none.
 * @property {number} kept How many events have happened, shown or not.
 * @property {boolean} hasMore Whether there is one more to be shown: real threads can't be
 *   stepped beyond their record.
 * @property {boolean} failed Whether real threads couldn't go on: it has come to an end, but
 *   not to its own.
 * @property {string} note What there is to say of its real threads, in the reader's language.
 */

/**
 * @typedef {object} Snapshot Times are in virtual milliseconds.
 * @property {number} run The number of the run.
 * @property {number} time
 * @property {number} duration
 * @property {number} interval How long a step takes.
 * @property {number} speed How many times faster than real time.
 * @property {boolean} paused Whether it stands still by the reader's wish.
 * @property {boolean} moves Whether time passes: in a hidden page it doesn't.
 * @property {boolean} ended
 * @property {boolean} behind Whether the lanes haven't come as far as the playhead yet.
 * @property {"wait" | "compute" | "block"} work What a step does.
 * @property {readonly Readonly<LaneSnapshot>[]} lanes In the order shown.
 */

/**
 * How far a lane has come: as the playhead, but not past its own end, nor past what
 * is recorded of real threads.
 * @param {number} time @param {LaneSnapshot} lane
 */
export function progress(time, { done, recorded, duration }) {
  return Math.min(time, duration, !done && recorded >= 0 ? recorded : duration);
}
