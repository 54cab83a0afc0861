// The settings of a Python program: its attributes, and what they mean to the page. What
// they mean to the machine, it says itself.

import { settingText } from "../element/properties.js";
import { LOWERED, meant } from "../element/settings.js";

/** @typedef {import("../words/refusal.js").Refusal} Refusal */

/** What the machine reads. */
export const OPTIONS = ["seed", "schedule", "switch", "stdout"];
/** All of them. */
export const SETTINGS = [...OPTIONS, "breakpoints", "speed", "autoplay", "start-at", "controls", "editor", "lang", "theme"];

/** By their names, what they may say; those that aren't here are numbers. @type {Record<string, string[]>} */
const WORDS = {
  autoplay: ["", "autoplay", "true", "visible"],
  controls: ["", "controls", "true", "none"],
  editor: ["", "editor", "true", "plain", "none"],
  theme: ["auto", "light", "dark"],
};

/** A program has at most so many lines that can be named. */
const MOST_LINES = 1_000_000;

/** From and to. @type {Record<string, [number, number]>} */
const NUMBERS = { speed: [0.1, 100], "start-at": [0, 86_400] };

/** What stands between spaces or commas. @param {string} text */
function partsOf(text) {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** The settings among an element's attributes. @param {Element} element */
export function settingsOf(element) {
  /** @type {Map<string, string>} */
  const settings = new Map();
  for (const name of SETTINGS) {
    const names = [name, ...Object.entries(LOWERED).flatMap(([lowered, setting]) => (setting === name ? [lowered] : []))];
    const [text = null] = names.flatMap((each) => element.getAttribute(each) ?? []);
    const value = name === "editor" && text?.trim() === "false" ? "none" : meant(name, text);
    if (value !== null) settings.set(name, value);
  }
  return settings;
}

/** What is wrong with a setting of the page, if something is. @param {string} name @param {string} text @returns {Refusal | undefined} */
export function refusalOf(name, text) {
  const value = text.trim();
  const words = WORDS[name];
  if (words && !words.includes(value)) return { code: "notOneOf", setting: name, value: text, allowed: words.filter(Boolean) };
  if (name === "breakpoints") {
    const wrong = partsOf(value).find((part) => !/^\d+$/.test(part) || Number(part) < 1 || Number(part) > MOST_LINES);
    return wrong === undefined ? undefined : { code: "notWhole", setting: name, value: wrong, allowed: ["1", String(MOST_LINES)] };
  }
  const range = NUMBERS[name];
  if (!range) return undefined;
  const [least, most] = range;
  const isRight = value !== "" && Number(value) >= least && Number(value) <= most;
  return isRight ? undefined : { code: "notDecimal", setting: name, value: text, allowed: range.map(String) };
}

/** What settings that are right say of the page. @param {Map<string, string>} settings */
export function pageOf(settings) {
  const text = (/** @type {string} */ name) => settings.get(name)?.trim();
  const autoplay = text("autoplay");
  return {
    autoplay: autoplay === undefined ? "off" : autoplay === "visible" ? "visible" : "load",
    controls: text("controls") !== "none",
    isReadOnly: text("editor") === "none",
    isPlain: text("editor") === "plain",
    speed: Number(text("speed") ?? 1),
    startAt: Number(text("start-at") ?? 0) * 1000,
    breakpoints: partsOf(text("breakpoints") ?? "").map(Number),
  };
}

/**
 * Gives a class a property for each setting that it has no other for: what an attribute says.
 * @param {HTMLElement} prototype
 */
export function defineProperties(prototype) {
  for (const name of SETTINGS) {
    const property = name.replace(/-./g, (part) => part.slice(1).toUpperCase());
    if (property in prototype) continue;
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      /** @this {HTMLElement} */
      get() {
        return this.getAttribute(name);
      },
      /** @this {HTMLElement} @param {unknown} value */
      set(value) {
        const text = settingText(name, value);
        if (text === undefined) this.removeAttribute(name);
        else this.setAttribute(name, text);
      },
    });
  }
}
