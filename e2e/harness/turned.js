// Names that run from right to left, and what stands beside them.

/** @import { InPage } from "./in-page.js" */

/** In Hebrew and in Arabic, and with characters that turn round what follows them. */
export const NAMES = ["שלום", "عدد", "ab\u202ecd", "\u2067xy"];

/**
 * What is wrong with some places: that none of them is there with a name in it, or that
 * what stands around a name isn't in its order. This runs in the page.
 *
 * @param {InPage} _
 * @param {string} host the element in whose shadow tree the places are
 * @param {string[]} places selectors
 * @param {string[]} names
 */
export function turned(_, host, places, names) {
  const tree = /** @type {ShadowRoot} */ (document.querySelector(host)?.shadowRoot);
  // In what is no more than text, those characters are left out.
  const known = names.flatMap((name) => [name, name.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")]);
  const range = document.createRange();

  /** The letters and the names of an element, in order: where each is. @param {Element} place */
  const unitsOf = (place) => {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const units = [];
    while (texts.nextNode()) {
      const text = /** @type {Text} */ (texts.currentNode);
      if (!text.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
      for (let from = 0; from < text.length;) {
        const name = known.find((name) => text.data.startsWith(name, from));
        const to = from + (name?.length ?? 1);
        range.setStart(text, from);
        range.setEnd(text, to);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        if (right > left) units.push({ name, left, right, middle: (top + bottom) / 2, height: bottom - top });
        from = to;
      }
    }
    return units;
  };
  const isInOrder = (/** @type {ReturnType<typeof unitsOf>} */ units) =>
    units.every((unit, index) => {
      const before = units[index - 1];
      const isSameLine = before && Math.abs(before.middle - unit.middle) < unit.height / 2;
      return !isSameLine || unit.left > before.left - 0.5;
    });

  return places.flatMap((place) => {
    const nodes = Array.from(tree.querySelectorAll(place), (node) => ({ node, units: unitsOf(node) }));
    const withNames = nodes.filter(({ units }) => units.some(({ name }) => name));
    if (!withNames.length) return [`${place}: no name is there`];
    return withNames.flatMap(({ node, units }) => (isInOrder(units) ? [] : [`${place}: ${node.textContent}`]));
  });
}
