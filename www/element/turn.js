// When a demo makes its first picture. That takes a while: each makes it in a task of its own,
// between which the page can answer its reader, and all but the first of a page only when the
// reader comes near, or somebody asks for them.

/** How far beyond what is in view is near: a window's height and a half. */
const NEAR = "150% 0px";

/** Whether no demo of the page has had its turn. */
let isFirst = true;

export class Turn {
  #asked = false;
  /** Ends the wait until the reader comes near. @type {(() => void) | undefined} */
  #end;

  /** Somebody asks for the demo, wherever it is. */
  ask() {
    this.#asked = true;
    this.#end?.();
  }

  /** Resolves when it is its turn. @param {Element} node @param {Window & typeof globalThis} window Where it is shown. */
  async come(node, window) {
    const waits = !isFirst && !this.#asked && !node.hasAttribute("autoplay");
    isFirst = false;
    if (waits) await this.#near(node, window);
    if (!this.#asked) await ownTask();
  }

  /** @param {Element} node @param {Window & typeof globalThis} window @returns {Promise<void>} */
  #near(node, window) {
    return new Promise((resolve) => {
      const seen = (/** @type {IntersectionObserverEntry[]} */ entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#end?.();
      };
      const observer = new window.IntersectionObserver(seen, { rootMargin: NEAR });
      this.#end = () => {
        observer.disconnect();
        this.#end = undefined;
        resolve();
      };
      observer.observe(node);
    });
  }
}

/** Lets what comes next be a task of its own. No timer, which browsers hold back in hidden pages. */
function ownTask() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}
