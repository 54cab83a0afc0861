// The settings: their names, and how attributes, queries and frameworks write them.

import { SETTINGS, SWITCHES } from "../bindings/settings.js";

export { SETTINGS, SWITCHES };

/** The name that HTML, and so many a framework, makes of the property `startAt`. */
export const LOWERED = { startat: "start-at" };

/** What is written for `false` means the same as if nothing were written, or as this. */
const OFF = new Map([...[...SWITCHES, "autoplay"].map((name) => /** @type {const} */ ([name, null])), ["controls", "none"]]);

/** The setting that a name stands for, if there is one. @param {string} name */
export function settingOf(name) {
  const setting = Object.hasOwn(LOWERED, name) ? LOWERED[/** @type {keyof typeof LOWERED} */ (name)] : name;
  return SETTINGS.includes(setting) ? setting : undefined;
}

/**
 * What a setting's text means: null if it is as if there were none.
 * @param {string} name @param {string | null} text
 */
export function meant(name, text) {
  const off = text?.trim() === "false" ? OFF.get(name) : undefined;
  return off === undefined ? text : off;
}

/**
 * The settings among other names and their texts. `false` is written as what it means.
 * @param {Iterable<[string, string]>} texts
 */
export function settingsAmong(texts) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [name, text] of texts) {
    const setting = settingOf(name);
    // Its own name says more than what has been made of it.
    if (setting && (setting === name || !found.has(setting))) found.set(setting, text);
  }
  /** @type {Map<string, string>} */
  const settings = new Map();
  for (const name of SETTINGS) {
    const text = meant(name, found.get(name) ?? null);
    if (text !== null) settings.set(name, text);
  }
  return settings;
}

/**
 * @typedef {object} PageSettings What settings say of the page around the lanes. They may
 *   change while a session goes on, so only the newest that were read count.
 * @property {"off" | "load" | "visible"} autoplay
 * @property {boolean} controls
 * @property {number} startAt In virtual milliseconds.
 * @property {string} code
 * @property {boolean} editor
 * @property {boolean} predict
 */

/** What settings that the core has found right say of the page. @param {Map<string, string>} settings @returns {PageSettings} */
export function pageSettings(settings) {
  const text = (/** @type {string} */ name) => meant(name, settings.get(name) ?? null)?.trim();
  const autoplay = text("autoplay");
  return {
    autoplay: autoplay === undefined ? "off" : autoplay === "visible" ? "visible" : "load",
    controls: text("controls") !== "none",
    startAt: Math.round(Number(text("start-at") ?? 0) * 1000),
    code: text("code") ?? "none",
    editor: text("editor") !== undefined,
    predict: text("predict") !== undefined,
  };
}

/**
 * The setting that a name is a slip for: one letter too many, missing or wrong after
 * the first, or two that have changed places. Other names belong to others.
 * @param {string} name
 */
export function misspelt(name) {
  if (settingOf(name)) return undefined;
  return SETTINGS.find((setting) =>
    [...setting].some((letter, at) => {
      const [head, tail] = [setting.slice(0, at), setting.slice(at + 1)];
      const swapped = head + tail.charAt(0) + letter + tail.slice(1);
      return at > 0 && RegExp(`^(${head}(${letter}?[-\\w]?|[-\\w]${letter})${tail}|${swapped})$`).test(name);
    }),
  );
}
