// What a program has written to standard error, up to the moment that is shown.

import { element, setText } from "../base/dom.js";
import { Replay } from "../log/replay.js";
import { PythonLog } from "./python-log.js";
import { wordsIn } from "./words.js";

/** @param {import("../view/places.js").Context} context @returns {import("../view/places.js").Panel} */
export function createErrors({ lanes }) {
  const name = element("p", { class: "name" });
  const text = element("pre", { translate: "no", tabindex: "0" });
  const root = element("section", { class: "errors", hidden: "" }, name, text);
  const written = lanes[0]?.log instanceof PythonLog ? replayOf(lanes[0].log) : undefined;
  return {
    root,
    translate(language) {
      setText(name, wordsIn(language).errors);
      text.setAttribute("aria-label", wordsIn(language).errors);
    },
    update({ lanes }, until) {
      const isAll = written?.go(lanes[0]?.shown ?? 0, until) ?? true;
      const { errors = "" } = written?.state ?? {};
      if (errors === text.textContent) return !isAll;
      setText(text, errors);
      root.hidden = !errors;
      // The error itself is the last line.
      text.scrollTop = text.scrollHeight;
      return !isAll;
    },
  };
}

/** What there is of it after any number of events. @param {PythonLog} log */
function replayOf(log) {
  return new Replay(
    log,
    { errors: "" },
    (state) => ({ ...state }),
    (state, event, numbers) => {
      state.errors += log.errorOf(event, numbers);
    },
  );
}
