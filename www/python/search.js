// "Can it go wrong?": all schedules of a program are gone through. Then there is a list of how
// the program can end, each with the schedule that leads there, and what races.

import { element, setText } from "../base/dom.js";
import { isolated } from "../base/names.js";
import { reasons } from "./ending.js";
import { createOutputCheck } from "./output-check.js";
import { Searching } from "./searching.js";

/** @typedef {import("../explore-python.js").PythonSearch} Found */
/** @typedef {import("../explore-python.js").Ending} Ending */
/** @typedef {import("../explore-python.js").Race} Race */

/** So many outcomes are shown, those with the fewest interruptions first. */
const MOST = 40;

export class Search extends Searching {
  /** @param {string} program @param {import("../explore-python.js").SearchOptions} options */
  async run(program, options) {
    const found = await this.search(program, options);
    if (!found) return;
    this.#show(found);
    if (found.outcomes.every(({ kind }) => kind !== "refused")) {
      this.found.prepend(createOutputCheck(program, options, this.language, this.choose));
    }
    this.reveal();
  }

  /** @param {Found} found */
  #show(found) {
    const { outcomes, schedules, states, complete, races, lockOrders } = found;
    const { search } = this.words;
    setText(this.told, [this.#verdict(outcomes, complete), complete ? search.proved(schedules, states) : ""].join(" ").trim());
    const bound = complete ? [] : [element("p", {}, this.bound(found))];
    const sorted = outcomes.toSorted((one, other) => one.interruptions - other.interruptions);
    const rows = sorted.slice(0, MOST).map((outcome) => this.#row(outcome));
    const rest = outcomes.length - rows.length;
    const raced = races.map((race) => this.#race(race));
    const circles = lockOrders.map((orders) => {
      const sentences = orders.map(({ thread, asked, held, line }) =>
        search.order(isolated(thread), isolated(asked), isolated(held), line),
      );
      return `${sentences.join("; ")}.`;
    });
    this.found.replaceChildren(
      ...bound,
      element("table", {}, ...rows),
      ...(rest > 0 ? [element("p", {}, search.others(rest))] : []),
      ...listed(search.races, raced),
      ...(complete && !raced.length ? [element("p", {}, search.noRaces)] : []),
      ...listed(search.circles, circles),
    );
  }

  /** @param {Ending[]} outcomes @param {boolean} complete */
  #verdict(outcomes, complete) {
    const { search, outcomes: ends } = this.words;
    if (outcomes.some(({ kind }) => kind === "refused")) return ends.refused;
    if (outcomes.some(({ fails }) => fails)) return search.fails;
    if (outcomes.length > 1) return search.differs(outcomes.length);
    return complete ? search.same : search.sameSoFar;
  }

  /** @param {Ending} outcome */
  #row(outcome) {
    const { kind, output, fails, schedule, interruptions } = outcome;
    const { page, search } = this.words;
    const show = element("button", { type: "button", "aria-pressed": "false" }, search.show);
    show.addEventListener("click", () => {
      for (const other of this.found.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === show));
      this.choose(schedule);
    });
    return element(
      "tr",
      fails ? { class: "fails" } : {},
      element("td", {}, `${fails ? "⚠ " : ""}${page.ends[kind]}, ${search.interruptions(interruptions)} `, show),
      element(
        "td",
        {},
        element("pre", { translate: "no", tabindex: "0" }, output || search.nothing),
        ...reasons(outcome, this.words).map((text) => element("p", { class: "why" }, text)),
      ),
    );
  }

  /** @param {Race} race */
  #race({ variable, sides: [one, other], lock, benign }) {
    const { search } = this.words;
    const side = (/** @type {import("../explore-python.js").Side} */ side) => ({ ...side, thread: isolated(side.thread) });
    const told = search.race(isolated(variable), side(one), side(other));
    return told + (lock ? search.lock(isolated(lock)) : "") + (benign ? search.benign : "");
  }
}

/** A list with a title, if there is something in it. @param {string} title @param {string[]} texts */
function listed(title, texts) {
  if (!texts.length) return [];
  return [element("h2", {}, title), element("ul", {}, ...texts.map((text) => element("li", {}, text)))];
}
