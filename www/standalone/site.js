// What stands in the place of ../site.js in the one file, which has everything in itself.

import { bytes, script } from "../base/carried.js";

/**
 * The text of this page, read before anything has changed it. The page is written as
 * browsers write what they have read, so that it is the same to the letter.
 */
const page = `<!doctype html>\n${document.documentElement.outerHTML}`;

/** This page, told to take its settings from the query alone. @param {import("../site.js").Linked} name */
export function addressOf(name) {
  if (name !== "embed.html") return undefined;
  const page = new URL(location.href);
  page.search = page.hash = "";
  page.searchParams.set("settings", "query");
  return page;
}

export async function standalonePage() {
  return page;
}

// There is no checker in it.
export const coreWasm = () => bytes(import("../bindings/core_bg.wasm?url&inline"));
export const workerWasm = () => bytes(import("../bindings/worker_bg.wasm?url&inline"));
export const eventLoopWasm = () => bytes(import("../bindings/event-loop_bg.wasm?url&inline"));
export const loopThreadScript = () => script(import("../engine/loop-thread.js?bundled"));
export const threadScript = () => script(import("../engine/thread.js?bundled"));
