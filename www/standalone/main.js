// What runs in the one file: the demo, as in embed.html.

// First of all, while the page is still as it was written.
import "./site.js";
import { demo, language, problem, settings } from "./settings.js";
import { query, writeAddress } from "../pages/page.js";
import "../pages/frame.js";
import { element } from "../base/dom.js";
import { TEXTS } from "./block.js";

const texts = TEXTS[language];

/** @param {string} message */
function warn(message) {
  demo.before(element("p", { role: "alert" }, message));
}

if (problem) warn(problem(texts));

demo.addEventListener("settingschange", () => {
  if (Object.keys(settings).every((name) => demo.hasAttribute(name))) return;
  // The reader has taken away what the page says, so from now on the address says all.
  for (const [name, value] of Object.entries(demo.toJSON())) query.set(name, value);
  query.set("settings", "query");
  writeAddress();
});
