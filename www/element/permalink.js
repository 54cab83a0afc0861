// The address of a page that shows a demo at a moment.

import { addressOf } from "../site.js";

/**
 * Empty, if there is no such page.
 * @param {import("../site.js").Linked} page @param {Map<string, string>} settings @param {number} time In seconds.
 */
export function permalink(page, settings, time) {
  const url = addressOf(page);
  if (!url) return "";
  for (const [name, value] of settings) {
    if (name !== "autoplay" && name !== "start-at") url.searchParams.set(name, value);
  }
  if (time > 0) url.searchParams.set("start-at", String(time));
  return url.href;
}
