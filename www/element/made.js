// A session for the settings that an element has, as far as they can be used.

import { RefusedError } from "../engine/core.js";
import { lessonSession } from "../engine/lesson.js";
import { misspelt } from "./settings.js";

/** @typedef {import("../words/refusal.js").Refusal} Refusal */

/** Settings without which the same session can't go on. */
const STRUCTURAL = ["tasks", "interval", "lanes", "seed", "lock", "work"];

/** What makes a session another one, as text. @param {Map<string, string>} settings */
export function structureOf(settings) {
  return JSON.stringify(STRUCTURAL.map((name) => settings.get(name) ?? null));
}

/** The attributes that are nearly settings. @param {[name: string, value: string][]} attributes @returns {Refusal[]} */
export function slipsAmong(attributes) {
  return attributes.flatMap(([setting, value]) => {
    const right = misspelt(setting);
    return right ? [{ code: "unknown", setting, value, allowed: [right] }] : [];
  });
}

/**
 * A session of these settings. Each that is refused is put back to what it was, or, if that is
 * refused too, left out.
 * @param {Map<string, string>} settings They become those of the session.
 * @param {Map<string, string>} before @param {() => void} changed See `Session`.
 */
export function sessionFor(settings, before, changed) {
  /** @type {Refusal[]} */
  const refused = [];
  for (;;) {
    try {
      return { session: lessonSession(settings, changed, true), refused };
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const { setting } = error.refusal;
      const was = before.get(setting);
      if (was !== undefined && was !== settings.get(setting)) settings.set(setting, was);
      else if (!settings.delete(setting)) throw error;
      if (!refused.some((refusal) => refusal.setting === setting)) refused.push(error.refusal);
    }
  }
}
