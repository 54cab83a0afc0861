// Demos and checkers that are put into another document, as into a frame's, and back.

import assert from "node:assert/strict";

import { ELEMENT } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

const STAGE = `${ELEMENT}<script type="module" src="interleaved-check.js"></script>
<main><interleaved-demo code="python" editor predict></interleaved-demo><interleaved-check></interleaved-check></main>
<iframe style="width: 900px; height: 900px"></iframe>`;

/** What styles make of each part of a demo, its dialog and a checker. */
const STYLED = [
  ["interleaved-demo", ".bar", "display"],
  ["interleaved-demo", ".play", "background-color"],
  ["interleaved-demo", ".row", "white-space"],
  ["interleaved-demo", ".code pre", "font-family"],
  ["interleaved-demo", ".editor li", "display"],
  ["interleaved-demo", ".predict", "background-color"],
  ["interleaved-demo", ".executor .token", "display"],
  ["interleaved-demo", "dialog", "border-top-style"],
  ["interleaved-check", ".check", "display"],
  ["interleaved-check", ".verdict", "color"],
];

/**
 * Opens all that a demo loads later, and returns how it is styled.
 *
 * @param {InPage} _
 * @param {string[][]} styled
 */
async function styles(_, styled) {
  const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
  const find = (/** @type {string} */ tag) => document.querySelector(tag) ?? frame.contentDocument?.querySelector(tag);
  const demo = /** @type {any} */ (find("interleaved-demo"));
  await demo.ready;
  demo.currentTime = 2;
  const { shadowRoot } = demo;
  shadowRoot.querySelector("details").open = true;
  if (!shadowRoot.querySelector("dialog")) shadowRoot.querySelector("[aria-haspopup]").click();
  const found = [];
  for (const [tag = "", selector = "", property = ""] of styled) {
    let node;
    while (!(node = find(tag)?.shadowRoot?.querySelector(selector))) await new Promise((resolve) => setTimeout(resolve));
    const view = /** @type {Window} */ (node.ownerDocument.defaultView);
    found.push(`${selector} ${property}: ${view.getComputedStyle(node).getPropertyValue(property)}`);
  }
  found.push(`modal: ${shadowRoot.querySelector("dialog").matches(":modal")}`);
  return found;
}

/**
 * Puts what is in the page into the frame, or back.
 *
 * @param {InPage} _
 * @param {boolean} away
 */
function move(_, away) {
  const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
  const body = /** @type {HTMLElement} */ (frame.contentDocument?.body);
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const [from, to] = away ? [main, body] : [body, main];
  to.append(...from.children);
}

test("demo, dialog, panels and checker are styled wherever they are put", async (page) => {
  await page.openStage(STAGE);
  const before = await page.run(styles, STYLED);
  for (const away of [true, false, true]) {
    await page.run(move, away);
    assert.deepEqual(await page.run(styles, STYLED), before, away ? "in the frame" : "back in the page");
  }
});

test("a demo in a frame's document is drawn at the frame's width, and waits while that is hidden", async (page) => {
  await page.openStage(STAGE);
  await page.run(({ demo }) => demo.ready);
  await page.run(({ demo, kept }) => {
    kept.demo = demo;
    demo.predict = false;
    demo.speed = 0.1;
  });
  await page.run(move, true);
  await page.run(({ kept }) => kept.demo.play());
  await page.until(({ kept }) => kept.demo.currentTime > 0 && !kept.demo.paused);
  /** How wide its first timeline is, and how wide its picture has been drawn. */
  const widths = () =>
    page.run(({ kept }) => {
      const timeline = kept.demo.shadowRoot.querySelector(".timeline");
      const plot = timeline.querySelector(".plot");
      const grid = timeline.querySelector(".grid").getAttribute("d");
      return [plot.clientWidth, Math.max(...Array.from(grid.matchAll(/M([\d.]+) 0V/g), ([, x]) => Number(x)))];
    });
  await page.until(({ kept }) => {
    const plot = kept.demo.shadowRoot.querySelector(".plot");
    return plot.clientWidth > 0 && plot.clientWidth < 500;
  });
  const [wide = 0] = await widths();
  await page.run(() => document.querySelector("iframe")?.style.setProperty("width", "500px"));
  await page.until(({ kept }, wide) => {
    const timeline = kept.demo.shadowRoot.querySelector(".timeline");
    const ends = Array.from(
      timeline
        .querySelector(".grid")
        .getAttribute("d")
        .matchAll(/M([\d.]+) 0V/g),
      ([, x]) => Number(x),
    );
    const { clientWidth } = timeline.querySelector(".plot");
    // The axis ends where the picture does, but for the room of what comes at one instant.
    return clientWidth !== wide && Math.max(...ends) < clientWidth && Math.max(...ends) > 0.85 * clientWidth;
  }, wide);

  // The frame's document alone is hidden, as another window's may be.
  const held = (/** @type {boolean} */ hidden) =>
    page.run(({ kept }, hidden) => {
      const { ownerDocument } = kept.demo;
      Object.defineProperty(ownerDocument, "hidden", { configurable: true, get: () => hidden });
      ownerDocument.dispatchEvent(new Event("visibilitychange"));
      const { currentTime } = kept.demo;
      return new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(kept.demo.currentTime === currentTime)));
      });
    }, hidden);
  assert.equal(await held(true), true);
  assert.equal(await held(false), false);
});
