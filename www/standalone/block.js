// The settings in the page itself, which people write by hand.

import { settingOf, SETTINGS } from "../element/settings.js";

export const TEXTS = {
  en: {
    invalid: (/** @type {string} */ where) =>
      `The settings in this file are not valid JSON${where}. Between the braces, write each name and each text in double quotes, a colon between the two, and a comma between one setting and the next but not after the last: {"tasks": "A:1:5 B:5:10", "speed": 2, "lock": true}`,
    near: (/** @type {string} */ line) => `, near “${line}”`,
    noObject: `The settings in this file have to be between braces: {"tasks": "A:1:5 B:5:10", "speed": 2, "lock": true}`,
    unknown: (/** @type {string} */ name) => `The settings in this file: there is no setting “${name}”. There are ${SETTINGS.join(", ")}.`,
    value: (/** @type {string} */ name) =>
      `The settings in this file: ${name} has to be a text in double quotes, a number, a list of such, or true or false.`,
  },
  ko: {
    invalid: (/** @type {string} */ where) =>
      `이 파일의 설정이 올바른 JSON이 아닙니다${where}. 중괄호 안에 이름과 텍스트를 각각 큰따옴표로 감싸고, 이름과 값 사이에는 콜론을, 설정과 설정 사이에는 쉼표를 쓰세요. 마지막 설정 뒤에는 쉼표를 쓰지 않습니다: {"tasks": "A:1:5 B:5:10", "speed": 2, "lock": true}`,
    near: (/** @type {string} */ line) => `(“${line}” 근처)`,
    noObject: `이 파일의 설정은 중괄호 안에 써야 합니다: {"tasks": "A:1:5 B:5:10", "speed": 2, "lock": true}`,
    unknown: (/** @type {string} */ name) =>
      `이 파일의 설정 가운데 “${name}”: 이런 이름의 설정은 없습니다. 쓸 수 있는 이름: ${SETTINGS.join(", ")}.`,
    value: (/** @type {string} */ name) =>
      `이 파일의 설정 가운데 ${name}: 큰따옴표로 감싼 텍스트, 수, 그 목록, true, false 가운데 하나를 쓰세요.`,
  },
};

/** @typedef {(typeof TEXTS)["en"]} Texts */

/**
 * The settings as texts by name, and what is wrong with them, if anything.
 * @param {string} text
 * @returns {{settings: Record<string, string>, problem?: (texts: Texts) => string}}
 */
export function readBlock(text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch (error) {
    // Not every browser says where.
    const [, number] = /line (\d+)/.exec(String(error)) ?? [];
    const line = number && text.split("\n")[Number(number) - 1]?.trim();
    return { settings: {}, problem: (texts) => texts.invalid(line ? texts.near(line) : "") };
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return { settings: {}, problem: (texts) => texts.noObject };
  }
  /** @type {Record<string, string>} */
  const settings = {};
  for (const [name, value] of Object.entries(json)) {
    const setting = settingOf(name);
    if (!setting) return { settings: {}, problem: (texts) => texts.unknown(name) };
    // As the element's properties have it.
    if (value === false || value === null) continue;
    const all = [value].flat();
    if (value !== true && !all.every((each) => typeof each === "string" || typeof each === "number")) {
      return { settings: {}, problem: (texts) => texts.value(name) };
    }
    settings[setting] = value === true ? "" : all.join(" ");
  }
  return { settings };
}
