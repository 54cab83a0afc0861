// The second program, which is no summation: `tests/it/kitchen.rs` tells it whole. Here its
// log is as pages read it, and grows as far as it is shown: tasks appear during the run.
// This module runs in Node and in pages.

import { Log, readTasks } from "../../www/log/log.js";

/**
 * A run as it is written down.
 *
 * @typedef {{
 *   tasks: string[],
 *   resources: { name: string }[],
 *   fields: string[],
 *   events: number[][],
 *   text: string,
 *   states: Parameters<typeof readTasks>[0][],
 * }} Told
 */

/**
 * The log of a run, and what shows more of it or less.
 *
 * @param {Told} told
 */
export function kitchen({ tasks, resources, fields, events, text, states }) {
  const at = (/** @type {string} */ field) => fields.indexOf(field);
  const isKind = (/** @type {number[]} */ event, /** @type {number} */ kind) => event[at("kind")] === kind;
  const [CREATED, WROTE] = [0, 9];
  let shown = 0;
  const within = (/** @type {number} */ from, /** @type {number} */ to) => events.slice(Math.max(0, from), Math.min(to, shown));
  const lengthOf = (/** @type {number[][]} */ some) => some.reduce((sum, event) => sum + (event[at("length")] ?? 0), 0);
  /** Those that have been made, without the main program. */
  const made = () => within(0, shown).filter((event) => isKind(event, CREATED) && event[at("task")] !== 0);
  /** The first events of the lines that have been begun. */
  const lines = () => {
    /** @type {number[]} */
    const starts = [];
    let isOpen = false;
    for (const [place, event] of within(0, shown).entries()) {
      if (!isKind(event, WROTE)) continue;
      if (!isOpen) starts.push(place);
      isOpen = event[at("other")] !== 1;
    }
    return starts;
  };
  const log = new Log({
    run: 0,
    get tasks() {
      return made().map((event) => ({ name: tasks[event[at("task")] ?? 0] ?? "" }));
    },
    records: (from, to) => Float64Array.from(within(from, to).flat()),
    text(from, to) {
      const start = lengthOf(within(0, from));
      return text.slice(start, start + lengthOf(within(from, to)));
    },
    lineStart: (line) => lines()[line] ?? shown,
    resource: (resource) => resources[resource]?.name ?? "",
    state: (events) => readTasks(/** @type {Told["states"][number]} */ (states[events])),
    lookAhead() {},
  });
  return {
    log,
    count: events.length,
    /**
     * Shows so many events, and is what a session would be like then.
     *
     * @param {number} count
     * @param {string} lane its name
     */
    show(count, lane) {
      shown = count;
      const time = events[count - 1]?.[at("at")] ?? 0;
      const done = count === events.length;
      const duration = Math.max(time, 1);
      const own = { name: lane, duration, expected: duration, shown, lines: lines().length, done, live: false, recorded: -1, kept: shown };
      /** @type {import("../../www/log/snapshot.js").Snapshot} */
      const snapshot = {
        run: 0,
        time,
        duration,
        interval: 1,
        speed: 1,
        paused: true,
        moves: false,
        ended: done,
        behind: false,
        work: "wait",
        lanes: [{ ...own, hasMore: !done, failed: false, note: "" }],
      };
      return snapshot;
    },
  };
}
