// What runs in the one file: the demo, as in embed.html.

import { demo, language, problem, settings } from "./settings.js";
import { query, writeAddress } from "../page.js";
import "../frame.js";
import { element } from "../dom.js";
import { meant } from "../settings.js";
import { TEXTS } from "./block.js";

const texts = TEXTS[language];

/** @param {string} message */
function warn(message) {
  demo.before(element("p", { role: "alert" }, message));
}

if (problem) warn(problem(texts));

// A saved file lacks the parts that its settings didn't ask for.
for (const name of ["code", "editor", "predict"]) {
  const asked = (meant(name, demo.getAttribute(name)) ?? "none") !== "none";
  if (!asked || document.querySelector(`script[data-part="${name}"]`)) continue;
  demo.removeAttribute(name);
  warn(texts.part(name));
}

if (!document.querySelector('script[data-part="workers"]')) {
  const lanes = (demo.getAttribute("lanes") ?? "").split(/[\s,]+/).filter(Boolean);
  if (lanes.includes("workers")) {
    const others = lanes.filter((lane) => lane !== "workers");
    if (others.length) demo.setAttribute("lanes", others.join(" "));
    else demo.removeAttribute("lanes");
    warn(texts.part("workers"));
  }
  if ((demo.getAttribute("work") ?? "wait").trim() !== "wait") {
    demo.removeAttribute("work");
    warn(texts.part("work"));
  }
}

demo.addEventListener("settingschange", () => {
  if (Object.keys(settings).every((name) => demo.hasAttribute(name))) return;
  // The reader has taken away what the page says, so from now on the address says all.
  for (const [name, value] of Object.entries(demo.toJSON())) query.set(name, value);
  query.set("settings", "query");
  writeAddress();
});
