// In the npm package this stands in the place of www/site.js: a bundler puts modules
// wherever it likes, and no page of ours lies beside them.

/** @returns {URL | undefined} */
export function demoPage() {
  return undefined;
}

/** @returns {URL | undefined} */
export function elementScript() {
  return undefined;
}

/** The text of the one file that holds everything. */
export async function standalonePage() {
  const { text } = await import("./standalone.html.js");
  return text;
}
