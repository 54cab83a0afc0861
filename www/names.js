// Names are the reader's own: any script, in any direction. What stands around a name isn't
// turned round by it. In the page dom.js has an element for that.

/** What runs from right to left, and the characters that say where text runs. */
const TURNS = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;

/**
 * A name within a sentence that is no more than text. What turns text round and isn't seen
 * is left out: it might reach beyond the name.
 * @param {string} name
 */
export function isolated(name) {
  return TURNS.test(name) ? `\u2068${name.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")}\u2069` : name;
}
