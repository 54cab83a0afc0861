// Building elements: text is only ever text, never markup.

import { windowOf } from "./home.js";

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

/**
 * An icon of one path in a field of 24 by 24.
 * @param {string} path
 */
export function icon(path) {
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(namespace, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

/** So many shapes and colours there are; then they begin again. */
export const LOOKS = 8;

/** The mark of a task: a shape in its colour. @param {number} index */
export function mark(index) {
  return element("i", { class: `mark look${index % LOOKS}`, "aria-hidden": "true" });
}

/**
 * A name among other text of the page, which no translator changes.
 * @param {string} name @param {Record<string, string>} [attributes]
 */
export function named(name, attributes = {}) {
  return element("bdi", { translate: "no", ...attributes }, name);
}

/**
 * What a task has printed, with its name in a box of its own; if the name isn't there, as
 * in a part of a text, all of it is.
 * @param {string} text @param {string} name
 */
export function printed(text, name) {
  const at = text.indexOf(`[${name}]`) + 1;
  return at ? [text.slice(0, at), named(name), text.slice(at + name.length)] : [named(text)];
}

/**
 * Sets a text only where it differs, so that nothing is announced or laid out twice.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Copies a text, and returns whether that was allowed. Frames may not, unless the page
 * around them says so, nor pages that aren't secure; there the old command often may,
 * which copies what is selected.
 * @param {Node} place Where the reader is: the window that has the focus.
 * @param {string} text @param {() => void} select Selects it, also for the reader to copy it.
 */
export async function copyText(place, text, select) {
  const { navigator, document } = windowOf(place);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    select();
    return document.execCommand("copy");
  }
}

/** Names a control that shows only an icon. @param {HTMLElement} control @param {string} text */
export function label(control, text) {
  control.setAttribute("aria-label", text);
  control.title = text;
}
