// The axis of time of a timeline: where it begins, and where its ticks stand. It counts in
// any unit, and is as long as the longest lane.

import { textsIn } from "../words/texts.js";

/** @typedef {import("../words/texts.js").Language} Language */

export class Axis {
  #width;
  #duration;
  /** How many decimals of a second a label has at most. */
  #digits;

  /**
   * @param {{interval: number, duration: number}} scale
   * @param {number} width @param {number} em How wide the timeline is, and the size of its type.
   * @param {number} named How wide names at the left may be, in ems; 0 if there are none.
   * @param {Language} language
   */
  constructor({ interval, duration }, width, em, named, language) {
    this.#digits = interval < 1 ? 6 : 3;
    this.#width = width;
    this.#duration = duration;
    /** What the last label says. */
    this.end = textsIn(language).seconds(this.#label(duration));
    /** How wide labels are at most: the last one is the longest. */
    this.label = ems(this.end) * em;
    this.left = em * (named || 3.4);
    // With a fifth to spare: of small type some engines round each letter up to whole pixels.
    const right = Math.max(em, (1.2 * this.label) / 2);
    this.pixels = Math.max(0, width - this.left - right) / (duration || Infinity);
    /** How wide an interval is. */
    this.interval = this.pixels * interval;
  }

  /** @param {number} time */
  #label(time) {
    return `${Number((time / 1000).toFixed(this.#digits))}`;
  }

  get width() {
    return this.#width;
  }

  /** @param {number} time */
  x(time) {
    return this.left + time * this.pixels;
  }

  /**
   * Where it has ticks: at the start, at intervals, and at the end.
   * @param {number} least How far apart they are at least, in pixels.
   * @param {number} [beforeEnd] And how far before the end the last of the others.
   */
  ticks(least, beforeEnd = least / 2) {
    const { left, interval } = this;
    const ticks = [left];
    if (!interval) return ticks;
    const every = roundSteps(least / interval) * interval;
    const last = this.x(this.#duration);
    for (let tick = left + every; tick <= last - beforeEnd; tick += every) ticks.push(tick);
    return [...ticks, last];
  }

  /** What is said at a tick. @param {number} tick Where it is. */
  labelOf(tick) {
    if (tick === this.x(this.#duration)) return this.end;
    return this.#label(this.pixels && (tick - this.left) / this.pixels);
  }
}

/** The least of 1, 2, 5, 10, 20, 50 and so on that is large enough. @param {number} least */
function roundSteps(least) {
  for (let power = 1; ; power *= 10) {
    const steps = [1, 2, 5].map((digit) => digit * power).find((steps) => steps >= least);
    if (steps !== undefined) return steps;
  }
}

/** About how wide a text is, in ems. Beyond Latin, Greek and Cyrillic, letters tend to be as wide as high. @param {string} text */
export function ems(text) {
  let ems = 0;
  for (const letter of text.replace(/\p{Default_Ignorable_Code_Point}/gu, "")) ems += letter < "\u1100" ? 0.62 : 1;
  return ems;
}
