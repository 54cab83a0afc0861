import type { PythonEvent, PythonRun, PythonSearch, SearchOptions } from "./interleaved.js";

/** The settings by the names of their attributes, for frameworks that type their elements. */
export interface InterleavedPythonAttributes {
  /**
   * Who goes next among the threads: 0 is in turn. Several, with spaces between, run side by side.
   * @default 0
   */
  seed?: string | number;
  /** In the place of a seed: that of another run, or what a search has found. */
  schedule?: string;
  /**
   * Where a thread may be interrupted.
   * @default instruction
   */
  switch?: "instruction" | "gil";
  /**
   * Whether a print is several writes, or one.
   * @default notebook
   */
  stdout?: "notebook" | "terminal";
  /** The lines before which a run stops when it plays, with spaces between. */
  breakpoints?: string;
  /** `plain`: a text area and no editor in its place. `none`: the program can't be changed. */
  editor?: "" | "editor" | "true" | "false" | "plain" | "none" | boolean;
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
  /** `ko` or `en`; by default the document's language, else the browser's, else English. */
  lang?: string;
  /**
   * `auto` follows the reader's system.
   * @default auto
   */
  theme?: "auto" | "light" | "dark";
}

/** A program in Python, its threads and all, played like a film, forwards and backwards. */
export class InterleavedPython extends HTMLElement {
  /** The program's text; of several, the first. */
  get program(): string;
  set program(text: string);
  /** The texts of the programs that run side by side. */
  get programs(): readonly string[];
  set programs(texts: readonly string[]);
  /** How it has ended; `running` before that. */
  get outcome(): PythonRun["outcome"] | "running";
  /** Resolves when the program and the settings as they now stand are in force. */
  get ready(): Promise<void>;
  /** Seconds of virtual time. Setting it seeks; past the end is the end. */
  get currentTime(): number;
  set currentTime(seconds: number | string);
  /** Seconds until the longest run ends, as far as that is known. */
  get duration(): number;
  /** Whether the playhead stands. */
  get paused(): boolean;
  /** Whether every run is shown to its end. */
  get ended(): boolean;
  /** How many times faster than real time. */
  get speed(): number;
  set speed(speed: number | string);
  /** Another name of `speed`. */
  get playbackRate(): number;
  set playbackRate(speed: number | string);
  /** The names of the runs, in the order shown. */
  get laneNames(): readonly string[];
  /** The address of a page that shows this program at this moment. In this package there is no such page, so it is empty. */
  get permalink(): string;

  get seed(): string | null;
  set seed(seed: number | string | null | undefined);
  get schedule(): string | null;
  set schedule(schedule: string | null | undefined);
  get switch(): string | null;
  set switch(where: "instruction" | "gil" | null | undefined);
  get stdout(): string | null;
  set stdout(stdout: "notebook" | "terminal" | null | undefined);
  get breakpoints(): string | null;
  set breakpoints(lines: string | readonly number[] | null | undefined);
  get editor(): string | null;
  set editor(editor: boolean | "" | "plain" | "none" | null | undefined);
  get autoplay(): string | null;
  set autoplay(autoplay: boolean | "" | "visible" | null | undefined);
  get startAt(): string | null;
  set startAt(seconds: number | string | null | undefined);
  get controls(): string | null;
  set controls(controls: boolean | "" | "none" | null | undefined);
  get theme(): string | null;
  set theme(theme: "auto" | "light" | "dark" | null | undefined);

  /** Starts, or goes on; at the end, starts again. */
  play(): Promise<void>;
  /** Stops the playhead. */
  pause(): void;
  /** Goes back to the start, paused. */
  reset(): void;
  /** Goes to the end at once. Resolves with how it has ended. */
  run(): Promise<PythonRun["outcome"] | "running">;
  /** Goes through all schedules of the program, with the settings that it has. */
  explore(options?: SearchOptions): Promise<PythonSearch>;
  /** Pauses, and shows one more event. Returns whether there was one. */
  stepForward(): boolean;
  /** Pauses, and hides the last event. Returns whether there was one. */
  stepBack(): boolean;
  /** What a run, the first without a name, has printed up to `currentTime`, byte for byte. */
  logText(lane?: string): string;
  /** What has happened in a run, the first without a name, up to `currentTime`. */
  events(lane?: string): PythonEvent[];
  /** What has happened up to `currentTime`, in Chrome's Trace Event Format, which Perfetto opens. */
  trace(): Promise<string>;
  /** The timelines at `currentTime`, as the text of an SVG file. */
  toSVG(): Promise<string>;
  /** The settings that were given, and the program. */
  toJSON(): Record<string, string>;
}

declare global {
  interface HTMLElementTagNameMap {
    "interleaved-python": InterleavedPython;
  }
}
