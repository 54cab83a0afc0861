// The reader's program: a field that can be typed into at once, and beside it each line's
// number, with a mark for each thread that is there. The field is as high as the program, and
// what is around it scrolls, so that nothing has to be kept in step; once an editor is there,
// it takes the field's place.

import { element, mark, setText } from "../base/dom.js";
import { wish } from "../base/wish.js";
import { PlainField } from "./plain-field.js";
import { wordsIn } from "./words.js";

/** @typedef {import("../view/places.js").Context} Context */
/** @typedef {import("../view/places.js").Panel} Panel */
/** @typedef {import("./around.js").Around} Around */

/** So many threads at a line have a mark each; the others are counted. */
const MOST_MARKS = 3;

/** Sets a breakpoint at the caret's line, as in many editors, or takes it away. */
const BREAK_KEY = "F9";

/** @param {Context} context @param {Around} around @returns {Panel} */
export function createProgram(context, around) {
  return new Program(context, around);
}

/** @implements {Panel} */
class Program {
  #around;
  #lane;
  /** @type {import("./plain-field.js").Field} */
  #field;
  #margin = element("div", { class: "margin", "aria-hidden": "true" });
  #washes = element("div", { class: "washes", "aria-hidden": "true" });
  #box = element("div", { class: "source" }, this.#margin, this.#washes);
  #label = element("p", { class: "name" });
  #problems = element("ul", { class: "problems" });
  /** Says what a breakpoint has come to, for who doesn't see it. */
  #said = element("p", { class: "unseen", role: "status" });
  root = element(
    "section",
    { class: "program" },
    element("header", {}, this.#label),
    this.#box,
    element("div", { role: "status" }, this.#problems),
    this.#said,
  );
  /** The numbers of the lines, and what stands at each. @type {HTMLElement[]} */
  #rows = [];
  /** What stands in the margin, as text: it is made anew only where it differs. @type {string[]} */
  #told = [];
  /** @type {import("./words.js").Words} */
  #words = wordsIn("en");
  /** @type {import("../words/texts.js").Language} */
  #language = "en";
  #line = 0;
  #isComposing = false;
  #wasPlaying = false;

  /** @param {Context} context @param {Around} around */
  constructor(context, around) {
    this.#around = around;
    this.#lane = context.lanes[0];
    const plain = new PlainField((text) => this.#typed(text));
    this.#field = plain;
    this.#box.append(plain.root);
    this.#margin.addEventListener("click", ({ target }) => {
      const row = target instanceof Element ? target.closest(".row-number") : null;
      if (row instanceof HTMLElement) this.#toggle(this.#rows.indexOf(row) + 1);
    });
    this.#box.addEventListener("keydown", (event) => {
      if (event.key !== BREAK_KEY || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      event.preventDefault();
      this.#toggle(this.#field.line);
    });
    this.#box.addEventListener("compositionstart", () => (this.#isComposing = true));
    this.#box.addEventListener("compositionend", () => (this.#isComposing = false));
    this.#set(around.program());
    if (!around.isPlain()) void this.#upgrade(plain);
  }

  /** Sets a breakpoint at a line, or takes it away. @param {number} line */
  #toggle(line) {
    const lines = this.#around.breakpoints();
    const isSet = lines.includes(line);
    const after = isSet ? lines.filter((other) => other !== line) : [...lines, line].toSorted((a, b) => a - b);
    wish(this.root, { type: "set", settings: { breakpoints: after.length ? after.join(" ") : undefined } });
    const { gone, set } = this.#words.breakpoints;
    setText(this.#said, (isSet ? gone : set)(line));
  }

