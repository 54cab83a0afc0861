// The form in which the reader changes the tasks and how they run.
//
// What is in force are the host's attributes; the form is a draft of them. While
// nothing is wrong with the draft it is put in force as one types. Otherwise the
// form says what is wrong, and the demo stays as it is.

import { element, mark, setText } from "../base/dom.js";
import { NAMES, inForce, meaningOf, pick, refusalOf, same } from "./editor-settings.js";
import { TEXTS } from "./editor-texts.js";
import { LANES } from "../engine/lanes.js";
import { Looks } from "../base/look.js";
import { Permutations } from "../summation/permutations.js";
import { explain, textsIn } from "../words/texts.js";

/** @typedef {import("./panel.js").Context} Context */
/** @typedef {import("./panel.js").Panel} Panel */
/** @typedef {import("./editor-settings.js").Settings} Settings */
/** @typedef {import("../engine/engine.js").Refusal} Refusal */
/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
/** @typedef {{field: Field, message: string, node?: HTMLElement}} Fault What is wrong with a field, and where that is said. */
/** @typedef {"add" | "undo" | "redo" | "lesson" | "work" | "interval" | "seconds" | "seed" | "shuffle" | "lock"} Word */

/** @typedef {keyof ReturnType<typeof textsIn>["lanes"]} LaneName */
/** The lanes that are offered. @type {LaneName[]} */
/** What a step can do. */
const WORKS = /** @type {const} */ (["wait", "compute", "block"]);

/** With more tasks than this they are edited as one text. */
const MOST_ROWS = 12;
/** Whoever types pauses so long, in milliseconds, before the draft is looked at. */
const PAUSE = 250;
/** How far back one can go. */
const MOST_STEPS = 500;

/** @param {Context} context @returns {Panel} */
export function create(context) {
  return new Editor(context);
}

