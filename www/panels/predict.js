// Asks what the reader expects before the demo shows it, checks each answer
// against the core, and says why it is so.
//
// Its states, and what leads from one to the next:
//
//   asking    a question before the run            <- made at 0 | "Ask again"
//   watching  the run has the floor                <- the last answer | "Just show it" on the way
//   stopped   a question on the way                <- the run comes to its moment
//   over      what was right, what to look at      <- the run ends
//   off       asks nothing until it is asked to    <- "Just show it" | Run, twice | a step | a seek
//
// Run doesn't start the demo while a question is open: it points at the question
// first, because whoever presses it by habit loses the prediction for good. The
// second press is meant, and does start it: a teacher never has to look elsewhere.

import { element, icon, setText } from "../base/dom.js";
import { traits } from "../log/lanes.js";
import { findNext, kindsOf, questions, runThreads, stepsOf } from "./predict-questions.js";
import { review } from "./predict-review.js";
import { TEXTS } from "./predict-texts.js";
import { wish } from "../base/wish.js";

export { styles } from "./predict-styles.js";

/** @typedef {import("../view/places.js").Context} Context */
/** @typedef {import("../view/places.js").Panel} Panel */
/** @typedef {import("../log/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("./lesson.js").Lesson} Lesson */
/** @typedef {import("./predict-questions.js").Next} Next */
/** @typedef {import("./predict-questions.js").Page} Page */
/** @typedef {import("./predict-questions.js").Question} Question */
/** @typedef {import("./predict-questions.js").Threads} Threads */
/** @typedef {import("./predict-texts.js").Words} Words */

const RIGHT = "M4 13l5 5L20 7";
const WRONG = "M5 5l14 14M19 5L5 19";

/** Under this name the score since the page was loaded is kept. */
const SCORE = "score of predictions";

/** @param {Context} context @param {Lesson} lesson @returns {Panel} */
export function create(context, lesson) {
  return new Prediction(context, lesson);
}

class Prediction {
  /** It can have the focus, so that the demo's keys work when its buttons have gone. What would answer it is hidden before it is there. */
  root = element("section", { class: "predict open", tabindex: "-1", hidden: "" });
  #stack = element("div", { class: "stack" });
  #review = element("div");
  #note = element("p", { role: "status" });
  #skip = element("button", { type: "button", class: "skip" });
  #main = element("button", { type: "button", class: "main" });
  /** @type {Context} */
  #context;
  #lesson;
  /** @type {"asking" | "watching" | "stopped" | "over" | "off"} */
  #stage = "asking";
  /** Until the first update. */
  #isNew = true;
  /** @type {import("../words/texts.js").Language} */
  #language = "en";
  /** @type {Words} */
  #words = TEXTS.en;
  /** @type {Threads | undefined} */
  #threads;
  /** @type {Next | undefined} */
  #next;
  /** In the order in which they are asked; the one on the way is the last. @type {Page[]} */
  #pages = [];
  /** Their elements. @type {HTMLElement[]} */
  #nodes = [];
  #at = 0;
  /** Whether the current page has been answered. */
  #checked = false;
  /** Which choice is chosen, by the question's id. @type {Map<string, number>} */
  #chosen = new Map();
  /** What this round's answers were. @type {import("./predict-review.js").Answer[]} */
  #answers = [];
  #round = 0;
  /** Whether the question on the way is still to come. */
  #pending = false;
  #nudged = false;
  #wasPlaying = false;
  /** The run is being put back: what is shown meanwhile counts for nothing. */
  #holding = false;
  /** Ends whatever outlives the element. */
  #removal = new AbortController();

