// The script of a site that uses everything.

import { InterleavedDemo } from "interleaved";
import { InterleavedCheck } from "interleaved/interleaved-check.js";
import "interleaved/resize.js";

import { headless } from "./headless.js";

/** What the worker does, which starts when this is called. */
function inWorker() {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}

Object.assign(window, { classes: [InterleavedDemo, InterleavedCheck], headless, inWorker });
