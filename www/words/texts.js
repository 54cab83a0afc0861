// The reader's language. Its words are loaded when it is known: nobody needs all.

import { isolatedTask } from "../base/names.js";

/** @typedef {import("./refusal.js").Refusal} Refusal */
/** @typedef {typeof import("./texts-en.js").texts} Texts */

const LANGUAGES = {
  en: () => import("./texts-en.js"),
  ko: () => import("./texts-ko.js"),
};

/** @typedef {keyof typeof LANGUAGES} Language One that we speak. */

/** The words that are there. @type {Partial<Record<Language, Texts>>} */
const known = {};

/** Loads the words of a language, after which `textsIn` has them. @param {Language} language */
export async function learn(language) {
  known[language] ??= (await LANGUAGES[language]()).texts;
}

/**
 * The words of a language that has been learned. What hasn't been told its language yet
 * may ask for another one, and gets what there is.
 * @param {Language} language
 */
export function textsIn(language) {
  return /** @type {Texts} */ (known[language] ?? Object.values(known)[0]);
}

/** What is said where something couldn't be loaded, so that it isn't loaded either. */
const FAILED = {
  en: (/** @type {string} */ reason) => `The demo couldn't be loaded: ${reason}. Check the connection and reload the page.`,
  ko: (/** @type {string} */ reason) => `데모를 불러오지 못했습니다: ${reason}. 네트워크 연결을 확인하고 페이지를 새로 고침하세요.`,
};

/** @param {Language} language @param {unknown} error */
export function failed(language, error) {
  return FAILED[language](error instanceof Error ? error.message : String(error));
}

/**
 * The first of the given language tags that we speak, else English.
 * @param {(string | null | undefined)[]} tags
 * @returns {Language}
 */
export function chooseLanguage(...tags) {
  for (const tag of tags) {
    const language = tag?.split("-")[0]?.toLowerCase();
    if (language === "ko" || language === "en") return language;
  }
  return "en";
}

/** The language of an element: its own, or that of what is around it, else the browser's. @param {Element} node */
export function languageOf(node) {
  return chooseLanguage(node.getAttribute("lang"), node.parentElement?.closest("[lang]")?.getAttribute("lang"), ...navigator.languages);
}

/** Where nothing around says which: the document's, else the browser's. @param {string} [asked] */
export function readersLanguage(asked) {
  return chooseLanguage(asked, globalThis.document?.documentElement.lang, ...(globalThis.navigator?.languages ?? []));
}

/**
 * The sentence that says what is wrong with a setting and what would be right.
 * @param {Texts} texts
 * @param {Refusal} refusal
 */
export function explain(texts, refusal) {
  const problem = texts.problems[refusal.code];
  return `${refusal.setting}: ${problem ? problem({ ...refusal, value: isolatedTask(refusal.value) }) : refusal.value}`;
}

/** A setting that can't be used: which, its value, and what would be right. */
export class SettingError extends RangeError {
  /** @param {Texts} texts @param {Refusal} refusal */
  constructor(texts, refusal) {
    super(explain(texts, refusal));
    this.name = "SettingError";
    this.code = refusal.code;
    this.setting = refusal.setting;
    this.value = refusal.value;
    this.allowed = refusal.allowed;
  }
}
