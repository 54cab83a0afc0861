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

import { element, icon, setText } from "./dom.js";
import { Player } from "./engine.js";

/** @typedef {import("./panel.js").Context} Context */
/** @typedef {import("./panel.js").Panel} Panel */
/** @typedef {import("./interleaved-demo.js").InterleavedDemo} InterleavedDemo */
/** @typedef {"sequential" | "async" | "threads"} Kind Of a lane of which we know why it is so. */
/** @typedef {"duration" | "order" | "tear" | "next"} Topic */

/**
 * @typedef {object} Question
 * @property {string} id What the event calls it.
 * @property {string} lane The lane's name for the reader.
 * @property {{text: string, value: unknown, verdict: string}[]} choices
 * @property {number} right Which of them is.
 */

/** @typedef {{topic: Topic, questions: Question[]}} Page */

/**
 * @typedef {object} Threads What runs with different seeds have shown.
 * @property {number} orders How many orders of the lines there were.
 * @property {number} torn In how many a line was torn.
 */

/**
 * @typedef {object} Next The line after a moment of the run.
 * @property {number} lane
 * @property {number} time The moment, in virtual milliseconds.
 * @property {number} shown How many of the lane's events are shown then.
 * @property {string} task Whose line it is.
 * @property {string} right
 * @property {[text: string, slip: string][]} choices Of the wrong ones, what is wrong with them.
 */

/** With so many seeds the threads lane is run. */
const RUNS = 100;

const en = {
  title: "Prediction",
  topics: {
    duration: "How long will each lane take?",
    order: "Can the order of the lines change from run to run?",
    tear: "Can a line tear: can another task write between its text and its newline?",
    next: "Which line comes next?",
  },
  yes: "Yes",
  no: "No",
  right: "Right.",
  wrong: (/** @type {string} */ right) => `Not so. The answer is ${right}.`,
  slips: {
    sum: "You chose the sum of all waits.",
    longest: "You chose the longest task alone.",
    shortest: "You chose the shortest task alone.",
    each: "You chose one step of each task.",
    one: "You chose a single step.",
    number: "You chose the number added, not the total.",
    finished: "The task you chose has finished.",
  },
  sum: (/** @type {string} */ steps, /** @type {string} */ step) =>
    `Each task starts when the one before has finished, so the waits add up: ${steps} × ${step}.`,
  longest: (/** @type {string} */ steps, /** @type {string} */ step) =>
    `The tasks wait at the same time, so the longest one decides: ${steps} × ${step}.`,
  order: {
    sequential: "Each task starts when the one before has finished. Nothing is left to chance.",
    async: "Futures due at the same instant are polled in the order in which they began to wait. Nothing is left to chance.",
    threads: (/** @type {number} */ orders) =>
      orders > 1
        ? `The scheduler decides who goes next: ${RUNS} runs with different seeds gave ${orders} different orders.`
        : `${RUNS} runs with different seeds all gave the same order.`,
  },
  await: "A future gives way only where it awaits, and there is no await between the two writes.",
  lock: "Whoever prints holds the lock until the newline is written as well.",
  tear: (/** @type {number} */ torn) =>
    torn > 0
      ? `The scheduler may switch between the two writes: lines tore in ${torn} of ${RUNS} runs with different seeds.`
      : `No line tore in ${RUNS} runs with different seeds.`,
  next: {
    sequential: (/** @type {string} */ task) => `Each task runs to its end before the next one starts, and it is the turn of ${task}.`,
    async: (/** @type {string} */ task) => `Of the futures that wait, ${task} began first, and those due at the same instant are polled in that order.`,
  },
  check: "Check",
  onward: "Next question",
  run: "Run and see",
  resume: "Go on",
  again: "Ask again",
  ask: "Ask me",
  skip: "Just show it",
  nudge: "Predict first. To see it without, press Run once more.",
  missing: "Choose an answer first.",
  stopped: "The run is paused for this question.",
  watch: "Now watch it happen.",
  more: "One more question comes on the way.",
  offer: "Predict what happens before you watch?",
  score: (/** @type {number} */ right, /** @type {number} */ all) => `${right} of ${all} right.`,
  visit: (/** @type {string} */ score) => `In this visit: ${score}`,
  look: "Look again at:",
  looks: {
    duration: "when it ends, in the bars below",
    order: "whose lines come first, with another seed as well",
    tear: "the two writes of a print, event by event",
    next: "who is polled first, event by event",
  },
};

