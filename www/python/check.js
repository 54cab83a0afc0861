// "Check": all schedules of the program that a reader has changed are gone through. It is proved
// to be right, or shown the schedule with which it goes wrong.

import { element, setText } from "../base/dom.js";
import { reasons } from "./ending.js";
import { judge } from "./judge.js";
import { Searching } from "./searching.js";

export class Check extends Searching {
  /**
   * @param {string} program @param {string} always What it is to print.
   * @param {import("../explore-python.js").SearchOptions} options
   * @returns {Promise<boolean>} Whether it is proved to be right.
   */
  async run(program, always, options) {
    const found = await this.search(program, options);
    if (!found) return false;
    const { exercise } = this.words;
    const judgement = judge(found, always);
    if (judgement.verdict === "refused") {
      setText(this.told, `✗ ${exercise.refused}`);
      this.#show(judgement.ending);
    } else if (judgement.verdict === "proved") setText(this.told, `✓ ${exercise.proved(found.schedules, found.states)}`);
    else setText(this.told, `${exercise.open} ${this.bound(found)}`);
    this.found.dataset["verdict"] = judgement.verdict;
    this.reveal();
    return judgement.verdict === "proved";
  }

  /** @param {import("../explore-python.js").Ending} ending */
  #show(ending) {
    const { page, search } = this.words;
    const show = element("button", { type: "button" }, search.show);
    show.addEventListener("click", () => this.choose(ending.schedule));
    const told = `${page.ends[ending.kind]}, ${search.interruptions(ending.interruptions)}`;
    this.found.replaceChildren(
      // What is refused before it runs has no run to be shown.
      element("p", { class: "row" }, element("span", {}, told), ...(ending.kind === "refused" ? [] : [show])),
      element("pre", { translate: "no", tabindex: "0" }, ending.output || search.nothing),
      ...reasons(ending, this.words).map((text) => element("p", { class: "why" }, text)),
    );
  }
}
