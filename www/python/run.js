// A program in Python as a session opens it: the machine behind the boundary, and what there
// is to be seen of it at the moment that is shown.

import { lane as laneNumbers, LANE_SIZE, playhead, PLAYHEAD_SIZE } from "../bindings/crossing.js";
import { Player, story } from "../bindings/python.js";
import { RefusedError } from "../engine/core.js";
import { optionsText } from "../run-python.js";
import { PythonLog } from "./python-log.js";
import { wordsIn } from "./words.js";

/** @typedef {import("./words.js").Words} Words */

/** A nanosecond, in milliseconds: the machine's clock counts in these. */
const GRAIN = 1e-6;
/** How many units an axis of time has at most. */
const MOST_UNITS = 40;
/** The least unit, in milliseconds: a microsecond. */
const LEAST_UNIT = 1e-3;

/**
 * @typedef {object} Variable
 * @property {string} name
 * @property {string} text Its value, as Python prints it, cut where it is long.
 * @property {number} [object] The number of the object that it is.
 * @property {boolean} [changed] Whether the last step has changed it.
 */

/** @typedef {{function: string, line: number, variables: Variable[]}} Frame A call that is under way. */

/**
 * @typedef {object} Thread
 * @property {number} index
 * @property {string} name
 * @property {"running" | "ready" | "sleeping" | "waiting" | "joining" | "ended"} state
 * @property {number} [until] In milliseconds.
 * @property {number} [resource] The number of what it waits for.
 * @property {number} [task] The index of the thread whose end it waits for.
 * @property {number[]} [holds] The numbers of what it holds.
 * @property {number} [line] Where it is, or was last.
 * @property {Frame[]} frames The outermost call first.
 */

/**
 * @typedef {object} Resource A lock, a queue and the like.
 * @property {number} index
 * @property {string} kind The name of its class.
 * @property {string} name The variable that it is, or its kind with a number.
 * @property {number} [holder] The index of the thread that holds it.
 * @property {number} [line] Since which line.
 * @property {number[]} waiters The indices of the threads that wait for it, the next first.
 * @property {string[]} [contents]
 */

/** @typedef {{thread: number, resource?: number, holder?: number, task?: number, line?: number}} Wait Who waits for ever. */

/**
 * @typedef {object} Outcome How a run has ended.
 * @property {"done" | "raised" | "deadlock" | "limit" | "refused"} kind
 * @property {number} [line] Of the error that has ended it.
 * @property {Wait[]} [waits]
 * @property {import("../run-python.js").Refused[]} [refusals]
 */

/**
 * @typedef {object} Moment What there is to be seen at a moment.
 * @property {Thread[]} threads
 * @property {Variable[]} globals
 * @property {Resource[]} resources
 * @property {number[]} shared The objects that several threads can reach.
 * @property {Outcome | null} outcome
 */

/**
 * @typedef {object} Answer What a run has come to: see `runPython`.
 * @property {import("../run-python.js").PythonRun["outcome"] | "running"} outcome
 * @property {string} errors
 * @property {string} schedule
 * @property {import("../run-python.js").Refused[]} [refusals]
 */

/**
 * @typedef {object} Use
 * @property {string} thread
 * @property {number} line
 * @property {boolean} writes
 */

/**
 * @typedef {object} Cut Where a schedule interrupts a thread.
 * @property {number} event The number of that event.
 * @property {number} at In milliseconds.
 * @property {number} index The index of the thread.
 * @property {string} thread
 * @property {number} line
 * @property {string} [variable] What it uses before and after, and another one meanwhile:
 * @property {[Use, Use, Use]} [uses]
 * @property {boolean} [printing] Whether it is in the middle of a print.
 * @property {string[]} [locks] What it holds.
 */

/** The interruptions in so many instructions are told of. */
const TOLD_STEPS = 200_000;
/** Where among the numbers of the playhead the duration is. */
const DURATION = Object.keys(playhead(new Float64Array(PLAYHEAD_SIZE), 0)).indexOf("duration");
/** Where among those of a lane its own is. */
const LANE_DURATION = Object.keys(laneNumbers(new Float64Array(LANE_SIZE), 0)).indexOf("duration");
/** With more events than this not all of what there is to be seen is drawn at once. */
const LARGE = 2000;
/** How many times longer than was told a run is before that is told, while it goes on ahead. */
const LONGER = 1.25;
/** Who waits no longer than this, in milliseconds, has more to do. */
const AT_ONCE = 1;

/** The machine, and what has been asked of it since it last moved. */
class Machine extends Player {
  /** @type {(Moment | undefined)[]} */
  #moments = [];
  /** Whether it goes on ahead of the playhead, and how long the run is, as was told. */
  #isAhead = false;
  #duration = 0;
  /** How many events are shown, in all lanes. */
  #events = 0;

  get isLarge() {
    return this.#events > LARGE;
  }

  /** @param {number} action @param {number} value @param {number} now */
  act(action, value, now) {
    this.#moments = [];
    const wait = super.act(action, value, now);
    this.#isAhead = wait >= 0 && wait <= AT_ONCE;
    return wait;
  }

