// What functions that run in the page are given.

/** @import { InterleavedDemo } from "../../packages/npm/interleaved-demo.js" */
/** @import { CheckerReader } from "./checker.js" */
/** @import { Form } from "./course-form.js" */
/** @import { Readers } from "./programs.js" */

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
  /**
   * All elements in the demo, or in a part of it, that a selector matches.
   *
   * @type {(selector: string, scope?: ParentNode) => (HTMLElement & HTMLInputElement)[]}
   */
  const all = (selector, scope = root) => Array.from(scope.querySelectorAll(selector));
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
  /**
   * The frames of the page, which are of its own site, each with what is in it.
   *
   * @type {() => Frames}
   */
  const frames = () => {
    const inner = (/** @type {HTMLIFrameElement} */ frame) => {
      const document = /** @type {Document} */ (frame.contentDocument);
      return {
        frame,
        window: /** @type {Window & typeof globalThis} */ (frame.contentWindow),
        document,
        demo: /** @type {InterleavedDemo} */ (document.querySelector("interleaved-demo")),
      };
    };
    return /** @type {Frames} */ (Array.from(document.querySelectorAll("iframe"), inner));
  };
  /** The next event of the demo's. @type {(name: string) => Promise<Event>} */
  const event = (name) => new Promise((resolve) => demo.addEventListener(name, resolve, { once: true }));
  /** The time of two frames, in which whatever was asked for is drawn. */
  const drawn = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
  /**
   * A text of which a test makes markup or code to see what comes of it: Trusted Types
   * are required of the pages of tests as well, so the test vouches for it.
   *
   * @type {(kind: "createHTML" | "createScript" | "createScriptURL", text: string) => string}
   */
  const vouch = (kind, text) => {
    const { trustedTypes } = /** @type {any} */ (window);
    return trustedTypes?.createPolicy("test", { [kind]: (/** @type {string} */ it) => it })[kind](text) ?? text;
  };
  /**
   * Whole numbers from 0 up to a count, which isn't one of them, by chance, but for a
   * seed always the same.
   *
   * @type {(seed: number) => (count: number) => number}
   */
  const chances = (seed) => (count) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * count);
  };
  /** What a test leaves in the page, for what it runs there later. */
  const kept = /** @type {Kept} */ (window.kept ??= {});
  return { demo, root, find, all, text, rows, frames, event, drawn, vouch, chances, kept };
}

/**
 * @typedef {object} Frame
 * @property {HTMLIFrameElement} frame
 * @property {Window & typeof globalThis} window
 * @property {Document} document
 * @property {InterleavedDemo} demo
 */

/** @typedef {Frame[] & Record<0 | 1, Frame>} Frames a test knows how many it has made */

/** @typedef {Record<string, any> & { checker: CheckerReader, form: Form, readers: Readers }} Kept */

/** @typedef {ReturnType<typeof inPage>} InPage */
