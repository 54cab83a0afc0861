// A lane's log, as views read it: what has happened, what that has printed, and the names
// in it. It only grows; a snapshot says how much of it is shown.

import {
  ACQUIRED,
  CREATED,
  event as eventNumbers,
  EVENT_SIZE,
  KINDS,
  ON_RESOURCE,
  ON_TASK,
  ONS,
  RELEASED,
  WAITING,
  WROTE,
} from "../bindings/crossing.js";

/** An event as the core tells it: see its `crossing.rs`. @typedef {ReturnType<typeof eventNumbers>} EventNumbers */

/**
 * @typedef {object} DemoEvent
 * @property {number} at In virtual milliseconds.
 * @property {import("../bindings/crossing.js").Kind} kind
 * @property {string} task The task's name.
 * @property {number} index The task's number; 0 is the main program.
 * @property {number} [by] With `created`: the number of the task that has made it.
 * @property {"time" | "task" | "resource" | "elsewhere"} [on] With `waiting`: for what.
 * @property {number} [of] With `waiting` on a task: its number.
 * @property {number} [until] With `waiting`: the deadline, if there is one.
 * @property {string} [resource] The name of what is waited for, acquired or released.
 * @property {string} [text] With `wrote`.
 * @property {number} [line] Where in the program's source, if it has one.
 */

/**
 * @typedef {object} Tasks Where the tasks of a lane are, by their numbers, each list in the
 *   order in which they came.
 * @property {number[]} ready
 * @property {number[]} running
 * @property {[task: number, until: number][]} sleeping The next to be woken first.
 * @property {[task: number, other: number][]} joining Who waits for the end of which other.
 * @property {number[]} wanting Who waits for a resource, the next first.
 * @property {number[]} finished
 * @property {number[]} deadlocked Who of them will wait for ever.
 * @property {[i: string, total: string][]} sums What the variables of the lesson's tasks are,
 *   each empty while there is none; no others have any.
 * @property {string[]} places Where in the lesson's programs the main program is, and each task
 *   that there is: by the names of `summation/programs.js`.
 * @property {number} torn How many of the lesson's lines are torn.
 * @property {boolean} inTurn Whether its tasks have printed in turn, round after round.
 * @property {"nothing" | "created" | "started" | "woke" | "preempted" | "running" | "time" | "task" | "resource" | "elsewhere" | "finished"} before
 *   What the task of the last event was doing before it.
 */

/**
 * @typedef {object} Source What a log is read from.
 * @property {number} run The number of the run: with each restart the log is a new one.
 * @property {readonly {name: string}[]} tasks Those that are known, by their numbers less one,
 *   since the main program has none of these. More may come during a run.
 * @property {(from: number, to: number) => Float64Array} records Events in numbers.
 * @property {(from: number, to: number) => string} text What events have printed.
 * @property {(line: number) => number} lineStart The first event of a line that is shown.
 * @property {(resource: number) => string} resource The name of a resource.
 * @property {(events: number) => Tasks} state Where the tasks are after the first so many events.
 * @property {() => void} lookAhead Lets one more event be known than is shown, if that can be.
 */

/**
 * Takes one event: its place among the events, what the core tells of it, and the place
 * of its task among the tasks (-1 is the main program).
 * @typedef {(event: number, numbers: EventNumbers, task: number) => void} Take
 */

/** What there is to tell of the lesson alone, where another program runs. @type {Pick<Tasks, "sums" | "places" | "torn" | "inTurn">} */
const NO_LESSON = { sums: [], places: [], torn: 0, inTurn: true };

/** What a write adds to a log: some text, the end of a line, or both. @param {EventNumbers} event */
export function written({ length, other }) {
  const ends = other === 1;
  return { text: length > Number(ends), ends };
}

/**
 * Where the tasks are, as the core tells it: what belongs together stands in pairs.
 * @param {Omit<Tasks, "sleeping" | "joining" | keyof typeof NO_LESSON> & {sleeping: number[], joining: number[], sums?: string[]}} told
 * @returns {Tasks}
 */
export function readTasks({ sleeping, joining, sums = [], ...lists }) {
  return { ...NO_LESSON, ...lists, sleeping: pairs(sleeping), joining: pairs(joining), sums: pairs(sums) };
}

/** @template T @param {T[]} all @returns {[T, T][]} */
function pairs(all) {
  return Array.from({ length: all.length / 2 }, (_, pair) => /** @type {[T, T]} */ (all.slice(2 * pair, 2 * pair + 2)));
}

export class Log {
  #source;

  /** @param {Source} source */
  constructor(source) {
    this.#source = source;
  }

  get run() {
    return this.#source.run;
  }

  get tasks() {
    return this.#source.tasks;
  }

  /** The place of a task among the tasks; before the first is the main program. @param {number} index Its number. */
  placeOf(index) {
    return index - 1;
  }

  /** The name of a task. @param {number} index Its number. */
  nameOf(index) {
    const place = this.placeOf(index);
    return place < 0 ? "main" : (this.tasks[place]?.name ?? "");
  }

  /** The name of a resource. @param {number} resource */
  resource(resource) {
    return this.#source.resource(resource);
  }

  /**
   * Calls `take` with each of the events `from..to` that there are, and returns how many.
   * @param {number} from @param {number} to @param {Take} take
   */
  each(from, to, take) {
    const numbers = this.#source.records(from, to);
    const count = numbers.length / EVENT_SIZE;
    for (let place = 0; place < count; place += 1) {
      const told = eventNumbers(numbers, EVENT_SIZE * place);
      take(from + place, told, this.placeOf(told.task));
    }
    return count;
  }

  /** What the events `from..to` have printed. @param {number} from @param {number} to */
  text(from, to) {
    return this.#source.text(from, to);
  }

  /** The events `from..to`. @param {number} from @param {number} to */
  events(from, to) {
    const text = this.text(from, to);
    let read = 0;
    /** @type {DemoEvent[]} */
    const events = [];
    this.each(from, to, (_, { kind, at, task: index, on, other, until, length, line }) => {
      /** @type {DemoEvent} */
      const event = { at, kind: KINDS[kind] ?? "done", task: this.nameOf(index), index };
      if (kind === CREATED) event.by = other;
      if (kind === WAITING) event.on = ONS[on] ?? "elsewhere";
      if (on === ON_TASK) event.of = other;
      if (until >= 0) event.until = until;
      if (on === ON_RESOURCE || kind === ACQUIRED || kind === RELEASED) event.resource = this.resource(other);
      if (kind === WROTE) event.text = text.slice(read, (read += length));
      if (line >= 0) event.line = line;
      events.push(event);
    });
    return events;
  }

  /** One event. @param {number} event Its place; before the first there is none. */
  event(event) {
    return event < 0 ? undefined : this.events(event, event + 1)[0];
  }

  /** One line that is shown: between which events it was written, and its writes. @param {number} line */
  line(line) {
    const from = this.#source.lineStart(line);
    const events = this.events(from, this.#source.lineStart(line + 1));
    const wrote = (/** @type {DemoEvent} */ { kind }) => kind === "wrote";
    // What comes after its last write is no part of it.
    return { from, to: from + events.findLastIndex(wrote) + 1, writes: events.filter(wrote) };
  }

  /** Where a line begins in what has been printed. @param {number} line */
  startOf(line) {
    return this.text(0, this.#source.lineStart(line)).length;
  }

  /** Where the tasks are after the first so many events. @param {number} events */
  state(events) {
    return this.#source.state(events);
  }

  /** The first event that is not shown, if it can be known. @param {number} shown How many are. */
  next(shown) {
    this.#source.lookAhead();
    return this.event(shown);
  }
}
