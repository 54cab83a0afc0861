// What belongs to the document and the window that an element is in. An element may be
// put into another document, as into that of a frame, and comes without all of it.

/** @param {Node} node */
export function windowOf(node) {
  // A document that isn't shown anywhere has no window.
  return node.ownerDocument?.defaultView ?? window;
}

/** The sheets of each document by their texts: a document takes only its own. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/** What each shadow root wears. @type {WeakMap<ShadowRoot, Set<string>>} */
const worn = new WeakMap();

/**
 * Gives a shadow root styles, after those that it has. They are constructed sheets,
 * because a strict Content-Security-Policy refuses <style>.
 * @param {ShadowRoot} root @param {string[]} styles
 */
export function addStyles(root, ...styles) {
  const texts = worn.get(root) ?? new Set();
  worn.set(root, texts);
  for (const text of styles) texts.add(text);
  renewStyles(root);
}

/** Gives a shadow root its styles anew, if it has lost them on the way to another document. @param {ShadowRoot} root */
export function renewStyles(root) {
  const { ownerDocument } = root;
  const view = ownerDocument.defaultView;
  if (!view) return;
  const made = sheets.get(ownerDocument) ?? new Map();
  sheets.set(ownerDocument, made);
  const wanted = [...(worn.get(root) ?? [])].map((text) => {
    const sheet = made.get(text) ?? new view.CSSStyleSheet();
    if (!made.has(text)) sheet.replaceSync(text);
    made.set(text, sheet);
    return sheet;
  });
  // An editor has its own there.
  const has = root.adoptedStyleSheets;
  const missing = wanted.filter((sheet) => !has.includes(sheet));
  if (missing.length) root.adoptedStyleSheets = [...has, ...missing];
}

/** Tells of the sizes of nodes, as the window sees them that they are shown in. */
export class Sizes {
  #host;
  /** @type {Map<Element, () => void>} */
  #listeners = new Map();
  /** @type {Window & typeof globalThis} */
  #window = window;
  #observer;

  /** @param {Node} host In whose window all the nodes are. */
  constructor(host) {
    this.#host = host;
    this.#observer = this.#observe();
  }

  /** Calls back at first, and whenever a node has another size. @param {Element} node @param {() => void} listener */
  listen(node, listener) {
    this.#listeners.set(node, listener);
    this.#observer.observe(node);
  }

  /** @param {Element} node */
  unlisten(node) {
    this.#listeners.delete(node);
    this.#observer.unobserve(node);
  }

  /** The host may be in another window. */
  renew() {
    if (this.#window === windowOf(this.#host)) return;
    this.#observer.disconnect();
    this.#observer = this.#observe();
  }

  #observe() {
    this.#window = windowOf(this.#host);
    const observer = new this.#window.ResizeObserver((entries) => {
      for (const { target } of entries) this.#listeners.get(target)?.();
    });
    for (const node of this.#listeners.keys()) observer.observe(node);
    return observer;
  }
}
