// Where the files of the site are. In the one file that holds everything,
// standalone/site.js stands in the place of this module.

/** A page that shows the demo alone; settings go into its query. @returns {URL | undefined} */
export function demoPage() {
  return new URL("./embed.html", import.meta.url);
}

/** The script that registers the element. @returns {URL | undefined} */
export function elementScript() {
  return new URL("./interleaved.js", import.meta.url);
}

/** The text of the one file that holds everything. */
export async function standalonePage() {
  const response = await fetch(new URL("./standalone.html", import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.text();
}
