// What is told of the logs of threads: how many different ones there may be, and how
// many of them were seen.

import { countLogs } from "./count-logs.js";
import { element, setText } from "../base/dom.js";

const TEXTS = {
  en: {
    seen: (/** @type {number} */ seeds, /** @type {number} */ logs) => `Seeds tried: ${seeds}. Different logs: ${logs}.`,
    possible: (/** @type {string} */ count) => `If every wait is exact, threads may print ${count} different logs, not all equally often.`,
    about: "about ",
    onlyOne: "If every wait is exact, no other log is possible.",
    always: "Always: ",
    varies: "What varies: ",
    free: [
      "each task’s totals in order, as many newlines as texts, each newline after its own text. ",
      "who goes first among the tasks due at one instant, and where the newlines fall.",
    ],
    locked: [
      "each task’s totals in order, and each text with its newline: under the lock nobody writes between them. ",
      "who goes first among the tasks due at one instant.",
    ],
  },
  ko: {
    seen: (/** @type {number} */ seeds, /** @type {number} */ logs) => `시도한 시드: ${seeds}개. 서로 다른 로그: ${logs}가지.`,
    possible: (/** @type {string} */ count) =>
      `대기가 모두 정확하다면 스레드가 출력할 수 있는 로그는 ${count}가지이며, 나오는 빈도는 저마다 다릅니다.`,
    about: "약 ",
    onlyOne: "대기가 모두 정확하다면 다른 로그는 나올 수 없습니다.",
    always: "언제나: ",
    varies: "달라지는 것: ",
    free: [
      "태스크마다 합계는 순서대로 나오고, 줄바꿈은 텍스트와 수가 같으며, 언제나 자기 텍스트보다 뒤에 나옵니다. ",
      "같은 순간에 대기가 끝나는 태스크들의 순서, 줄바꿈이 나오는 자리.",
    ],
    locked: [
      "태스크마다 합계는 순서대로 나오고, 텍스트와 그 줄바꿈은 붙어 있습니다. 락이 있으면 그 사이에 아무도 쓰지 못합니다. ",
      "같은 순간에 대기가 끝나는 태스크들의 순서.",
    ],
  },
};

/** Tells of the threads' logs: of those seen since the page was opened, and of all. */
export class Permutations {
  /** For each program a digest of the log of each seed. @type {Record<string, Record<string, string>>} */
  #programs = {};
  /** Those of the program in force. @type {Record<string, string>} */
  #logs = {};
  #lock = false;
  /** @type {bigint | number} */
  #possible = 1n;
  #texts = TEXTS.en;
  /** The number of the last log that was asked for: what comes later than the next isn't wanted. */
  #asked = 0;
  #logOf;
  #count = element("p", { "aria-live": "polite" });
  #facts = [element("b"), element("span"), element("b"), element("span")];
  root = element("div", { class: "permutations" }, this.#count, element("p", {}, ...this.#facts));

  /** @param {(settings: Record<string, string>) => Promise<string>} logOf What a lane prints with some settings. */
  constructor(logOf) {
    this.#logOf = logOf;
  }

  /** @param {import("../words/texts.js").Language} language */
  translate(language) {
    this.#texts = TEXTS[language];
    this.#tell();
  }

  /**
   * The threads run with another seed, or another program.
   * @param {readonly import("./lesson.js").Summation[]} list @param {string} tasks The same as a setting.
   * @param {string} seed @param {boolean} lock
   */
  show(list, tasks, seed, lock) {
    this.stop();
    this.#lock = lock;
    this.#possible = countLogs(list, lock);
    const logs = (this.#programs[`${lock} ${tasks}`] ??= {});
    this.#logs = logs;
    if (!logs[seed]) this.#run({ tasks, seed, ...(lock && { lock: "" }) }, logs, seed);
    this.#tell();
  }

  /** Nobody wants to know any more. */
  stop() {
    this.#asked += 1;
  }

  /** Runs them to their end, out of sight. @param {Record<string, string>} settings @param {Record<string, string>} logs @param {string} seed */
  async #run(settings, logs, seed) {
    const asked = this.#asked;
    const log = await this.#logOf(settings);
    logs[seed] = digest(log);
    if (asked === this.#asked) this.#tell();
  }

  #tell() {
    const texts = this.#texts;
    const logs = Object.values(this.#logs);
    const possible = this.#possible;
    const count = typeof possible === "bigint" ? possible.toLocaleString("en") : `${texts.about}10${superscript(possible)}`;
    const all = possible === 1n ? texts.onlyOne : texts.possible(count);
    setText(this.#count, `${texts.seen(logs.length, new Set(logs).size)} ${all}`);
    const [always = "", varies = ""] = this.#lock ? texts.locked : texts.free;
    const facts = [texts.always, always, texts.varies, varies];
    for (const [index, node] of this.#facts.entries()) setText(node, facts[index] ?? "");
  }
}

/** @param {number} number */
function superscript(number) {
  return String(number).replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "");
}

/** 64 bits instead of a log, which may be megabytes long. @param {string} log */
function digest(log) {
  let [a, b] = [1, 2];
  for (let at = 0; at < log.length; at++) {
    const code = log.charCodeAt(at);
    // The high bits come down, so that each bit of the text reaches all of them.
    a = Math.imul(a ^ (a >>> 15) ^ code, 0x9e3779b1);
    b = Math.imul(b ^ (b >>> 13) ^ code, 0x85ebca77);
  }
  return `${a} ${b}`;
}
