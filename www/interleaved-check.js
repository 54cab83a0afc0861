// Registers <interleaved-check>: the reader's own log, who can have printed it, and
// who wrote what in which order. It is a module of its own, for pages that want it.

import { examine } from "./check-log.js";
import { Lines } from "./check-lines.js";
import { Story } from "./check-story.js";
import { Order } from "./check-timeline.js";
import { element, mark, setText } from "./dom.js";
import { addStyles, renewStyles } from "./home.js";
import { keepKeys } from "./keys.js";
import { Looks } from "./look.js";
import { styles as common } from "./style.js";
import { languageOf, SettingError } from "./texts.js";

/** @typedef {import("./check-log.js").Result} Result */

/** What the course's notebook printed, as it was handed down: it lacks an empty line. */
const COURSE = `[C] total=10
[B] total=5
[A] total=1
[C] total=21[A] total=3
[B] total=11

[B] total=18
[C] total=33
[A] total=6
[B] total=26[A] total=10
[C] total=46
[B] total=35[C] total=60

Done!!!
`;

/** From Python 3.12 in Jupyter, without the lines in which tasks say that they finish. */
const JUPYTER = `[A] total = 1
[B] total = 5
[C] total = 10
[B] total = 11[C] total = 21
[A] total = 3

[C] total = 33[A] total = 6
[B] total = 18

[A] total = 10[B] total = 26
[C] total = 46

[C] total = 60[B] total = 35

Done!
`;

/** The same, but that A goes on before its newline: its 6 comes a line earlier. */
const IMPOSSIBLE = JUPYTER.replace("[A] total = 6", "").replace("[A] total = 3", "[A] total = 3[A] total = 6");

const EXAMPLES = { course: COURSE, jupyter: JUPYTER, impossible: IMPOSSIBLE };

/** Whoever is typing is left alone for so many milliseconds. */
const TYPING = 200;
/** So many torn lines and tasks are told of; the others are counted. */
const TOLD = 4;
const TOLD_TASKS = 12;

const en = {
  log: "The log",
  examples: {
    course: "From the course",
    jupyter: "From Jupyter",
    impossible: "Impossible",
  },
  choose: "Examples",
  clear: "Clear",
  tasks: "Tasks, if the log alone shouldn’t say",
  invite: "Paste what a program printed, or take an example.",
  notTasks: (/** @type {string} */ value) => `“${value}” is not a task. Write name:low:high with whole numbers, such as A:1:5.`,
  failed: (/** @type {string} */ reason) => `The checker couldn’t be loaded: ${reason}. Check the connection and try again.`,
  verdicts: {
    sequential: "One after the other",
    async: "Futures in turn",
    interleaved: "Taking turns",
    threads: "Threads",
    impossible: "Impossible",
    undecided: "Undecided",
  },
  why: {
    sequential: "The tasks can have run one after the other: each prints all its lines before the next begins.",
    async: "Futures on one thread can have printed this: while all waits are equal and exact, they take turns in one order. Run one after the other, the tasks can’t.",
    interleaved: "Each line is whole, but they come neither one task after the other nor as futures with equal, exact waits print them. Tasks that take turns can have printed this: futures with unequal waits, or threads.",
    threads: "Threads can have printed this: others wrote into the middle of a print. A future can do so only if it awaits between the writes of one print.",
    impossible: (/** @type {number} */ line, /** @type {string} */ reason) => `No schedule prints line ${line}. ${reason}`,
  },
  lost: (/** @type {number} */ count) =>
    count === 1
      ? "A newline is missing, though. Copying often loses an empty line; this holds if it did so once."
      : `${count} newlines are missing, though. Copying often loses empty lines; this holds if it did so ${count} times.`,
  found: "The log tells of:",
  given: "Tasks:",
  tornLines: (/** @type {number} */ count) => `Torn lines: ${count}. One way in which it can have been:`,
  torn: (/** @type {number} */ line, /** @type {string} */ names) => `Line ${line}: ${names} wrote here before the first of their newlines came.`,
  ends: (/** @type {string} */ lines, /** @type {number} */ count) => (count === 1 ? ` One newline ends line ${lines}.` : ` The newlines end lines ${lines}.`),
  lostOnes: (/** @type {number} */ count) => (count === 1 ? " One was lost in copying." : ` ${count} were lost in copying.`),
  awaited: (/** @type {number} */ count) => (count === 1 ? " One isn’t in this log." : ` ${count} aren’t in this log.`),
  more: (/** @type {number} */ count) => `And ${count} more.`,
  rows: {
    lines: "The log, line by line",
    torn: "torn",
    impossible: "no schedule prints this",
    newlineOf: (/** @type {string} */ task, /** @type {number} */ line) => `the newline of ${task}, line ${line}`,
    restOf: (/** @type {string} */ task) => `${task} goes on with its text`,
    lost: (/** @type {string} */ task) => `after this a newline of ${task} was lost`,
  },
  order: "Who wrote in which order",
  legend: "A shape is a text or a part of one, ↵ its newline, and lines join what belongs together: dashed where others wrote between. The numbers are those of the log’s lines.",
};

