// Futures of Rust, on the timers of a crate.

import init, { run as runAll } from "./interleaved_bench.js";

let wasm;

export async function load() {
  wasm = await init();
}

export const memory = () => wasm.memory.buffer.byteLength;
export const run = runAll;
