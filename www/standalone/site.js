// What stands in the place of ../site.js in the one file, and how scripts get
// there what they would load from files of their own. The build (xtask/src/bundle.rs)
// writes for
//
//   import("./name.js")                   part("name.js"), and at that module's end
//                                         provide("name.js", {…});
//   new URL("name", import.meta.url)      file("name").

/**
 * What the page has unpacked, by name. A worker has its own global object, where
 * there is nothing: it is sent what it needs.
 * @type {Record<string, Uint8Array<ArrayBuffer>>}
 */
const files = Reflect.get(globalThis, "interleavedFiles") ?? {};

/** @type {Map<string, object>} */
const modules = new Map();

/** @param {string} name @param {object} exports */
export function provide(name, exports) {
  modules.set(name, exports);
}

/** A module that is loaded when it is wanted. @param {string} name */
export async function part(name) {
  const found = modules.get(name);
  if (!found) throw new Error(`${name} is not in this file`);
  return found;
}

/**
 * A file beside a module: the bytes of a wasm file, which its bindings take as
 * well as an address, or the address of a script, for a worker.
 * @param {string} name
 */
export function file(name) {
  const bytes = files[name];
  if (!bytes) throw new Error(`${name} is not in this file`);
  return name.endsWith(".js") ? URL.createObjectURL(new Blob([bytes], { type: "text/javascript" })) : bytes;
}

/** This page, told to take its settings from the query alone. */
export function demoPage() {
  const page = new URL(location.href);
  page.search = page.hash = "";
  page.searchParams.set("settings", "query");
  return page;
}

/** @returns {URL | undefined} */
export function elementScript() {
  return undefined;
}

/** The text of this page as it was built, with the parts that it still has. */
export async function standalonePage() {
  const page = new TextDecoder().decode(files["page.html"]);
  const parts = [...document.querySelectorAll("script[data-part]")].map((block) => block.outerHTML);
  return page.replace("<!-- parts -->", () => parts.join("\n"));
}
