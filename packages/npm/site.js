// In the npm package this stands in the place of www/site.js: a bundler puts modules
// wherever it likes, and no page of ours lies beside them.

import { bytes, script } from "../../www/base/carried.js";

/** @returns {URL | undefined} */
export function addressOf() {
  return undefined;
}

/** The text of the one file that holds everything. */
export async function standalonePage() {
  return (await import("../../dist/standalone.html?raw")).default;
}

export const coreWasm = () => bytes(import("../../www/bindings/core_bg.wasm?url&inline"));
export const checkWasm = () => bytes(import("../../www/bindings/check_bg.wasm?url&inline"));
export const pythonWasm = () => bytes(import("../../www/bindings/python_bg.wasm?url&inline"));
export const workerWasm = () => bytes(import("../../www/bindings/worker_bg.wasm?url&inline"));
export const eventLoopWasm = () => bytes(import("../../www/bindings/event-loop_bg.wasm?url&inline"));
export const loopThreadScript = () => script(import("../../www/engine/loop-thread.js?bundled"));
export const threadScript = () => script(import("../../www/engine/thread.js?bundled"));