/** @typedef {typeof en} Words */

/** @type {Words} */
const ko = {
  title: "예측",
  topics: {
    duration: "각 레인은 몇 초가 걸릴까요?",
    order: "줄의 순서가 실행할 때마다 달라질 수 있을까요?",
    tear: "줄이 찢어질 수 있을까요? 텍스트와 줄바꿈 사이에 다른 태스크가 쓸 수 있을까요?",
    next: "다음에 나올 줄은 무엇일까요?",
  },
  yes: "예",
  no: "아니요",
  right: "맞았습니다.",
  wrong: (right) => `아닙니다. 정답: ${right}.`,
  slips: {
    sum: "고른 답은 모든 대기를 더한 값입니다.",
    longest: "고른 답은 가장 긴 태스크 하나의 시간입니다.",
    shortest: "고른 답은 가장 짧은 태스크 하나의 시간입니다.",
    each: "고른 답은 태스크마다 한 단계씩만 센 값입니다.",
    one: "고른 답은 한 단계의 시간입니다.",
    number: "고른 답은 합계가 아니라 더한 수입니다.",
    finished: "고른 태스크는 이미 끝났습니다.",
  },
  sum: (steps, step) => `앞의 태스크가 끝나야 다음이 시작하므로 대기가 모두 더해집니다: ${steps} × ${step}.`,
  longest: (steps, step) => `태스크들이 동시에 기다리므로 가장 긴 태스크가 걸리는 시간을 정합니다: ${steps} × ${step}.`,
  order: {
    sequential: "앞 태스크가 끝나야 다음 태스크가 시작됩니다. 우연이 끼어들 자리가 없습니다.",
    async: "기한이 같은 퓨처들은 기다리기 시작한 순서대로 폴링됩니다. 우연이 끼어들 자리가 없습니다.",
    threads: (orders) =>
      orders > 1
        ? `누가 다음인지 스케줄러가 정합니다. 시드를 바꿔 ${RUNS}번 실행하니 순서가 ${orders}가지 나왔습니다.`
        : `시드를 바꿔 ${RUNS}번 실행해도 순서가 모두 같았습니다.`,
  },
  await: "퓨처는 await하는 곳에서만 양보하는데, 두 쓰기 사이에는 await가 없습니다.",
  lock: "출력하는 스레드는 줄바꿈까지 다 쓰고 나서 락을 놓습니다.",
  tear: (torn) =>
    torn > 0
      ? `스케줄러는 두 쓰기 사이에서도 전환할 수 있습니다. 시드를 바꿔 ${RUNS}번 실행하니 ${torn}번 찢어졌습니다.`
      : `시드를 바꿔 ${RUNS}번 실행해도 찢어진 줄이 없었습니다.`,
  next: {
    sequential: (task) => `한 태스크가 끝나야 다음이 시작하므로 지금은 ${task} 차례입니다.`,
    async: (task) => `기다리는 퓨처 가운데 ${task} 태스크가 먼저 기다리기 시작했고, 기한이 같으면 그 순서대로 폴링됩니다.`,
  },
  check: "확인",
  onward: "다음 질문",
  run: "실행해서 보기",
  resume: "계속",
  again: "다시 묻기",
  ask: "질문 받기",
  skip: "그냥 보기",
  nudge: "먼저 예측해 보세요. 그냥 보려면 실행을 한 번 더 누르세요.",
  missing: "먼저 답을 고르세요.",
  stopped: "이 질문을 위해 실행을 멈췄습니다.",
  watch: "이제 어떻게 되는지 지켜보세요.",
  more: "도중에 하나 더 묻습니다.",
  offer: "보기 전에 예측해 볼까요?",
  score: (right, all) => `${all}개 중 ${right}개를 맞혔습니다.`,
  visit: (score) => `이번 방문에서 모두: ${score}`,
  look: "다시 볼 것:",
  looks: {
    duration: "언제 끝나는지, 아래 막대에서",
    order: "누구의 줄이 먼저인지, 시드를 바꿔서도",
    tear: "출력 한 번의 두 쓰기, 이벤트 하나씩",
    next: "누가 먼저 폴링되는지, 이벤트 하나씩",
  },
};

