// What comes of many seeds: how often which end, as bars, each with a seed that leads to it.

import { element, setText } from "../base/dom.js";
import { runPython } from "../run-python.js";
import { wordsIn } from "./words.js";

/** How many seeds are tried. */
const ALL = 100;
/** So many milliseconds are run before others of the page have a turn. */
const SLICE = 30;
/** So many ends are told apart, the most frequent first. */
const MOST = 10;
/** A program that takes more instructions than this in one of so many runs is stopped. */
const STEPS = 3_000_000;
/** And so is one in which more happens than this. */
const EVENTS = 50_000;

/** @typedef {{outcome: import("../run-python.js").PythonRun["outcome"], text: string, seeds: number[]}} End */

export class Many {
  #root;
  #told;
  #table;
  #words;
  #choose;
  #stopped = false;

  /**
   * @param {HTMLElement} root @param {import("../words/texts.js").Language} language
   * @param {(seed: string) => void} choose Shows the run of a seed.
   */
  constructor(root, language, choose) {
    this.#root = root;
    this.#words = wordsIn(language).page;
    this.#choose = choose;
    this.#told = element("p", { role: "status" });
    this.#table = element("table");
    root.replaceChildren(this.#told, this.#table);
    root.hidden = false;
  }

  /** Runs the program with each seed. @param {string} program @param {import("../run-python.js").PythonOptions} options */
  async run(program, options) {
    /** @type {Map<string, End>} */
    const ends = new Map();
    let begin = performance.now();
    for (let seed = 1; seed <= ALL && !this.#stopped; seed += 1) {
      const { outcome, output, errors } = await runPython(program, { ...options, seed, limits: { steps: STEPS, events: EVENTS } });
      const last = outcome === "raised" ? `${output}${errors.trim().split("\n").at(-1)}` : output;
      const key = `${outcome}\n${last}`;
      const end = ends.get(key) ?? { outcome, text: last, seeds: [] };
      ends.set(key, end);
      end.seeds.push(seed);
      if (seed < ALL && performance.now() - begin < SLICE) continue;
      this.#show([...ends.values()], seed);
      // Others of the page have a turn.
      await new Promise((resolve) => setTimeout(resolve));
      begin = performance.now();
    }
    if (!this.#stopped) this.#root.scrollIntoView({ block: "nearest" });
  }

  stop() {
    this.#stopped = true;
  }

  /** @param {End[]} ends @param {number} done */
  #show(ends, done) {
    const words = this.#words;
    setText(this.#told, words.manyOf(done, ALL));
    const sorted = ends.sort((one, other) => other.seeds.length - one.seeds.length);
    const rows = sorted.slice(0, MOST).map((end) => this.#row(end, done));
    const others = sorted.slice(MOST).reduce((sum, { seeds }) => sum + seeds.length, 0);
    if (others) rows.push(element("tr", {}, bar(others / done), element("td", { colspan: "2" }, words.others(others))));
    this.#table.replaceChildren(...rows);
  }

  /** @param {End} end @param {number} done */
  #row({ outcome, text, seeds }, done) {
    const words = this.#words;
    const [seed = 0] = seeds;
    const show = element("button", { type: "button" }, words.showSeed(seed));
    show.addEventListener("click", () => this.#choose(String(seed)));
    return element(
      "tr",
      {},
      bar(seeds.length / done),
      element("td", {}, `${words.times(seeds.length, done)}: ${words.ends[outcome]} `, show),
      element("td", {}, element("pre", { translate: "no", tabindex: "0" }, text)),
    );
  }
}

/** @param {number} share */
function bar(share) {
  const drawn = element("span", { class: "bar", "aria-hidden": "true" });
  drawn.style.setProperty("--share", String(share));
  return element("td", {}, drawn);
}
