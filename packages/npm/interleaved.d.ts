import type { DemoEvent, InterleavedDemo, InterleavedDemoAttributes, Lane, Task, TaskSetting } from "./interleaved-demo.js";

export { InterleavedDemo } from "./interleaved-demo.js";
export type { Answer, DemoEvent, InterleavedDemoAttributes, InterleavedDemoEventMap, Lane, Task, TaskSetting } from "./interleaved-demo.js";

/** A setting that can't be used: which, its value, and what would be right. */
export class SettingError extends RangeError {
  private constructor();
  /** A word for what is wrong. */
  readonly code: string;
  readonly setting: string;
  readonly value: string;
  /** What would be right. */
  readonly allowed: readonly string[];
}

/**
 * Settings of a run, by the names of the element's attributes or properties. A switch is on
 * with `true`; `null`, `undefined` and `false` leave a setting out.
 */
export interface Settings {
  tasks?: string | readonly TaskSetting[] | null | undefined;
  interval?: number | string | null | undefined;
  lanes?: string | readonly Lane[] | null | undefined;
  seed?: number | string | null | undefined;
  lock?: boolean | null | undefined;
  work?: InterleavedDemoAttributes["work"] | null | undefined;
  lang?: string | null | undefined;
}

/** What a lane did. JSON can say it all. */
export interface Run {
  /** What it has printed, byte for byte. */
  log: string;
  /** What happened; times are in milliseconds. */
  events: DemoEvent[];
  /** In milliseconds of virtual time, as the times of the events. */
  duration: number;
}

/**
 * Runs the lanes of some settings to their ends at once, in virtual time. Works in browsers,
 * in workers and in Node.
 * @returns By the lanes' names, in the order of the settings. Rejected with a `SettingError` if
 *   a setting can't be used.
 */
export function simulate(settings?: Settings): Promise<{ [lane in Lane]?: Run }>;

/**
 * Who can have printed a log, the strictest that can: `sequential`, one task after the other;
 * `async`, futures with equal, exact waits; `interleaved`, tasks that take turns in another order,
 * such as futures with unequal waits, or threads; `threads`, torn lines, which futures print only
 * if they await between the writes of a print. Or none.
 */
export type Verdict = "sequential" | "async" | "interleaved" | "threads" | "impossible" | "undecided";

/** What there is to say of a log. JSON can say it all. */
export interface CheckResult {
  verdict: Verdict;
  /** Those given, else those that the log tells of. */
  tasks: Task[];
  /** How many lines have two texts or more, or parts of them. */
  torn: number;
  /** How many empty lines must have been lost in copying: the verdict is that of the log with them. */
  lost: number;
  /** Of an impossible log the first line that no schedule can print, from 1. */
  line?: number;
  /** A word for why it is impossible or undecided. */
  code?: string;
  /** The same as a sentence, in the reader's language. */
  reason?: string;
}

/**
 * Says who can have printed a log. Works in browsers, in workers and in Node.
 * @param options `tasks`, as the setting has them, else they are taken from the log; and `lang`,
 *   the language of the reason, by default the reader's.
 * @returns Rejected with a `SettingError` if the tasks can't be used.
 */
export function checkLog(
  text: string,
  options?: { tasks?: string | readonly TaskSetting[] | undefined; lang?: string | undefined },
): Promise<CheckResult>;

/** Options of {@link runPython}. What is left out has its default. */
export interface PythonOptions {
  /** Who goes next among the threads that can: `0`, the default, is in turn; the same number is the same run. */
  seed?: number | string | undefined;
  /** In the place of a seed: the `schedule` of another run, or who goes next each time that several can. */
  schedule?: string | readonly number[] | undefined;
  /** Where a thread may be interrupted: anywhere, the default, or as CPython 3.11 does with its lock. */
  switch?: "instruction" | "gil" | undefined;
  /** Whether a print is several writes, as in a notebook, the default, or one, as in a terminal. */
  stdout?: "notebook" | "terminal" | undefined;
  /** The lines that `input()` reads. */
  input?: string | readonly string[] | undefined;
  /** When a run is given up. */
  limits?: PythonLimits | undefined;
  /** The language of what is refused, by default the reader's. */
  lang?: string | undefined;
}

/** When a run is given up. */
export interface PythonLimits {
  /** Instructions; 500,000,000 by default. */
  steps?: number | undefined;
  /** 1,000,000 by default. */
  events?: number | undefined;
  /** Bytes written; 8 MiB by default. */
  output?: number | undefined;
  /** Bytes that objects take, above which Python raises its `MemoryError`; 256 MiB by default. */
  memory?: number | undefined;
}

/** Something that happened to a thread of a program. JSON can say it all. */
export interface PythonEvent {
  /** In milliseconds of virtual time. */
  at: number;
  kind: DemoEvent["kind"];
  /** The thread's name. */
  task: string;
  /** The thread's number; `0` is the main one. */
  index: number;
  /** The line of the program that it is at. */
  line?: number;
  /** With `created`: the number of the thread that has made it. */
  by?: number;
  /** With `waiting`: for what. */
  on?: "time" | "task" | "resource" | "elsewhere";
  /** With `waiting`: the deadline, if there is one. */
  until?: number;
  /** What is waited for, acquired or released: a kind of thing. */
  resource?: string;
  /** The number of the thread that is waited for, or of the resource. */
  of?: number;
  /** With `wrote`. */
  stream?: "output" | "error";
  /** With `wrote` and `raised`. */
  text?: string;
}

