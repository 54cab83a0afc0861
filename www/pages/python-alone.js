// A page that shows a Python program alone: settings in its query, the program in its fragment.
// What the page itself says counts where the address says nothing.

import { element } from "../base/dom.js";
import { programIn } from "../python/fragment.js";
import { SETTINGS } from "../python/settings.js";
import { learnWords, wordsIn } from "../python/words.js";
import { chooseLanguage } from "../words/texts.js";

const node = /** @type {import("../interleaved-python.js").InterleavedPython} */ (document.querySelector("interleaved-python"));

/** @param {Record<string, string>} [own] What the page itself says: settings, and `program`. */
export async function showAlone({ program: ownProgram, ...own } = {}) {
  const query = new URLSearchParams(location.search);
  for (const name of SETTINGS) {
    const value = query.get(name) ?? own[name];
    if (value !== undefined) node.setAttribute(name, value);
  }
  const language = chooseLanguage(query.get("lang"), own["lang"], ...navigator.languages);
  document.documentElement.lang = language;
  try {
    const program = (await programIn(location.hash)) ?? ownProgram;
    if (program !== undefined) node.programs = program.split("\0");
  } catch {
    await learnWords(language);
    node.before(element("p", { role: "alert" }, wordsIn(language).page.failed));
  }
  // Only now, so that it doesn't begin without its program.
  await import("../interleaved-python.js");
  const theme = node.getAttribute("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
}
