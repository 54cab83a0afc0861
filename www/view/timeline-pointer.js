// Pointing at what a timeline shows: with the mouse, a finger, or the keys.

import { Corners } from "../base/corners.js";
import { element } from "../base/dom.js";

/** @typedef {import("./plot.js").Stroke} Stroke */

/**
 * @typedef {object} Pointed What it points at.
 * @property {HTMLElement} image
 * @property {Stroke[]} marks
 * @property {import("./plot.js").Plot | undefined} plot
 */

export class Pointer {
  #timeline;
  #lane;
  #pointing;
  #corners;
  #ring = element("div", { class: "ring", hidden: "" });
  /** The event that is pointed at, if it is of this lane. @type {number | undefined} */
  #event;

  /**
   * @param {Pointed} timeline @param {import("./lane.js").Lane} lane
   * @param {import("./pointing.js").Pointing} pointing
   */
  constructor(timeline, lane, pointing) {
    this.#timeline = timeline;
    this.#lane = lane;
    this.#pointing = pointing;
    const { image } = timeline;
    this.#corners = new Corners(image);
    image.append(this.#ring);
    for (const name of ["pointermove", "click"]) image.addEventListener(name, this.#onPointer);
    for (const name of ["pointerleave", "blur"]) image.addEventListener(name, () => this.#set());
    image.addEventListener("keydown", this.#onKey);
    pointing.listen((at) => {
      this.#event = at?.lane === lane.index ? at.event : undefined;
      this.show();
    });
  }

  /** Rings what is pointed at. */
  show() {
    const { plot } = this.#timeline;
    const at = this.#event;
    const event = this.#lane.log.event(at ?? -1);
    // The main program of the lesson has no row.
    const place = event ? this.#lane.log.placeOf(event.index) : -1;
    this.#ring.hidden = place < 0;
    if (!plot || !event || place < 0) return;
    // What has no mark of its own, such as waking, stands at its time.
    const own = this.#timeline.marks.find((mark) => mark.event === at);
    const { x, y } = own ?? { x: plot.x(event.at), y: plot.y(place) };
    this.#ring.style.setProperty("--x", `${x}px`);
    this.#ring.style.setProperty("--y", `${y}px`);
  }

  /** @param {Stroke} [mark] */
  #set(mark) {
    if (mark?.event === this.#event) return;
    this.#pointing.set(mark ? { lane: this.#lane.index, event: mark.event } : null);
  }

  /** @param {Event} event */
  #onPointer = (event) => {
    const { clientX, clientY } = /** @type {MouseEvent} */ (event);
    const { x, y } = this.#corners.placeOf(clientX, clientY);
    let least = Infinity;
    /** @type {Stroke | undefined} */
    let nearest;
    for (const mark of this.#timeline.marks) {
      const distance = (mark.x - x) ** 2 + (mark.y - y) ** 2;
      // Of several in one place the last is on top.
      if (distance > least) continue;
      least = distance;
      nearest = mark;
    }
    this.#set(nearest);
  };

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    // Left and right are the demo's, for time.
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const marks = this.#timeline.marks;
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const now = marks.findIndex((mark) => mark.event === this.#event);
    this.#set(now < 0 ? marks.at(-1) : (marks[now + step] ?? marks[now]));
  };
}