const TEXTS = { en, ko };

const ICONS = {
  right: "M9 16.2 4.8 12l-1.6 1.6L9 19.4 21 7.4l-1.6-1.6z",
  wrong: "M19 6.6 17.4 5 12 10.4 6.6 5 5 6.6 10.4 12 5 17.4 6.6 19 12 13.6 17.4 19 19 17.4 13.6 12z",
};

/** How many choices a question has at most. */
const CHOICES = 4;
/** So many steps of each run are enough: what can differ soon does. */
const RUN_STEPS = 300;
/** How long, in milliseconds, runs may keep the page from answering. */
const SLICE = 30;
/** More terms than this are not written as a sum. */
const TERMS = 6;

/** The score of each demo since the page was loaded. @type {WeakMap<InterleavedDemo, {right: number, all: number}>} */
const visits = new WeakMap();

/** @param {Context} context @returns {Panel} */
export function create(context) {
  return new Prediction(context);
}

class Prediction {
  /** It can have the focus, so that the demo's keys work when its buttons have gone. */
  root = element("section", { class: "predict", tabindex: "-1", hidden: "" });
  #stack = element("div", { class: "stack" });
  #review = element("div");
  #note = element("p", { role: "status" });
  #skip = element("button", { type: "button", class: "skip" });
  #main = element("button", { type: "button", class: "main" });
  #host;
  #player;
  #scale;
  /** The lanes that are asked about. */
  #kinds;
  /** How many steps each task has that has any. */
  #steps;
  /** @type {"asking" | "watching" | "stopped" | "over" | "off"} */
  #stage = "asking";
  /** Until the first update. */
  #isNew = true;
  /** @type {Words} */
  #words = TEXTS.en;
  /** @type {Threads | undefined} */
  #threads;
  /** @type {Next | undefined} */
  #next;
  /** A player that finds something out. @type {Player | undefined} */
  #scout;
  /** In the order in which they are asked; the one on the way is the last. @type {Page[]} */
  #pages = [];
  /** Their elements. @type {HTMLElement[]} */
  #nodes = [];
  #at = 0;
  /** Whether the current page has been answered. */
  #checked = false;
  /** Which choice is chosen, by the question's id. @type {Map<string, number>} */
  #chosen = new Map();
  /** What this round's answers were. @type {{topic: Topic, lane: string, right: boolean}[]} */
  #answers = [];
  #round = 0;
  /** Whether the question on the way is still to come. */
  #pending = false;
  #nudged = false;
  #wasPlaying = false;
  /** The run is being put back: what is shown meanwhile counts for nothing. */
  #holding = false;
  #removed = false;

