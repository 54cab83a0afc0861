// Demos in pages of others: scaled and zoomed, several at once, in frames, and opened as files.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

import { site } from "./harness/places.js";
import { ELEMENT, html } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

/**
 * Points at each of some marks of the timeline, where it is seen, and returns how far from
 * there the ring is then, in pixels of the window.
 *
 * @param {InPage} page
 */
async function misses({ demo, root, find, drawn }) {
  await demo.ready;
  demo.currentTime = 3;
  await drawn();
  const misses = [];
  const plot = find(".plot");
  // The first layer has what can't be pointed at.
  for (const mark of root.querySelectorAll(".plot svg:last-of-type :is(.poll, .print)")) {
    const { left, top, width, height } = mark.getBoundingClientRect();
    const [clientX, clientY] = [left + width / 2, top + height / 2];
    plot.dispatchEvent(new PointerEvent("pointermove", { clientX, clientY, bubbles: true }));
    const ring = find(".ring").getBoundingClientRect();
    misses.push(Math.hypot(ring.left + ring.width / 2 - clientX, ring.top + ring.height / 2 - clientY));
  }
  return misses;
}

/** How a page around a demo may show it. */
const SHOWN = {
  "as it is": "",
  scaled: "transform: scale(1.5); transform-origin: 0 0",
  small: "transform: scale(0.5)",
  zoomed: "zoom: 0.6",
  "zoomed and scaled": "zoom: 1.4; transform: scale(0.7) translate(30px, 20px)",
  turned: "transform: rotate(20deg)",
  mirrored: "scale: -1 1",
};

for (const [how, style] of Object.entries(SHOWN)) {
  test(`the mark that is pointed at is the nearest, and the menu is at its button: ${how}`, async (page) => {
    await page.openStage(
      `${ELEMENT}<div style="width: 640px; margin: 60px; ${style}"><interleaved-demo tasks="A:0:1" lanes="async" interval="4000"></interleaved-demo></div>`,
    );
    const far = await page.run(misses);
    assert.ok(far.length > 0);
    for (const distance of far) assert.ok(distance < 20, `${how}: ${far}`);
    const apart = await page.run(async ({ root, find, drawn }) => {
      find("[aria-haspopup]").click();
      while (!root.querySelector("dialog")) await drawn();
      const sheet = find("dialog").getBoundingClientRect();
      const button = find("[aria-haspopup]").getBoundingClientRect();
      const { clientWidth, clientHeight } = document.documentElement;
      // Where there is room for it the menu is below its button and ends where that does.
      const right = Math.max(Math.min(button.right, clientWidth - 8), sheet.width + 8);
      const top = Math.max(8, Math.min(button.bottom, clientHeight - sheet.height - 8));
      return Math.hypot(sheet.right - right, sheet.top - top);
    });
    assert.ok(apart < 16, `${how}: ${apart} px from the button`);
  });
}

test("several demos and checkers on one page have regions of different names", async (page) => {
  const demo = `<interleaved-demo code="python" predict editor></interleaved-demo>`;
  const check = "<interleaved-check></interleaved-check>";
  await page.openStage(`${ELEMENT}<script type="module" src="interleaved-check.js"></script>${demo}${demo}${check}${demo}${check}`);
  await page.until(() =>
    Array.from(document.querySelectorAll("interleaved-demo"), ({ shadowRoot }) => {
      return shadowRoot?.querySelector(".predict:not([hidden])") && shadowRoot.querySelector(".code pre");
    }).every(Boolean),
  );
  const names = await page.run(() =>
    Array.from(document.querySelectorAll("interleaved-demo"), ({ shadowRoot }) => {
      return Array.from(shadowRoot?.querySelectorAll("section") ?? [], (region) => region.getAttribute("aria-label"));
    }),
  );
  const [first = [], ...others] = names;
  assert.equal(first.length, 2);
  assert.deepEqual(others, [2, 3].map((number) => first.map((name) => `${name} (${number})`)));
  // With all that opens over it.
  await page.run(async ({ root, find, drawn }) => {
    find("[aria-haspopup]").click();
    while (!root.querySelector("dialog")) await drawn();
  });
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.driver.executeScript(source);
  const found = await page.run(async () => {
    const { violations } = await Reflect.get(window, "axe").run({ runOnly: ["landmark-unique", "landmark-no-duplicate-banner", "landmark-no-duplicate-contentinfo", "landmark-banner-is-top-level", "landmark-contentinfo-is-top-level"] });
    return violations.map((/** @type {any} */ { id, nodes }) => [id, nodes.map((/** @type {any} */ { html }) => html)]);
  });
  assert.deepEqual(found, []);
});

test("a demo alone has regions without a number, also where another one was", async (page) => {
  await page.openStage(`${ELEMENT}<interleaved-demo></interleaved-demo><interleaved-demo code="python"></interleaved-demo>`);
  const name = await page.run(async ({ demo }) => {
    await demo.ready;
    demo.remove();
    await null;
    const next = document.createElement("interleaved-demo");
    next.setAttribute("code", "python");
    document.body.append(next);
    let region;
    while (!(region = next.shadowRoot?.querySelector("section"))) await new Promise((resolve) => setTimeout(resolve));
    return region.getAttribute("aria-label");
  });
  assert.equal(name, "The program in Python");
});

