// Could these tasks have printed this log? The core's checker, as plain objects.

import load, { Checked } from "../bindings/check.js";
import { tasksText } from "../base/headless.js";
import { isolated } from "../base/names.js";
import { checkWasm } from "../site.js";
import { learn, readersLanguage, SettingError, textsIn } from "../words/texts.js";

/** @typedef {"sequential" | "async" | "interleaved" | "threads" | "impossible" | "undecided"} Verdict */
/** @typedef {{name: string, low: number, high: number}} Task */

/**
 * @typedef {object} Result What `checkLog` resolves to: JSON can say it all.
 * @property {Verdict} verdict The strictest that can have printed the log: one task after
 *   the other; futures with equal, exact waits; whole lines in another order; torn lines.
 * @property {Task[]} tasks Those given, else those that the log tells of.
 * @property {number} torn How many lines have two texts or more, or parts of them.
 * @property {number} lost How many empty lines must have been lost in copying: the
 *   verdict is that of the log with them.
 * @property {number} [line] Of an impossible log the first line that no schedule can
 *   print, from 1.
 * @property {string} [code] A word for the reason why it is impossible or undecided.
 * @property {string} [reason] The same as a sentence, in the reader's language.
 */

/**
 * @typedef {object} Write One write of a task.
 * @property {number} line From 1.
 * @property {number} task Its place among the tasks.
 * @property {"total" | "words" | "newline" | "lost" | "part"} kind `lost` is a newline that
 *   was lost in copying, told of at the last place where it can have been; `part` is a part
 *   of the text of a total, which goes on later.
 * @property {number} from Where in the log it is.
 * @property {number} to
 */

/** @typedef {{from: number, to: number}} Line Where a line is, without what ends it. */

/** @type {Write["kind"][]} */
const KINDS = ["total", "words", "newline", "lost", "part"];

/** No log with more characters is looked at; the core counts bytes. */
const MAX_LOG = 4 << 20;

const TEXTS = {
  en: {
    unknownTask: (/** @type {string} */ task) => `There is no task “${task}”.`,
    wrongTotal: (/** @type {string} */ task, /** @type {string} */ found, /** @type {string} */ expected) =>
      expected
        ? `${task} can’t print ${found} here: its next total is ${expected}.`
        : `${task} can’t print ${found}: it has printed all its totals before.`,
    noNewline: (/** @type {string} */ task) =>
      `${task} goes on to its next text, but the newline of the last hasn’t come yet. No program does that.`,
    noText: () => "A newline is written here, but each text that is complete has its newline already.",
    endsBeforeNewline: (/** @type {string} */ task) => `The main program ends here, but ${task} hasn’t written its last newline yet.`,
    endsBeforeTask: (/** @type {string} */ task) => `The main program ends here, but ${task} hasn’t printed all its totals yet.`,
    afterTheEnd: () => "Something is written here, but the main program has ended.",
    noWriter: () => "A piece of a text is written here, but no task has this to write now.",
    noTotals: () => "There is no line of the form [A] total=1.",
    sameNames: () => "Two tasks have the same name, so nobody can tell whose a line is.",
    tooLong: () => "The log is too long to decide: at most 4 MiB are looked at, and less where many names have brackets.",
    pieces: () => "Some texts are in pieces, and the log alone doesn’t say whose they are. Give the tasks, such as A:1:5 B:5:10.",
    tooTangled: () => "So many texts are in pieces, or other words are torn into them, that nobody can tell how they belong together.",
  },
  ko: {
    unknownTask: (/** @type {string} */ task) => `이름이 “${task}”인 태스크는 없습니다.`,
    wrongTotal: (/** @type {string} */ task, /** @type {string} */ found, /** @type {string} */ expected) =>
      expected
        ? `${task} 태스크가 여기서 출력할 합계는 ${expected}입니다(로그에는 ${found}).`
        : `${task} 태스크는 합계를 이미 모두 출력했습니다(로그에는 ${found}).`,
    noNewline: (/** @type {string} */ task) =>
      `${task} 태스크가 다음 텍스트를 쓰는데, 앞에 쓴 텍스트의 줄바꿈이 아직 나오지 않았습니다. 그렇게 하는 프로그램은 없습니다.`,
    noText: () => "여기에 줄바꿈이 있지만, 끝까지 쓴 텍스트에는 모두 이미 줄바꿈이 있습니다.",
    endsBeforeNewline: (/** @type {string} */ task) =>
      `메인 프로그램이 여기서 끝나는데, ${task} 태스크가 마지막 줄바꿈을 아직 쓰지 않았습니다.`,
    endsBeforeTask: (/** @type {string} */ task) => `메인 프로그램이 여기서 끝나는데, ${task} 태스크가 합계를 아직 다 출력하지 않았습니다.`,
    afterTheEnd: () => "메인 프로그램이 끝난 뒤에 무언가가 더 출력되었습니다.",
    noWriter: () => "여기에 텍스트 조각이 있지만, 지금 이것을 쓸 태스크가 없습니다.",
    noTotals: () => "[A] total=1 형식의 줄이 없습니다.",
    sameNames: () => "이름이 같은 태스크가 있어서 어느 태스크의 줄인지 알 수 없습니다.",
    tooLong: () => "로그가 너무 길어 판정할 수 없습니다. 4 MiB까지만 살펴보며, 대괄호가 든 이름이 많으면 그보다 적게 살펴봅니다.",
    pieces: () => "텍스트가 조각나 있어서, 로그만 보고는 어느 태스크가 쓴 조각인지 알 수 없습니다. A:1:5 B:5:10처럼 태스크를 적어 주세요.",
    tooTangled: () => "조각난 텍스트가 너무 많거나 다른 말과 뒤섞여 있어서, 어떻게 이어지는지 가려낼 수 없습니다.",
  },
};

