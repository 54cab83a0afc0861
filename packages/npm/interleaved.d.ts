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

declare global {
  interface HTMLElementTagNameMap {
    "interleaved-demo": InterleavedDemo;
  }
}
