// The types of the package are written by hand. This compiles if the modules have what
// the types promise, and take what the types let through.

import type { InterleavedCheck } from "../interleaved-check.js";
import type { InterleavedDemo } from "../interleaved-demo.js";
import type {
  checkLog,
  CheckResult,
  explorePython,
  PythonOptions,
  PythonRun,
  PythonSearch,
  Run,
  runPython,
  SearchOptions,
  Settings,
  SettingError,
  simulate,
} from "../interleaved.js";
import { InterleavedCheck as Check } from "../../../www/interleaved-check.js";
import * as modules from "../../../www/interleaved.js";

/** Properties that the element makes of its settings; the test of the manifest tries each. */
type OfSettings =
  | "tasks"
  | "interval"
  | "lanes"
  | "seed"
  | "lock"
  | "work"
  | "autoplay"
  | "startAt"
  | "controls"
  | "editor"
  | "predict"
  | "code"
  | "theme"
  | "size";

/** Types that are the same in both directions. */
type Same<A, B> = [A, B] extends [B, A] ? true : never;

declare const demo: InstanceType<typeof modules.InterleavedDemo>;
declare const error: InstanceType<typeof modules.SettingError>;

export const promises: [
  // Listeners are told apart only in the types.
  Omit<InterleavedDemo, OfSettings | "addEventListener" | "removeEventListener" | "speed" | "playbackRate">,
  InterleavedCheck,
  SettingError,
  (settings: Settings & Record<string, unknown>) => Promise<Record<string, Run>>,
  typeof checkLog,
  typeof runPython,
  typeof explorePython,
] = [demo, new Check(), error, modules.simulate, modules.checkLog, modules.runPython, modules.explorePython];

export const same: [
  Same<ReturnType<InterleavedDemo["events"]>, ReturnType<typeof demo.events>>,
  Same<CheckResult, Awaited<ReturnType<typeof modules.checkLog>>>,
  Same<Run, Awaited<ReturnType<typeof modules.simulate>>[string]>,
  Same<PythonRun, Awaited<ReturnType<typeof modules.runPython>>>,
  Same<PythonOptions, NonNullable<Parameters<typeof modules.runPython>[1]>>,
  Same<PythonSearch, Awaited<ReturnType<typeof modules.explorePython>>>,
  Same<SearchOptions, NonNullable<Parameters<typeof modules.explorePython>[1]>>,
  Same<keyof Awaited<ReturnType<typeof simulate>>, "sequential" | "async" | "event-loop" | "threads" | "workers">,
] = [true, true, true, true, true, true, true, true];
