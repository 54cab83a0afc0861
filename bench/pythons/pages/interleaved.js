// The site's own function, with limits that no program here comes to.

import { runPython } from "./site/run-python.js";

export async function load() {}

export async function run(program) {
  const { output, errors } = await runPython(program, { limits: { steps: 1e12, events: 1e9 } });
  return output + errors;
}
