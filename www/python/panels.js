// The panels of a Python program: the program itself, where a schedule interrupts threads, the threads, and
// standard error.

import { createCuts } from "./cuts.js";
import { createErrors } from "./errors.js";
import { createProgram } from "./program.js";
import { styles } from "./styles.js";
import { createThreads } from "./threads.js";

/** @param {import("./around.js").Around} around @returns {import("../view/places.js").Loaders} */
export function pythonPanels(around) {
  return {
    outline: async () => ({ styles, create: (context) => createProgram(context, around) }),
    errors: async () => ({ styles, create: (context) => createErrors(context) }),
    cuts: async () => ({ styles, create: (context) => createCuts(context, around) }),
    threads: async () => ({ styles, create: (context) => createThreads(context, around) }),
  };
}

/** Those that are wanted: beside each other, runs have room for no more than what they print. @param {import("./run.js").PythonRun | undefined} run @returns {Record<string, string>} */
export function wantedFor(run) {
  if (run && run.programs > 1) return {};
  return run && run.lanes.length > 1 ? { outline: "program" } : { outline: "program", cuts: "cuts", errors: "errors", threads: "threads" };
}