/** @type {typeof en} */
const ko = {
  log: "로그",
  examples: {
    course: "강의 자료의 로그",
    jupyter: "Jupyter의 로그",
    impossible: "나올 수 없는 로그",
  },
  choose: "예",
  clear: "지우기",
  tasks: "태스크(비워 두면 로그에서 알아냅니다)",
  invite: "프로그램의 출력을 붙여 넣거나 예를 하나 고르세요.",
  notTasks: (value) => `“${value}” 항목은 태스크가 아닙니다. A:1:5처럼 이름:시작:끝으로 쓰고, 시작과 끝은 정수로 적어 주세요.`,
  failed: (reason) => `검사기를 불러오지 못했습니다: ${reason}. 네트워크 연결을 확인하고 다시 해 보세요.`,
  verdicts: {
    sequential: "순차 실행",
    async: "비동기 실행",
    interleaved: "번갈아 실행",
    threads: "스레드",
    impossible: "나올 수 없는 로그",
    undecided: "판정할 수 없음",
  },
  why: {
    sequential: "태스크를 하나씩 차례로 실행해도 나올 수 있는 로그입니다. 한 태스크가 줄을 모두 출력한 뒤에 다음 태스크가 시작합니다.",
    async: "스레드 하나에서 퓨처로 실행하면 나올 수 있는 로그입니다. 기다리는 시간이 모두 같고 정확하면, 퓨처들은 정해진 순서로 번갈아 출력합니다. 태스크를 하나씩 차례로 실행해서는 나올 수 없습니다.",
    interleaved: "줄은 모두 온전하지만, 태스크를 하나씩 차례로 실행한 순서도 아니고 똑같은 시간씩 정확히 기다리는 퓨처들의 순서도 아닙니다. 태스크들이 번갈아 실행되면 나올 수 있습니다. 기다리는 시간이 서로 다른 퓨처이거나 스레드입니다.",
    threads: "스레드로 실행하면 나올 수 있는 로그입니다. 한 태스크가 출력하는 도중에 다른 태스크가 끼어들어 썼습니다. 퓨처는 한 번의 출력을 여러 번에 나누어 쓰면서 그 사이에 await할 때만 이렇게 됩니다.",
    impossible: (line, reason) => `어떤 순서로 실행해도 ${line}번째 줄은 나올 수 없습니다. ${reason}`,
  },
  lost: (count) => `다만 줄바꿈이 ${count}개 모자랍니다. 복사하다 보면 빈 줄이 없어지곤 합니다. 빈 줄이 ${count}개 없어졌다고 보면 들어맞습니다.`,
  found: "로그에서 알아낸 태스크:",
  given: "태스크:",
  tornLines: (count) => `찢어진 줄: ${count}개. 이렇게 되었을 수 있습니다.`,
  torn: (line, names) => `${line}번째 줄: 첫 줄바꿈이 나오기 전에 ${names} 태스크가 모두 여기에 썼습니다.`,
  ends: (lines, count) => (count === 1 ? ` 줄바꿈 하나는 ${lines}번째 줄 끝에 있습니다.` : ` 줄바꿈은 ${lines}번째 줄 끝에 있습니다.`),
  lostOnes: (count) => ` 복사하다 없어진 줄바꿈: ${count}개.`,
  awaited: (count) => ` 이 로그에 없는 줄바꿈: ${count}개.`,
  more: (count) => `외 ${count}개`,
  rows: {
    lines: "로그, 한 줄씩",
    torn: "찢어짐",
    impossible: "나올 수 없는 줄",
    newlineOf: (task, line) => `${line}번째 줄에 쓴 ${task}의 줄바꿈`,
    restOf: (task) => `${task}의 텍스트가 이어짐`,
    lost: (task) => `이 뒤에 있던 ${task}의 줄바꿈이 없어짐`,
  },
  order: "누가 어떤 순서로 썼는가",
  legend: "도형은 텍스트나 그 조각이고 ↵는 줄바꿈이며, 한 번의 출력에 속하는 것끼리 선으로 이었습니다. 점선은 그 사이에 다른 태스크가 썼다는 뜻입니다. 숫자는 로그의 줄 번호입니다.",
};

