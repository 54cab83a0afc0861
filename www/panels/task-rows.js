// The tasks of the editor's form, one in a row.

import { element, mark } from "../base/dom.js";
import { Looks } from "../base/look.js";
import { TEXTS } from "./editor-texts.js";
import { able, setValue } from "./fields.js";

/** @typedef {import("../words/texts.js").Language} Language */

/**
 * @typedef {object} Row The fields of a task.
 * @property {HTMLElement} root
 * @property {HTMLInputElement} name
 * @property {HTMLInputElement} low
 * @property {HTMLInputElement} high
 * @property {HTMLButtonElement} remove
 */

export class TaskRows {
  #changed;
  #looks = new Looks();
  /** @type {Row[]} */
  #rows = [];
  /** @type {Language} */
  #language = "en";
  root = element("ol");

  /** @param {() => void} changed A row has been added or taken away. */
  constructor(changed) {
    this.#changed = changed;
  }

  /** @returns {readonly Row[]} */
  get rows() {
    return this.#rows;
  }

  /** The tasks as the setting has them. */
  get text() {
    return this.#rows.map(itemOf).join(" ");
  }

  /** @param {Language} language */
  translate(language) {
    this.#language = language;
    this.label();
  }

  /** Shows these tasks, in place, so that the focus and the caret stay. @param {readonly {name: string, low: string, high: string}[]} tasks */
  fill(tasks) {
    while (this.#rows.length > tasks.length) this.#rows.pop()?.root.remove();
    for (const [index, { name, low, high }] of tasks.entries()) {
      const row = this.#rows[index] ?? this.#addRow();
      setValue(row.name, name);
      setValue(row.low, low);
      setValue(row.high, high);
    }
    this.label();
  }

  /** Says what each field is, in the look of its task. */
  label() {
    this.#looks.show(this.#rows.map(({ name }) => name.value.trim()));
    for (const [index, { root, name, low, high, remove }] of this.#rows.entries()) {
      root.firstChild?.replaceWith(mark(this.#looks.of(name.value.trim())));
      const texts = TEXTS[this.#language].row(index + 1);
      for (const [place, node] of [name, low, high, remove].entries()) node.setAttribute("aria-label", texts[place] ?? "");
      able(remove, this.#rows.length > 1);
    }
  }

  /** One more task, whose range goes on where the last one's ends. */
  add() {
    const last = this.#rows.at(-1);
    const names = this.#rows.map((row) => row.name.value);
    let low = Number(last?.high.value);
    let high = low + Math.max(1, low - Number(last?.low.value));
    if (!Number.isSafeInteger(high)) [low, high] = [1, 5];
    const row = this.#addRow();
    row.name.value = freeName(names);
    row.low.value = String(low);
    row.high.value = String(high);
    this.label();
    this.#changed();
    return row;
  }

  /** The demo goes. */
  clear() {
    this.#looks.clear();
  }

  #addRow() {
    const name = element("input", { class: "name", dir: "auto", autocapitalize: "off", autocomplete: "off", spellcheck: "false" });
    const low = element("input", { type: "number" });
    const high = element("input", { type: "number" });
    const remove = element("button", { type: "button" }, "×");
    const root = element("li", {}, mark(0), name, "range(", low, ",", high, ")", remove);
    /** @type {Row} */
    const row = { root, name, low, high, remove };
    remove.addEventListener("click", () => this.#removeRow(row));
    this.#rows.push(row);
    this.root.append(root);
    return row;
  }

  /** @param {Row} row */
  #removeRow(row) {
    if (this.#rows.length < 2) return;
    const index = this.#rows.indexOf(row);
    this.#rows.splice(index, 1);
    row.root.remove();
    this.label();
    (this.#rows[index] ?? this.#rows.at(-1))?.remove.focus();
    this.#changed();
  }
}

/** The task of a row as the setting has it. @param {Row} row */
export function itemOf({ name, low, high }) {
  return `${name.value.trim()}:${low.value}:${high.value}`;
}

/** The first letter that isn't taken; then letters with a number. @param {string[]} taken */
function freeName(taken) {
  for (let round = 0; ; round++) {
    for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
      const name = `${letter}${round || ""}`;
      if (!taken.includes(name)) return name;
    }
  }
}
