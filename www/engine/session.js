// A session: lanes side by side, their playhead and its speed. All commands reach it and
// nothing else; whoever shows it gets snapshots, and reads the lanes' logs. It makes objects
// of the numbers that cross the boundary, and keeps the one timer that a running demo has.
// What runs in the lanes, the lesson or a program of the reader's, is opened outside.

import { lane as laneNumbers, LANE_SIZE, playhead, PLAYHEAD_SIZE, WORKS } from "../bindings/crossing.js";
import { Log, readTasks } from "../log/log.js";
import { chooseLanguage } from "../words/texts.js";

/** @typedef {import("../log/snapshot.js").LaneSnapshot} LaneSnapshot */
/** @typedef {import("../log/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("./real.js").Crew} Crew */

/** What can be done to a playhead, by the numbers of the core's `Action`. */
const Action = /** @type {const} */ ({ Tick: 0, Play: 1, Pause: 2, Reset: 3, Seek: 4, Speed: 5 });

/**
 * @typedef {object} Core What runs behind the boundary: see `player.rs`.
 * @property {(action: number, value: number, now: number) => number} act
 * @property {(forward: boolean, now: number) => boolean} step
 * @property {(by: string, forward: boolean, thread: number, now: number) => boolean} [stepBy] Steps
 *   of other sizes, where it knows them: the session knows only those of the log.
 * @property {(now: number) => Float64Array} state
 * @property {(lane: number, events: number) => string} tasks
 * @property {(lane: number) => void} lookAhead
 * @property {(lane: number, resource: number) => string} resource
 * @property {(lane: number, from: number, to: number) => string} text
 * @property {(lane: number, from: number, to: number) => Float64Array} records
 * @property {(lane: number, numbers: Float64Array, text: string, now: number) => void} [record]
 * @property {(lane: number, line: number) => number} lineStart
 * @property {() => void} free
 */

/**
 * @template {{name: string}} T
 * @typedef {object} Opened What runs in a session.
 * @property {Core} core
 * @property {readonly string[]} lanes Their names, in the order shown.
 * @property {readonly T[]} tasks Those that are known.
 * @property {(lane: number) => readonly T[]} [tasksOf] Those of a lane, where each has its own.
 * @property {(source: import("../log/log.js").Source, lane: number) => Log} [logOf] How a lane's
 *   log is read.
 * @property {(duration: number) => number} [intervalOf] What an axis of time counts in.
 * @property {number} [grain] The least difference of times, in milliseconds.
 * @property {(session: Session<T>, lane: number) => Promise<Crew & {prepare: () => Promise<unknown>}>} [hire] Gets
 *   what runs a real lane.
 */

/** The longest delay of `setTimeout`; a longer one would fire at once. */
const MAX_DELAY = 2147483647;
/** How long, in milliseconds, a turn of the event loop may catch up. */
const SLICE = 4;

/** The last real time that was told, and what the browser's clock lacks of it. */
let [told, lacking] = [0, 0];

/**
 * Real time in milliseconds. Where the browser's clock jumps back, as some do after a
 * machine has slept, it goes on from where it was.
 */
function realTime() {
  const now = performance.now();
  lacking = Math.max(lacking, told - now);
  return (told = now + lacking);
}

/** Times are in milliseconds. @template {{name: string}} T A task, as it is known. */
export class Session {
  #opened;
  #core;
  #changed;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #freed = false;
  /** @type {Crew[]} */
  #crews = [];
  /** Whether the timer is about to show what has been recorded. */
  #due = false;
  /** How long showing has taken the last time, in milliseconds. */
  #cost = 0;
  /** Whether the lanes haven't come as far as the playhead yet. */
  #behind = false;
  /** Whether it would play if the page weren't hidden. */
  #held = false;
  /** The number of the run: with each restart the lanes are made anew, and so is what is read of them. */
  #run = 0;
  /** In which lanes tell of their real threads. */
  language = chooseLanguage();