  /** @param {number} now */
  state(now) {
    const numbers = super.state(now);
    const { duration, time } = playhead(numbers, 0);
    // With each other length of the axis all is drawn anew. Where the machine is hardly ahead of the
    // playhead, nobody knows how long it will be: there is room for as much as there was.
    if (!this.#isAhead) this.#duration = duration;
    else if (time >= this.#duration || duration > LONGER * this.#duration) this.#duration = Math.max(duration, 2 * time);
    numbers[DURATION] = this.#duration;
    this.#events = 0;
    for (let first = PLAYHEAD_SIZE; first < numbers.length; first += LANE_SIZE) {
      const { done, shown } = laneNumbers(numbers, first);
      this.#events += shown;
      if (this.#isAhead && !done) numbers[first + LANE_DURATION] = this.#duration;
    }
    return numbers;
  }

  /** @param {string} by @param {boolean} forward @param {number} thread @param {number} now */
  stepBy(by, forward, thread, now) {
    this.#moments = [];
    return super.stepBy(by, forward, thread, now);
  }

  /** In what it tells of what can't be had. @type {import("../words/texts.js").Language} */
  #language = "en";

  /** @param {import("../words/texts.js").Language} language */
  set language(language) {
    if (language !== this.#language) this.#moments = [];
    this.#language = language;
  }

  /** What there is to be seen in a lane. @param {number} lane @returns {Moment} */
  moment(lane) {
    return (this.#moments[lane] ??= JSON.parse(this.look(lane, this.#language === "ko")));
  }

  /** What the whole run has come to, as far as it is known. @param {number} lane @returns {Answer} */
  told(lane) {
    return JSON.parse(this.answer(lane, this.#language === "ko"));
  }
}

/**
 * The unit of an axis of time: a power of ten of milliseconds.
 * @param {number} duration
 */
export function unitOf(duration) {
  // A second, unless all is over sooner.
  let unit = 1000;
  while (unit > LEAST_UNIT && duration < unit) unit /= 10;
  while (duration > unit * MOST_UNITS) unit *= 10;
  return unit;
}

/**
 * What runs side by side is called.
 * @param {number} programs How many. @param {string[]} seeds @param {Words} words
 */
function laneNames(programs, seeds, words) {
  const all = Array.from({ length: programs }, (_, program) => seeds.map((seed) => ({ program, seed }))).flat();
  if (all.length === 1) return ["Python"];
  return all.map(({ program, seed }) => {
    const parts = [programs > 1 ? words.programOf(program + 1) : "", seeds.length > 1 ? words.seedOf(seed) : ""];
    return parts.filter(Boolean).join(", ");
  });
}

/**
 * Opens programs for a session, a lane for each with each seed.
 * @param {readonly string[]} programs @param {Record<string, unknown>} options See `runPython`.
 * @param {import("../words/texts.js").Language} language In which it tells of what can't be had.
 * @throws {RefusedError} If an option can't be used.
 */
export function openRun(programs, options, language) {
  const texts = programs.map((program) => program.replaceAll("\0", "\ufffd"));
  const given = optionsText(options, language);
  const core = new Machine(texts.join("\0"), given);
  const [first = "", value = ""] = core.about().split("\n");
  if (first.startsWith("!")) {
    core.free();
    const [code = "", setting = "", ...allowed] = first.slice(1).trim().split(" ");
    throw new RefusedError({ code, setting, value, allowed });
  }
  const seeds = String(options["seed"] ?? 0)
    .trim()
    .split(/\s+/);
  // The machine takes only so many.
  const lanes = laneNames(programs.length, seeds, wordsIn(language)).slice(0, first.trim().split(" ").length);
  /** The threads that have been seen of each lane. @type {{name: string}[][]} */
  const seen = lanes.map(() => []);
  /** @param {number} lane */
  const threadsOf = (lane) => {
    const known = (seen[lane] ??= []);
    // One who goes back still knows them, and their rows stay.
    for (const { name } of core.moment(lane).threads.slice(known.length)) known.push({ name });
    return known;
  };
  /** @type {Cut[] | undefined} */
  let cuts;
  return {
    core,
    lanes,
    /** Where the schedule that was given interrupts threads. */
    get cuts() {
      const isGiven = options["schedule"] !== undefined && programs.length === 1;
      return (cuts ??= isGiven ? /** @type {Cut[]} */ (JSON.parse(story(texts[0] ?? "", given, TOLD_STEPS))) : []);
    },
    /** Whether a schedule was given. */
    isChosen: options["schedule"] !== undefined,
    get tasks() {
      return threadsOf(0);
    },
    tasksOf: threadsOf,
    logOf: (/** @type {import("../log/log.js").Source} */ source, /** @type {number} */ lane) =>
      new PythonLog(source, (event) => core.errorText(lane, event)),
    grain: GRAIN,
    intervalOf: unitOf,
    /** Whether there is so much to be seen that it is drawn bit by bit. */
    isLarge: () => core.isLarge,
    moment: (/** @type {number} */ lane) => core.moment(lane),
    /** What an object is made of. @param {number} lane @param {number} object @returns {Variable[]} */
    parts: (lane, object) => JSON.parse(core.parts(lane, object)),
    answer: (/** @type {number} */ lane) => core.told(lane),
    /** Before which lines it stops when it plays: of several programs, nobody knows of which. @param {number[]} lines */
    breakAt: (lines) => core.setBreakpoints(Uint32Array.from(programs.length === 1 ? lines : [])),
    /** Why it can't be run, if it can't: then it has no thread. */
    refusals: () => (core.moment(0).threads.length ? [] : (core.told(0).refusals ?? [])),
    /** How many programs there are. */
    programs: programs.length,
    speak(/** @type {import("../words/texts.js").Language} */ language) {
      core.language = language;
    },
  };
}

/** @typedef {ReturnType<typeof openRun>} PythonRun */
