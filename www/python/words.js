// The words for Python programs. They are loaded with the reader's language.

/** @typedef {import("../words/texts.js").Language} Language */
/** @typedef {typeof import("./words-en.js").words} Words */

const LANGUAGES = {
  en: () => import("./words-en.js"),
  ko: () => import("./words-ko.js"),
};

/** The words that are there. @type {Partial<Record<Language, Words>>} */
const known = {};

/** Loads the words of a language, after which `wordsIn` has them. @param {Language} language */
export async function learnWords(language) {
  known[language] ??= (await LANGUAGES[language]()).words;
}

/** The words of a language that has been learned, or else of another one. @param {Language} language */
export function wordsIn(language) {
  return /** @type {Words} */ (known[language] ?? Object.values(known)[0]);
}
