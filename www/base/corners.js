// Between the window's pixels and an element's own, which differ where something around it
// is zoomed, scaled or turned.

import { element } from "./dom.js";

/** The corners of an element that is positioned, wherever they are in the window. */
export class Corners {
  #node;
  /** Points, because the rectangle of what is turned says only how far it reaches. */
  #points = ["start", "right", "below"].map((name) => element("i", { class: `corner ${name}`, "aria-hidden": "true" }));

  /** @param {HTMLElement} node */
  constructor(node) {
    this.#node = node;
    node.append(...this.#points);
  }

  /**
   * Where a point of the window is, in the element's own pixels from its corner.
   * @param {number} clientX @param {number} clientY
   */
  placeOf(clientX, clientY) {
    const [start, right, below] = this.#points.map((point) => point.getBoundingClientRect());
    const { clientWidth, clientHeight } = this.#node;
    if (!start || !right || !below) return { x: 0, y: 0 };
    // What is one pixel across, and one down, in the window.
    const across = { x: (right.x - start.x) / clientWidth, y: (right.y - start.y) / clientWidth };
    const down = { x: (below.x - start.x) / clientHeight, y: (below.y - start.y) / clientHeight };
    const [x, y] = [clientX - start.x, clientY - start.y];
    const area = across.x * down.y - across.y * down.x;
    return { x: (x * down.y - y * down.x) / area, y: (y * across.x - x * across.y) / area };
  }
}
