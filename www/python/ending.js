// How a program can end, in words: what has stopped it, and who waits for whom.

import { isolated } from "../base/names.js";

/** @typedef {import("../explore-python.js").Ending} Ending */

/** The last line of an error's traceback, after the line of the program where it was raised. @param {string} errors @param {import("./words.js").Words} words */
function errorIn(errors, words) {
  const told = errors.trim().split("\n").at(-1) ?? "";
  const line = [...errors.matchAll(/^ +File "[^"]*", line (\d+)/gm)].at(-1)?.[1];
  return told && line ? `${words.atLine(Number(line))}${told}` : told;
}

/** Why it hasn't ended well, in sentences. @param {Ending} ending @param {import("./words.js").Words} words @returns {string[]} */
export function reasons({ kind, errors, fails, waits = [], refusals = [] }, words) {
  const { outcomes } = words;
  const error = kind === "raised" || (kind === "done" && fails) ? errorIn(errors, words) : "";
  const waiting = waits.map(({ thread, line = 0, text = "", holder }) => {
    const held = holder === undefined ? "" : outcomes.heldBy(isolated(holder));
    return outcomes.waitsAt(isolated(thread), line, text) + held;
  });
  return [error, ...waiting, ...refusals.map(({ line, word, reason }) => outcomes.refusal(line, word, reason))].filter(Boolean);
}
