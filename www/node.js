// Node loads modules from the disk but fetches no files.

/**
 * In Node the wasm file of a part is read before it is used. Everywhere else this
 * does nothing.
 * @param {(from: {module_or_path: Promise<BufferSource>}) => Promise<unknown>} load
 * @param {string} file
 */
export async function readInNode(load, file) {
  const url = new URL(file, import.meta.url);
  if (!("process" in globalThis) || url.protocol !== "file:") return;
  const name = "node:fs/promises";
  const { readFile } = await import(name);
  await load({ module_or_path: readFile(url) });
}
