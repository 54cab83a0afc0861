// What functions that run in the page are given.

/** @import { InterleavedDemo } from "../../packages/npm/interleaved-demo.js" */

/**
 * The first demo of the page, its shadow tree, and what a reader sees of it.
 *
 * This function runs in the page: it knows nothing of this module.
 */
export function inPage() {
  // Pages without a demo have tests that don't ask for it.
  const demo = /** @type {InterleavedDemo} */ (document.querySelector("interleaved-demo"));
  const root = /** @type {ShadowRoot} */ (demo?.shadowRoot);
  /**
   * The element in the demo that a selector matches; an error if there is none.
   *
   * @type {(selector: string) => HTMLElement & HTMLInputElement}
   */
  const find = (selector) => {
    const found = root.querySelector(selector);
    if (!found) throw new Error(`nothing in the demo matches ${selector}`);
    return /** @type {HTMLElement & HTMLInputElement} */ (found);
  };
  /** What a reader sees of it. @type {(selector: string) => string} */
  const text = (selector) => find(selector).innerText;
  /** The lines of a lane, as they are seen. @type {(lane: number) => string[]} */
  const rows = (lane) => {
    const pieces = (/** @type {Element} */ row) =>
      Array.from(row.querySelectorAll(".piece"), (piece) => /** @type {HTMLElement} */ (piece).innerText);
    const shown = root.querySelectorAll(".lane")[lane];
    if (!shown) throw new Error(`there is no lane ${lane}`);
    return Array.from(shown.querySelectorAll(".row"), (row) => pieces(row).join(""));
  };
  /** The next event of the demo's. @type {(name: string) => Promise<Event>} */
  const event = (name) => new Promise((resolve) => demo.addEventListener(name, resolve, { once: true }));
  /** The time of two frames, in which whatever was asked for is drawn. */
  const drawn = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
  /**
   * What a test leaves in the page, for what it runs there later.
   *
   * @type {Record<string, any>}
   */
  const kept = (/** @type {any} */ (window).kept ??= {});
  return { demo, root, find, text, rows, event, drawn, kept };
}

/** @typedef {ReturnType<typeof inPage>} InPage */