  /** @param {Context} context */
  constructor({ host, player, scale }) {
    this.#host = host;
    this.#player = player;
    this.#scale = scale;
    this.#kinds = /** @type {Kind[]} */ (player.lanes.filter((lane) => lane in en.order));
    this.#steps = player.tasks.map((task) => task.steps).filter((count) => count > 0);
    this.root.append(this.#stack, element("div", { class: "actions" }, this.#note, this.#skip, this.#main));
    this.#main.addEventListener("click", () => this.#proceed());
    this.#skip.addEventListener("click", () => this.#watch(this.#stage === "asking" ? "off" : "watching"));
    // Not a form: its submission is refused in a sandboxed frame, before any event.
    this.root.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target instanceof HTMLInputElement) this.#main.click();
    });
    host.addEventListener("play", this.#onPlay);
    // Where nothing runs, or only real threads, there is nothing to ask.
    if (this.#steps.length > 0 && this.#kinds.length > 0) this.#prepare();
    else this.#stage = "off";
  }

  remove() {
    this.#removed = true;
    // One that has arrived is freed by whoever awaits it.
    if (this.#scout?.behind) this.#scout.free();
    this.#host.removeEventListener("play", this.#onPlay);
  }

  /** @param {"ko" | "en"} language */
  translate(language) {
    this.#words = TEXTS[language];
    this.root.setAttribute("aria-label", this.#words.title);
    if (this.#pages.length > 0) this.#build();
  }

  /** @param {Player["state"]} state @param {boolean} paused */
  update(state, paused) {
    const wasPlaying = this.#wasPlaying;
    this.#wasPlaying = !paused;
    if (this.#holding) return;
    const seen = state.lanes.some((lane) => lane.shown > 0);
    if (this.#isNew) {
      this.#isNew = false;
      // Started by itself: it has to wait. But who comes for a moment gets it.
      const started = !paused && state.startAt === 0;
      if (started) queueMicrotask(() => this.#hold(0));
      if (started || !seen) return;
    }
    const stage = this.#stage;
    const next = this.#next;
    const shown = (next && state.lanes[next.lane]?.shown) ?? 0;
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
    if (state.ended && !this.#pending && (this.#stage === "watching" || this.#stage === "stopped")) {
      this.#stage = this.#answers.length > 0 ? "over" : "off";
    }
    if (this.#stage !== stage) this.#show();
  }

  // What the core says.

  /** Finds out what is right, then makes the questions. */
  async #prepare() {
    if (!this.#threads && this.#player.lanes.includes("threads")) this.#threads = await this.#runThreads();
    this.#next = await this.#findNext();
    this.#scout?.free();
    this.#scout = undefined;
    if (this.#removed) return;
    this.#pending = this.#next !== undefined;
    this.#build();
  }

  /**
   * Resolves to a player of these settings that has come to `time`; once the panel
   * is removed, never. There is only one at a time.
   * @param {number} time @param {Record<string, string>} [changes]
   * @returns {Promise<Player>}
   */
  #runUntil(time, changes) {
    this.#scout?.free();
    this.#scout = undefined;
    return new Promise((resolve) => {
      if (this.#removed) return;
      const arrived = () => {
        if (!scout.behind) resolve(scout);
      };
      const scout = new Player(new Map(Object.entries({ ...this.#host.toJSON(), ...changes })), arrived);
      this.#scout = scout;
      scout.seek(time);
      arrived();
    });
  }

  /** @returns {Promise<Threads>} */
  async #runThreads() {
    const { interval } = this.#scale;
    const time = interval * Math.max(1, Math.floor(RUN_STEPS / this.#player.tasks.length));
    const orders = new Set();
    let torn = 0;
    let start = performance.now();
    for (let seed = 0; seed < RUNS; seed += 1) {
      const run = await this.#runUntil(time, { lanes: "threads", seed: String(seed) });
      const shown = run.state.lanes[0]?.shown ?? 0;
      orders.add(texts(run.events(0, 0, shown)).map(({ at, index }) => `${at} ${index}`).join());
      // There are as many newlines as texts, so where two texts share a line
      // another line is empty.
      if (run.text(0, 0, shown).includes("\n\n")) torn += 1;
      if (performance.now() - start > SLICE) {
        await new Promise((resolve) => setTimeout(resolve));
        start = performance.now();
      }
    }
    return { orders: orders.size, torn };
  }

  /** @returns {Promise<Next | undefined>} */
  async #findNext() {
    const { lanes, tasks } = this.#player;
    const { interval } = this.#scale;
    const lane = lanes.indexOf(lanes.includes("async") ? "async" : "sequential");
    const duration = this.#player.state.lanes[lane]?.duration ?? 0;
    const steps = this.#steps;
    const firstEnd = lanes[lane] === "async" ? Math.min(...steps) : (steps[0] ?? 0);
    // After the first round, and when the first task has finished: there it gets interesting.
    const moments = [...new Set([1, firstEnd, 2, 3])].map((round) => round * interval);
    const within = moments.filter((moment) => moment < duration);
    const time = within[this.#round % within.length];
    if (time === undefined) return undefined;

    const run = await this.#runUntil(time + interval);
    const later = run.state.lanes[lane]?.shown ?? 0;
    run.seek(time);
    const shown = run.state.lanes[lane]?.shown ?? 0;
    const printed = tasks.map(() => 0);
    let last = 0;
    for (const { index = 0 } of texts(run.events(lane, 0, shown))) {
      printed[index] = (printed[index] ?? 0) + 1;
      last = index;
    }
    const [event] = texts(run.events(lane, shown, later));
    const index = event?.index ?? 0;
    const right = event?.text ?? "";

    /** @param {number} task @param {number} more The line after so many more. */
    const line = (task, more) => {
      const { name = "", low = "" } = tasks[task] ?? {};
      const count = BigInt((printed[task] ?? 0) + more);
      return `[${name}] total=${BigInt(low) * count + (count * (count - 1n)) / 2n}`;
    };
    const hasFinished = (/** @type {number} */ task) => (printed[task] ?? 0) >= (tasks[task]?.steps ?? 0);
    const { name = "", low = "" } = tasks[index] ?? {};
    const others = [...tasks.keys()].filter((task) => (tasks[task]?.steps ?? 0) > 0);
    others.sort((a, b) => Number(hasFinished(b)) - Number(hasFinished(a)));
    /** @type {[string, string][]} */
    const wrong = [
      [line(last, 1), hasFinished(last) ? "finished" : ""],
      [`[${name}] total=${BigInt(low) + BigInt(printed[index] ?? 0)}`, "number"],
      .../** @type {[string, string][]} */ (
        others.slice(0, CHOICES).map((task) => [line(task, 1), hasFinished(task) ? "finished" : ""])
      ),
      [line(index, 2), ""],
      [line(index, 0), ""],
    ];
    const choices = new Map([[right, ""]]);
    for (const [text, slip] of wrong) {
      if (choices.size < CHOICES && !choices.has(text)) choices.set(text, slip);
    }
    const sorted = [...choices].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
    return { lane, time, shown, task: name, right, choices: sorted };
  }

  // The questions, in the reader's language.

  /** @returns {Page[]} */
  #questions() {
    const words = this.#words;
    const { lanes, state } = this.#player;
    const texts = this.#host.texts;
    const time = (/** @type {number} */ millis) => texts.seconds(this.#scale.seconds(millis));
    const kinds = this.#kinds;
    /**
     * @param {string} id @param {Kind} kind @param {[text: string, value: unknown, slip?: string][]} choices
     * @param {unknown} right @param {string} why
     * @returns {Question}
     */
    const question = (id, kind, choices, right, why) => {
      const index = choices.findIndex(([, value]) => value === right);
      return {
        id,
        lane: texts.lanes[kind].name,
        choices: choices.map(([text, value, slip = ""], choice) => {
          const verdict = choice === index ? words.right : words.wrong(choices[index]?.[0] ?? "");
          const said = words.slips[/** @type {keyof Words["slips"]} */ (slip)] ?? "";
          return { text, value, verdict: `${verdict} ${choice === index ? "" : said} ${why}` };
        }),
        right: index,
      };
    };
    const { interval } = this.#scale;
    const steps = this.#steps;
    const terms = steps.length > 1 && steps.length <= TERMS ? `(${steps.join(" + ")})` : `${this.#scale.steps}`;
    const longest = Math.max(...steps);
    /** @type {[number, string][]} */
    const guesses = [
      [this.#scale.steps, "sum"],
      [longest, "longest"],
      [steps.length, "each"],
      [Math.min(...steps), "shortest"],
      [1, "one"],
      [2 * this.#scale.steps, ""],
    ];
    const durations = kinds.map((kind) => {
      const { duration = 0 } = state.lanes[lanes.indexOf(kind)] ?? {};
      const values = new Map([[duration, ""]]);
      for (const [count, slip] of guesses) {
        const value = count * interval;
        if (values.size < CHOICES && !values.has(value)) values.set(value, slip);
      }
      const sorted = [...values].sort(([a], [b]) => a - b);
      const why = kind === "sequential" ? words.sum(terms, time(interval)) : words.longest(`${longest}`, time(interval));
      return question(
        `duration:${kind}`,
        kind,
        sorted.map(([value, slip]) => [time(value), value / 1000, slip]),
        duration / 1000,
        why,
      );
    });

    const { orders, torn } = this.#threads ?? { orders: 0, torn: 0 };
    const lock = "lock" in this.#host.toJSON() ? `${words.lock} ` : "";
    // Only the scheduler of threads leaves anything open.
    /** @param {string} id @param {boolean} open @param {(kind: Kind) => string} why */
    const yesOrNo = (id, open, why) =>
      kinds.map((kind) =>
        question(`${id}:${kind}`, kind, [[words.yes, true], [words.no, false]], open && kind === "threads", why(kind)),
      );
    /** @type {Page[]} */
    const pages = [
      { topic: "duration", questions: durations },
      {
        topic: "order",
        questions: yesOrNo("order-varies", orders > 1, (kind) =>
          kind === "threads" ? words.order.threads(orders) : words.order[kind],
        ),
      },
      {
        topic: "tear",
        questions: yesOrNo("can-tear", torn > 0, (kind) =>
          kind === "threads" ? lock + words.tear(torn) : words.await,
        ),
      },
    ];
    const next = this.#next;
    const kind = next && lanes[next.lane];
    if (next && (kind === "sequential" || kind === "async")) {
      const choices = next.choices.map(([text, slip]) => /** @type {[string, string, string]} */ ([text, text, slip]));
      const asked = question("next-line", kind, choices, next.right, words.next[kind](next.task));
      pages.push({ topic: "next", questions: [asked] });
    }
    return pages;
  }

  // What is seen.

  /** Builds all pages: they lie on each other, so that each has the room of the largest. */
  #build() {
    this.#pages = this.#questions();
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
    const all = this.#pages.flatMap(({ topic, questions }) =>
      questions.map(({ lane }) => ({ topic, lane, right: false })),
    );
    this.#nodes.push(element("div", {}, ...this.#conclude(all)));
    this.#stack.replaceChildren(...this.#nodes, this.#review);
    this.root.hidden = false;
    this.#show();
  }

  /** @param {Question} question */
  #buildQuestion({ id, lane, choices, right }) {
    const verdicts = choices.map(({ verdict }, choice) =>
      element("p", choice === right ? {} : { class: "wrong" }, icon(ICONS[choice === right ? "right" : "wrong"]), verdict),
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
    this.#review.replaceChildren(
      ...(stage === "over" ? this.#conclude(this.#answers) : [element("p", {}, watching)]),
    );
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

  /** What was right, and where to look again. @param {{topic: Topic, lane: string, right: boolean}[]} answers */
  #conclude(answers) {
    const words = this.#words;
    const right = answers.filter((answer) => answer.right).length;
    const score = words.score(right, answers.length);
    const visit = visits.get(this.#host) ?? { right, all: answers.length };
    const items = /** @type {Topic[]} */ (Object.keys(words.looks)).flatMap((topic) => {
      const wrong = answers.filter((answer) => answer.topic === topic && !answer.right);
      const lanes = wrong.map(({ lane }) => lane).join(", ");
      return lanes ? [element("li", {}, element("b", {}, lanes), `: ${words.looks[topic]}`)] : [];
    });
    const more = visit.all > answers.length ? words.visit(words.score(visit.right, visit.all)) : "";
    const head = element("p", {}, element("b", {}, score), ` ${more} ${items.length > 0 ? words.look : ""}`);
    return [head, element("ul", {}, ...items)];
  }

  /** @param {string} seen @param {string} [heard] What only a screen reader is told, for others see it elsewhere. */
  #say(seen, heard = "") {
    this.#note.replaceChildren(seen, element("span", { class: "heard" }, ` ${heard}`));
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
    const visit = visits.get(this.#host) ?? { right: 0, all: 0 };
    visits.set(this.#host, visit);
    let score = 0;
    /** @type {string[]} */
    const verdicts = [];
    for (const { id, lane, choices, right } of questions) {
      const chosen = this.#chosen.get(id) ?? 0;
      const isRight = chosen === right;
      const { value: answer, verdict = "" } = choices[chosen] ?? {};
      score += Number(isRight);
      verdicts.push(`${lane}: ${verdict}`);
      this.#answers.push({ topic, lane, right: isRight });
      const detail = { question: id, answer, right: isRight };
      this.#host.dispatchEvent(new CustomEvent("interleaved-answer", { bubbles: true, composed: true, detail }));
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
    this.#host.play();
  }

  /** Asks anew, about another moment. */
  async #restart() {
    this.#host.reset();
    this.#round += Number(this.#answers.length > 0);
    this.#stage = "asking";
    this.#at = 0;
    this.#checked = this.#nudged = false;
    this.#answers = [];
    this.#chosen.clear();
    await this.#prepare();
    this.#focus();
  }

  #onPlay = () => {
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
  };

  /** Pauses the run at the moment of the question on the way, and asks it. @param {Next} next */
  #stop(next) {
    if (this.#stage !== "watching" || this.#removed) return;
    this.#hold(next.time);
    this.#stage = "stopped";
    this.#pending = this.#nudged = this.#checked = false;
    this.#at = this.#pages.length - 1;
    this.#show(this.#words.stopped);
    this.#focus();
  }

  /** Pauses the run, at `time`, as if it had never gone past it. @param {number} time */
  #hold(time) {
    if (this.#removed) return;
    this.#holding = true;
    this.#host.pause();
    this.#host.currentTime = time / 1000;
    this.#holding = false;
  }

  /** Puts the focus on what is to be done next, if it is in this demo at all. */
  #focus() {
    const node = this.#nodes[this.#at];
    if (!this.#host.shadowRoot?.activeElement || !node) return;
    const groups = [...node.querySelectorAll("fieldset")];
    const group = groups.find((each) => !each.querySelector(":checked")) ?? groups[0];
    const radio = group?.querySelector("input");
    (this.#checked || !radio ? this.#main : radio).focus();
  }
}

const css = String.raw;

export const styles = css`
.predict { display: grid; gap: 0.7em; padding: 0.9em 1.1em; border-radius: 0.5em; background: var(--wash) }
.predict .stack, .predict .verdicts { display: grid }
.predict .stack > *, .predict .verdicts > p { grid-area: 1 / 1; visibility: hidden }
.predict .stack > .current, .predict .checked .said { visibility: visible }
.predict.off .stack { display: none }
.predict fieldset { min-width: 0; padding: 0; border: 0 }
.predict legend { padding: 0; font-weight: 700 }
.predict legend span { margin-inline-end: 0.5em; color: var(--muted); font-weight: 400 }
.predict .groups { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17em, 100%), 1fr)); gap: 0.7em 2em; margin-block-start: 0.5em }
.predict fieldset fieldset legend { color: var(--muted); font-weight: 400 }
.predict .choices { display: flex; flex-wrap: wrap; gap: 0.4em; margin-block: 0.3em 0.5em }
.predict label { display: inline-flex; align-items: center; gap: 0.5em; min-height: 2.2em; padding: 0 0.9em 0 0.7em; border: 1px solid var(--hair); border-radius: 1.1em; background: var(--paper); cursor: pointer }
.predict .next label { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "D2Coding", "NanumGothicCoding", "DejaVu Sans Mono", monospace }
.predict label:has(:checked) { border-color: var(--accent) }
.predict .checked .right { outline: 2px solid var(--accent) }
.predict :disabled label { cursor: default }
.predict input { flex: none; margin: 0; accent-color: var(--accent) }
.predict .verdicts p { position: relative; padding-inline-start: 1.6em }
.predict svg { position: absolute; inset-inline-start: 0; top: 0.2em; width: 1.15em; fill: var(--accent) }
.predict .wrong svg { fill: var(--alarm) }
.predict ul { padding-inline-start: 1.3em }
.predict .actions { display: flex; flex-wrap: wrap; align-items: center; justify-content: end; gap: 0.5em }
.predict .actions p { flex: 1; color: var(--muted) }
.predict .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.predict button { min-height: 2.6em; padding: 0 1em; border: 1px solid transparent; border-radius: 0.5em; background: none; cursor: pointer }
.predict .main { min-width: 8.2em; background: var(--accent); color: var(--on-accent); font-weight: 600 }
.predict.off .main { border-color: var(--accent); background: none; color: var(--accent) }
.predict .gone { visibility: hidden }
.predict .skip { color: var(--muted); text-decoration: underline; text-underline-offset: 3px }
@container (max-width: 560px) {
  .predict .actions p { flex-basis: 100%; min-height: 3em }
  .predict.off .actions p { min-height: 0 }
}
`;

/** The prints of tasks, without their newlines. @param {import("./engine.js").DemoEvent[]} events */
function texts(events) {
  return events.filter(({ text, index }) => index !== undefined && text && text !== "\n");
}
