// The tasks of a lane: what each is to do, and what its variables are.

import { element, mark, named, setText } from "../base/dom.js";
import { NAMED_TASKS } from "./plot.js";

/** @typedef {import("../words/texts.js").Texts} Texts */

export class TaskList {
  #lane;
  #program;
  root = element("ul", { class: "tasks" });
  /** Where the variables of each task stand. @type {HTMLElement[]} */
  #values = [];
  /** @type {Texts | undefined} */
  #texts;

  /** @param {import("./lane.js").Lane} lane @param {import("./scale.js").Program} program */
  constructor(lane, program) {
    this.#lane = lane;
    this.#program = program;
  }

  /** @param {Texts} texts */
  translate(texts) {
    this.#texts = texts;
    this.root.setAttribute("aria-label", texts.tasks);
    this.root.replaceChildren();
    this.#values = [];
  }

  /** @param {number} shown How many events are. */
  update(shown) {
    const { log } = this.#lane;
    const all = log.tasks.length >= this.#program.tasks.length ? log.tasks : this.#program.tasks;
    if (!this.#values.length || this.#values.length !== Math.min(all.length, NAMED_TASKS)) this.#make(all);
    // Too many to be named are too many to be followed.
    const { sums } = shown && all.length <= NAMED_TASKS ? log.state(shown) : { sums: [] };
    for (const [task, value] of this.#values.entries()) {
      const [i = "", total = ""] = sums[task] ?? [];
      const isSeen = i !== "";
      value.parentElement?.classList.toggle("begun", isSeen);
      setText(value, isSeen ? ` i=${i} total=${total}` : "");
    }
  }

  /** @param {readonly {name: string}[]} all */
  #make(all) {
    const first = all.slice(0, NAMED_TASKS);
    this.#values = first.map(() => element("span", { class: "values", translate: "no" }));
    const items = first.map(({ name }, task) =>
      element(
        "li",
        {},
        mark(this.#lane.lookOf(task)),
        element("b", {}, named(name)),
        element("span", { class: "says" }, this.#program.tasks[task]?.says ?? ""),
        this.#values[task] ?? "",
      ),
    );
    const rest = all.length - items.length;
    if (rest > 0) items.push(element("li", {}, this.#texts?.more(rest) ?? ""));
    this.root.replaceChildren(...items);
  }
}
