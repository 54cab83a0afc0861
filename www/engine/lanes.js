// What is known of a lane before it runs.

/**
 * @typedef {object} Traits
 * @property {"sequential" | "async" | "threads"} kind Who gets a turn when: in order, where
 *   others await, or anywhere.
 * @property {boolean} real Whether it runs outside of the core, in real time: it is recorded,
 *   and can't be stepped beyond its record.
 */

/** By their names, in the order in which they are offered. @type {Record<string, Traits>} */
export const LANES = {
  sequential: { kind: "sequential", real: false },
  async: { kind: "async", real: false },
  "event-loop": { kind: "async", real: true },
  threads: { kind: "threads", real: false },
  workers: { kind: "threads", real: true },
};

/** @param {string} [lane] @returns {Traits} */
export function traits(lane = "") {
  return LANES[lane] ?? { kind: "async", real: false };
}
