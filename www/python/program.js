// The reader's program: a field that can be typed into at once, and beside it each line's
// number, with a mark for each thread that is there. The field is as high as the program, and
// what is around it scrolls, so that nothing has to be kept in step.

import { element, mark, setText } from "../base/dom.js";
import { wish } from "../base/wish.js";
import { wordsIn } from "./words.js";

/** @typedef {import("../view/places.js").Context} Context */
/** @typedef {import("../view/places.js").Panel} Panel */
/** @typedef {import("./around.js").Around} Around */

/** So many threads at a line have a mark each; the others are counted. */
const MOST_MARKS = 3;

/** @param {Context} context @param {Around} around @returns {Panel} */
export function createProgram(context, around) {
  return new Program(context, around);
}

/** @implements {Panel} */
class Program {
  #around;
  #lane;
  #field = element("textarea", { spellcheck: "false", autocapitalize: "off", autocomplete: "off", wrap: "off", translate: "no" });
  #margin = element("div", { class: "margin", "aria-hidden": "true" });
  #washes = element("div", { class: "washes", "aria-hidden": "true" });
  #box = element("div", { class: "source" }, this.#margin, this.#washes, this.#field);
  #label = element("label", { class: "name" });
  #problems = element("ul", { class: "problems" });
  root = element(
    "section",
    { class: "program" },
    element("header", {}, this.#label),
    this.#box,
    element("div", { role: "status" }, this.#problems),
  );
  /** The numbers of the lines, and what stands at each. @type {HTMLElement[]} */
  #rows = [];
  /** What stands in the margin, as text: it is made anew only where it differs. @type {string[]} */
  #told = [];
  /** @type {import("./words.js").Words} */
  #words = wordsIn("en");
  #line = 0;

  /** @param {Context} context @param {Around} around */
  constructor(context, around) {
    this.#around = around;
    this.#lane = context.lanes[0];
    this.#field.id = "program";
    this.#label.htmlFor = this.#field.id;
    this.#field.value = around.program();
    this.#field.addEventListener("input", () => this.#typed());
    this.#field.addEventListener("keydown", (event) => this.#indent(event));
    this.#fit();
  }

  /** @param {Context} context */
  attach(context) {
    this.#lane = context.lanes[0];
    const text = this.#around.program();
    if (this.#field.value !== text) this.#field.value = text;
    this.#field.readOnly = this.#around.isReadOnly();
    this.#fit();
  }

  /** @param {import("../words/texts.js").Language} language */
  translate(language) {
    this.#words = wordsIn(language);
    this.#field.readOnly = this.#around.isReadOnly();
    setText(this.#label, this.#words.program);
    this.#field.title = this.#words.programHelp;
    this.#told = [];
  }

  /** @param {Readonly<import("../log/snapshot.js").Snapshot>} [snapshot] */
  update(snapshot) {
    const moment = this.#around.moment(0);
    // Marks would stand at other lines than those that run.
    const isTyped = this.#around.isTyped();
    /** @type {Map<number, number[]>} */
    const places = new Map();
    let line = 0;
    for (const { index, state, frames } of isTyped || this.#around.isSeveral() ? [] : (moment?.threads ?? [])) {
      const frame = frames.at(-1);
      if (!frame || state === "ended") continue;
      places.set(frame.line, [...(places.get(frame.line) ?? []), index]);
      if (state === "running") line = frame.line;
    }
    const outcome = isTyped ? undefined : moment?.outcome;
    const refusals = isTyped ? [] : (outcome?.refusals ?? this.#around.refusals());
    const wrong = new Set(refusals.map(({ line }) => line));
    const raised = outcome?.line;
    if (raised) wrong.add(raised);
    for (const [place, row] of this.#rows.entries()) this.#show(row, place + 1, places.get(place + 1) ?? [], wrong.has(place + 1));
    this.#wash(line, wrong);
    const said = refusals.map(({ line, word, reason }) => this.#words.outcomes.refusal(line, word, reason));
    if (said.join("\n") !== [...this.#problems.children].map(({ textContent }) => textContent).join("\n")) {
      this.#problems.replaceChildren(...said.map((text) => element("li", {}, text)));
    }
    // Where nobody runs, what has happened last is of interest.
    const last = this.#lane?.log.event((snapshot?.lanes[0]?.shown ?? 0) - 1)?.line ?? 0;
    const seen = raised || line || last;
    if (seen && seen !== this.#line) this.#scrollTo(seen);
    this.#line = seen;
  }

  /** @param {HTMLElement} row @param {number} line @param {number[]} threads @param {boolean} isWrong */
  #show(row, line, threads, isWrong) {
    const told = `${threads.join()} ${isWrong}`;
    if (this.#told[line] === told) return;
    this.#told[line] = told;
    const marks = threads.slice(0, MOST_MARKS).map((thread) => mark(this.#lane?.lookOf(thread) ?? 0));
    const others = threads.length - marks.length;
    row.replaceChildren(
      element("span", { class: "marks" }, ...(isWrong ? ["⚠"] : []), ...marks, others > 0 ? `+${others}` : ""),
      element("span", { class: "number" }, String(line)),
    );
    row.classList.toggle("wrong", isWrong);
  }

  /** Lets lines stand out: that of the thread that runs, and what is wrong. @param {number} line @param {Set<number>} wrong */
  #wash(line, wrong) {
    const washes = [...(line ? [{ line, name: "now" }] : []), ...[...wrong].map((line) => ({ line, name: "wrong" }))];
    this.#washes.replaceChildren(
      ...washes.map(({ line, name }) => {
        const wash = element("div", { class: name });
        wash.style.setProperty("--line-number", String(line - 1));
        return wash;
      }),
    );
  }

  /** Gives the field the size of its text, and each line its number. */
  #fit() {
    const lines = this.#field.value.split("\n");
    this.#field.rows = lines.length;
    this.#field.cols = Math.max(20, ...lines.map(widthOf)) + 1;
    while (this.#rows.length > lines.length) this.#rows.pop()?.remove();
    while (this.#rows.length < lines.length) {
      const row = element("div", { class: "row-number" });
      this.#rows.push(row);
      this.#margin.append(row);
      delete this.#told[this.#rows.length];
    }
    this.update();
  }

  #typed() {
    wish(this.root, { type: "program", text: this.#field.value });
    this.#fit();
  }

  /** A new line begins where the one before does, and after a colon further in. @param {KeyboardEvent} event */
  #indent(event) {
    if (event.key !== "Enter" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (this.#field.readOnly) return;
    const before = this.#field.value.slice(0, this.#field.selectionStart);
    const line = before.slice(before.lastIndexOf("\n") + 1);
    const [indent = ""] = /^[ \t]*/.exec(line) ?? [];
    const text = `\n${indent}${/:\s*(#.*)?$/.test(line) ? "    " : ""}`;
    event.preventDefault();
    // With this it can be undone; where there is none, the text is put in all the same.
    if (this.#field.ownerDocument.execCommand("insertText", false, text)) return;
    this.#field.setRangeText(text, this.#field.selectionStart, this.#field.selectionEnd, "end");
    this.#typed();
  }

  /** Scrolls so that a line can be seen, but not under the hands of who types. @param {number} line */
  #scrollTo(line) {
    if (this.#field.matches(":focus") && !this.#field.readOnly) return;
    const row = this.#rows[line - 1];
    if (!row) return;
    const { offsetTop: top, offsetHeight: height } = row;
    const { scrollTop, clientHeight } = this.#box;
    if (top < scrollTop) this.#box.scrollTop = top - 2 * height;
    else if (top + height > scrollTop + clientHeight) this.#box.scrollTop = top + 3 * height - clientHeight;
  }
}

/** About how many letters wide a line is: Hangul takes two. @param {string} line */
function widthOf(line) {
  let width = 0;
  for (const letter of line) width += letter === "\t" ? 8 : letter < "\u1100" ? 1 : 2;
  return width;
}