/** @implements {Panel} */
class Editor {
  #host;
  /** @type {import("../words/texts.js").Language} */
  #language = "en";
  /** What has been put in force last. @type {Settings} */
  #settings;
  /** What that means. */
  #meaning;
  /** What the page came with. @type {Settings} */
  #lesson;
  /** @type {Settings[]} */
  #past = [];
  /** @type {Settings[]} */
  #future = [];
  /** @type {Fault[]} */
  #faults = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  #looks = new Looks();
  /** @type {Row[]} */
  #rows = [];
  #list = element("ol");
  #whole = element("textarea", { rows: "5", spellcheck: "false" });
  /** The words of the form. @type {Map<Word, HTMLElement>} */
  #words = new Map();
  #add = this.#button("add", () => this.#addTask());
  #undo = this.#button("undo", () => this.#travel(true));
  #redo = this.#button("redo", () => this.#travel(false));
  #back = this.#button("lesson", () => this.#backToLesson());
  #interval = element("input", { type: "number", min: "0", step: "any" });
  #work = element("select", {}, ...WORKS.map((value) => element("option", { value })));
  #lanes = element("fieldset");
  /** @type {Map<string, HTMLInputElement>} */
  #boxes = new Map();
  #seed = element("input", { type: "number", min: "0", class: "seed" });
  #lock = element("input", { type: "checkbox" });
  #permutations = new Permutations();
  /** What there is for simulated threads alone. */
  #chance = [element("label", {}, this.#word("seed"), this.#seed), this.#button("shuffle", () => this.#shuffle()), this.#permutations.root];
  #threads = element("div", { class: "tools" }, ...this.#chance);
  root = element(
    "div",
    { class: "editor", role: "group" },
    this.#list,
    this.#whole,
    element("div", { class: "tools" }, this.#add, this.#undo, this.#redo, this.#back),
    element(
      "div",
      { class: "tools" },
      element("label", {}, this.#word("work"), this.#work),
      element("label", {}, this.#word("interval"), this.#interval, this.#word("seconds")),
      this.#lanes,
    ),
    this.#threads,
  );

  /** @param {Context} context */
  constructor({ host }) {
    this.#host = host;
    this.#settings = this.#lesson = inForce(host);
    this.#meaning = meaningOf(this.#settings);
    this.#permutations.root.before(element("label", {}, this.#lock, this.#word("lock")));
    for (const lane of Object.keys(LANES)) this.#addLane(lane);
    this.root.addEventListener("input", ({ target }) => {
      clearTimeout(this.#timer);
      // What is chosen with one press has changed already.
      if (target instanceof HTMLElement && target.matches("[type=checkbox], select")) return;
      this.#timer = setTimeout(() => this.#commit(), PAUSE);
    });
    this.root.addEventListener("change", () => this.#commitAndFill());
    this.root.addEventListener("keydown", (event) => this.#onKey(event));
    this.#fill();
    this.#tellOfThreads();
  }

  /** A new run has begun; its settings may have come from elsewhere. */
  attach() {
    const settings = inForce(this.#host);
    if (!same(settings, this.#settings)) {
      this.#remember(settings);
      this.#fill();
    }
    this.#tellOfThreads();
  }

  /** The course of a run changes nothing here. */
  update() {}

  remove() {
    clearTimeout(this.#timer);
    this.#looks.clear();
    this.#permutations.stop();
  }

  /** @param {import("../words/texts.js").Language} language */
  translate(language) {
    this.#language = language;
    const texts = TEXTS[language];
    for (const [name, node] of this.#words) setText(node, texts[name]);
    this.root.setAttribute("aria-label", texts.editor);
    this.#whole.setAttribute("aria-label", texts.whole);
    this.#lanes.setAttribute("aria-label", texts.lanes);
    for (const [index, work] of WORKS.entries()) setText(/** @type {HTMLElement} */ (this.#work.options[index]), texts.works[work]);
    for (const [lane, { nextSibling }] of this.#boxes) {
      if (nextSibling) setText(nextSibling, textsIn(language).lanes[/** @type {LaneName} */ (lane)].name);
    }
    this.#labelRows();
    this.#permutations.translate(language);
    if (this.#faults.length) this.#showFaults(this.#findFaults());
  }

  // From the form to the settings.

  /** Puts the draft in force, if nothing is wrong with it. Returns whether that is so. */
  #commit() {
    clearTimeout(this.#timer);
    const faults = this.#findFaults();
    this.#showFaults(faults);
    if (faults.length) return false;
    const draft = this.#draft();
    if (!same(draft, this.#settings)) {
      this.#remember(draft);
      this.#enforce();
      this.#labelRows();
    }
    return true;
  }

  #commitAndFill() {
    if (this.#commit()) this.#fill();
  }

  /** The draft as settings; what means the same as before stays as it was written. */
  #draft() {
    const before = this.#meaning;
    const lanes = this.#chosenLanes();
    const now = {
      tasks: this.#tasksText(),
      interval: this.#millis(),
      lanes: lanes.join(" "),
      seed: lanes.includes("threads") ? this.#seed.value : before.seed,
      lock: this.#lock.checked ? "" : undefined,
      work: this.#work.value,
    };
    /** @type {Record<string, string | undefined>} */
    const draft = { ...this.#settings };
    for (const name of /** @type {(keyof typeof now)[]} */ (Object.keys(now))) {
      if (now[name] !== before[name]) draft[name] = now[name];
    }
    return pick(draft);
  }

  #tasksText() {
    return this.#whole.hidden ? this.#rows.map(itemOf).join(" ") : this.#whole.value;
  }

  /** The interval as the setting has it. The field has seconds, as the clocks do. */
  #millis() {
    return String(Math.round(Number(this.#interval.value) * 1000));
  }

  #chosenLanes() {
    return [...this.#boxes].flatMap(([lane, box]) => (box.checked ? [lane] : []));
  }

  #findFaults() {
    const texts = TEXTS[this.#language];
    /** @type {Fault[]} */
    const faults = [];
    const add = (/** @type {Field} */ field, /** @type {string} */ message) => faults.push({ field, message });
    for (const row of this.#rows) {
      const name = row.name.value.trim();
      // The core would take it for two tasks.
      if (/[\p{White_Space},]/u.test(name)) add(row.name, texts.notAName);
      else if (!name) add(row.name, texts.noName);
      for (const field of [row.low, row.high]) {
        if (!isWhole(field)) add(field, texts.notWhole);
      }
    }
    if (!faults.length) {
      for (const row of this.#rows) {
        const refusal = refusalOf("tasks", itemOf(row));
        if (refusal?.code === "low" || refusal?.code === "high") add(row[refusal.code], texts.notWithin(refusal.allowed));
      }
    }
    // What is wrong with none of the tasks may be wrong with all together.
    const all = faults.length ? undefined : refusalOf("tasks", this.#tasksText());
    if (all) add(this.#rows.at(-1)?.high ?? this.#whole, explain(textsIn(this.#language), all));
    const interval = refusalOf("interval", this.#millis());
    if (interval) add(this.#interval, texts.notSeconds(interval.allowed.map((millis) => String(Number(millis) / 1000))));
    const lanes = this.#chosenLanes();
    const [field] = this.#boxes.values();
    if (field && !lanes.length) add(field, texts.noLane);
    const seed = lanes.includes("threads") ? refusalOf("seed", this.#seed.value) : undefined;
    if (seed) add(this.#seed, texts.notWithin(seed.allowed));
    return faults;
  }

  /** @param {Fault[]} faults */
  #showFaults(faults) {
    const before = this.#faults;
    for (const { field } of before) {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
    }
    for (const [index, fault] of faults.entries()) {
      const { field, message } = fault;
      const said = before.find((other) => other.field === field && other.message === message)?.node;
      fault.node = said ?? element("p", { class: "problem", role: "alert" }, message);
      fault.node.id = `problem-${index}`;
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", fault.node.id);
      // Only what is new is to be read aloud.
      if (!said) placeBeside(field, fault.node);
    }
    for (const { node } of before) {
      if (!faults.some((fault) => fault.node === node)) node?.remove();
    }
    this.#faults = faults;
    this.#showWhatCanBeDone();
  }

  // From one state of the settings to another.

  /** A step onwards in the history. @param {Settings} settings */
  #remember(settings) {
    this.#past.push(this.#settings);
    if (this.#past.length > MOST_STEPS) this.#past.shift();
    this.#future = [];
    this.#become(settings);
  }

  /** @param {Settings} settings */
  #become(settings) {
    this.#settings = settings;
    this.#meaning = meaningOf(settings);
    this.#showWhatCanBeDone();
  }

  #enforce() {
    for (const name of NAMES) {
      const value = this.#settings[name];
      if (value === undefined) this.#host.removeAttribute(name);
      else if (this.#host.getAttribute(name) !== value) this.#host.setAttribute(name, value);
    }
  }

  /** Undoes, or redoes. @param {boolean} back */
  #travel(back) {
    // A right draft is a step by itself. A wrong one is what is to be undone.
    if (this.#commit()) {
      const [from, to] = back ? [this.#past, this.#future] : [this.#future, this.#past];
      const settings = from.pop();
      if (!settings) return;
      to.push(this.#settings);
      this.#become(settings);
      this.#enforce();
    }
    this.#fill();
  }

  #backToLesson() {
    if (!same(this.#lesson, this.#settings)) {
      this.#remember(this.#lesson);
      this.#enforce();
    }
    this.#fill();
  }

  /** Another seed at the same moment, so that one press compares two ends. */
  async #shuffle() {
    const host = this.#host;
    const { currentTime, paused } = host;
    this.#seed.value = String(crypto.getRandomValues(new Uint32Array(1))[0]);
    if (!this.#commit()) return;
    await host.ready;
    if (currentTime > 0) host.currentTime = currentTime;
    if (!paused) host.play();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    // By its place as well, because a Korean keyboard writes ㅋ there.
    const z = key === "z" || (key > "\x7f" && event.code === "KeyZ");
    if (!z && key !== "y") return;
    event.preventDefault();
    this.#travel(z && !event.shiftKey);
  }

  // From the settings to the form.

  /** Shows the settings in force, in place, so that the focus and the caret stay. */
  #fill() {
    clearTimeout(this.#timer);
    const { list, tasks, interval, lanes, seed, lock, work } = this.#meaning;
    const hadFocus = this.root.matches(":focus-within");
    const whole = list.length > MOST_ROWS || this.#whole.matches(":focus");
    this.#whole.hidden = !whole;
    this.#list.hidden = this.#add.hidden = whole;
    setValue(this.#whole, tasks);
    const rows = whole ? [] : list;
    while (this.#rows.length > rows.length) this.#rows.pop()?.root.remove();
    for (const [index, { name, low, high }] of rows.entries()) {
      const row = this.#rows[index] ?? this.#addRow();
      setValue(row.name, name);
      setValue(row.low, low);
      setValue(row.high, high);
    }
    this.#labelRows();
    setValue(this.#interval, String(Number(interval) / 1000));
    this.#fillLanes(lanes.split(" "));
    setValue(this.#seed, seed);
    this.#lock.checked = lock === "";
    this.#work.value = work;
    this.#showFaults([]);
    if (hadFocus && !this.root.matches(":focus-within")) (whole ? this.#whole : this.#add).focus();
  }

  /** Ticks the lanes. If they have an order of their own, so have the boxes. @param {string[]} lanes */
  #fillLanes(lanes) {
    for (const lane of lanes) if (!this.#boxes.has(lane)) this.#addLane(lane);
    for (const [lane, box] of this.#boxes) box.checked = lanes.includes(lane);
    if (this.#chosenLanes().join() === lanes.join()) return;
    for (const lane of new Set([...lanes, ...this.#boxes.keys()])) {
      this.#boxes.get(lane)?.parentElement?.remove();
      this.#addLane(lane).checked = lanes.includes(lane);
    }
  }

  /** @param {string} lane */
  #addLane(lane) {
    const box = element("input", { type: "checkbox" });
    const { name } = textsIn(this.#language).lanes[/** @type {LaneName} */ (lane)];
    this.#lanes.append(element("label", {}, box, name));
    this.#boxes.delete(lane);
    this.#boxes.set(lane, box);
    return box;
  }

  #tellOfThreads() {
    const { list, tasks, lanes, seed, lock } = this.#meaning;
    const simulated = lanes.includes("threads");
    this.#threads.hidden = !simulated && !lanes.includes("workers");
    for (const node of this.#chance) node.hidden = !simulated;
    if (simulated) this.#permutations.show(list, tasks, seed, lock === "");
  }

  #showWhatCanBeDone() {
    const wrong = this.#faults.length > 0;
    able(this.#undo, wrong || this.#past.length > 0);
    able(this.#redo, this.#future.length > 0);
    able(this.#back, wrong || !same(this.#lesson, this.#settings));
  }

  /** @param {Word} name */
  #word(name) {
    const node = element("span");
    this.#words.set(name, node);
    return node;
  }

  /** @param {Word} name @param {() => void} press */
  #button(name, press) {
    const node = element("button", { type: "button" }, this.#word(name));
    node.addEventListener("click", press);
    return node;
  }

  // Tasks in rows.

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
    this.#list.append(root);
    return row;
  }

  #labelRows() {
    this.#looks.show(this.#rows.map(({ name }) => name.value.trim()));
    for (const [index, { root, name, low, high, remove }] of this.#rows.entries()) {
      root.firstChild?.replaceWith(mark(this.#looks.of(name.value.trim())));
      const texts = TEXTS[this.#language].row(index + 1);
      for (const [place, node] of [name, low, high, remove].entries()) node.setAttribute("aria-label", texts[place] ?? "");
      able(remove, this.#rows.length > 1);
    }
  }

  /** One more task, whose range goes on where the last one's ends. */
  #addTask() {
    const last = this.#rows.at(-1);
    const names = this.#rows.map((row) => row.name.value);
    let low = Number(last?.high.value);
    let high = low + Math.max(1, low - Number(last?.low.value));
    if (!Number.isSafeInteger(high)) [low, high] = [1, 5];
    const row = this.#addRow();
    row.name.value = freeName(names);
    row.low.value = String(low);
    row.high.value = String(high);
    this.#labelRows();
    this.#commitAndFill();
    // There may have been one too many for rows.
    const field = this.#whole.hidden ? row.name : this.#whole;
    field.focus();
    if (field === row.name) field.select();
  }

  /** @param {Row} row */
  #removeRow(row) {
    if (this.#rows.length < 2) return;
    const index = this.#rows.indexOf(row);
    this.#rows.splice(index, 1);
    row.root.remove();
    this.#labelRows();
    (this.#rows[index] ?? this.#rows.at(-1))?.remove.focus();
    this.#commitAndFill();
  }
}

/**
 * @typedef {object} Row The fields of a task.
 * @property {HTMLElement} root
 * @property {HTMLInputElement} name
 * @property {HTMLInputElement} low
 * @property {HTMLInputElement} high
 * @property {HTMLButtonElement} remove
 */

/** The task of a row as the setting has it. @param {Row} row */
function itemOf({ name, low, high }) {
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

/** Whether a field has a whole number, as the setting takes it. @param {HTMLInputElement} field */
function isWhole({ value }) {
  return /^[-+]?\d+$/.test(value);
}

/** Puts what is wrong with a field where the field is. @param {Field} field @param {HTMLElement} node */
function placeBeside(field, node) {
  const row = field.closest("li");
  if (row) row.append(node);
  else (field.closest("fieldset, label") ?? field).after(node);
}

/** @param {Field} field @param {string} value */
function setValue(field, value) {
  // The caret moves even where the value is set to what it was.
  if (field.value !== value) field.value = value;
}

/** Whether a button does anything. It isn't disabled, because that takes the focus away. @param {HTMLElement} node @param {boolean} can */
function able(node, can) {
  node.setAttribute("aria-disabled", String(!can));
}

/** Marks the template as a style sheet, for editors and for the build. */
const css = String.raw;

export const styles = css`
@media screen { .place:has(> .editor) + .tasks { display: none } }
@media print { .editor { display: none !important } }
.editor { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.6em; font-size: 0.94em }
.editor ol { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20em), 1fr)); gap: 0.4em 1.5em; padding: 0; list-style: none }
.editor li { display: flex; align-items: center; gap: 0.25em; white-space: pre }
.editor li .mark { flex: none; width: 0.85em; height: 0.85em }
.editor [hidden] { display: none !important }
.editor select { min-width: 0; max-width: 100%; min-height: 2.2em; padding: 0 0.3em; border: 1px solid var(--muted); border-radius: 0.4em; background: var(--paper); color: inherit; font: inherit }
.editor :where(input, textarea) { width: 4.2em; min-width: 0; min-height: 2.2em; padding: 0.2em 0.45em; border: 1px solid var(--muted); border-radius: 0.4em; background: var(--paper); color: inherit; font: inherit; appearance: textfield }
.editor ::-webkit-inner-spin-button { appearance: none }
.editor li input { flex: 1 1 3em }
.editor li .name { flex: 2 1 5em; font-weight: 600 }
.editor .seed { width: 7.5em }
.editor textarea { width: 100%; resize: vertical }
.editor [type="checkbox"] { appearance: auto; width: 1.15em; min-height: 1.15em; margin: 0; accent-color: var(--accent) }
.editor [aria-invalid="true"] { border-color: var(--alarm); outline: 1px solid var(--alarm); outline-offset: 0; text-decoration: underline wavy var(--alarm) 1px }
.editor [aria-invalid="true"]:focus { outline-width: 3px }
.editor button { min-width: 2.2em; min-height: 2.2em; padding: 0.1em 0.7em; border: 1px solid var(--hair); border-radius: 0.4em; background: none; cursor: pointer }
.editor li button { flex: none; padding: 0; border: 0; color: var(--muted); font-size: 1.2em; line-height: 1 }
.editor button[aria-disabled="true"] { color: var(--muted); opacity: 0.55; cursor: default }
@media (hover: hover) { .editor button:not([aria-disabled="true"]):hover { background: var(--wash) } }
.editor .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4em 0.8em }
.editor fieldset { display: contents }
.editor label { display: inline-flex; align-items: center; gap: 0.4em; max-width: 100%; min-height: 2.2em }
.editor .problem { color: var(--alarm); white-space: normal }
.editor li:has(.problem) { flex-wrap: wrap }
.editor li .problem { flex: 1 0 100%; padding-inline-start: 1.4em }
.permutations { display: grid; gap: 0.3em; flex-basis: 100% }
.permutations p { max-width: 70em; min-height: 1.5em }
.permutations p + p { min-height: 3em; color: var(--muted) }
.permutations b { color: var(--ink) }
@container (max-width: 35rem) {
  .permutations p { min-height: 4.5em }
  .permutations p + p { min-height: 7.5em }
}
@container (max-width: 15rem) {
  .editor :is(li, label) { flex-wrap: wrap }
  .editor li input { min-width: 3em }
}
`;
