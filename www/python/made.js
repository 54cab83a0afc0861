// A run of a program with the settings of an element, as far as they can be used.

import { RefusedError } from "../engine/core.js";
import { openRun } from "./run.js";
import { OPTIONS } from "./settings.js";

/** What makes a run another one, as text. @param {readonly string[]} programs @param {Map<string, string>} settings */
export function structureOf(programs, settings) {
  return JSON.stringify([programs, ...OPTIONS.map((name) => settings.get(name) ?? null)]);
}

/**
 * A run with these settings; those that are refused are left out.
 * @param {readonly string[]} programs @param {Map<string, string>} settings They become those of the run.
 * @param {import("../words/texts.js").Language} language
 * @param {import("../words/refusal.js").Refusal[]} refused It is told of more.
 */
export function runFor(programs, settings, language, refused) {
  for (;;) {
    try {
      const options = Object.fromEntries([...settings].filter(([name]) => OPTIONS.includes(name)));
      return openRun(programs, options, language);
    } catch (error) {
      if (!(error instanceof RefusedError) || !settings.delete(error.refusal.setting)) throw error;
      refused.push(error.refusal);
    }
  }
}

/** The programs that are written in an element; one, if there is none. @param {Element} element */
export function scriptsOf(element) {
  const scripts = [...element.querySelectorAll('script[type="text/x-python"]')];
  return scripts.length ? scripts.map(({ textContent }) => withoutIndent(textContent ?? "")) : [""];
}

/** A program without what indents all of it. @param {string} text */
function withoutIndent(text) {
  const lines = text
    .replace(/^\s*\n/, "")
    .trimEnd()
    .split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = Math.min(...indents, Infinity);
  return text.trim() ? `${lines.map((line) => line.slice(indent)).join("\n")}\n` : "";
}