const TEXTS = { en, ko };

/** Where there is no page, as in Node, the module can be imported all the same. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

export class InterleavedCheck extends Base {
  static observedAttributes = ["log", "tasks", "lang"];

  #root = this.attachShadow({ mode: "open" });
  #label = element("label", { for: "log" });
  #area = element("textarea", { id: "log", rows: "15", wrap: "off", spellcheck: "false", autocapitalize: "off", autocomplete: "off", translate: "no" });
  #buttons = element("div", { class: "examples", role: "group" });
  #tasksLabel = element("label", { for: "tasks" });
  #tasks = element("input", { id: "tasks", placeholder: "A:1:5 B:5:10 C:10:15", spellcheck: "false", autocapitalize: "off", autocomplete: "off", translate: "no", "aria-describedby": "mistake" });
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
      element("div", { class: "given" }, element("div", { class: "head" }, this.#label, this.#buttons), this.#area, this.#tasksLabel, this.#tasks, this.#mistake),
      element("div", { class: "answer" }, element("div", { role: "status" }, this.#verdict, this.#why), this.#found, this.#shown),
      this.#told,
      this.#timeline,
    ),
  );
  /** @type {import("./texts.js").Language} */
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
    if (name === "log") this.#area.value = value ?? "";
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
    this.#area.value = log;
    this.#area.scrollTo(0, 0);
    this.#check();
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
    const log = this.#area.value;
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

  /** @param {string} log @param {Result} result @param {import("./check-log.js").Write[]} writes @param {import("./check-log.js").Line[]} lines */
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
      return element("span", { class: `look${look}`, translate: "no" }, mark(look), element("b", {}, name), `:${low}:${high}`);
    });
    const more = result.tasks.length - tasks.length;
    this.#found.replaceChildren(isGiven ? texts.given : texts.found, ...tasks, more > 0 ? texts.more(more) : "");
    if (!decided) return;
    this.#lines.show(story, texts.rows);
    this.#order.show(story, texts.order);
  }

  /** What happened at the torn lines, in words. @param {Story} story @param {typeof en} texts */
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
        names.add(result.tasks[writes[index]?.task ?? 0]?.name);
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

/** What is wrong with the tasks, in words for their field. @param {SettingError} error @param {typeof en} texts */
function mistakeIn({ code, value, message }, texts) {
  return ["notATask", "noName", "low", "high"].includes(code) ? texts.notTasks(value) : message.replace(/^tasks: /, "");
}

const css = String.raw;