  /**
   * @param {Opened<T>} opened
   * @param {() => void} [changed] Called after each change that the timer makes.
   */
  constructor(opened, changed = () => {}) {
    this.#opened = opened;
    this.#core = opened.core;
    this.#changed = changed;
    /** The lanes' names, in the order shown. */
    this.lanes = opened.lanes;
    const { logOf = (source) => new Log(source) } = opened;
    /** The lanes' logs. */
    this.logs = this.lanes.map((_, lane) => logOf(this.#source(lane), lane));
  }

  get tasks() {
    return this.#opened.tasks;
  }

  /** @param {number} lane @returns {import("../log/log.js").Source} */
  #source(lane) {
    const core = this.#core;
    const tasks = () => this.#opened.tasksOf?.(lane) ?? this.tasks;
    const run = () => this.#run;
    // Several views ask for the same one.
    /** @type {{run: number, events: number, tasks: import("../log/log.js").Tasks} | undefined} */
    let last;
    return {
      get tasks() {
        return tasks();
      },
      get run() {
        return run();
      },
      records: (from, to) => core.records(lane, from, to),
      text: (from, to) => core.text(lane, from, to),
      lineStart: (line) => core.lineStart(lane, line),
      resource: (resource) => core.resource(lane, resource),
      lookAhead: () => core.lookAhead(lane),
      state: (events) => {
        const run = this.#run;
        if (last?.run !== run || last.events !== events) last = { run, events, tasks: readTasks(JSON.parse(core.tasks(lane, events))) };
        return last.tasks;
      },
    };
  }

  /** How it is now. @returns {Readonly<Snapshot>} */
  get snapshot() {
    const numbers = this.#core.state(realTime());
    const head = playhead(numbers, 0);
    const [speed, moves] = [head.speed / 1000, head.paused !== 1];
    const paused = !moves && !this.#held;
    const lanes = this.lanes.map((name, lane) =>
      this.#lane(name, lane, laneNumbers(numbers, PLAYHEAD_SIZE + LANE_SIZE * lane), { paused, speed }),
    );
    return Object.freeze({
      ...head,
      interval: this.#opened.intervalOf?.(head.duration) ?? head.interval,
      run: this.#run,
      speed,
      paused,
      moves,
      ended: head.ended === 1,
      behind: this.#behind,
      work: WORKS[head.work] ?? "wait",
      lanes: Object.freeze(lanes),
    });
  }

  /**
   * @param {string} name @param {number} lane @param {ReturnType<typeof laneNumbers>} numbers
   * @param {{paused: boolean, speed: number}} playhead
   * @returns {Readonly<LaneSnapshot>}
   */
  #lane(name, lane, numbers, playhead) {
    const [done, live] = [numbers.done === 1, numbers.live === 1];
    const hasMore = numbers.shown < numbers.kept || (numbers.recorded < 0 && !done);
    const crew = this.#crews.find((crew) => crew.lane === lane);
    const now = { ...numbers, name, done, live, hasMore, failed: Boolean(crew?.failure), note: "" };
    if (crew) now.note = crew.note(this.language, now, playhead);
    return Object.freeze(now);
  }