/** @type {Promise<unknown> | undefined} */
let loading;

/** Resolves once the checker can be used; rejects with the reason if it can't. */
function loaded() {
  loading ??= load({ module_or_path: checkWasm() }).catch((error) => {
    // The next try may have more luck.
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * What can be told of a log, with who wrote what.
 * @param {string} log
 * @param {string} tasks In the form of the setting; empty if the log is to tell them.
 * @param {import("../words/texts.js").Language} language Of the reason.
 * @returns {Promise<{result: Result, writes: Write[], lines: Line[]}>}
 * @throws {SettingError}
 */
export async function examine(log, tasks, language) {
  await loaded();
  const checked = new Checked(log.slice(0, MAX_LOG + 1), tasks);
  const [first = "", second = "", ...tasksFound] = checked.about().split("\n");
  const numbers = checked.writes();
  const places = checked.lines();
  checked.free();
  const words = first.trim().split(" ");
  if (words[0] === "!") {
    const [, code = "", setting = "", ...allowed] = words;
    await learn(language);
    throw new SettingError(textsIn(language), { code, setting, value: second, allowed });
  }
  const [verdict, torn, lost, ...more] = words;
  /** @type {Result} */
  const result = {
    verdict: /** @type {Verdict} */ (verdict),
    tasks: tasksFound.map((line) => {
      const [, name = "", low, high] = /^(.*):(.*):(.*)$/s.exec(line) ?? [];
      return { name, low: Number(low), high: Number(high) };
    }),
    torn: Number(torn),
    lost: Number(lost),
  };
  if (verdict === "impossible") result.line = Number(more.shift());
  const [code, wrong = "", expected = ""] = more;
  if (code) {
    result.code = code;
    result.reason = TEXTS[language][/** @type {keyof typeof TEXTS["en"]} */ (code)](isolated(second), wrong, expected);
  }
  /** @type {Write[]} */
  const writes = [];
  for (let at = 0; at < numbers.length; at += 5) {
    const [line = 0, task = 0, kind = 0, from = 0, to = 0] = numbers.subarray(at, at + 5);
    writes.push({ line, task, kind: KINDS[kind] ?? "words", from, to });
  }
  /** @type {Line[]} */
  const found = [];
  for (let at = 0; at < places.length; at += 2) found.push({ from: places[at] ?? 0, to: places[at + 1] ?? 0 });
  return { result, writes, lines: found };
}

/**
 * Who can have printed a log: see the types above. Without `tasks`, in the form of
 * the setting or as objects, they are taken from the log. `lang` is the language of
 * the reason; by default the document's, else the browser's, else English.
 * @param {string} text
 * @param {{tasks?: string | readonly (string | {name: string, low: number | bigint | string, high: number | bigint | string})[] | undefined, lang?: string | undefined}} [options]
 * @returns {Promise<Result>} Rejected with a `SettingError` if the tasks can't be used.
 */
export async function checkLog(text, { tasks, lang } = {}) {
  const { result } = await examine(String(text), tasksText(tasks ?? ""), readersLanguage(lang));
  return result;
}
