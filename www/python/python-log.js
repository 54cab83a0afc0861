// The log of a Python program: its main thread is a thread like the others, a write may be
// several lines, and there is standard error beside the output.

import { ACQUIRED, ON_RESOURCE, RAISED, RELEASED, WROTE } from "../bindings/crossing.js";
import { Log } from "../log/log.js";

/** @typedef {import("../log/log.js").DemoEvent} DemoEvent */
/**
 * @typedef {DemoEvent & {stream?: "output" | "error"}} PythonEvent With `wrote`: to where. And
 *   with what is waited for, acquired or released, `of` is the number of the resource.
 */

/** A place behind all lines, whose start is the number of events that are shown. */
const BEHIND = 2 ** 31;

export class PythonLog extends Log {
  #source;
  #errorText;

  /**
   * @param {import("../log/log.js").Source} source @param {(event: number) => string} errorText What
   *   an event has written to standard error, or the error that it is.
   */
  constructor(source, errorText) {
    super(source);
    this.#source = source;
    this.#errorText = errorText;
  }

  /** @param {number} index */
  placeOf(index) {
    return index;
  }

  /** What an event has written to standard error. @param {number} event @param {import("../log/log.js").EventNumbers} numbers */
  errorOf(event, { kind, other }) {
    return kind === WROTE && other < 0 ? this.#errorText(event) : "";
  }

  /** @param {number} from @param {number} to @returns {PythonEvent[]} */
  events(from, to) {
    /** @type {PythonEvent[]} */
    const events = super.events(from, to);
    this.each(from, to, (place, { kind, on, other }) => {
      const event = events[place - from];
      if (!event) return;
      if (on === ON_RESOURCE || kind === ACQUIRED || kind === RELEASED) event.of = other;
      if (kind === WROTE) event.stream = other < 0 ? "error" : "output";
      if (kind === RAISED || event.stream === "error") event.text = this.#errorText(place);
    });
    return events;
  }

  /** @param {number} line */
  line(line) {
    const from = this.#source.lineStart(line);
    const shown = this.#source.lineStart(BEHIND);
    const next = this.#source.lineStart(line + 1);
    const skipped = this.#partsBefore(line).length;
    /** @type {DemoEvent[]} */
    const writes = [];
    let to = from;
    const events = this.events(from, Math.min(next + 1, shown));
    for (const [place, event] of events.entries()) {
      if (event.kind !== "wrote" || event.stream === "error") continue;
      const text = partsOf(event.text ?? "")[place === 0 ? skipped : 0] ?? "";
      writes.push({ ...event, text });
      to = from + place + 1;
      if (text.endsWith("\n")) break;
    }
    return { from, to, writes };
  }

  /** @param {number} line */
  startOf(line) {
    return super.startOf(line) + this.#partsBefore(line).join("").length;
  }

  /** What the first write of a line has written before it: the ends of lines before. @param {number} line */
  #partsBefore(line) {
    const { lineStart } = this.#source;
    const from = lineStart(line);
    let first = line;
    while (first > 0 && lineStart(first - 1) === from) first -= 1;
    const before = first > 0 ? this.text(lineStart(first - 1), from) : "\n";
    const rest = before.endsWith("\n") ? 0 : 1;
    return partsOf(this.text(from, from + 1)).slice(0, line - first + rest);
  }
}

/** A text as lines, each with its end if it has one. @param {string} text */
function partsOf(text) {
  return text.split(/(?<=\n)/);
}
