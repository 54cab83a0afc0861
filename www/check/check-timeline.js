// Who wrote in which order: a row for each task, a column for each write, and each
// text joined to its newline, and its parts to each other. Only what is in view is there.

import { element, mark, named } from "../base/dom.js";

/** @typedef {import("./check-story.js").Story} Story */

/** How many columns and rows beyond the view are there before one scrolls to them. */
const OVERSCAN = 10;
/** The box is at most so many rows high. */
const BOX_ROWS = 12;

export class Order {
  #names = element("div", { class: "names" });
  #plot = element("div", { class: "plot" });
  root = element(
    "div",
    { class: "order", role: "group", tabindex: "0" },
    element("div", { class: "field", "aria-hidden": "true" }, this.#names, this.#plot),
  );
  /** @type {Story | undefined} */
  #story;

  constructor() {
    this.root.addEventListener("scroll", () => this.#render());
  }

  /** @param {Story} story @param {string} label */
  show(story, label) {
    this.#story = story;
    const { tasks } = story.result;
    this.root.setAttribute("aria-label", label);
    const names = tasks.map(({ name }) => name.length);
    const style = this.root.style;
    style.setProperty("--columns", String(this.#columns()));
    style.setProperty("--tasks", String(tasks.length));
    style.setProperty("--box", String(Math.min(tasks.length, BOX_ROWS)));
    // Room for the number of a line that has one write.
    style.setProperty("--digits", String(String(story.lines).length));
    style.setProperty(
      "--name",
      String(
        Math.min(
          12,
          names.reduce((longest, length) => Math.max(longest, length), 1),
        ),
      ),
    );
    // An impossible log is looked at where it ends.
    this.root.scrollTo(story.result.line ? this.#plot.offsetWidth : 0, 0);
    this.#render();
  }

  /** How many there are: one for each write, and some for the line that can't be. */
  #columns() {
    return (this.#story?.writes.length ?? 0) + 3;
  }

  #render() {
    const story = this.#story;
    if (!story) return;
    const { writes } = story;
    const { tasks, line: wrong } = story.result;
    const columns = this.#columns();
    // Not drawn yet, it has no size; then a little is enough.
    const column = this.#plot.offsetWidth / columns || Infinity;
    const row = this.#plot.offsetHeight / (tasks.length + 1) || Infinity;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.root;
    const left = Math.max(0, Math.floor(scrollLeft / column) - OVERSCAN);
    const right = Math.min(writes.length, left + Math.ceil(clientWidth / column) + 2 * OVERSCAN);
    const top = Math.max(0, Math.floor(scrollTop / row) - OVERSCAN);
    const bottom = Math.min(tasks.length, top + Math.ceil(clientHeight / row) + 2 * OVERSCAN);

    const names = [];
    const lines = [];
    const parts = [];
    for (let task = top; task < bottom; task += 1) {
      const name = tasks[task]?.name ?? "";
      const look = story.look(task);
      names.push(place(element("span", { class: `look${look}` }, mark(look), named(name)), 0, task + 1));
      parts.push(...joins(story, task, left, right));
    }
    for (let index = left; index < right; index += 1) {
      const write = writes[index];
      if (!write) break;
      const { line, task, kind } = write;
      if (line !== writes[index - 1]?.line) {
        const classes = story.torn.has(line) ? "line torn" : "line";
        const start = place(element("span", { class: classes }, String(line)), index, 0);
        start.style.setProperty("--length", String(story.writesOf(line).end - index));
        lines.push(start);
      }
      if (task < top || task >= bottom) continue;
      const look = story.look(task);
      const shape = story.isText(index) ? mark(look) : "↵";
      parts.push(place(element("span", { class: `write ${kind} look${look}` }, shape), index, task + 1));
    }
    this.#names.replaceChildren(...names);
    if (wrong && right === writes.length) lines.push(place(element("span", { class: "line wrong" }, `${wrong} ✗`), right, 0));
    // The lines' grounds first, for all else to be seen on them.
    this.#plot.replaceChildren(...lines, ...parts);
  }
}

/**
 * What joins a task's texts to their newlines, where it can be seen.
 * @param {Story} story @param {number} task @param {number} left @param {number} right
 */
function joins(story, task, left, right) {
  const { partners } = story;
  const list = story.texts[task] ?? [];
  // The first text of which what it is joined to isn't before the view.
  let first = 0;
  for (let to = list.length; first < to;) {
    const middle = (first + to) >> 1;
    const newline = partners[list[middle] ?? 0] ?? 0;
    if (newline >= 0 && newline < left) first = middle + 1;
    else to = middle;
  }
  const parts = [];
  for (; first < list.length; first += 1) {
    const text = list[first] ?? 0;
    const newline = partners[text] ?? -1;
    if (text >= right) break;
    if (newline < 0) continue;
    const far = newline > text + 1 ? " far" : "";
    const join = place(element("span", { class: `join${far} look${story.look(task)}` }), text, task + 1);
    join.style.setProperty("--length", String(newline - text));
    parts.push(join);
  }
  return parts;
}

/** @param {HTMLElement} node @param {number} column @param {number} row */
function place(node, column, row) {
  node.style.setProperty("--x", String(column));
  node.style.setProperty("--y", String(row));
  return node;
}
