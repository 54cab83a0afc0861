// Texts that can't be read: on top of each other, out of the page, or cut off.

/** @import { InPage } from "./in-page.js" */

/**
 * How many texts the demo shows, and those that overlap others or leave the page, but for
 * what the timeline places by itself and what scrolls in a log. This runs in the page.
 *
 * @param {InPage} page
 */
export function clashes({ root }) {
  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: parent, textContent } = node;
    const text = textContent?.trim();
    if (!parent || !text || parent.closest(".timeline, .log, .told, .heard, option")) continue;
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // A line's box is higher than its letters, and may touch the next.
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const middle = (top + bottom) / 2;
      const height = (bottom - top) / 4;
      texts.push({ text, left, right, top: middle - height, bottom: middle + height });
    }
  }
  const outside = texts.filter(({ left, right }) => left < 0 || right > innerWidth);
  const clashes = outside.map(({ text }) => `${text} leaves the page`);
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(0, index)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 1 && down > 1) clashes.push(`${one.text} is on ${other.text}`);
    }
  }
  const whole = "button, label, legend, .how, .name, .now, .moment, .conclusion, dt";
  for (const each of root.querySelectorAll(whole)) {
    if (each.checkVisibility() && each.clientWidth && each.scrollWidth > each.clientWidth + 1) {
      clashes.push(`${each.className} ${each.textContent} is cut off`);
    }
  }
  return { texts: texts.length, clashes };
}