  /** @param {Context} context @param {Lesson} lesson */
  constructor(context, lesson) {
    this.#context = context;
    this.#lesson = lesson;
    this.root.append(this.#stack, element("div", { class: "actions" }, this.#note, this.#skip, this.#main));
    this.#main.addEventListener("click", () => this.#proceed());
    this.#skip.addEventListener("click", () => this.#watch(this.#stage === "asking" ? "off" : "watching"));
    // Not a form: its submission is refused in a sandboxed frame, before any event.
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target instanceof HTMLInputElement) this.#main.click();
    });
    // Where nothing runs, or only real threads, there is nothing to ask.
    if (stepsOf(lesson.tasks).length > 0 && kindsOf(context.lanes).length > 0) this.#prepare();
    else {
      this.#stage = "off";
      this.root.classList.remove("open");
    }
  }

  remove() {
    this.#removal.abort();
  }

  /** @param {import("../words/texts.js").Language} language */
  translate(language) {
    this.#words = TEXTS[language];
    this.#language = language;
    this.root.setAttribute("aria-label", this.#context.numbered(this.#words.title));
    if (this.#pages.length > 0) this.#build();
  }

  /** @param {Readonly<Snapshot>} snapshot */
  update({ paused, ended, lanes }) {
    const wasPlaying = this.#wasPlaying;
    this.#wasPlaying = !paused;
    if (this.#holding) return;
    const seen = lanes.some((lane) => lane.shown > 0);
    if (this.#isNew) {
      this.#isNew = false;
      // Started by itself, or even ended before this was loaded: it has to wait. But who
      // comes for a moment gets it.
      const { autoplay, startAt } = this.#context;
      const started = (!paused || (ended && autoplay !== "off")) && startAt === 0;
      if (started) queueMicrotask(() => this.#hold(0));
      if (started || !seen) return;
    }
    const stage = this.#stage;
    const next = this.#next;
    const shown = (next && lanes[next.lane]?.shown) ?? 0;
    if (stage === "asking" && seen) {
      this.#stage = this.#isOpen() ? "off" : "watching";
    } else if (stage === "stopped" && !this.#checked && shown !== next?.shown) {
      this.#stage = "watching";
      this.#pending = shown < (next?.shown ?? 0);
    }
    if (this.#stage === "watching" && this.#pending && next && shown >= next.shown) {
      // Who goes past the moment by hand has seen the answer.
      this.#pending = wasPlaying || shown === next.shown;
      // Later, because other views are still being told of this moment.
      if (wasPlaying) queueMicrotask(() => this.#stop(next));
    }
    if (ended && !this.#pending && (this.#stage === "watching" || this.#stage === "stopped")) {
      this.#stage = this.#answers.length > 0 ? "over" : "off";
    }
    if (this.#stage !== stage) this.#show();
  }

  /** Finds out what is right, then makes the questions. */
  async #prepare() {
    const { signal } = this.#removal;
    const chance = this.#context.lanes.find(({ name }) => traits(name).order === "chance");
    if (chance) this.#threads ??= await runThreads(this.#context, this.#lesson, chance.name, signal);
    if (!signal.aborted) this.#next = await findNext(this.#context, this.#lesson, this.#round);
    if (signal.aborted) return;
    this.#pending = this.#next !== undefined;
    this.#build();
  }

  /** The score since the page was loaded. */
  get #visit() {
    return /** @type {import("./predict-review.js").Score | undefined} */ (this.#context.kept.get(SCORE));
  }

  // What is seen.

  /** Builds all pages: they lie on each other, so that each has the room of the largest. */
  #build() {
    this.#pages = questions(this.#context, this.#lesson, {
      language: this.#language,
      words: this.#words,
      threads: this.#threads,
      next: this.#next,
    });
    this.#nodes = this.#pages.map(({ topic, questions }, page) => {
      const progress = element("span", {}, `${page + 1} / ${this.#pages.length}`);
      const groups = questions.map((question) => this.#buildQuestion(question));
      return element(
        "fieldset",
        {},
        element("legend", {}, progress, " ", this.#words.topics[topic]),
        element("div", { class: `groups ${topic}` }, ...groups),
      );
    });
    // The longest review there can be keeps its room.
    const all = this.#pages.flatMap(({ topic, questions }) => questions.map(({ id, lane }) => ({ id, topic, lane, right: false })));
    this.#nodes.push(element("div", {}, ...review(all, this.#visit, this.#words)));
    this.#stack.replaceChildren(...this.#nodes, this.#review);
    this.root.hidden = false;
    this.#show();
  }

  /** @param {Question} question */
  #buildQuestion({ id, lane, choices, right }) {
    const verdicts = choices.map(({ verdict }, choice) =>
      element("p", choice === right ? {} : { class: "wrong" }, icon(choice === right ? RIGHT : WRONG), verdict),
    );
    /** @param {number} choice */
    const choose = (choice) => {
      this.#chosen.set(id, choice);
      for (const [each, verdict] of verdicts.entries()) verdict.classList.toggle("said", each === choice);
    };
    const labels = choices.map(({ text }, choice) => {
      const input = element("input", { type: "radio", name: id });
      input.checked = this.#chosen.get(id) === choice;
      if (input.checked) choose(choice);
      input.addEventListener("change", () => choose(choice));
      return element("label", choice === right ? { class: "right" } : {}, input, text);
    });
    return element(
      "fieldset",
      {},
      element("legend", {}, lane),
      element("div", { class: "choices" }, ...labels),
      element("div", { class: "verdicts" }, ...verdicts),
    );
  }

  /** Shows the state as it is. @param {string} [note] */
  #show(note = "") {
    const words = this.#words;
    const stage = this.#stage;
    const before = stage === "asking";
    const asks = before || stage === "stopped";
    const open = this.#isOpen();
    this.root.classList.toggle("off", stage === "off");
    this.root.classList.toggle("open", asks && open);
    // The questions before the run give their room to the run.
    for (const [index, node] of this.#nodes.entries()) {
      node.hidden = before !== index < this.#before();
      const current = asks && index === this.#at;
      node.classList.toggle("current", current);
      node.classList.toggle("checked", current && this.#checked);
      for (const group of node.querySelectorAll("fieldset")) group.disabled = current && this.#checked;
    }
    this.#review.hidden = before;
    this.#review.classList.toggle("current", !asks);
    const watching = `${words.watch} ${this.#pending ? words.more : ""}`;
    this.#review.replaceChildren(...(stage === "over" ? review(this.#answers, this.#visit, words) : [element("p", {}, watching)]));
    const label = {
      asking: !this.#checked ? words.check : open ? words.onward : words.run,
      stopped: this.#checked ? words.resume : words.check,
      watching: "",
      over: words.again,
      off: words.ask,
    }[stage];
    setText(this.#main, label);
    this.#main.classList.toggle("gone", !label);
    setText(this.#skip, words.skip);
    this.#skip.classList.toggle("gone", !asks || !open);
    this.#say(stage === "off" ? words.offer : note, asks || stage === "off" ? "" : this.#review.innerText);
  }

  /** @param {string} seen @param {string} [heard] What only a screen reader is told, for others see it elsewhere. */
  #say(seen, heard = "") {
    this.#note.replaceChildren(seen, element("span", { class: "told" }, ` ${heard}`));
  }

  // What the reader does.

  /** How many pages come before the run. */
  #before() {
    return this.#pages.length - (this.#next ? 1 : 0);
  }

  /** Whether there is a question to answer before the run goes on. */
  #isOpen() {
    if (this.#stage === "asking") return !this.#checked || this.#at + 1 < this.#before();
    return this.#stage === "stopped" && !this.#checked;
  }

  /** The main button: what it says. */
  #proceed() {
    if (this.#stage === "over" || this.#stage === "off") {
      this.#restart();
    } else if (!this.#checked) {
      this.#check();
    } else if (this.#isOpen()) {
      this.#at += 1;
      this.#checked = false;
      this.#show();
      this.#focus();
    } else {
      this.#watch("watching");
    }
  }

  #check() {
    const { topic, questions } = this.#pages[this.#at] ?? {};
    if (!topic || !questions) return;
    if (!questions.every(({ id }) => this.#chosen.has(id))) {
      this.#say(this.#words.missing);
      this.#focus();
      return;
    }
    const visit = this.#visit ?? { right: 0, all: 0 };
    this.#context.kept.set(SCORE, visit);
    let score = 0;
    /** @type {string[]} */
    const verdicts = [];
    for (const { id, lane, choices, right } of questions) {
      const chosen = this.#chosen.get(id) ?? 0;
      const isRight = chosen === right;
      const { value: answer, verdict = "" } = choices[chosen] ?? {};
      score += Number(isRight);
      verdicts.push(`${lane}: ${verdict}`);
      this.#answers.push({ id, topic, lane, right: isRight });
      const detail = { question: id, answer, right: isRight };
      const event = new CustomEvent("interleaved-answer", { bubbles: true, composed: true, detail });
      wish(this.root, { type: "tell", event });
    }
    visit.right += score;
    visit.all += questions.length;
    this.#checked = true;
    this.#show();
    this.#say(this.#words.score(score, questions.length), verdicts.join(" "));
    this.#main.focus();
  }

  /** Lets the run go on. @param {"watching" | "off"} stage */
  #watch(stage) {
    this.#stage = stage;
    this.#show();
    this.root.focus({ preventScroll: true });
    wish(this.root, { type: "play" });
  }

  /** Asks anew, about another moment. */
  async #restart() {
    wish(this.root, { type: "reset" });
    this.#round += Number(this.#answers.length > 0);
    this.#stage = "asking";
    this.#at = 0;
    this.#checked = this.#nudged = false;
    this.#answers = [];
    this.#chosen.clear();
    await this.#prepare();
    this.#focus();
  }

  /** The run has been started, or goes on. */
  played() {
    const open = this.#isOpen();
    if (open && !this.#nudged) {
      this.#nudged = true;
      this.#hold(this.#stage === "asking" ? 0 : (this.#next?.time ?? 0));
      this.#say(this.#words.nudge);
      this.#focus();
    } else if (this.#stage === "asking" || this.#stage === "stopped") {
      this.#stage = open && this.#stage === "asking" ? "off" : "watching";
      this.#show();
    }
  }

  /** Pauses the run at the moment of the question on the way, and asks it. @param {Next} next */
  #stop(next) {
    if (this.#stage !== "watching" || this.#removal.signal.aborted) return;
    this.#hold(next.time);
    this.#stage = "stopped";
    this.#pending = this.#nudged = this.#checked = false;
    this.#at = this.#pages.length - 1;
    this.#show(this.#words.stopped);
    this.#focus();
  }

  /** Pauses the run, at `time`, as if it had never gone past it. @param {number} time */
  #hold(time) {
    if (this.#removal.signal.aborted) return;
    this.#holding = true;
    wish(this.root, { type: "pause" });
    wish(this.root, { type: "seek", time });
    this.#holding = false;
  }

  /** Puts the focus on what is to be done next, if it is in this demo at all. */
  #focus() {
    const node = this.#nodes[this.#at];
    const around = this.root.getRootNode();
    if (!(around instanceof ShadowRoot) || !around.activeElement || !node) return;
    const groups = [...node.querySelectorAll("fieldset")];
    const group = groups.find((each) => !each.querySelector(":checked")) ?? groups[0];
    const radio = group?.querySelector("input");
    (this.#checked || !radio ? this.#main : radio).focus();
  }
}
