// Demos in pages of others: scaled and zoomed, several at once, in frames, and opened as files.

import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

import { bringAxe, violations } from "./harness/axe.js";
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
      `${ELEMENT}<div style="width: 640px; margin: 60px; ${style}"><interleaved-demo tasks="A:0:4" lanes="async"></interleaved-demo></div>`,
    );
    const far = await page.run(misses);
    // At each second, and another one wherever a place is mistaken.
    assert.ok(far.length > 4, `${far.length} marks`);
    for (const distance of far) assert.ok(distance < 20, `${how}: ${far}`);
    const apart = await page.run(async ({ root, find, drawn }) => {
      /** Where something is seen in the window: engines differ in the rectangles of what is zoomed. */
      const seen = (/** @type {string} */ selector) => {
        const box = { right: -Infinity, top: Infinity, bottom: -Infinity, width: 0 };
        let left = Infinity;
        for (let y = 0; y < innerHeight; y += 4) {
          for (let x = 0; x < innerWidth; x += 4) {
            if (!root.elementFromPoint(x, y)?.closest(selector)) continue;
            [left, box.right] = [Math.min(left, x), Math.max(box.right, x)];
            [box.top, box.bottom] = [Math.min(box.top, y), Math.max(box.bottom, y)];
          }
        }
        return { ...box, width: box.right - left, height: box.bottom - box.top };
      };
      const button = seen("[aria-haspopup]");
      find("[aria-haspopup]").click();
      while (!root.querySelector("dialog")) await drawn();
      // The dialog itself is seen wherever what lies behind it is.
      const sheet = seen("dialog > div");
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
  assert.deepEqual(
    others,
    [2, 3].map((number) => first.map((name) => `${name} (${number})`)),
  );
  // With all that opens over it.
  await page.run(async ({ root, find, drawn }) => {
    find("[aria-haspopup]").click();
    while (!root.querySelector("dialog")) await drawn();
  });
  await bringAxe(page);
  const found = await violations(page, {
    rules: [
      "landmark-unique",
      "landmark-no-duplicate-banner",
      "landmark-no-duplicate-contentinfo",
      "landmark-banner-is-top-level",
      "landmark-contentinfo-is-top-level",
    ],
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

test("no translator changes logs, programs and names", async (page) => {
  await page.openDemo("code=python&lanes=async&start-at=2");
  await page.until(({ root }) => root.querySelector(".code pre"));
  const open = await page.run(async ({ root, find, drawn }) => {
    find("details").setAttribute("open", "");
    while (!root.querySelector(".executor .token")) await drawn();
    const selectors = [
      ".log .piece",
      ".code pre code",
      ".code .who",
      ".tasks bdi",
      ".words .task",
      ".timeline th[scope=row]",
      ".executor .token bdi",
    ];
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
      <div style="zoom: 1.5; width: 700px">${frame("box-sizing: border-box; padding: 0; border: 0")}</div>
      ${frame("box-sizing: border-box; padding: 1em 0 2em; display: none")}`,
    ),
  });
  await stage.open("frames.html");
  await page.run(async () => {
    const last = [...document.querySelectorAll("iframe")].at(-1);
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
    const frames = /** @type {HTMLIFrameElement[]} */ ([
      ...document.querySelectorAll("iframe"),
      ...(shadow?.querySelectorAll("iframe") ?? []),
    ]);
    return (
      frames.length === 6 &&
      frames.every(({ contentWindow, contentDocument }) => {
        const { height = 0 } = contentDocument?.documentElement.getBoundingClientRect() ?? {};
        // What is left by rounding is less than a pixel.
        return height > 300 && Math.abs((contentWindow?.innerHeight ?? 0) - height) < 2;
      })
    );
  });
});

test("a frame that its page keeps lower or higher than its demo stays so, and is told its height once", async (page) => {
  const frame = (/** @type {string} */ style) =>
    `<iframe src="embed.html" style="width: 700px; padding: 5px; border: 2px solid; ${style}"></iframe>`;
  const frames = [
    frame("box-sizing: border-box; max-height: 300px"),
    frame("box-sizing: content-box; max-height: 300px"),
    frame("box-sizing: border-box; min-height: 1500px"),
    frame("box-sizing: content-box; min-height: 1500px"),
  ];
  const heard =
    "<script>globalThis.heard = []; addEventListener('message', ({ data }) => data?.type === 'interleaved:resize' && heard.push(data.height))</script>";
  const stage = await page.stage({ "limits.html": html("en", `<script src="resize.js"></script>${heard}${frames.join("")}`) });
  await stage.open("limits.html");
  await page.until(() => [...document.querySelectorAll("iframe")].every(({ style }) => parseFloat(style.height) > 300));
  // Whatever a height makes of another one has come by then.
  const { boxes, messages } = await page.run(async ({ drawn }) => {
    for (let frame = 0; frame < 20; frame += 1) await drawn();
    const boxes = [...document.querySelectorAll("iframe")].map(({ contentWindow, contentDocument }) => {
      const page = /** @type {HTMLElement} */ (contentDocument?.documentElement);
      const { height } = page.getBoundingClientRect();
      contentWindow?.scrollTo(0, 1e6);
      // All of it can be seen.
      const reached = (contentWindow?.scrollY ?? 0) + (contentWindow?.innerHeight ?? 0);
      return [contentWindow?.innerHeight, reached >= Math.floor(height)];
    });
    return { boxes, messages: Reflect.get(window, "heard").length };
  });
  assert.deepEqual(boxes, [
    [286, true],
    [300, true],
    [1486, true],
    [1500, true],
  ]);
  assert.ok(messages <= 2 * frames.length, `${messages} messages`);
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
