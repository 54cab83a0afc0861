/** A way of running the same tasks. */
export type Lane = "sequential" | "async" | "event-loop" | "threads" | "workers";

/** A task: it adds the whole numbers from `low` up to `high`, which isn't one of them. */
export interface Task {
  name: string;
  low: number;
  high: number;
}

/** A task as settings have it: `"A:1:5"`, or an object. */
export type TaskSetting = string | { name: string; low: number | bigint | string; high: number | bigint | string };

/** Something that has happened in a lane. JSON can say it all. */
export interface DemoEvent {
  /** When, in milliseconds of virtual time. */
  at: number;
  kind:
    | "created"
    | "started"
    | "polled"
    | "resumed"
    | "preempted"
    | "waiting"
    | "woke"
    | "acquired"
    | "released"
    | "wrote"
    | "raised"
    | "finished"
    | "deadlocked"
    | "done";
  /** The task's name; the main program's is `main`. */
  task: string;
  /** The task's number. The main program is 0; the others follow in the order in which they were created. */
  index: number;
  /** With `created`: the number of the task that has created it. */
  by?: number;
  /** With `waiting`: for time, for the end of a task, for a resource, or for something that is elsewhere. */
  on?: "time" | "task" | "resource" | "elsewhere";
  /** With `waiting` on a task: its number. */
  of?: number;
  /** With `waiting`: the deadline in milliseconds, if there is one. */
  until?: number;
  /** The name of what is waited for, `acquired` or `released`. */
  resource?: string;
  /** With `wrote`. */
  text?: string;
  /** The line in the program's source, if it has one. */
  line?: number;
}

/** What a question of `predict` was answered with. */
export interface Answer {
  question: string;
  answer: unknown;
  right: boolean;
}

/** The settings by the names of their attributes, for frameworks that type their elements. */
export interface InterleavedDemoAttributes {
  /**
   * Between white space or commas `name:low:high`, which sums `range(low, high)`.
   * @default A:1:5 B:5:10 C:10:15
   */
  tasks?: string;
  /**
   * Milliseconds that each step takes: a whole number from 1 to 3600000.
   * @default 1000
   */
  interval?: string | number;
  /**
   * Any of `sequential`, `async`, `event-loop`, `threads` and `workers`, each at most once, in the order shown.
   * @default sequential async
   */
  lanes?: string;
  /**
   * What decides in the lane `threads`: a whole number from 0 to 4294967295.
   * @default 1
   */
  seed?: string | number;
  /** Present: threads print under a lock. */
  lock?: "" | "lock" | "true" | "false" | boolean;
  /**
   * What a step does for an interval: it waits, or it computes. `block`: the first task computes and never waits.
   * @default wait
   */
  work?: "wait" | "compute" | "block";
  /**
   * How many times faster than real time: 0.1 to 100.
   * @default 1
   */
  speed?: string | number;
  /** Present: it starts at load. `visible`: it starts when it is scrolled into view. */
  autoplay?: "" | "autoplay" | "true" | "false" | "visible" | boolean;
  /**
   * Seconds of virtual time to show at load.
   * @default 0
   */
  "start-at"?: string | number;
  /** The same as `start-at`, as HTML writes the property's name. */
  startat?: string | number;
  /** `none` hides the transport bar. */
  controls?: "" | "controls" | "true" | "false" | "none" | boolean;
  /** Present: a form in which the reader can change the settings. */
  editor?: "" | "editor" | "true" | "false" | boolean;
  /** Present: the reader is asked before the run, and on the way. */
  predict?: "" | "predict" | "true" | "false" | boolean;
  /**
   * The program that each lane runs, shown with the current line of every task marked.
   * @default none
   */
  code?: "none" | "python" | "rust" | "javascript";
  /** `ko` or `en`; by default the document's language, else the browser's, else English. */
  lang?: string;
  /**
   * `auto` follows the reader's system.
   * @default auto
   */
  theme?: "auto" | "light" | "dark";
  /**
   * `large` is for projectors.
   * @default auto
   */
  size?: "auto" | "large";
}

