// Where the schedule that was chosen interrupts threads, and why that matters: in sentences,
// each with the way to that moment, and in the timeline.

import { element, setText } from "../base/dom.js";
import { isolated } from "../base/names.js";
import { wish } from "../base/wish.js";
import { wordsIn } from "./words.js";

/** @typedef {import("./run.js").Cut} Cut */
/** @typedef {import("./words.js").Words} Words */

/** So many are told of. */
const MOST = 20;

/** A cut in a sentence. @param {Cut} cut @param {Words} words */
export function cutSentence({ thread, variable, uses, printing, locks }, { cuts }) {
  const name = isolated(thread);
  if (variable !== undefined && uses) {
    const [before, meanwhile, after] = uses;
    return cuts.uses(name, isolated(variable), before, { ...meanwhile, thread: isolated(meanwhile.thread) }, after);
  }
  if (printing) return cuts.printing(name);
  return locks ? cuts.holding(name, locks.map(isolated).join(", ")) : cuts.plain(name);
}

/** @param {import("../view/places.js").Context} context @param {import("./around.js").Around} around @returns {import("../view/places.js").Panel} */
export function createCuts({ lanes, scale }, around) {
  const [lane] = lanes;
  const title = element("p", { class: "name" });
  const list = element("ol");
  const root = element("section", { class: "cuts" }, title, list);
  const cuts = around.cuts().slice(0, MOST);
  const buttons = cuts.map(({ at }) => {
    const button = element("button", { type: "button" });
    button.addEventListener("click", () => wish(root, { type: "seek", time: at }));
    return button;
  });
  list.append(...buttons.map((button) => element("li", {}, button)));
  /** In the timeline, a line for each that has come. @type {HTMLElement[]} */
  const marks = cuts.map(() => element("div", { class: "cut-mark", "aria-hidden": "true" }));
  return {
    root,
    translate(language) {
      const words = wordsIn(language);
      root.hidden = !around.isChosen();
      setText(title, cuts.length ? words.cuts.title(around.cuts().length) : words.cuts.none);
      for (const [place, cut] of cuts.entries()) {
        const button = buttons[place];
        if (button) setText(button, words.atLine(cut.line) + cutSentence(cut, words));
      }
    },
    update({ lanes: [now] }) {
      // Another program is being typed: what is told of this one stands at other lines.
      list.classList.toggle("old", around.isTyped());
      const frame = /** @type {ShadowRoot} */ (root.getRootNode());
      const plot = frame.querySelector?.(".plot");
      for (const [place, { at, event }] of cuts.entries()) {
        const mark = marks[place];
        const isPast = event < (now?.shown ?? 0);
        buttons[place]?.toggleAttribute("data-past", isPast);
        if (!mark || !plot || !lane) continue;
        mark.style.setProperty("--at", String(at / scale.interval));
        if (isPast && mark.parentNode !== plot) plot.append(mark);
        else if (!isPast) mark.remove();
      }
    },
    remove() {
      for (const mark of marks) mark.remove();
    },
  };
}
