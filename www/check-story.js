// What a checked log tells, prepared for being shown: its lines, whose each write
// is, and which newline belongs to which text.

/** @typedef {import("./check-log.js").Result} Result */
/** @typedef {import("./check-log.js").Write} Write */

export class Story {
  /** Where each line starts. @type {number[]} */
  #starts = [0];
  /** For each line, counted from 1, its first write. @type {number[]} */
  #firstWrites = [0];

  /** @param {string} log @param {Result} result @param {Write[]} writes */
  constructor(log, result, writes) {
    this.log = log.trimEnd();
    this.result = result;
    this.writes = writes;
    for (let at = 0; (at = this.log.indexOf("\n", at) + 1) > 0; ) this.#starts.push(at);
    /** For a text its newline, and for a newline its text; -1 is none. */
    this.partners = new Int32Array(writes.length).fill(-1);
    /** For each task its texts. @type {number[][]} */
    this.texts = result.tasks.map(() => []);
    /** The lines that have two texts or more, as far as the writes go. @type {Set<number>} */
    this.torn = new Set();
    for (const [index, { line, task, kind }] of writes.entries()) {
      while (this.#firstWrites.length <= line) this.#firstWrites.push(index);
      const texts = this.texts[task] ?? [];
      if (kind === "newline" || kind === "lost") {
        const text = texts.at(-1) ?? -1;
        this.partners[index] = text;
        this.partners[text] = index;
      } else {
        texts.push(index);
        if (this.isText(index - 1) && writes[index - 1]?.line === line) this.torn.add(line);
      }
    }
  }

  /** How many lines there are. */
  get lines() {
    return this.#starts.length;
  }

  /** Between which places a line is, without its newline. @param {number} line From 1. */
  line(line) {
    const [from = 0, next = this.log.length + 1] = this.#starts.slice(line - 1, line + 1);
    return { from, to: this.log[next - 2] === "\r" ? next - 2 : next - 1 };
  }

  /** Between which writes those of a line are. @param {number} line From 1. */
  writesOf(line) {
    const end = this.writes.length;
    return { first: this.#firstWrites[line] ?? end, end: this.#firstWrites[line + 1] ?? end };
  }

  /** @param {number} index */
  isText(index) {
    const kind = this.writes[index]?.kind;
    return kind === "total" || kind === "words";
  }
}
