// "Can it go wrong?": all schedules of a program are gone through. While that goes on it is
// counted what there is, and it can be stopped; then there is a list of how the program can
// end, each with the schedule that leads there, and what races.

import { element, setText } from "../base/dom.js";
import { isolated } from "../base/names.js";
import { explorePython } from "../explore-python.js";
import { wordsIn } from "./words.js";

/** @typedef {import("../explore-python.js").PythonSearch} Found */
/** @typedef {import("../explore-python.js").Ending} Ending */
/** @typedef {import("../explore-python.js").Race} Race */

/** So many outcomes are shown, those with the fewest interruptions first. */
const MOST = 40;
/** So long it is searched, in seconds. */
const SECONDS = 60;

export class Search {
  #root;
  #words;
  #language;
  #choose;
  #aborts = new AbortController();
  #told = element("p", { role: "status" });
  #stop = element("button", { type: "button" });
  #found = element("div", { class: "found" });

  /**
   * @param {HTMLElement} root @param {import("./words.js").Language} language
   * @param {(schedule: string) => void} choose Shows the run of a schedule.
   */
  constructor(root, language, choose) {
    this.#root = root;
    this.#language = language;
    this.#words = wordsIn(language);
    this.#choose = choose;
    setText(this.#stop, this.#words.search.stop);
    this.#stop.addEventListener("click", () => this.stop());
    root.replaceChildren(element("p", { class: "row" }, this.#told, this.#stop), this.#found);
    root.hidden = false;
  }

  stop() {
    this.#aborts.abort();
  }

  /** @param {string} program @param {import("../explore-python.js").SearchOptions} options */
  async run(program, options) {
    const { search } = this.#words;
    const { signal } = this.#aborts;
    const progress = (/** @type {import("../explore-python.js").Counts} */ { outcomes, schedules, states }) =>
      setText(this.#told, search.counts(outcomes, schedules, states));
    progress({ outcomes: 0, schedules: 0, states: 0 });
    this.#root.scrollIntoView({ block: "nearest" });
    try {
      this.#show(await explorePython(program, { limits: { seconds: SECONDS }, ...options, lang: this.#language, signal, progress }));
    } catch (error) {
      setText(this.#told, error instanceof Error ? `${search.failed} ${error.message}` : search.failed);
    }
    this.#stop.remove();
    this.#root.scrollIntoView({ block: "nearest" });
  }

  /** @param {Found} found */
  #show({ outcomes, schedules, states, complete, stopped = "states", races, lockOrders }) {
    const { search } = this.#words;
    setText(this.#told, [this.#verdict(outcomes, complete), complete ? search.proved(schedules, states) : ""].join(" ").trim());
    const bound = complete ? [] : [element("p", {}, search.bound(search.bounds[stopped] ?? stopped, schedules, states))];
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
    this.#found.replaceChildren(
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
    const { search, outcomes: ends } = this.#words;
    if (outcomes.some(({ kind }) => kind === "refused")) return ends.refused;
    if (outcomes.some(({ fails }) => fails)) return search.fails;
    if (outcomes.length > 1) return search.differs(outcomes.length);
    return complete ? search.same : search.sameSoFar;
  }

  /** @param {Ending} outcome */
  #row({ kind, output, errors, fails, schedule, interruptions, waits = [], refusals = [] }) {
    const { page, search, outcomes } = this.#words;
    const show = element("button", { type: "button", "aria-pressed": "false" }, search.show);
    show.addEventListener("click", () => {
      for (const other of this.#found.querySelectorAll("button")) other.setAttribute("aria-pressed", String(other === show));
      this.#choose(schedule);
    });
    const error = kind === "raised" || (kind === "done" && fails) ? (errors.trim().split("\n").at(-1) ?? "") : "";
    const reasons = [
      ...waits.map(({ thread, line = 0, text = "", holder }) => {
        const held = holder === undefined ? "" : outcomes.heldBy(isolated(holder));
        return outcomes.waitsAt(isolated(thread), line, text) + held;
      }),
      ...refusals.map(({ line, word, reason }) => outcomes.refusal(line, word, reason)),
    ];
    return element(
      "tr",
      fails ? { class: "fails" } : {},
      element("td", {}, `${fails ? "⚠ " : ""}${page.ends[kind]}, ${search.interruptions(interruptions)} `, show),
      element(
        "td",
        {},
        element("pre", { translate: "no", tabindex: "0" }, output || search.nothing),
        ...[error, ...reasons].filter(Boolean).map((text) => element("p", { class: "why" }, text)),
      ),
    );
  }

  /** @param {Race} race */
  #race({ variable, sides: [one, other], lock, benign }) {
    const { search } = this.#words;
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
