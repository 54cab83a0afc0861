// What runs in the one file with Python: a program alone, as in python-embed.html.

import { element } from "../base/dom.js";
import "../pages/frame.js";
import { showAlone } from "../pages/python-alone.js";

/** The settings in the page itself, which people write by hand; `program` may be among them. */
function ownSettings() {
  const text = document.querySelector("script[type='application/json']")?.textContent ?? "{}";
  try {
    const settings = Object.entries(JSON.parse(text)).filter(([, value]) => value !== false && value !== null);
    return Object.fromEntries(settings.map(([name, value]) => [name, value === true ? "" : String(value)]));
  } catch (error) {
    document.querySelector("main")?.prepend(element("p", { role: "alert" }, String(error)));
    return {};
  }
}

void showAlone(ownSettings());
