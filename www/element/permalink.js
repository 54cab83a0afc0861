// The address of a page that shows a demo at a moment.

import { demoPage } from "../site.js";

/** Empty, if there is no such page. @param {Map<string, string>} settings @param {number} time In seconds. */
export function permalink(settings, time) {
  const url = demoPage();
  if (!url) return "";
  for (const [name, value] of settings) {
    if (name !== "autoplay" && name !== "start-at") url.searchParams.set(name, value);
  }
  if (time > 0) url.searchParams.set("start-at", String(time));
  return url.href;
}
