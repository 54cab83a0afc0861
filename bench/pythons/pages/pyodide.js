// CPython, compiled to wasm.

import { loadPyodide } from "./pyodide/pyodide.mjs";

let pyodide;
let output = "";

export async function load() {
  pyodide = await loadPyodide({ stdout: (line) => (output += `${line}\n`) });
}

export async function run(program) {
  output = "";
  // Each program has its own variables.
  pyodide.runPython(program, { globals: pyodide.toPy({ __name__: "__main__" }) });
  return output;
}
