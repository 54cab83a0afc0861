// Where the files of the site are. What carries them in itself, the one file and the
// npm package, has another module in the place of this one.

/**
 * What others can link to, if it is there: the page that shows the demo alone, that which shows
 * a Python program, and the script that registers the element.
 * @typedef {"embed.html" | "python.html" | "interleaved.js"} Linked
 */

/** @param {Linked} name @returns {URL | undefined} */
export function addressOf(name) {
  return new URL(/* @vite-ignore */ `./${name}`, import.meta.url);
}

/** The text of the one file that holds everything. */
export async function standalonePage() {
  const response = await fetch(new URL(/* @vite-ignore */ "./standalone.html", import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.text();
}

// The wasm files, as their bindings take them: what a server has answered, or the bytes.

/** @typedef {Response | BufferSource} Wasm */

/** @returns {Promise<Wasm>} */
export const coreWasm = () => read(new URL("./bindings/core_bg.wasm", import.meta.url));
/** @returns {Promise<Wasm>} */
export const checkWasm = () => read(new URL("./bindings/check_bg.wasm", import.meta.url));
/** @returns {Promise<Wasm>} */
export const pythonWasm = () => read(new URL(/* @vite-ignore */ "./bindings/python_bg.wasm", import.meta.url));
/** @returns {Promise<Wasm>} */
export const workerWasm = () => read(new URL("./bindings/worker_bg.wasm", import.meta.url));

/** @returns {Promise<Wasm>} */
export const eventLoopWasm = () => read(new URL("./bindings/event-loop_bg.wasm", import.meta.url));

// The addresses of the scripts that run in workers.

export async function threadScript() {
  return String(new URL(/* @vite-ignore */ "./thread.js", import.meta.url));
}

export async function loopThreadScript() {
  return String(new URL(/* @vite-ignore */ "./loop-thread.js", import.meta.url));
}

/** Node loads modules from the disk but fetches no files. @param {URL} url @returns {Promise<Wasm>} */
async function read(url) {
  if (!("process" in globalThis) || url.protocol !== "file:") return fetch(url);
  const name = "node:fs/promises";
  const { readFile } = await import(/* @vite-ignore */ name);
  return readFile(url);
}
