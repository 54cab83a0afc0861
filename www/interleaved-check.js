// Registers <interleaved-check>: the reader's own log, who can have printed it, and
// who wrote what in which order. It is a module of its own, for pages that want it.

import { examine } from "./check/check-log.js";
import { Lines } from "./check/check-lines.js";
import { Story } from "./check/check-story.js";
import { styles } from "./check/check-styles.js";
import { TEXTS } from "./check/check-texts.js";
import { Order } from "./check/check-timeline.js";
import { COURSE, EXAMPLES } from "./check/examples.js";
import { element, mark, named, setText } from "./base/dom.js";
import { addStyles, renewStyles } from "./base/home.js";
import { keepKeys } from "./base/keys.js";
import { Looks } from "./base/look.js";
import { isolated, isolatedTask } from "./base/names.js";
import { styles as common } from "./base/style.js";
import { languageOf, SettingError } from "./words/texts.js";

/** @typedef {import("./check/check-log.js").Result} Result */
/** @typedef {import("./check/check-texts.js").Words} Words */

/** What a text area makes a newline of. */
const LINE_ENDS = /\r\n?/g;
/** Whoever is typing is left alone for so many milliseconds. */
const TYPING = 200;
/** So many torn lines and tasks are told of; the others are counted. */
const TOLD = 4;
const TOLD_TASKS = 12;

