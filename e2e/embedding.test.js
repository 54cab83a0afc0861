// The demo in other people's pages: in a sub-folder, under their policies, in frames.

import assert from "node:assert/strict";

import { engine } from "./harness/engine.js";
import { ELEMENT, html } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { Page } from "./harness/page.js" */
/** @import { Options } from "./harness/server.js" */

const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/**
 * How a site is served under a policy.
 *
 * @param {string} policy
 */
function under(policy) {
  return { mount: "some/sub/folder", headers: { "Content-Security-Policy": policy } };
}

test("a sub-folder under a strict policy is enough", async (page) => {
  // The second takes markup for what it is wherever it could become a script.
  for (const policy of [POLICY, `${POLICY}; require-trusted-types-for 'script'`]) {
    const site = await page.serve(under(policy));
    await page.goto(`${site.url}embed.html?speed=100&code=rust&editor&theme=dark`);
    await page.run(({ demo, kept }) => {
      // Firefox tells of what it refuses nowhere else.
      kept.refused = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        kept.refused.push(event.violatedDirective);
      });
      return demo.ready;
    });
    await page.click("button.play");
    // With the parts that are loaded only when they are wanted.
    await page.until(({ demo, root }) => {
      return demo.ended && root.querySelectorAll(".place:not(:empty)").length >= 2;
    });
    // The styles have come through as well.
    const seen = await page.run(({ find, kept }) => [
      kept.refused,
      getComputedStyle(find(".frame")).backgroundColor,
      find(".lanes").style.length > 0,
    ]);
    assert.deepEqual(seen, [[], "rgb(23, 24, 27)", true]);
  }
});

/**
 * Enters a sandboxed frame with the demo in another site's page.
 *
 * @param {Page} page
 * @param {Options} options
 */
async function openInSandbox(page, options) {
  const site = await page.serve(options);
  const source = `${site.url}embed.html?speed=100&amp;autoplay`;
  const frame = `<iframe sandbox='allow-scripts' src='${source}'></iframe>`;
  const host = await page.stage({ "host.html": html("en", frame) });
  await host.open("host.html");
  await page.enterFrame("iframe");
}

/**
 * Lets the demo run there.
 *
 * @param {Page} page
 * @param {Options} options
 */
async function runInSandbox(page, options) {
  await openInSandbox(page, options);
  await page.until(({ demo }) => demo.ended);
  const end = await page.run(({ demo }) => [self.origin, demo.logText("async").endsWith("Done!!!\n")]);
  assert.deepEqual(end, ["null", true]);
}

test("a sandboxed frame runs to the end", (page) => runInSandbox(page, {}));

test("a sandboxed frame under a strict policy runs to the end", async (page) => {
  if (engine !== "webkit") return runInSandbox(page, under(POLICY));
  // To WebKit `'self'` in a policy is nobody where a frame has no origin of its own: it
  // loads no script of the page's, nor its styles. The text in the demo's place is seen.
  await openInSandbox(page, under(POLICY));
  const seen = await page.run(({ root }) => {
    const text = /** @type {HTMLElement} */ (document.querySelector("interleaved-demo > p"));
    return [root, text.offsetHeight > 0];
  });
  assert.deepEqual(seen, [null, true]);
});

test("nothing is asked of another host", async (page) => {
  for (const path of ["index.html", "embed.html?code=python&editor&predict&lanes=threads"]) {
    await page.open(path);
    const asked = await page.run(async () => {
      for (const each of document.querySelectorAll("interleaved-demo")) {
        await each.ready;
        each.currentTime = 99;
      }
      const urls = performance.getEntriesByType("resource").map((entry) => entry.name);
      return {
        core: urls.some((url) => url.endsWith("core_bg.wasm")),
        others: urls.filter((url) => !url.startsWith(location.origin) && !url.startsWith("data:")),
        cookie: document.cookie,
        stored: localStorage.length + sessionStorage.length,
      };
    });
    assert.deepEqual(asked, { core: true, others: [], cookie: "", stored: 0 });
  }
});

test("in a page from right to left it runs from left to right", async (page) => {
  await page.openStage(`<body dir='rtl'>${ELEMENT}<interleaved-demo start-at='3' predict editor><p>words</p></interleaved-demo>`);
  await page.until(({ root }) => {
    return root.querySelector(".predict:not([hidden])") && root.querySelector(".editor");
  });
  const order = await page.run(({ find }) => {
    const ascending = (/** @type {string[]} */ ...selectors) => {
      const lefts = selectors.map((selector) => find(selector).getBoundingClientRect().left);
      return lefts.every((left, index) => index === 0 || left > Number(lefts[index - 1]));
    };
    return {
      bar: ascending(".play", ".scrub", ".time", ".speed"),
      row: ascending(".row .at", ".row .mark"),
      bars: ascending(".head .name", ".head .clock"),
    };
  });
  assert.deepEqual(order, { bar: true, row: true, bars: true });
  // What the page itself says in the demo's place is the page's.
  const direction = await page.run(({ demo }) => {
    const words = demo.querySelector("p");
    return words && getComputedStyle(words).direction;
  });
  assert.equal(direction, "rtl");
});

test("the styles of the page around change its place, not its looks", async (page) => {
  await page.openStage(
    `<style>
      * { box-sizing: content-box; font: italic 900 30px/3 serif; color: red; text-transform: uppercase }
      div, p, button, svg { display: none }
      main { display: flex }
      aside { flex: none }
      interleaved-demo { writing-mode: vertical-rl; text-align: center; white-space: nowrap; text-indent: 3em; cursor: wait }
    </style><main><aside>beside</aside>${ELEMENT}<interleaved-demo start-at='3'></interleaved-demo></main>`,
  );
  await page.until(({ root }) => root.querySelector(".row"));
  const style = await page.run(({ find }) => {
    const style = getComputedStyle(find(".how"));
    const { display, fontStyle, textTransform, writingMode, textAlign, textIndent, cursor } = style;
    return { display, fontStyle, textTransform, writingMode, textAlign, textIndent, cursor };
  });
  assert.deepEqual(style, {
    display: "block",
    fontStyle: "normal",
    textTransform: "none",
    writingMode: "horizontal-tb",
    textAlign: "start",
    textIndent: "0px",
    cursor: "auto",
  });
  // A flex item has as much room as there is, up to its own measure.
  const width = await page.run(({ demo }) => demo.offsetWidth);
  assert.ok(width >= 600, `${width} px`);
  const visible = await page.run(({ demo, find }) => {
    demo.style.visibility = "hidden";
    return find(".play").checkVisibility({ visibilityProperty: true });
  });
  assert.equal(visible, false);
});
