// What index.html, embed.html and course.html do with their addresses: the query holds the
// first demo's settings, by the same names as the element's attributes.

import { InterleavedDemo } from "../interleaved-demo.js";
import { misspelt, SETTINGS, settingOf } from "../element/settings.js";

export const query = new URLSearchParams(location.search);
const demo = /** @type {InterleavedDemo | null} */ (document.querySelector("interleaved-demo"));
for (const name of query.keys()) {
  // The demo says what is wrong with a misspelt one.
  const setting = settingOf(name) ?? (misspelt(name) && name);
  if (setting) demo?.setAttribute(setting, query.get(setting) ?? query.get(name) ?? "");
}

// Only now, so that no demo begins without its settings. What else interleaved.js has, no
// page needs.
customElements.define("interleaved-demo", InterleavedDemo);

// The page around the demo is as light or dark as the demo.
const theme = demo?.getAttribute("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;

if (demo) {
  // The address follows what the reader changes, so that it can be passed on as it stands.
  const known = new Map(SETTINGS.map((name) => [name, demo.getAttribute(name)]));
  demo.addEventListener("settingschange", () => {
    /** @type {Record<string, string>} */
    const settings = demo.toJSON();
    const given = (/** @type {string} */ name) => demo.getAttribute(name);
    // What is wrong stays in the address as it came, and so does what says the same otherwise.
    const changed = SETTINGS.filter((name) => given(name) !== known.get(name) && given(name) === (settings[name] ?? null));
    if (!changed.length) return;
    for (const name of changed) {
      const value = given(name);
      known.set(name, value);
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    writeAddress();
  });
}

/** Makes the page's address say what `query` does. */
export function writeAddress() {
  // Nothing but legibility: a query may hold both as they are.
  const text = String(query).replaceAll("%3A", ":").replaceAll("%2C", ",");
  try {
    history.replaceState(history.state, "", `${location.pathname}${text && `?${text}`}${location.hash}`);
  } catch {
    // Safari allows only so many changes in so many seconds; the next will say it all.
    // Nor is the address changed where the page has none, as in a frame that was given its text.
  }
}
