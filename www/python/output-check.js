// "Can it print this?": an output that was seen elsewhere is pasted, and a schedule is looked for
// that prints just that.

import { element, setText } from "../base/dom.js";
import { Searching } from "./searching.js";
import { wordsIn } from "./words.js";

/** @typedef {import("../explore-python.js").SearchOptions} SearchOptions */

/**
 * @param {string} program @param {SearchOptions} options @param {import("./words.js").Language} language
 * @param {(schedule: string) => void} choose Shows the run of a schedule.
 */
export function createOutputCheck(program, options, language, choose) {
  const { output: words } = wordsIn(language);
  const area = element("textarea", { rows: "4", spellcheck: "false", autocapitalize: "off", translate: "no", "aria-label": words.title });
  const button = element("button", { type: "button" }, words.start);
  const answer = element("div", { class: "answer" });
  /** @type {OutputCheck | undefined} */
  let current;
  button.addEventListener("click", () => {
    current?.stop();
    current = new OutputCheck(answer, language, choose);
    void current.run(program, { ...options, output: area.value });
  });
  return element(
    "details",
    { class: "output-check" },
    element("summary", {}, words.title),
    element("p", {}, words.how),
    area,
    button,
    answer,
  );
}

class OutputCheck extends Searching {
  /** @param {string} program @param {SearchOptions} options */
  async run(program, options) {
    const found = await this.search(program, options);
    if (!found) return;
    const { output, outcomes: ends } = this.words;
    const { check, outcomes, states } = found;
    const [first] = outcomes;
    if (!check) {
      setText(this.told, ends.refused);
    } else if (first) {
      const { kind, interruptions, schedule } = first;
      const { search, page } = this.words;
      setText(this.told, output.possible(page.ends[kind], search.interruptions(interruptions)));
      const show = element("button", { type: "button" }, search.show);
      show.addEventListener("click", () => this.choose(schedule));
      this.found.replaceChildren(show);
    } else {
      const { verdict, line, instead } = check;
      const bound = verdict === "unknown" ? ` ${this.bound(found)}` : "";
      setText(this.told, output[verdict === "possible" ? "unknown" : verdict](line, states) + bound);
      const lines = instead.map((text) => element("li", {}, text ? element("code", { translate: "no" }, text) : output.ended));
      this.found.replaceChildren(element("p", {}, output.instead(line)), element("ul", {}, ...lines));
    }
    this.reveal();
  }
}
