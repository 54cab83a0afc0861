// What stands in the place of ../site.js in the one file with Python.

import { bytes } from "../base/carried.js";

/** This page, which takes settings and program from its address. @param {import("../site.js").Linked} name */
export function addressOf(name) {
  if (name !== "python.html") return undefined;
  const page = new URL(location.href);
  page.search = page.hash = "";
  return page;
}

export async function standalonePage() {
  return "";
}

// Only Python runs in it.
export const pythonWasm = () => bytes(import("../bindings/python_bg.wasm?url&inline"));
const none = () => Promise.reject(new Error("not in this file"));
export { none as coreWasm, none as workerWasm, none as eventLoopWasm, none as checkWasm, none as threadScript, none as loopThreadScript };
