// Names are the reader's own: any script, in any direction. What stands around a name isn't
// turned round by it, wherever it is shown. In the page dom.js has an element for that.

/**
 * The scripts that run from right to left, and the characters that say where text runs.
 * Scripts have their places in Unicode by their directions, those to come as well.
 */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name, or a text with one, within a sentence that is no more than text. What turns
 * text round and isn't seen is left out: it might reach beyond the name.
 * @param {string} name
 */
export function isolated(name) {
  return TURNS.test(name) ? `\u2068${name.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")}\u2069` : name;
}

/** The same of a task as the setting has it: its numbers stay where they are written. @param {string} task */
export function isolatedTask(task) {
  return task.split(":").map(isolated).join(":");
}
