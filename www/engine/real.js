// What a session and those who really run its lanes, workers or the browser's event loop,
// know of each other.

/** @typedef {import("../log/snapshot.js").LaneSnapshot} LaneSnapshot */

/**
 * @typedef {object} Recorder Who is told what really happens.
 * @property {readonly string[]} lanes Their names.
 * @property {readonly import("./core.js").Task[]} tasks
 * @property {{interval: number}} snapshot
 * @property {(lane: number, numbers: Float64Array, text?: string) => void} record Writes down an
 *   event, in the core's numbers.
 * @property {(lane: number) => void} giveUp A lane's threads will do nothing more.
 */

/**
 * @typedef {object} Crew Who has what really runs in a lane.
 * @property {number} lane
 * @property {unknown} failure Why it couldn't go on.
 * @property {(lane: LaneSnapshot) => void} follow Does as the lane's state has it.
 * @property {(language: import("../words/texts.js").Language, lane: LaneSnapshot, playhead: {paused: boolean, speed: number}) => string} note
 *   What there is to say of the lane, if there is something.
 * @property {() => void} end
 */

export {};
