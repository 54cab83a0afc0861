// Makes of the one file that holds everything one that holds a demo's settings.

import { SETTINGS } from "./settings.js";

const BLOCK = /(<script type="application\/json">\n)[^]*?(?=<\/script>)/;
const PART = /<script type="text\/plain" data-part="([\w-]+)">[^<]*<\/script>\n/g;

/**
 * The text of the page with `settings` as its own, without the parts that these
 * don't ask for: a part that is called like a setting is there for its sake, and
 * what real threads need is there for those who have some.
 * @param {string} page @param {Record<string, string>} settings
 */
export function bake(page, settings) {
  // Without this character no name of a task can end the block or begin a comment.
  const json = JSON.stringify(settings, null, 2).replaceAll("<", "\\u003c");
  const threads = /\bworkers\b/.test(settings["lanes"] ?? "") || (settings["work"] ?? "wait").trim() !== "wait";
  const wanted = (/** @type {string} */ part) =>
    part === "workers" ? threads : !SETTINGS.includes(part) || (settings[part] ?? "none") !== "none";
  // Functions, because in a text `$` would have a meaning.
  return page
    .replace(BLOCK, (_, tag) => `${tag}${json}\n`)
    .replace(PART, (block, part) => (wanted(part) ? block : ""));
}
