// What the panels of a Python program know of the run that is shown.

/**
 * @typedef {object} Around
 * @property {() => string} program As it was typed last.
 * @property {() => boolean} isTyped Whether it has been typed since, so that it isn't what runs.
 * @property {() => boolean} isReadOnly
 * @property {() => boolean} isPlain Whether a plain text area is wanted, and no editor in its place.
 * @property {() => number[]} breakpoints The lines before which a run stops when it plays.
 * @property {() => boolean} isSeveral Whether runs stand side by side, each at lines of its own.
 * @property {(lane: number) => import("./run.js").Moment | undefined} moment
 * @property {() => import("../run-python.js").Refused[]} refusals Why it can't be run, if it can't.
 * @property {() => import("./run.js").Cut[]} cuts Where the schedule that was chosen interrupts threads.
 * @property {() => boolean} isChosen Whether a schedule was chosen.
 * @property {(lane: number, object: number) => import("./run.js").Variable[]} parts
 */

export {};
