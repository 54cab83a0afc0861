// The program of one lane, with a mark for each task at its line.

import { copyText, element, mark, named, setText } from "../base/dom.js";
import { isolated } from "../base/names.js";
import { RUST } from "../bindings/rust-source.js";
import { traits } from "../log/lanes.js";
import { lines, program, standingFor, writtenOut } from "../summation/programs.js";
import { TEXTS } from "./code-texts.js";
import { highlighted } from "./highlight.js";

/** @typedef {import("../view/lane.js").Lane} Lane */
/** @typedef {Parameters<typeof program>[2]} Settings */

/** The program of one lane. */
export class Listing {
  #lane;
  #code;
  #settings;
  /** So many tasks have a mark each; the others are counted. */
  #few = 0;
  /** The elements of the lines. @type {HTMLElement[]} */
  #rows = [];
  /** The lines by what happens there. @type {Map<string, number>} */
  #places = new Map();
  /** The lines at which the main program starts tasks. @type {number[]} */
  #calls = [];
  /** @type {HTMLElement[]} */
  #marks = [];
  #main = element("span", { class: "who main" }, element("i", { class: "mark", "aria-hidden": "true" }));
  #mainName = element("span");
  /** The mark of whoever did what the reader points at. @type {HTMLElement | undefined} */
  #pointed;
  #text = "";
  #shown = 0;
  #name = element("p", { class: "name" });
  #said = element("span", { class: "said", role: "status" });
  #copy = element("button", { type: "button" });
  #pre = element("pre", { translate: "no" });
  #note = element("p", { class: "note" });
  /** @type {import("./code-texts.js").Words} */
  #texts = TEXTS.en;