/** What a program did. JSON can say it all. */
export interface PythonRun {
  /** What it has written to standard output. */
  output: string;
  /** What it has written to standard error. */
  errors: string;
  /** How it has ended: by itself, with an exception that nothing caught, or not by itself. */
  outcome: "done" | "raised" | "deadlock" | "limit" | "refused";
  /** What a process would end with. */
  status: number;
  /** In milliseconds of virtual time, as the times of the events. */
  duration: number;
  events: PythonEvent[];
  /** A short text; as the option `schedule` it repeats the run. */
  schedule: string;
  /** Of a program that was refused: all that it needs and can't have. */
  refusals?: { line: number; word: string; reason: string }[];
  /** Of a deadlock: who waits for what, and who holds it. */
  waits?: { thread: string; on: string; holder?: string; line?: number; text?: string }[];
  /** Of a run that was given up: the limit. */
  limit?: "steps" | "events" | "output";
}

/**
 * Runs a program in Python, threads and all, in virtual time. Works in browsers, in workers and
 * in Node; what it needs is loaded at the first call.
 * @returns Rejected with a `SettingError` if an option can't be used.
 */
export function runPython(program: string, options?: PythonOptions): Promise<PythonRun>;

/** Options of {@link explorePython}. What is left out has its default. */
export interface SearchOptions {
  /** Where a thread may be interrupted: anywhere, the default, or as CPython 3.11 does with its lock. */
  switch?: "instruction" | "gil" | undefined;
  /** Whether a print is several writes, as in a notebook, the default, or one, as in a terminal. */
  stdout?: "notebook" | "terminal" | undefined;
  /** The lines that `input()` reads. */
  input?: string | readonly string[] | undefined;
  /** Only runs that print just this are looked for, and the first ends the search. */
  output?: string | undefined;
  /** Of random numbers, not of who goes next. */
  seed?: number | string | undefined;
  /** When the search is given up. */
  limits?: SearchLimits | undefined;
  /** The language of what is refused, by default the reader's. */
  lang?: string | undefined;
  /** Called now and then while it goes on. */
  progress?: ((counts: SearchCounts) => void) | undefined;
  /** Stops it: what has been found until then is its answer. */
  signal?: AbortSignal | undefined;
}

/** When a search is given up. */
export interface SearchLimits {
  /** In how many different states it matters who goes on; 50,000 by default. */
  states?: number | undefined;
  /** Instructions of one run; 200,000 by default. */
  steps?: number | undefined;
  /** No limit by default. */
  seconds?: number | undefined;
  /** Bytes written by one run. */
  output?: number | undefined;
  /** Bytes that objects of one run take. */
  memory?: number | undefined;
}

/** What a search has come to so far. */
export interface SearchCounts {
  outcomes: number;
  schedules: number;
  states: number;
}

/** Two threads could both go on, and one would write what the other reads or writes. */
export interface PythonRace {
  variable: string;
  sides: [PythonRaceSide, PythonRaceSide];
  /** A lock that one of them holds, and the other should. */
  lock?: string;
  /** Whether what is written has always been there already. */
  benign: boolean;
}

/** One of two threads that race. */
export interface PythonRaceSide {
  line: number;
  writes: boolean;
  thread: string;
}

/** How a program can end. */
export interface PythonEnding {
  /** As the outcome of a run; `limit`: it goes on for ever, or to a limit. */
  kind: PythonRun["outcome"];
  output: string;
  errors: string;
  status: number;
  /** Whether an error has ended a thread, or it never ends. */
  fails: boolean;
  /** With it {@link runPython} ends so: the one with the fewest interruptions. */
  schedule: string;
  interruptions: number;
  /** Those on the way there. */
  races: PythonRace[];
  refusals?: PythonRun["refusals"];
  waits?: PythonRun["waits"];
  limit?: PythonRun["limit"];
}

/** A lock that is asked for while another one is held. */
export interface PythonLockOrder {
  held: string;
  asked: string;
  thread: string;
  line: number;
}

/** What a search has found. JSON can say it all. */
export interface PythonSearch {
  outcomes: PythonEnding[];
  /** How many runs have gone to their ends. */
  schedules: number;
  /** In how many different states it mattered who goes on. */
  states: number;
  /** Whether there are no other outcomes. */
  complete: boolean;
  /** Why it isn't complete: a limit, or the signal. */
  stopped?: "states" | "steps" | "seconds" | "events" | "output" | "memory" | "signal";
  races: PythonRace[];
  /** Locks that are taken in a circle, each held where the next is asked for. */
  lockOrders: PythonLockOrder[][];
  /** Of the output that was asked for; if it is possible, the outcome says how. */
  check?: PythonOutputCheck;
}

/** Whether a program can print an output. */
export interface PythonOutputCheck {
  /**
   * `beginning`: only as the beginning of more. `unknown`: no schedule was found, but not all were
   * gone through.
   */
  verdict: "possible" | "beginning" | "impossible" | "unknown";
  /** The first line that no run has printed so, from 1. */
  line: number;
  /** What runs that go along so far print there; empty where one has ended. */
  instead: string[];
}

/**
 * Goes through all schedules of a program in Python, and says how it can end. Works in browsers,
 * in workers and in Node.
 * @returns Rejected with a `SettingError` if an option can't be used.
 */
export function explorePython(program: string, options?: SearchOptions): Promise<PythonSearch>;

declare global {
  interface HTMLElementTagNameMap {
    "interleaved-demo": InterleavedDemo;
  }
}
