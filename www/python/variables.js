// Variables with their values, as Python prints them: what has just changed stands out, what
// several can reach is visibly one object, and what is made of parts can be opened.

import { element, named } from "../base/dom.js";

/** @typedef {import("./run.js").Variable} Variable */

/** How objects that are shared are told apart. */
const SIGNS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

/** What has parts begins so. */
const COLLECTION = /^[[({<]|^\w+\(/;

export class Variables {
  #parts;
  /** Which are open, by their keys. @type {Set<string>} */
  #open = new Set();
  /** The objects that several can reach. @type {readonly number[]} */
  shared = [];
  /** @type {import("./words.js").Words | undefined} */
  words;

  /** @param {(object: number) => Variable[]} parts What an object is made of. */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Opens or closes what has been pressed, and says whether it was one of these. @param {EventTarget | null} target */
  toggle(target) {
    const button = target instanceof Element ? target.closest("button.value") : null;
    if (!(button instanceof HTMLElement)) return false;
    const key = button.dataset["key"] ?? "";
    if (!this.#open.delete(key)) this.#open.add(key);
    return true;
  }

  /** @param {readonly Variable[]} variables @param {string} where Tells them from others of the same names. @returns {(Node | string)[]} */
  all(variables, where) {
    return variables.flatMap((variable) => this.#show(variable, `${where} ${variable.name}`));
  }

  /** @param {Variable} variable @param {string} key @returns {(Node | string)[]} */
  #show({ name, text, object, changed }, key) {
    const { words } = this;
    const opens = object !== undefined && COLLECTION.test(text);
    const isOpen = opens && this.#open.has(key);
    const value = opens
      ? element("button", { type: "button", class: "value", "data-key": key, "aria-expanded": String(isOpen) }, text)
      : element("span", { class: "value" }, text);
    if (opens) value.title = words?.parts(name) ?? "";
    value.translate = false;
    const sign = object === undefined ? -1 : this.shared.indexOf(object);
    const node = element("span", { class: "variable" }, named(name), " = ", value);
    node.classList.toggle("changed", Boolean(changed));
    if (changed) node.append(element("span", { class: "unseen" }, ` (${words?.changed})`));
    if (sign >= 0) {
      const shared = element("span", { class: "shared", title: words?.shared ?? "" }, SIGNS[sign] ?? "●");
      node.append(" ", shared, element("span", { class: "unseen" }, ` (${words?.shared})`));
    }
    if (!isOpen || object === undefined) return [node, " "];
    const parts = this.#parts(object);
    return [node, element("span", { class: "parts" }, ...(parts.length ? this.all(parts, key) : [words?.empty ?? ""])), " "];
  }
}
