// The dialogs of a demo: their code is loaded when one is first wanted.

import { addStyles } from "../base/home.js";

/**
 * @param {"menu" | "keys"} what @param {HTMLElement} button At which it opens.
 * @param {import("../panels/menu.js").Demo} demo @param {ShadowRoot} root @param {HTMLElement} frame
 * @param {import("../words/texts.js").Language} language
 */
export async function openDialog(what, button, demo, root, frame, language) {
  const { openHelp, openMenu, styles } = await import("../panels/menu.js");
  // Pressed twice while it was loading.
  if (root.querySelector("dialog")) return;
  addStyles(root, styles);
  (what === "menu" ? openMenu : openHelp)(demo, frame, button, language);
}