/** Where there is no page, as in Node, the module can be imported all the same. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

export class InterleavedCheck extends Base {
  static observedAttributes = ["log", "tasks", "lang"];

  #root = this.attachShadow({ mode: "open" });
  #label = element("label", { for: "log" });
  #area = element("textarea", {
    id: "log",
    rows: "15",
    wrap: "off",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    translate: "no",
  });
  #buttons = element("div", { class: "examples", role: "group" });
  #tasksLabel = element("label", { for: "tasks" });
  #tasks = element("input", {
    id: "tasks",
    placeholder: "A:1:5 B:5:10 C:10:15",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    translate: "no",
    "aria-describedby": "mistake",
  });
  /** What is wrong with the tasks, said where they are. */
  #mistake = element("p", { class: "alert", id: "mistake", role: "alert" });
  #alert = element("p", { class: "alert", role: "alert" });
  #verdict = element("p", { class: "verdict" });
  #why = element("p");
  #told = element("div", { class: "happened" });
  #found = element("p", { class: "tasks" });
  #lines = new Lines();
  #orderTitle = element("p", { class: "title" });
  #order = new Order();
  #legend = element("p", { class: "legend" });
  #shown = element("div", { class: "shown" }, this.#lines.root);
  #timeline = element("div", { class: "sequence" }, this.#orderTitle, this.#order.root, this.#legend);
  #frame = element(
    "div",
    { class: "frame" },
    this.#alert,
    element(
      "div",
      { class: "body check" },
      element(
        "div",
        { class: "given" },
        element("div", { class: "head" }, this.#label, this.#buttons),
        this.#area,
        this.#tasksLabel,
        this.#tasks,
        this.#mistake,
      ),
      element("div", { class: "answer" }, element("div", { role: "status" }, this.#verdict, this.#why), this.#found, this.#shown),
      this.#told,
      this.#timeline,
    ),
  );
  /** The log as it was given: the text area makes newlines of all its line ends. */
  #given = "";
  /** @type {import("./words/texts.js").Language} */
  #language = "en";
  #timer = 0;
  /** Which check is the newest. */
  #asked = 0;
  /** Whether something has changed since. */
  #isChanged = false;
  #looks = new Looks();
  /** The names that are shown. @type {string[]} */
  #names = [];

  constructor() {
    super();
    addStyles(this.#root, common, styles);
    this.#root.append(this.#frame);
    keepKeys(this);
    for (const example of Object.values(EXAMPLES)) this.#button(() => this.#take(example));
    this.#button(() => {
      this.#take("");
      this.#area.focus();
    });
    this.#area.addEventListener("input", () => this.#soon());
    this.#area.addEventListener("copy", (event) => this.#onCopy(event));
    // Whoever comes to paste wants to replace what is there only as an example.
    this.#area.addEventListener("focus", () => {
      if (Object.values(EXAMPLES).includes(this.#area.value)) this.#area.select();
    });
    this.#tasks.addEventListener("input", () => this.#soon());
  }

  connectedCallback() {
    renewStyles(this.#root);
    const language = languageOf(this);
    if (language !== this.#language && this.#asked) this.#isChanged = true;
    this.#language = language;
    this.#translate();
    this.#looks.show(this.#names);
    if (!this.#asked) this.#take(this.getAttribute("log") ?? COURSE);
    else if (this.#isChanged) this.#check();
  }

  disconnectedCallback() {
    // What was typed last is checked when the element is back.
    clearTimeout(this.#timer);
    this.#looks.clear();
  }

  /** @param {string} name @param {string | null} _ @param {string | null} value */
  attributeChangedCallback(name, _, value) {
    if (name === "tasks") this.#tasks.value = value ?? "";
    if (!this.#asked) return;
    if (name === "log") this.#put(value ?? "");
    this.#isChanged = true;
    if (this.isConnected) this.connectedCallback();
  }

  /** @param {() => void} action */
  #button(action) {
    const button = element("button", { type: "button" });
    button.addEventListener("click", action);
    this.#buttons.append(button);
  }

  #translate() {
    const texts = TEXTS[this.#language];
    this.#frame.lang = this.#language;
    setText(this.#label, texts.log);
    setText(this.#tasksLabel, texts.tasks);
    setText(this.#orderTitle, texts.order);
    setText(this.#legend, texts.legend);
    this.#buttons.setAttribute("aria-label", texts.choose);
    const labels = [...Object.values(texts.examples), texts.clear];
    for (const [index, label] of labels.entries()) {
      const button = this.#buttons.children[index];
      if (button) setText(button, label);
    }
  }

  /** @param {string} log */
  #take(log) {
    this.#put(log);
    this.#area.scrollTo(0, 0);
    this.#check();
  }

  /** @param {string} log */
  #put(log) {
    this.#given = log;
    this.#area.value = log;
  }

  /** The log, with its own line ends unless the reader has changed it. */
  get #log() {
    const { value } = this.#area;
    return value === this.#given.replace(LINE_ENDS, "\n") ? this.#given : value;
  }

  /** @param {ClipboardEvent} event */
  #onCopy(event) {
    const log = this.#log;
    const { selectionStart, selectionEnd, value } = this.#area;
    if (log === value || selectionStart === selectionEnd || !event.clipboardData) return;
    const ends = [...log.matchAll(LINE_ENDS)].filter(([end]) => end.length > 1).map(({ index }) => index);
    /** Where in the log a place of the text area is: each longer line end before it is one place there. @param {number} place */
    const placeOf = (place) => place + ends.filter((end, before) => end - before < place).length;
    event.clipboardData.setData("text/plain", log.slice(placeOf(selectionStart), placeOf(selectionEnd)));
    event.preventDefault();
  }

  #soon() {
    this.#isChanged = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#check(), TYPING);
  }

  async #check() {
    clearTimeout(this.#timer);
    this.#isChanged = false;
    const asked = (this.#asked += 1);
    const log = this.#log;
    const texts = TEXTS[this.#language];
    let mistake = "";
    let failure = "";
    try {
      const found = await examine(log, this.#tasks.value.trim(), this.#language);
      if (asked !== this.#asked) return;
      this.#show(log, found.result, found.writes, found.lines);
    } catch (error) {
      if (asked !== this.#asked) return;
      if (error instanceof SettingError) mistake = mistakeIn(error, texts);
      else failure = texts.failed(error instanceof Error ? error.message : String(error));
      // What was said before isn't about what is there now.
      this.#show("", { verdict: "undecided", tasks: [], torn: 0, lost: 0 }, [], []);
      setText(this.#why, "");
    }
    setText(this.#mistake, mistake);
    setText(this.#alert, failure);
    if (mistake) this.#tasks.setAttribute("aria-invalid", "true");
    else this.#tasks.removeAttribute("aria-invalid");
  }

  /** @param {string} log @param {Result} result @param {import("./check/check-log.js").Write[]} writes @param {import("./check/check-log.js").Line[]} lines */
  #show(log, result, writes, lines) {
    const texts = TEXTS[this.#language];
    const { verdict, line = 0, reason = "", lost } = result;
    const invites = !log.trim();
    this.#frame.dataset["verdict"] = invites ? "none" : verdict;
    setText(this.#verdict, invites ? "" : texts.verdicts[verdict]);
    const why = { ...texts.why, impossible: texts.why.impossible(line, reason), undecided: reason };
    setText(this.#why, [invites ? texts.invite : why[verdict], lost && verdict !== "impossible" ? texts.lost(lost) : ""].join(" ").trim());
    const decided = verdict !== "undecided";
    this.#shown.hidden = this.#timeline.hidden = this.#found.hidden = !decided;
    const isGiven = this.#tasks.value.trim() !== "";
    const names = decided ? result.tasks.map(({ name }) => name) : [];
    // A log tells of its tasks in no order, so the names give them one.
    this.#names = isGiven ? names : names.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
    this.#looks.show(this.#names);
    const story = new Story(decided ? log : "", result, writes, lines, this.#looks);
    this.#told.replaceChildren(...this.#tell(story, texts));
    const tasks = result.tasks.slice(0, TOLD_TASKS).map(({ name, low, high }, task) => {
      const look = story.look(task);
      return element("span", { class: `look${look}`, translate: "no" }, mark(look), element("b", {}, named(name)), `:${low}:${high}`);
    });
    const more = result.tasks.length - tasks.length;
    this.#found.replaceChildren(isGiven ? texts.given : texts.found, ...tasks, more > 0 ? texts.more(more) : "");
    if (!decided) return;
    this.#lines.show(story, texts.rows);
    this.#order.show(story, texts.order);
  }

  /** What happened at the torn lines, in words. @param {Story} story @param {Words} texts */
  #tell(story, texts) {
    const { torn, writes, result } = story;
    if (result.verdict !== "threads" || torn.size === 0) return [];
    const told = [];
    for (const line of torn) {
      if (told.length === TOLD) break;
      const { first, end } = story.writesOf(line);
      const names = new Set();
      const lines = new Set();
      let [lost, awaited] = [0, 0];
      for (let index = first; index < end; index += 1) {
        if (!story.isText(index)) continue;
        names.add(isolated(result.tasks[writes[index]?.task ?? 0]?.name ?? ""));
        const newline = story.newlineOf(index);
        if (!newline) awaited += 1;
        else if (newline.kind === "lost") lost += 1;
        else lines.add(newline.line);
      }
      told.push(
        texts.torn(line, this.#list([...names])) +
          (lines.size ? texts.ends(this.#list([...lines].sort((a, b) => a - b).map(String)), lines.size) : "") +
          (lost ? texts.lostOnes(lost) : "") +
          (awaited ? texts.awaited(awaited) : ""),
      );
    }
    if (torn.size > TOLD) told.push(texts.more(torn.size - TOLD));
    return [element("p", {}, texts.tornLines(torn.size)), element("ul", {}, ...told.map((text) => element("li", {}, text)))];
  }

  /** A few things after each other, as the language has it. @param {string[]} things */
  #list(things) {
    const few = things.slice(0, TOLD_TASKS);
    if (few.length < things.length) few.push("…");
    return this.#language === "ko" ? few.join(", ") : new Intl.ListFormat("en").format(few);
  }
}

/** What is wrong with the tasks, in words for their field. @param {SettingError} error @param {Words} texts */
function mistakeIn({ code, value, message }, texts) {
  return ["notATask", "noName", "low", "high"].includes(code) ? texts.notTasks(isolatedTask(value)) : message.replace(/^tasks: /, "");
}

const elements = globalThis.customElements;
if (elements && !elements.get("interleaved-check")) elements.define("interleaved-check", InterleavedCheck);
