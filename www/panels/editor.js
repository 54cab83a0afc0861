// The form in which the reader changes the tasks and how they run.
//
// What is in force are the host's attributes; the form is a draft of them. While
// nothing is wrong with the draft it is put in force as one types. Otherwise the
// form says what is wrong, and the demo stays as it is.

import { element, setText } from "../base/dom.js";
import { wish } from "../base/wish.js";
import { LANES, traits } from "../log/lanes.js";
import { Permutations } from "../summation/permutations.js";
import { laneName } from "../view/lane.js";
import { explain, textsIn } from "../words/texts.js";
import { NAMES, pick, same } from "./editor-settings.js";
import { TEXTS } from "./editor-texts.js";
import { able, isWhole, setValue, showFaults } from "./fields.js";
import { History } from "./history.js";
import { itemOf, TaskRows } from "./task-rows.js";

export { styles } from "./editor-styles.js";

/** @typedef {import("../view/places.js").Context} Context */
/** @typedef {import("../view/places.js").Panel} Panel */
/** @typedef {import("./lesson.js").Lesson} Lesson */
/** @typedef {import("./editor-settings.js").Settings} Settings */
/** @typedef {import("./fields.js").Field} Field */
/** @typedef {import("./fields.js").Fault} Fault */
/** @typedef {"add" | "undo" | "redo" | "lesson" | "work" | "interval" | "seconds" | "seed" | "shuffle" | "lock"} Word */

/** What a step can do. */
const WORKS = /** @type {const} */ (["wait", "compute", "block"]);

/** With more tasks than this they are edited as one text. */
const MOST_ROWS = 12;
/** Whoever types pauses so long, in milliseconds, before the draft is looked at. */
const PAUSE = 250;
/** @param {Context} context @param {Lesson} lesson @returns {Panel} */
export function create(context, { model }) {
  return new Editor(context, model);
}

