// The program as a plain text area: it can be typed into at once, and by every aid. It is as
// high as its text, and what is around it scrolls.

import { element } from "../base/dom.js";

/**
 * @typedef {object} Field Where the program is typed.
 * @property {HTMLElement} root
 * @property {string} text
 * @property {boolean} isReadOnly
 * @property {number} line The line in which the caret is.
 * @property {(name: string, help: string) => void} label
 */

/** @implements {Field} */
export class PlainField {
  root = element("textarea", { spellcheck: "false", autocapitalize: "off", autocomplete: "off", wrap: "off", translate: "no" });
  #changed;

  /** @param {(text: string) => void} changed Is told what has been typed. */
  constructor(changed) {
    this.#changed = changed;
    this.root.addEventListener("input", () => this.#typed());
    this.root.addEventListener("keydown", (event) => this.#indent(event));
  }

  get text() {
    return this.root.value;
  }

  set text(text) {
    if (this.root.value !== text) this.root.value = text;
    this.#fit();
  }

  get isReadOnly() {
    return this.root.readOnly;
  }

  set isReadOnly(isReadOnly) {
    this.root.readOnly = isReadOnly;
  }

  get line() {
    return this.root.value.slice(0, this.root.selectionStart).split("\n").length;
  }

  /** @param {string} name @param {string} help */
  label(name, help) {
    this.root.setAttribute("aria-label", name);
    this.root.title = help;
  }

  #typed() {
    this.#fit();
    this.#changed(this.root.value);
  }

  #fit() {
    const lines = this.root.value.split("\n");
    this.root.rows = lines.length;
    this.root.cols = Math.max(20, ...lines.map(widthOf)) + 1;
  }

  /** A new line begins where the one before does, and after a colon further in. @param {KeyboardEvent} event */
  #indent(event) {
    if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { root } = this;
    if (root.readOnly) return;
    const before = root.value.slice(0, root.selectionStart);
    const line = before.slice(before.lastIndexOf("\n") + 1);
    const [indent = ""] = /^[ \t]*/.exec(line) ?? [];
    const text = `\n${indent}${/:\s*(#.*)?$/.test(line) ? "    " : ""}`;
    event.preventDefault();
    // With this it can be undone; where there is none, the text is put in all the same.
    if (root.ownerDocument.execCommand("insertText", false, text)) return;
    root.setRangeText(text, root.selectionStart, root.selectionEnd, "end");
    this.#typed();
  }
}

/** About how many letters wide a line is: Hangul takes two. @param {string} line */
function widthOf(line) {
  let width = 0;
  for (const letter of line) width += letter === "\t" ? 8 : letter < "\u1100" ? 1 : 2;
  return width;
}
