// What `simulate` and `checkLog` have in common: they work without a page, too.

/**
 * Node loads modules from the disk but fetches no files, so there the wasm file of
 * a part is read. Everywhere else this does nothing.
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

/**
 * Tasks in the form of the setting; a list may have them as objects.
 * @param {unknown} tasks
 */
export function tasksText(tasks) {
  const text = (/** @type {any} */ task) => (typeof task === "object" ? `${task?.name}:${task?.low}:${task?.high}` : String(task));
  return Array.isArray(tasks) ? tasks.map(text).join(" ") : String(tasks);
}