  free() {
    clearTimeout(this.#timer);
    for (const crew of this.#crews) crew.end();
    this.#crews = [];
    this.#freed = true;
    this.#core.free();
  }

  // Real threads.

  /** Gets what real threads need, if a lane has some. Without that it can't play. */
  async hire() {
    const { hire } = this.#opened;
    const lanes = this.snapshot.lanes.flatMap(({ recorded }, lane) => (recorded < 0 ? [] : [lane]));
    if (lanes.length === 0 || !hire) return;
    const crews = lanes.map((lane) => hire(this, lane));
    const hired = await Promise.all(crews).catch((error) => {
      // Whoever waits for them waits in vain.
      const follow = (/** @type {number} */ lane, /** @type {LaneSnapshot} */ { live }) => live && this.giveUp(lane);
      this.#crews = lanes.map((lane) => ({ lane, failure: error, note: () => "", end() {}, follow: (state) => follow(lane, state) }));
      throw error;
    });
    if (this.#freed) return;
    this.#crews = hired;
    // What can't be had, the crew will tell of when it needs it.
    await Promise.all(hired.map((crew) => crew.prepare().catch(() => {})));
  }

  /** A lane's threads will do nothing more. @param {number} lane */
  giveUp(lane) {
    this.record(lane, new Float64Array());
  }

  /**
   * Writes down what a real thread has done, as the core has told there.
   * @param {number} lane @param {Float64Array} numbers Those of one event. @param {string} [text]
   */
  record(lane, numbers, text = "") {
    this.#core.record?.(lane, numbers, text, realTime());
    // What comes at one time is shown at one time. And those who report wait for this
    // thread, so showing may take no more than a third of its time.
    if (this.#due) return;
    this.#due = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onTimer, 2 * this.#cost);
  }

  // Commands.

  /** Starts, or goes on; at the end, starts again. */
  play() {
    if (this.snapshot.ended) this.reset();
    this.#act(Action.Play);
  }

  pause() {
    this.#held = false;
    this.#act(Action.Pause);
  }

  /** The page is hidden, or isn't any more: then it goes on as if nothing had been. @param {boolean} hidden */
  hide(hidden) {
    if (hidden === this.#held || (hidden && !this.snapshot.moves)) return;
    this.#held = hidden;
    if (hidden) this.#act(Action.Pause);
    else this.play();
  }

  reset() {
    for (const crew of this.#crews) crew.end();
    this.#run += 1;
    this.#act(Action.Reset);
  }

  /**
   * Shows one more event, or hides the last; by lines or by turns of tasks it goes on, or
   * back, to where one begins. Returns whether it moved.
   * @param {boolean} forward @param {import("../base/wish.js").Unit} [by]
   * @param {number} [thread] Only its steps count, if the core knows threads.
   */
  step(forward, by = "event", thread = -1) {
    const moved = this.#core.stepBy?.(by, forward, thread, realTime()) ?? this.#stepByEvents(forward, by);
    this.#act(Action.Tick);
    return moved;
  }

  /** @param {boolean} forward @param {import("../base/wish.js").Unit} by */
  #stepByEvents(forward, by) {
    let moved = false;
    do {
      if (!this.#core.step(forward, realTime())) break;
      moved = true;
    } while (by !== "event" && !this.#begins(by));
    return moved;
  }

  /** Whether the event that is shown last begins a line, or a turn of a task. @param {string} what */
  #begins(what) {
    const lasts = this.snapshot.lanes.map(({ shown, lines }, lane) => ({
      shown,
      lines,
      lane,
      at: this.logs[lane]?.event(shown - 1)?.at ?? -1,
    }));
    // Of several at one time the last lane's was shown last.
    const last = lasts.reduce((one, other) => (other.at >= one.at ? other : one));
    const log = this.logs[last.lane];
    if (what === "line") return last.lines > 0 && log?.line(last.lines - 1).from === last.shown - 1;
    const { kind = "" } = log?.event(last.shown - 1) ?? {};
    return kind === "polled" || kind === "resumed";
  }

  /** Goes on, or back, to a lane's next event, past those of other lanes. @param {boolean} forward @param {number} lane */
  stepLane(forward, lane) {
    const { shown, hasMore } = this.#laneNow(lane);
    if (forward ? !hasMore : shown === 0) return false;
    while (this.step(forward)) if (this.#laneNow(lane).shown !== shown) return true;
    return false;
  }

  /** @param {number} lane */
  #laneNow(lane) {
    return this.snapshot.lanes[lane] ?? { shown: 0, hasMore: false };
  }

  /** @param {number} time As near to it as there are different times. */
  seek(time) {
    const { grain = 1 } = this.#opened;
    this.#act(Action.Seek, Math.round(time / grain) * grain);
  }

  /** @param {number} times How many times faster than real time. */
  setSpeed(times) {
    this.#act(Action.Speed, Math.round(times * 1000));
  }

  /** @param {number} action @param {number} [value] */
  #act(action, value = 0) {
    clearTimeout(this.#timer);
    this.#due = false;
    const start = realTime();
    let now = start;
    let wait = this.#core.act(action, value, now);
    while (wait === 0 && now - start < SLICE) {
      now = realTime();
      wait = this.#core.act(Action.Tick, 0, now);
    }
    this.#behind = wait === 0;
    if (wait >= 0) this.#timer = setTimeout(this.#onTimer, Math.min(wait, MAX_DELAY));
    // What was to go on later may have ended.
    if (this.#held && this.snapshot.ended) this.#held = false;
    if (this.#crews.length === 0) return;
    const { lanes } = this.snapshot;
    for (const crew of this.#crews) {
      const lane = lanes[crew.lane];
      if (lane) crew.follow(lane);
    }
  }

  #onTimer = () => {
    const start = realTime();
    this.#act(Action.Tick);
    this.#changed();
    this.#cost = realTime() - start;
  };
}
