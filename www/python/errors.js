// What a program has written to standard error, up to the moment that is shown.

import { element, setText } from "../base/dom.js";
import { PythonLog } from "./python-log.js";
import { wordsIn } from "./words.js";

/** @param {import("../view/places.js").Context} context @returns {import("../view/places.js").Panel} */
export function createErrors({ lanes }) {
  const log = lanes[0]?.log;
  const name = element("p", { class: "name" });
  const text = element("pre", { translate: "no", tabindex: "0" });
  const root = element("section", { class: "errors", hidden: "" }, name, text);
  let told = 0;
  return {
    root,
    translate(language) {
      setText(name, wordsIn(language).errors);
      text.setAttribute("aria-label", wordsIn(language).errors);
    },
    update({ lanes }) {
      const { shown = 0 } = lanes[0] ?? {};
      if (shown === told || !(log instanceof PythonLog)) return;
      const more = shown > told ? (text.textContent ?? "") + log.errors(told, shown) : log.errors(0, shown);
      told = shown;
      setText(text, more);
      root.hidden = !text.textContent;
      // The error itself is the last line.
      text.scrollTop = text.scrollHeight;
    },
  };
}