/** The events of the element, which don't bubble, but for `interleaved-answer`. */
export interface InterleavedDemoEventMap extends HTMLElementEventMap {
  /** The playhead starts. */
  play: Event;
  /** The playhead stops; at the end before `ended`. */
  pause: Event;
  /** A seek or a step is complete. */
  seeked: Event;
  /** Something has happened, or time has passed; for time alone, about four times a second. */
  timeupdate: Event;
  /** The speed has changed. */
  ratechange: Event;
  /** Every lane is shown to its end. */
  ended: Event;
  /** Settings have been put in force. */
  settingschange: Event;
  /** A question of `predict` was answered. It bubbles. */
  "interleaved-answer": CustomEvent<Answer>;
  /** A setting was refused, or the demo couldn't be loaded: `message` is a sentence for the reader. */
  error: ErrorEvent;
}

/** Concurrency explained by real code: the same tasks in several lanes, played like a film. */
export class InterleavedDemo extends HTMLElement {
  /** Resolves when the settings as they now stand are in force: those that were refused, as they were before. */
  get ready(): Promise<void>;
  /** Seconds of virtual time. Setting it seeks; past the end is the end. */
  get currentTime(): number;
  set currentTime(seconds: number | string);
  /** Seconds until the longest lane ends; `NaN` before that is known. */
  get duration(): number;
  /** Whether the playhead stands. */
  get paused(): boolean;
  /** Whether every lane is shown to its end. */
  get ended(): boolean;
  /** How many times faster than real time. */
  get speed(): number;
  set speed(speed: number | string | null | undefined);
  /** Another name of `speed`. */
  get playbackRate(): number;
  set playbackRate(speed: number | string | null | undefined);
  /** The names of the lanes, in the order shown. */
  get laneNames(): readonly string[];
  /** The address of a page that shows this demo at this moment. In this package there is no such page, so it is empty. */
  get permalink(): string;

  get tasks(): string | null;
  set tasks(tasks: string | readonly string[] | null | undefined);
  get interval(): string | null;
  set interval(millis: number | string | null | undefined);
  get lanes(): string | null;
  set lanes(lanes: string | readonly Lane[] | null | undefined);
  get seed(): string | null;
  set seed(seed: number | string | null | undefined);
  get lock(): boolean;
  set lock(lock: boolean | null | undefined);
  get work(): string | null;
  set work(work: "wait" | "compute" | "block" | null | undefined);
  get autoplay(): string | null;
  set autoplay(autoplay: boolean | "" | "visible" | null | undefined);
  get startAt(): string | null;
  set startAt(seconds: number | string | null | undefined);
  get controls(): string | null;
  set controls(controls: boolean | "" | "none" | null | undefined);
  get editor(): boolean;
  set editor(editor: boolean | null | undefined);
  get predict(): boolean;
  set predict(predict: boolean | null | undefined);
  get code(): string | null;
  set code(code: "none" | "python" | "rust" | "javascript" | null | undefined);
  get theme(): string | null;
  set theme(theme: "auto" | "light" | "dark" | null | undefined);
  get size(): string | null;
  set size(size: "auto" | "large" | null | undefined);

  /** Starts, or goes on; at the end, starts again. */
  play(): Promise<void>;
  /** Stops the playhead. */
  pause(): void;
  /** Goes back to the start, paused. */
  reset(): void;
  /** Pauses, and shows one more event, the earliest of all lanes. Returns whether there was one. */
  stepForward(): boolean;
  /** Pauses, and hides the last event. Returns whether there was one. */
  stepBack(): boolean;
  /** What a lane has printed up to `currentTime`, byte for byte. */
  logText(lane: string): string;
  /** What has happened in a lane up to `currentTime`. */
  events(lane: string): DemoEvent[];
  /**
   * What has happened up to `currentTime`, in Chrome's Trace Event Format, which Perfetto opens.
   * Its code is loaded when it is first asked for.
   */
  trace(): Promise<string>;
  /**
   * The timelines of all lanes at `currentTime`, as the text of an SVG file. Its code is loaded
   * when it is first asked for.
   */
  toSVG(): Promise<string>;
  /** The settings that were given, as texts by the names of their attributes. */
  toJSON(): Record<string, string>;

  addEventListener<K extends keyof InterleavedDemoEventMap>(
    type: K,
    listener: (this: InterleavedDemo, event: InterleavedDemoEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof InterleavedDemoEventMap>(
    type: K,
    listener: (this: InterleavedDemo, event: InterleavedDemoEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}
