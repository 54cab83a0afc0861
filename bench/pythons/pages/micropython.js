// MicroPython, compiled to wasm.

import { loadMicroPython } from "./micropython/micropython.mjs";

let micropython;
let output = "";

export async function load() {
  const stdout = (line) => (output += `${line}\n`);
  micropython = await loadMicroPython({ stdout, heapsize: 128 << 20 });
}

export async function run(program) {
  output = "";
  micropython.runPython(program);
  return output;
}