test("a name that runs from right to left turns nothing round", async (page) => {
  const names = ["שלום", "A\u202eB", "\u2067C", "عدد"];
  await page.openStage(`${ELEMENT}<interleaved-demo lanes="async" code="python" tasks="${names.map((name) => `${name}:1:3`).join(" ")}"></interleaved-demo>`);
  const found = await page.run(async ({ demo, root, find, drawn }) => {
    await demo.ready;
    demo.currentTime = 99;
    find("details").setAttribute("open", "");
    while (!root.querySelector(".code pre .string") || !root.querySelector(".executor .token")) await drawn();
    /** Whether the letters of an element, but for those of the name, stand from left to right. */
    const inOrder = (/** @type {Element} */ node, /** @type {string} */ name) => {
      const range = document.createRange();
      const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      let last = -Infinity;
      let text;
      while ((text = texts.nextNode())) {
        const { data } = /** @type {Text} */ (text);
        const at = data.indexOf(name);
        for (let letter = 0; letter < data.length; letter += 1) {
          if (at >= 0 && letter >= at && letter < at + name.length) continue;
          range.setStart(text, letter);
          range.setEnd(text, letter + 1);
          const { left, width } = range.getBoundingClientRect();
          if (!width) continue;
          if (left < last) return false;
          last = left;
        }
      }
      return true;
    };
    const turned = [];
    for (const { task = "", text = "" } of demo.events("async").filter(({ kind, text }) => kind === "wrote" && text !== "\n")) {
      const piece = [...root.querySelectorAll(".piece")].find((piece) => piece.textContent === text);
      if (!piece || !inOrder(piece, task)) turned.push(text);
    }
    for (const item of root.querySelectorAll(".tasks li")) {
      if (!inOrder(item, item.querySelector("bdi")?.textContent ?? "")) turned.push(item.textContent);
    }
    const strings = [...root.querySelectorAll(".code .string")].filter(({ textContent }) => /[^\x20-\x7e]/.test(textContent ?? ""));
    const isolated = strings.every((node) => getComputedStyle(node).unicodeBidi === "isolate");
    demo.currentTime = 1;
    await drawn();
    return { turned, isolated, strings: strings.length > 0, moment: find(".moment").textContent, log: demo.logText("async").split("\n")[1] };
  });
  assert.deepEqual(found, { turned: [], isolated: true, strings: true, moment: "\u2068عدد\u2069 waits until 2.0 s, and lets the others go on", log: "[A\u202eB] total=1" });
});

test("an error keeps what is wrong apart from its sentence", async (page) => {
  await page.openStage(`${ELEMENT}<interleaved-demo tasks="1:3:שלום"></interleaved-demo>`);
  const said = await page.run(async ({ demo, text }) => {
    await demo.ready;
    return text("[role=alert]");
  });
  assert.match(said, /^tasks: the high end of “\u20681:3:שלום\u2069” is not a whole number/);
});

test("no translator changes logs, programs and names", async (page) => {
  await page.openDemo("code=python&lanes=async&start-at=2");
  await page.until(({ root }) => root.querySelector(".code pre"));
  const open = await page.run(async ({ root, find, drawn }) => {
    find("details").setAttribute("open", "");
    while (!root.querySelector(".executor .token")) await drawn();
    const selectors = [".log .piece", ".code pre code", ".code .who", ".tasks bdi", ".words .task", ".timeline th[scope=row]", ".executor .token span"];
    return selectors.filter((selector) => find(selector).translate);
  });
  assert.deepEqual(open, []);
});

test("a frame is as high as its demo, whatever its box", async (page) => {
  const frame = (/** @type {string} */ style) => `<iframe src="embed.html" style="width: 700px; ${style}"></iframe>`;
  const stage = await page.stage({
    "frames.html": html(
      "en",
      `<script src="resize.js"></script><div></div>
      ${frame("box-sizing: border-box; padding: 10px; border: 3px solid")}
      ${frame("box-sizing: content-box; padding: 10px 5px; border: 0")}
      ${frame("box-sizing: border-box; padding: 0; border: 2px solid; zoom: 0.6")}
      ${frame("box-sizing: border-box; padding: 1em 0 2em; display: none")}`,
    ),
  });
  await stage.open("frames.html");
  await page.run(async () => {
    const [, , , last] = document.querySelectorAll("iframe");
    await new Promise((resolve) => setTimeout(resolve, 0));
    last?.style.setProperty("display", "block");
    const shadow = document.querySelector("div")?.attachShadow({ mode: "open" });
    const later = document.createElement("iframe");
    later.src = "embed.html";
    later.style.cssText = "width: 700px; box-sizing: border-box; padding: 7px";
    shadow?.append(later);
  });
  await page.until(() => {
    const shadow = document.querySelector("div")?.shadowRoot;
    const frames = /** @type {HTMLIFrameElement[]} */ ([...document.querySelectorAll("iframe"), ...(shadow?.querySelectorAll("iframe") ?? [])]);
    return (
      frames.length === 5 &&
      frames.every(({ contentWindow, contentDocument }) => {
        const { height = 0 } = contentDocument?.documentElement.getBoundingClientRect() ?? {};
        // What is left by rounding is less than a pixel.
        return height > 300 && Math.abs((contentWindow?.innerHeight ?? 0) - height) < 2;
      })
    );
  });
});

test("opened as a file, a page says that it has to be served", async (page) => {
  for (const name of ["embed.html?lang=en", "index.html?lang=en", "course.html?ui=en"]) {
    await page.goto(`${pathToFileURL(site)}/${name}`);
    const said = await page.run(() => document.querySelector(".needs:not([lang=ko] *, [lang=ko])")?.textContent);
    assert.match(said ?? "", /^This page was opened as a file, .* standalone\.html/, name);
  }
  await page.goto(`${pathToFileURL(site)}/embed.html?lang=ko`);
  assert.match((await page.run(() => document.querySelector(".needs")?.textContent)) ?? "", /^이 페이지를 파일로 열었습니다\./);
  // That nothing more came from there the browser logs itself.
  await page.consoleErrors();
});
