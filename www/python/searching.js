// A search through all schedules of a program, as a reader sees it: while it goes on it is
// counted what there is, and it can be stopped. What it has found is shown by others.

import { element, setText } from "../base/dom.js";
import { explorePython } from "../explore-python.js";
import { wordsIn } from "./words.js";

/** So long it is searched, in seconds. */
const SECONDS = 60;

export class Searching {
  #root;
  /** @protected */
  language;
  #aborts = new AbortController();
  #stop = element("button", { type: "button" });
  /** What is told to who listens, too. @protected */
  told = element("p", { role: "status" });
  /** Where what was found is shown. @protected */
  found = element("div", { class: "found" });
  /** @protected */
  words;
  /** @protected */
  choose;

  /**
   * @param {HTMLElement} root @param {import("./words.js").Language} language
   * @param {(schedule: string) => void} choose Shows the run of a schedule.
   */
  constructor(root, language, choose) {
    this.#root = root;
    this.language = language;
    this.words = wordsIn(language);
    this.choose = choose;
    setText(this.#stop, this.words.search.stop);
    this.#stop.addEventListener("click", () => this.stop());
    root.replaceChildren(element("div", { class: "row" }, this.told, this.#stop), this.found);
    root.hidden = false;
  }

  stop() {
    this.#aborts.abort();
  }

  /** Resolves with what there is; if it has failed, which is told, with nothing. @param {string} program @param {import("../explore-python.js").SearchOptions} options */
  async search(program, options) {
    const { search } = this.words;
    const { signal } = this.#aborts;
    const progress = (/** @type {import("../explore-python.js").Counts} */ { outcomes, schedules, states }) =>
      setText(this.told, search.counts(outcomes, schedules, states));
    progress({ outcomes: 0, schedules: 0, states: 0 });
    this.reveal();
    try {
      return await explorePython(program, { limits: { seconds: SECONDS }, ...options, lang: this.language, signal, progress });
    } catch (error) {
      setText(this.told, error instanceof Error ? `${search.failed} ${error.message}` : search.failed);
      return undefined;
    } finally {
      this.#stop.remove();
    }
  }

  /** Brings what is shown into view. @protected */
  reveal() {
    this.#root.scrollIntoView({ block: "nearest" });
  }

  /** That it isn't complete, if so, and why. @protected @param {import("../explore-python.js").PythonSearch} found */
  bound({ complete, stopped = "states", schedules, states }) {
    const { search } = this.words;
    return complete ? "" : search.bound(search.bounds[stopped] ?? stopped, schedules, states);
  }
}
