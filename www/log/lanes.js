// What is known of a lane before it runs, each lane a row: nothing else asks for its name.

/**
 * @typedef {object} Traits
 * @property {"sequential" | "async" | "threads"} model Who gets a turn when: in order, where
 *   others await, or anywhere. By this its words are chosen.
 * @property {"rule" | "chance" | "real"} order What decides who is next: a rule, chance with a
 *   seed, or what happens on this machine. What is real runs outside of the core, in real
 *   time: it is recorded, and can't be stepped beyond its record.
 * @property {"core" | "eventLoop" | "workers"} runner Who runs it: the core, the browser's own
 *   event loop, or a web worker for each task.
 */

/** By their names, in the order in which they are offered. @type {Record<string, Traits>} */
export const LANES = {
  sequential: { model: "sequential", order: "rule", runner: "core" },
  async: { model: "async", order: "rule", runner: "core" },
  "event-loop": { model: "async", order: "real", runner: "eventLoop" },
  threads: { model: "threads", order: "chance", runner: "core" },
  workers: { model: "threads", order: "real", runner: "workers" },
};

/** A program of the reader's own, which is no lane of the lesson. @type {Traits} */
const PROGRAM = { model: "threads", order: "chance", runner: "core" };

/** @param {string} [lane] Its name. */
export function traits(lane = "") {
  const { model, order, runner } = LANES[lane] ?? PROGRAM;
  return {
    model,
    order,
    runner,
    /** Whether it is measured, not simulated. */
    real: order === "real",
    /** Whether its tasks share one thread. */
    oneThread: model !== "threads",
    /** Whether a task begins only when the one before has finished: what others are compared with. */
    oneByOne: model === "sequential",
  };
}
