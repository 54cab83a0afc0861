// Where the tasks of a lane are for its executor, after each event:
//
//   started ──> ready ──polled──> running ──waiting──> sleeping or locked ──woke──> ready
//                 ^                  ├──finished──> finished
//                 └── gave way ──────┘   (a thread between its two writes: no event tells it)

import { isNewline, KINDS, WAITING, WROTE } from "./engine.js";
import { Replay } from "./replay.js";

/** @typedef {import("./engine.js").DemoEvent} DemoEvent */
/** @typedef {import("./engine.js").Player} Player */
/** @typedef {import("./executor-texts.js").Words} Words */

/** The place of the main program, which is none of the tasks. */
export const MAIN = -1;

/**
 * @typedef {object} State Where each task of a lane is. Every collection is in
 *   the order in which they came.
 * @property {number} events After how many events.
 * @property {DemoEvent} [last] The last of them.
 * @property {keyof Words["did"]} step What it did.
 * @property {number | undefined} [gaveWay] Who gave way, which is seen when the next one is polled.
 * @property {number} started How many tasks are.
 * @property {Map<number, "start" | "wake" | "gave way">} ready Who is, and why.
 * @property {number | undefined} [running] Who is being polled.
 * @property {Map<number, number>} sleeping Who sleeps, and until when.
 * @property {Set<number>} locked Who waits for the lock.
 * @property {Set<number>} finished
 */

/** @returns {State} */
export function start() {
  return {
    events: 0,
    step: "nothing",
    started: 0,
    ready: new Map(),
    sleeping: new Map(),
    locked: new Set(),
    finished: new Set(),
  };
}

/** @param {State} state @returns {State} */
function copy(state) {
  const { ready, sleeping, locked, finished } = state;
  return {
    ...state,
    ready: new Map(ready),
    sleeping: new Map(sleeping),
    locked: new Set(locked),
    finished: new Set(finished),
  };
}

/** Takes the state to what it is after one more event. @param {State} state @param {DemoEvent} event */
export function apply(state, event) {
  const { kind, index = MAIN, until, text } = event;
  const { ready, running, sleeping, locked, finished } = state;
  state.events += 1;
  state.last = event;
  state.gaveWay = undefined;
  if (kind === "started") {
    state.started += 1;
    state.running = MAIN;
    ready.set(index, "start");
    state.step = kind;
  } else if (kind === "polled") {
    if (running !== undefined && running !== MAIN) {
      state.gaveWay = running;
      ready.set(running, "gave way");
    }
    const again = ready.get(index) === "start" ? "polled" : "resumed";
    state.step = state.gaveWay === undefined ? again : running === index ? "wentOn" : "tookOver";
    ready.delete(index);
    state.running = index;
  } else if (kind === "wrote") {
    state.running = index;
    state.step = index === MAIN ? "mainWrote" : text === "\n" ? "newline" : "wrote";
  } else if (kind === "woke") {
    state.step = sleeping.delete(index) ? "woke" : "handed";
    locked.delete(index);
    ready.set(index, "wake");
  } else {
    state.running = undefined;
    state.step = kind;
    if (kind === "finished") finished.add(index);
    if (kind === "waiting" && typeof until === "number") sleeping.set(index, until);
    if (kind === "waiting" && until === null) {
      locked.add(index);
      state.step = "locked";
    }
  }
}

/** The sleeping tasks and their deadlines, the next to be woken first. @param {State} state */
export function sleepers(state) {
  // The clock's rule: by deadline, and of equal ones the first to wait goes first.
  // While every step waits the same interval, all who sleep have one deadline.
  return [...state.sleeping].sort(([, one], [, other]) => one - other);
}

/**
 * What comes next, and to which task: the rules by which the core goes on.
 * @param {State} state @param {string} lane Its kind. @param {number} tasks How many there are.
 * @returns {{what: keyof Words["next"], task?: number | undefined, until?: number | undefined}}
 */
export function next(state, lane, tasks) {
  const { last, step, started, ready, running, finished } = state;
  if (step === "done") return { what: "over" };
  if (step === "mainWrote") return { what: "main" };
  if (running !== undefined && running !== MAIN) return { what: "runs", task: running };
  // The main program goes on at the start and after each end of a task.
  if (!last || step === "finished" || step === "started") {
    const starts = lane !== "sequential" || step !== "started";
    if (starts && started < tasks) return { what: "starts", task: started };
    if (finished.size === tasks) return { what: "main" };
  }
  // Whoever has waited or ended after its prints has given the lock back.
  const [locked] = state.locked;
  if (locked !== undefined && (step === "waiting" || step === "finished")) return { what: "handed", task: locked };
  const [sleeper] = sleepers(state);
  if (step === "woke" && sleeper?.[1] === last?.at) return { what: "woke", task: sleeper?.[0] };
  const [head] = ready.keys();
  if (head !== undefined) return lane === "threads" && ready.size > 1 ? { what: "picks" } : { what: "polled", task: head };
  return { what: "advances", task: sleeper?.[0], until: sleeper?.[1] };
}

/** The states of one lane. */
export class History {
  #replay;

  /** @param {Player} player @param {number} lane */
  constructor(player, lane) {
    this.#replay = new Replay(player, lane, start(), copy, (state, _, kind, at, task, detail) => {
      /** @type {DemoEvent} */
      const event = { kind: KINDS[kind] ?? "done", at };
      if (task >= 0) event.index = task;
      if (kind === WAITING) event.until = detail < 0 ? null : detail;
      // Of a text it only matters whether it is the newline.
      if (kind === WROTE) event.text = isNewline(detail) ? "\n" : "text";
      apply(state, event);
    });
  }

  /**
   * The state after so many events, which changes with the next call; none if time runs out.
   * @param {number} shown @param {number} [until]
   */
  at(shown, until) {
    return this.#replay.go(shown, until) ? this.#replay.state : undefined;
  }
}