/** @implements {Panel} */
class Editor {
  #model;
  /** @type {import("../words/texts.js").Language} */
  #language = "en";
  #history;
  /** What the settings in force mean. */
  #meaning;
  /** @type {Fault[]} */
  #faults = [];
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  #tasks = new TaskRows(() => this.#commitAndFill());
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
  #permutations = new Permutations((settings) => this.#logOf(settings));
  /** What there is for simulated threads alone. */
  #chance = [element("label", {}, this.#word("seed"), this.#seed), this.#button("shuffle", () => this.#shuffle()), this.#permutations.root];
  #threads = element("div", { class: "tools" }, ...this.#chance);
  root = element(
    "div",
    { class: "editor", role: "group" },
    this.#tasks.root,
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

  /** @param {Context} context @param {Lesson["model"]} model */
  constructor({ settings }, model) {
    this.#model = model;
    this.#history = new History(pick(settings));
    this.#meaning = model.meaningOf(this.#history.now);
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

  /** A new run has begun; its settings may have come from elsewhere. @param {Context} context */
  attach(context) {
    const settings = pick(context.settings);
    if (!same(settings, this.#history.now)) {
      this.#remember(settings);
      this.#fill();
    }
    this.#tellOfThreads();
  }

  /** The course of a run changes nothing here. */
  update() {}

  remove() {
    clearTimeout(this.#timer);
    this.#tasks.clear();
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
      if (nextSibling) setText(nextSibling, laneName(lane, language));
    }
    this.#tasks.translate(language);
    this.#permutations.translate(language);
    if (this.#faults.length) this.#showFaults(this.#findFaults());
  }

  // From the form to the settings.

  /** Puts the draft in force, if nothing is wrong with it. Returns whether that is so. @param {boolean} [stay] At the same moment. */
  #commit(stay = false) {
    clearTimeout(this.#timer);
    const faults = this.#findFaults();
    this.#showFaults(faults);
    if (faults.length) return false;
    const draft = this.#draft();
    if (!same(draft, this.#history.now)) {
      this.#remember(draft);
      this.#enforce(stay);
      this.#tasks.label();
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
      seed: lanes.some(hasChance) ? this.#seed.value : before.seed,
      lock: this.#lock.checked ? "" : undefined,
      work: this.#work.value,
    };
    /** @type {Record<string, string | undefined>} */
    const draft = { ...this.#history.now };
    for (const name of /** @type {(keyof typeof now)[]} */ (Object.keys(now))) {
      if (now[name] !== before[name]) draft[name] = now[name];
    }
    return pick(draft);
  }

  #tasksText() {
    return this.#whole.hidden ? this.#tasks.text : this.#whole.value;
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
    const { refusalOf } = this.#model;
    /** @type {Fault[]} */
    const faults = [];
    const add = (/** @type {Field} */ field, /** @type {string} */ message) => faults.push({ field, message });
    const { rows } = this.#tasks;
    for (const row of rows) {
      const name = row.name.value.trim();
      // The core would take it for two tasks.
      if (/[\p{White_Space},]/u.test(name)) add(row.name, texts.notAName);
      else if (!name) add(row.name, texts.noName);
      for (const field of [row.low, row.high]) {
        if (!isWhole(field)) add(field, texts.notWhole);
      }
    }
    if (!faults.length) {
      for (const row of rows) {
        const refusal = refusalOf("tasks", itemOf(row));
        if (refusal?.code === "low" || refusal?.code === "high") add(row[refusal.code], texts.notWithin(refusal.allowed));
      }
    }
    // What is wrong with none of the tasks may be wrong with all together.
    const all = faults.length ? undefined : refusalOf("tasks", this.#tasksText());
    if (all) add(rows.at(-1)?.high ?? this.#whole, explain(textsIn(this.#language), all));
    const interval = refusalOf("interval", this.#millis());
    if (interval) add(this.#interval, texts.notSeconds(interval.allowed.map((millis) => String(Number(millis) / 1000))));
    const lanes = this.#chosenLanes();
    const [field] = this.#boxes.values();
    if (field && !lanes.length) add(field, texts.noLane);
    const seed = lanes.some(hasChance) ? refusalOf("seed", this.#seed.value) : undefined;
    if (seed) add(this.#seed, texts.notWithin(seed.allowed));
    return faults;
  }

  /** @param {Fault[]} faults */
  #showFaults(faults) {
    showFaults(this.#faults, faults);
    this.#faults = faults;
    this.#showWhatCanBeDone();
  }

  // From one state of the settings to another.

  /** A step onwards in the history. @param {Settings} settings */
  #remember(settings) {
    this.#history.remember(settings);
    this.#become();
  }

  /** Other settings are in force. */
  #become() {
    this.#meaning = this.#model.meaningOf(this.#history.now);
    this.#showWhatCanBeDone();
  }

  /** Wishes that the settings were in force. @param {boolean} [stay] At the same moment. */
  #enforce(stay = false) {
    const settings = Object.fromEntries(NAMES.map((name) => [name, this.#history.now[name]]));
    wish(this.root, { type: "set", settings, stay });
  }

  /** Undoes, or redoes. @param {boolean} back */
  #travel(back) {
    // A right draft is a step by itself. A wrong one is what is to be undone.
    if (this.#commit()) {
      if (!this.#history.travel(back)) return;
      this.#become();
      this.#enforce();
    }
    this.#fill();
  }

  #backToLesson() {
    if (!this.#history.isFirst) {
      this.#history.goToFirst();
      this.#become();
      this.#enforce();
    }
    this.#fill();
  }

  /** Another seed at the same moment, so that one press compares two ends. */
  #shuffle() {
    this.#seed.value = String(crypto.getRandomValues(new Uint32Array(1))[0]);
    this.#commit(true);
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
    this.#tasks.root.hidden = this.#add.hidden = whole;
    setValue(this.#whole, tasks);
    this.#tasks.fill(whole ? [] : list);
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
    this.#lanes.append(element("label", {}, box, laneName(lane, this.#language)));
    this.#boxes.delete(lane);
    this.#boxes.set(lane, box);
    return box;
  }

  #tellOfThreads() {
    const { list, tasks, lanes, seed, lock } = this.#meaning;
    const chosen = lanes.split(" ");
    const simulated = chosen.some(hasChance);
    this.#threads.hidden = chosen.every((lane) => traits(lane).oneThread);
    for (const node of this.#chance) node.hidden = !simulated;
    if (simulated) this.#permutations.show(list, tasks, seed, lock === "");
  }

  #showWhatCanBeDone() {
    const wrong = this.#faults.length > 0;
    able(this.#undo, wrong || this.#history.canUndo);
    able(this.#redo, this.#history.canRedo);
    able(this.#back, wrong || !this.#history.isFirst);
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

  #addTask() {
    const row = this.#tasks.add();
    // There may have been one too many for rows.
    const field = this.#whole.hidden ? row.name : this.#whole;
    field.focus();
    if (field === row.name) field.select();
  }

  /** What the lane in which chance decides prints with these settings. @param {Record<string, string>} settings */
  async #logOf(settings) {
    const { session, rest } = this.#model;
    const run = session({ ...settings, lanes: Object.keys(LANES).find(hasChance) ?? "" });
    run.seek(run.snapshot.duration);
    while (run.snapshot.behind) await rest();
    const log = run.logs[0]?.text(0, run.snapshot.lanes[0]?.shown ?? 0) ?? "";
    run.free();
    return log;
  }
}

/** Whether chance decides in a lane. @param {string} lane */
function hasChance(lane) {
  return traits(lane).order === "chance";
}