  /** @param {Lane} lane @param {string} code @param {Settings} settings */
  constructor(lane, code, settings) {
    this.#lane = lane;
    this.#code = code;
    this.#settings = settings;
    this.#main.append(this.#mainName);
    this.#name.id = `code-${lane.index}`;
    this.#copy.addEventListener("click", () => this.#copyText());
    this.#copy.addEventListener("blur", () => setText(this.#said, ""));
    this.root = element(
      "div",
      { class: "program", role: "group", "aria-labelledby": this.#name.id },
      element("header", {}, this.#name, this.#said, this.#copy),
      this.#pre,
      this.#note,
    );
  }

  /** Makes a mark for each task that is known, if they are few: more may come during a run. */
  #makeMarks() {
    const { length } = this.#lane.log.tasks;
    this.#few = writtenOut(length);
    for (let task = this.#marks.length; task < this.#few; task += 1) {
      const who = this.#markOf(task, "who");
      who.style.setProperty("--column", String(task + 1));
      this.#marks.push(who);
    }
    for (const who of this.#marks.splice(this.#few)) who.remove();
    const others = length - this.#few;
    this.#pre.style.setProperty("--few", String(this.#few));
    this.#pre.style.setProperty("--others", others ? `${String(others).length + 2}ch` : "0px");
  }

  /** @param {import("./code-texts.js").Words} texts @param {string} name The lane's. */
  translate(texts, name) {
    this.#texts = texts;
    const { model } = traits(this.#lane.name);
    this.#makeMarks();
    const program = this.#program(this.#few);
    this.#text = (this.#program() ?? []).map(({ text }) => `${text}\n`).join("");
    setText(this.#name, name);
    // Under a lock there is nothing to explain: no print is torn.
    const untorn = this.#settings.lock && program ? "" : texts.notes[`${this.#code} ${model}`];
    const computing = this.#settings.work === "wait" ? undefined : texts.notes[`${this.#code} ${model} compute`];
    const note = computing ?? untorn;
    setText(this.#note, note ?? (program ? "" : texts.none));
    setText(this.#said, "");
    setText(this.#copy, texts.copy);
    setText(this.#mainName, texts.main);
    this.#copy.setAttribute("aria-label", `${texts.copy}: ${name}`);
    this.#copy.hidden = this.#pre.hidden = !program;
    const written = program ?? [];
    this.#places = new Map(written.map(({ at }, line) => [at, line]));
    this.#calls = written.flatMap(({ at }, line) => (at === "call" ? [line] : []));
    this.#rows = written.map(({ at, text }) => {
      const row = element("span", { class: "line" }, element("code", {}, ...highlighted(text), "\n"));
      // A line that is too long goes on below, a little further in.
      row.style.setProperty("--indent", `${text.search(/\S|$/) + 2}ch`);
      row.dataset["at"] = at;
      return row;
    });
    this.#pre.replaceChildren(...this.#rows);
    this.update(this.#shown);
  }

  /** What is real and what isn't have the same. @param {number} [most] At most so many tasks are written out. */
  #program(most) {
    const { name } = this.#lane;
    if (this.#code !== "rust") return program(this.#code, traits(name).model, this.#settings, this.#texts.comments, most);
    const source = RUST[name];
    return source === undefined ? undefined : lines(source);
  }

  /** @param {number} shown How many events. */
  update(shown) {
    this.#shown = shown;
    const [first] = this.#rows;
    if (!first) return;
    if (this.#marks.length < writtenOut(this.#lane.log.tasks.length)) this.#makeMarks();
    const [main, ...tasks] = this.#lane.log.state(shown).places;
    for (const [task, who] of this.#marks.entries()) this.#stand(who, this.#row(tasks[task]), first);
    this.#stand(this.#main, this.#row(main), first);
    if (this.#few < this.#lane.log.tasks.length) this.#showCounts(tasks.slice(this.#few));
  }

  /**
   * Puts a mark at its line. One that is at none is there unseen: it keeps its
   * column's width, so no line moves when it comes.
   * @param {HTMLElement} who @param {HTMLElement | undefined} row @param {HTMLElement} first
   */
  #stand(who, row, first) {
    who.classList.toggle("away", !row);
    const parent = row ?? first;
    if (who.parentElement !== parent) parent.prepend(who);
  }

  /** How many of the tasks without a mark are at each line. @param {string[]} places Where those are. */
  #showCounts(places) {
    const rows = places.map((at) => this.#row(at));
    for (const row of this.#rows) {
      const node = row.querySelector(".others") ?? element("span", { class: "others" });
      const count = rows.filter((each) => each === row).length;
      setText(node, count ? `+${count}` : "");
      if (!node.isConnected) row.prepend(node);
    }
  }

  /** The line of a place. @param {string | undefined} at */
  #row(at = "") {
    // Behind the main program's place stands the task that it has started last.
    const [place = "", task] = at.split(" ");
    const own = place && standingFor(place, this.#places);
    // A program may start each task in a line of its own.
    const line = own === "call" ? this.#calls[Math.min(Number(task), this.#calls.length - 1)] : this.#places.get(own);
    return own ? this.#rows[line ?? -1] : undefined;
  }

  /** @param {import("../view/pointing.js").At | null} at */
  point(at) {
    this.#pointed?.parentElement?.classList.remove("pointed");
    this.#pointed?.remove();
    if (at?.lane !== this.#lane.index) return;
    const event = this.#lane.log.event(at.event);
    const row = this.#row(this.#lane.log.state(at.event + 1).places[event?.index ?? 0]);
    if (!row) return;
    this.#pointed = !event?.index ? element("span", { class: "by" }, this.#texts.main) : this.#markOf(event.index - 1, "by");
    row.classList.add("pointed");
    row.append(this.#pointed);
  }

  /** @param {number} task @param {string} className */
  #markOf(task, className) {
    const { log, lookOf } = this.#lane;
    const [name, look] = [log.nameOf(task + 1), lookOf(task)];
    return element("span", { class: `${className} look${look}`, title: isolated(name) }, mark(look), named(name));
  }

  async #copyText() {
    setText(this.#said, "");
    const area = element("textarea", { readonly: "", rows: "3", "aria-labelledby": this.#name.id });
    area.value = this.#text;
    area.addEventListener("blur", () => area.remove(), { once: true });
    const isCopied = await copyText(this.#pre, this.#text, () => {
      this.#note.before(area);
      area.select();
    });
    if (isCopied && area.isConnected) this.#copy.focus();
    setText(this.#said, isCopied ? this.#texts.copied : this.#texts.selected);
  }
}