  /** Puts an editor in the place of the plain field, which stays where it can't be had. @param {PlainField} plain */
  async #upgrade(plain) {
    const found = await import("./code-field.js").catch(() => undefined);
    if (!found || !this.root.isConnected) return;
    // A syllable that is being put together would be lost.
    if (this.#isComposing) await new Promise((resolve) => plain.root.addEventListener("compositionend", resolve, { once: true }));
    this.#field = new found.CodeField(plain, (text) => this.#typed(text));
    this.translate(this.#language);
  }

  /** @param {Context} context */
  attach(context) {
    this.#lane = context.lanes[0];
    this.#field.isReadOnly = this.#around.isReadOnly();
    this.#set(this.#around.program());
  }

  /** @param {import("../words/texts.js").Language} language */
  translate(language) {
    this.#language = language;
    this.#words = wordsIn(language);
    this.#field.isReadOnly = this.#around.isReadOnly();
    setText(this.#label, this.#words.program);
    this.#field.label(this.#words.program, this.#words.programHelp);
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
    const cuts = new Set(isTyped ? [] : this.#around.cuts().map((cut) => cut.line));
    const outcome = isTyped ? undefined : moment?.outcome;
    const refusals = isTyped ? [] : (outcome?.refusals ?? this.#around.refusals());
    const wrong = new Set(refusals.map(({ line }) => line));
    const raised = outcome?.line;
    if (raised) wrong.add(raised);
    const breakpoints = new Set(this.#around.breakpoints());
    for (const [place, row] of this.#rows.entries()) {
      const at = place + 1;
      this.#show(row, at, places.get(at) ?? [], wrong.has(at), cuts.has(at), breakpoints.has(at));
    }
    const isMet = Boolean(snapshot?.paused && line && breakpoints.has(line) && !outcome);
    if (this.#wasPlaying && isMet) setText(this.#said, this.#words.breakpoints.met(line));
    if (snapshot) this.#wasPlaying = !snapshot.paused;
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

  /**
   * @param {HTMLElement} row @param {number} line @param {number[]} threads
   * @param {boolean} isWrong @param {boolean} isCut @param {boolean} breaks Whether it has a breakpoint.
   */
  #show(row, line, threads, isWrong, isCut, breaks) {
    const told = `${threads.join()} ${isWrong} ${isCut} ${breaks}`;
    if (this.#told[line] === told) return;
    this.#told[line] = told;
    const marks = threads.slice(0, MOST_MARKS).map((thread) => mark(this.#lane?.lookOf(thread) ?? 0));
    const others = threads.length - marks.length;
    row.replaceChildren(
      element(
        "span",
        { class: "marks" },
        ...(isWrong ? ["⚠"] : []),
        ...(isCut ? [element("span", { class: "cut" }, "⇄")] : []),
        ...marks,
        others > 0 ? `+${others}` : "",
      ),
      element("span", { class: "number" }, String(line)),
    );
    row.classList.toggle("wrong", isWrong);
    row.classList.toggle("breaks", breaks);
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

  /** @param {string} text */
  #set(text) {
    this.#field.text = text;
    this.#number();
  }

  /** Gives each line its number. */
  #number() {
    const { length } = this.#field.text.split("\n");
    while (this.#rows.length > length) this.#rows.pop()?.remove();
    while (this.#rows.length < length) {
      const row = element("div", { class: "row-number" });
      this.#rows.push(row);
      this.#margin.append(row);
      delete this.#told[this.#rows.length];
    }
    this.update();
  }

  /** @param {string} text */
  #typed(text) {
    wish(this.root, { type: "program", text });
    this.#number();
  }

  /** Scrolls so that a line can be seen, but not under the hands of who types. @param {number} line */
  #scrollTo(line) {
    if (this.#box.contains(/** @type {ShadowRoot} */ (this.root.getRootNode()).activeElement) && !this.#field.isReadOnly) return;
    const row = this.#rows[line - 1];
    if (!row) return;
    const { offsetTop: top, offsetHeight: height } = row;
    const { scrollTop, clientHeight } = this.#box;
    if (top < scrollTop) this.#box.scrollTop = top - 2 * height;
    else if (top + height > scrollTop + clientHeight) this.#box.scrollTop = top + 3 * height - clientHeight;
  }
}
