// What views know of a lane, beside the snapshots that they are told.

/**
 * @typedef {object} Lane
 * @property {number} index Its place among the lanes.
 * @property {string} name
 * @property {import("../log/log.js").Log} log
 * @property {(task: number) => number} lookOf The colour and shape of a task, by its place.
 * @property {import("./scale.js").Own["say"] | undefined} [say] What has happened, where the program says it.
 */

import { isolated } from "../base/names.js";
import { textsIn } from "../words/texts.js";

/** What a lane is called. @param {string} name @param {import("../words/texts.js").Language} language */
export function laneName(name, language) {
  const { lanes } = textsIn(language);
  return lanes[/** @type {keyof typeof lanes} */ (name)]?.name ?? name;
}

/** What a resource is called in a sentence. @param {string} name @param {import("../words/texts.js").Texts} texts */
export function resourceName(name, texts) {
  return texts.resources[name] ?? isolated(name);
}
