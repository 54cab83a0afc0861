// What a checked log tells, prepared for being shown: its lines, whose each write
// is, and which writes belong together.

/** @typedef {import("./check-log.js").Line} Line */
/** @typedef {import("./check-log.js").Result} Result */
/** @typedef {import("./check-log.js").Write} Write */

export class Story {
  #lines;
  #looks;
  /** The writes that go on with a text of a line before. @type {Set<number>} */
  #rests = new Set();
  /** For each line, counted from 1, its first write. @type {number[]} */
  #firstWrites = [0];

  /**
   * @param {string} log @param {Result} result @param {Write[]} writes @param {Line[]} lines
   * @param {import("../base/look.js").Looks} looks Those of the tasks.
   */
  constructor(log, result, writes, lines, looks) {
    this.log = log;
    this.result = result;
    this.writes = writes;
    this.#lines = lines;
    this.#looks = looks;
    /** For a text its newline, for a part of one the next part, and for a newline its text; -1 is none. */
    this.partners = new Int32Array(writes.length).fill(-1);
    /** For each task its texts and parts of them. @type {number[][]} */
    this.texts = result.tasks.map(() => []);
    /** The lines in which several texts are, as far as the writes go. @type {Set<number>} */
    this.torn = new Set();
    for (const [index, { line, task, kind }] of writes.entries()) {
      while (this.#firstWrites.length <= line) this.#firstWrites.push(index);
      const texts = this.texts[task] ?? [];
      const before = texts.at(-1) ?? -1;
      if (this.isText(index)) {
        if (writes[before]?.kind === "part") {
          this.partners[before] = index;
          if (writes[before]?.line !== line) this.#rests.add(index);
        }
        texts.push(index);
        const neighbour = writes[index - 1];
        if (this.isText(index - 1) && neighbour?.line === line && neighbour.task !== task) this.torn.add(line);
      } else if (kind === "newline" || kind === "lost") {
        this.partners[index] = before;
        this.partners[before] = index;
      }
    }
  }

  /** How many lines there are. */
  get lines() {
    return this.#lines.length;
  }

  /** Where a line is in the log, without what ends it. @param {number} line From 1. */
  line(line) {
    return this.#lines[line - 1] ?? { from: this.log.length, to: this.log.length };
  }

  /** Between which writes those of a line are. @param {number} line From 1. */
  writesOf(line) {
    const end = this.writes.length;
    return { first: this.#firstWrites[line] ?? end, end: this.#firstWrites[line + 1] ?? end };
  }

  /** Whether a write is a text or a part of one. @param {number} index */
  isText(index) {
    const kind = this.writes[index]?.kind;
    return kind === "total" || kind === "words" || kind === "part";
  }

  /** Whether a write goes on with a text of a line before. @param {number} index */
  isRest(index) {
    return this.#rests.has(index);
  }

  /** The newline of a text, or of one of its parts. @param {number} index @returns {Write | undefined} */
  newlineOf(index) {
    let at = index;
    while (this.isText(at)) at = this.partners[at] ?? -1;
    return this.writes[at];
  }

  /** The colour and shape of a task. @param {number} task */
  look(task) {
    return this.#looks.of(this.result.tasks[task]?.name ?? "");
  }
}