const styles = css`
.check { grid-template: auto 1fr / minmax(0, 1fr) minmax(0, 1.2fr); gap: 1em 2em; border-block: 1px solid var(--hair) }
.check .head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: 0.3em 1em }
.check .given { display: grid; gap: 0.4em; align-content: start }
.check label, .check .title { font-weight: 700 }
.check :is(textarea, input) { width: 100%; padding: 0.5em 0.7em; border: 1px solid var(--muted); border-radius: 0.4em; background: var(--paper); color: var(--ink); font: 0.95em/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, "D2Coding", "NanumGothicCoding", "Noto Sans Mono CJK KR", "DejaVu Sans Mono", NanumGothic, monospace }
.check textarea { resize: vertical }
.check [aria-invalid] { border-color: var(--alarm) }
.check ::placeholder { color: var(--muted); opacity: 1 }
.check .examples { display: flex; flex-wrap: wrap; gap: 0.2em 0.9em }
.check button { min-height: 2em; padding: 0; border: 0; background: none; color: var(--accent); text-decoration: underline; text-underline-offset: 3px; cursor: pointer }
.check .answer { grid-row: span 2; display: grid; gap: 0.8em; align-content: start }
.check [role="status"] { min-height: 7em }
.check .happened { min-height: 13.5em }
.check .verdict { font-weight: 700; font-size: 1.3em; line-height: 1.3; color: var(--accent) }
[data-verdict="impossible"] .verdict { color: var(--alarm) }
.check ul { padding-inline-start: 1.2em; color: var(--muted) }
.check .tasks { gap: 0.15em 1em }
.check .legend { color: var(--muted); font-size: 0.9em }
.check .sequence { grid-column: 1 / -1; display: grid; gap: 0.4em; min-width: 0 }
.check .row { align-items: center }
.check .tag { font-style: normal }
.check :is(.mark, .end) { user-select: none }
.check .at { width: 3.4em }
.check .torn .end { text-decoration: none }
.check .end { padding-inline-start: 0.5em }
.check .end .mark { margin-inline: 0.15em 0 }
.check .plain { color: var(--muted) }
.check .wrong { background: var(--wash); box-shadow: inset 3px 0 var(--alarm) }
.check .order { --w: max(1.7em, var(--digits) * 0.62em + 0.6em); --h: 1.8em; overflow: auto; max-height: calc((var(--box) + 1) * var(--h) + 1.2em); border: 1px solid var(--hair) }
.check .field { display: grid; grid-template-columns: auto calc(var(--columns) * var(--w)); width: max-content }
.check :is(.names, .plot) { position: relative; height: calc((var(--tasks) + 1) * var(--h)) }
.check .names { position: sticky; inset-inline-start: 0; z-index: 1; width: calc(var(--name) * 0.75em + 2.4em); background: var(--paper); border-inline-end: 1px solid var(--hair) }
.check :is(.names, .plot) > span { position: absolute; top: calc(var(--y) * var(--h)); height: var(--h); line-height: var(--h); white-space: nowrap }
.check .names > span { inset-inline: 0.6em 0.2em; overflow: hidden; text-overflow: ellipsis; color: var(--look); font-weight: 600 }
.check .plot > span { inset-inline-start: calc(var(--x) * var(--w)) }
.check .plot > .line { height: 100%; width: calc(var(--length) * var(--w)); border-inline-start: 1px solid var(--hair); padding-inline-start: 0.3em; color: var(--muted); font-size: 1em }
.check .plot > .line.torn { background: var(--wash); color: var(--alarm); font-weight: 700 }
.check .plot > .wrong { background: none; color: var(--alarm); font-weight: 700; box-shadow: none }
.check .plot > .write { width: var(--w); text-align: center; color: var(--look); font-weight: 700 }
.check .write .mark { margin: 0; vertical-align: -0.05em }
.check .plot > .join { top: calc((var(--y) + 0.5) * var(--h) - 1px); inset-inline-start: calc((var(--x) + 0.5) * var(--w) + 0.55em); width: calc(var(--length) * var(--w) - 1.1em); height: 0; border-block-start: 2px solid var(--look) }
.check .plot > .far { border-block-start-style: dashed }
.check .plot > .lost { color: var(--alarm); outline: 1px dashed var(--alarm); outline-offset: -4px }
@container (max-width: 720px) {
  .check { grid-template: none / minmax(0, 1fr) }
  .check .answer { grid-row: auto }
  .check .happened { min-height: 0 }
  .check .at { width: 2.6em; padding-inline-end: 0.6em }
}
`;

const elements = globalThis.customElements;
if (elements && !elements.get("interleaved-check")) elements.define("interleaved-check", InterleavedCheck);
