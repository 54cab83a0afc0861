// Puts the page's own settings in force, before page.js does the query's.

import { chooseLanguage } from "../words/texts.js";
import { readBlock } from "./block.js";

/** @typedef {import("../interleaved-demo.js").InterleavedDemo} InterleavedDemo */

const query = new URLSearchParams(location.search);
const text = document.querySelector("script[type='application/json']")?.textContent ?? "{}";
const read = readBlock(text);

export const demo = /** @type {InterleavedDemo} */ (document.querySelector("interleaved-demo"));
export const problem = read.problem;

/** None, if the query tells all of them: what it leaves out is left out then. */
export const settings = query.get("settings") === "query" ? {} : read.settings;

for (const [name, value] of Object.entries(settings)) demo.setAttribute(name, value);
export const language = chooseLanguage(query.get("lang"), settings["lang"], ...navigator.languages);
document.documentElement.lang = language;
