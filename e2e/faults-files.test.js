// Files that don't come, or come spoiled, and a browser that stores nothing: what is on
// the screen stays, what can't go on says so, and nothing is left behind.
//
// Some faults are tested where they belong: a wasm file that is missing or forbidden in
// `element`, workers that are refused, fail or fall silent in `workers`, styles of the
// page around and pages from right to left in `embedding`, text that is enlarged or
// spaced in `layout`.

import assert from "node:assert/strict";

import { engine } from "./harness/engine.js";
import { DEMO, INSIDE, WITH_TEXT, checkFailure, seen } from "./harness/inside.js";
import { INSTRUMENTS, underWay } from "./harness/instruments.js";
import { ELEMENT, html } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

/**
 * That the run has ended, and that a lane's log has all of it; this runs in the page.
 *
 * @param {InPage} page
 * @param {string} lane
 */
function ended({ demo }, lane) {
  return demo.ended && demo.logText(lane).endsWith("Done!!!\n");
}

/** @param {InPage} page */
async function play({ demo }) {
  await demo.ready;
  await demo.play();
}

test("a wasm file of another media type is as good", async (page) => {
  for (const wasm of ["application/octet-stream", "text/plain; charset=utf-8", "text/html"]) {
    const stage = await page.stage({}, { mediaTypes: { wasm } });
    await stage.open("embed.html?lanes=async,workers&interval=50&speed=100");
    const served = await page.run(async () => {
      const response = await fetch("core_bg.wasm");
      return response.headers.get("Content-Type");
    });
    assert.equal(served, wasm);
    await page.run(play);
    await page.until(ended, "async");
    await page.until(ended, "workers");
  }
});

test("a wasm file that is cut off or is none says so, and comes with the next try", async (page) => {
  const stage = await page.stage({
    "stage.html": html("en", INSTRUMENTS + ELEMENT + WITH_TEXT),
  });
  /** @type {((bytes: Buffer) => Buffer | string)[]} */
  const changes = [
    (bytes) => bytes.subarray(0, bytes.length / 2),
    (bytes) => bytes.subarray(0, -1),
    () => "",
    // As of hosts that have a page for whatever they don't have.
    () => "<!doctype html><title>Not here</title>",
  ];
  for (const change of changes) {
    const putBack = await stage.spoil("core_bg.wasm", change);
    await stage.open("stage.html");
    await checkFailure(page);
    // Nothing works, and nothing throws.
    const state = await page.run(async ({ demo, text }) => {
      await demo.play();
      demo.stepForward();
      demo.currentTime = 2;
      demo.setAttribute("lang", "ko");
      await demo.ready;
      const { paused, ended, laneNames } = demo;
      return [paused, ended, laneNames, await demo.toSVG(), text("[role=alert]").length > 20];
    });
    assert.deepEqual(state, [true, false, [], "", true]);
    await page.consoleErrors();
    await putBack();
    await page.run(({ demo }) => demo.ready);
    assert.deepEqual(await page.run(seen), DEMO);
    await page.run(({ demo }) => demo.remove());
    assert.deepEqual(await page.run(underWay), [0, 0, 0]);
  }
});

test("a script that is missing leaves the text inside", async (page) => {
  const own = ["stage.html"];
  const pages = ["embed.html", "index.html"];
  for (const { name, paths } of [
    { name: "interleaved.js", paths: own },
    { name: "index.js", paths: ["index.html"] },
    { name: "interleaved-demo.js", paths: [...own, ...pages] },
  ]) {
    // Each has an address of its own: WebKit keeps what a page has asked for early.
    const stage = await page.stage({ "stage.html": html("en", ELEMENT + WITH_TEXT) });
    await stage.takeAway(name);
    for (const path of paths) {
      await stage.open(path);
      const shown = await page.run(({ demo }) => {
        return [...demo.children].some((each) => each.getBoundingClientRect().height > 0);
      });
      assert.ok(shown, `${path} without ${name}`);
      if (own.includes(path)) assert.deepEqual(await page.run(seen), INSIDE);
    }
    await page.consoleErrors();
  }
});

test("what comes after the first picture and doesn't come is said to be missing, and comes with the next try", async (page) => {
  const stage = await page.stage({});
  const putBack = await stage.takeAway("afterwards.js");
  await stage.open("embed.html?lang=ko&lanes=async,threads&seed=1&speed=100");
  // The program at its place, and the words for who listens and for the end at theirs.
  await page.until(({ all }) => all("[role=alert].missing").length === 2);
  await page.until(({ all }) => all("[role=alert].missing").every((missing) => missing.textContent.includes("불러오지 못했습니다")));
  await page.run(({ demo }) => {
    demo.lang = "en";
    return demo.ready;
  });
  await page.until(({ all }) => all("[role=alert].missing").every((missing) => missing.textContent.includes("Try again")));
  // All that is seen goes on.
  await page.run(play);
  await page.until(ended, "async");
  assert.match(await page.run(({ text }) => text(".conclusion")), /^Async 5\.0 s, Threads \(simulated\) 5\.0 s\./);
  await putBack();
  // Others remember for as long as the page is there what they couldn't fetch.
  if (engine === "chrome") {
    for (let missing = 2; missing > 0; missing -= 1) {
      await page.click("interleaved-demo >>> .missing button");
      await page.until(({ all }, least) => all("[role=alert].missing").length < least, missing);
    }
    await page.until(({ root, text }) => !root.querySelector(".missing") && /lines? torn/.test(text(".conclusion")));
    assert.ok(await page.run(({ root }) => root.querySelector(".heard") && root.querySelector(".outline code")));
  }
  await page.consoleErrors();
});

test("without JavaScript every page says what it would show", async (page) => {
  // In a frame whose scripts are off, as with a reader who has switched them off.
  await page.openStage("<iframe sandbox='allow-same-origin' width='600' height='900'></iframe>");
  for (const { path, words } of [
    {
      path: "embed.html?lang=ko",
      words: ["needs JavaScript", "JavaScript와 WebAssembly가 필요합니다"],
    },
    { path: "standalone.html", words: ["JavaScript"] },
    {
      path: "index.html",
      words: [
        "Waiting together takes less time",
        "What it prints:",
        "함께 기다리면 시간이 줄어듭니다",
        "출력은 이렇습니다.",
        "Six steps of one second",
      ],
    },
  ]) {
    const { ran, text } = await page.run(async (_, path) => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      frame.src = path;
      await loaded;
      const inner = /** @type {Document} */ (frame.contentDocument);
      return {
        ran: Boolean(inner.querySelector("interleaved-demo")?.shadowRoot),
        // It has only what is seen.
        text: inner.body.innerText,
      };
    }, path);
    assert.equal(ran, false, "a script ran");
    for (const word of words) assert.ok(text.includes(word), `${path} has no ${word}: ${text}`);
  }
  // Browsers tell of scripts that they refuse.
  await page.consoleErrors();
  // Where a policy of the page refuses them the same text is there.
  const headers = { "Content-Security-Policy": "script-src 'none'" };
  await page.openStage(ELEMENT + WITH_TEXT, { headers });
  assert.deepEqual(await page.run(seen), INSIDE);
  await page.consoleErrors();
});

test("threads whose wasm file is missing say so, and come with the next try", async (page) => {
  const demo = "<interleaved-demo lanes='workers async' interval='50' speed='100'></interleaved-demo>";
  const stage = await page.stage({ "stage.html": html("en", ELEMENT + demo) });
  for (const name of ["worker_bg.wasm", "thread.js"]) {
    const putBack = await stage.takeAway(name);
    await stage.open("stage.html");
    await page.run(play);
    await page.until(ended, "async");
    // A script that is missing is, to the one that imports it, a failure of its own.
    await page.until(({ text }) => {
      const words = text(".measured:not([hidden])");
      return /^(No web worker can be started here|A web worker has failed)/.test(words);
    });
    await putBack();
    await page.run(async ({ demo }) => {
      demo.reset();
      await demo.play();
    });
    await page.until(ended, "async");
    await page.until(ended, "workers");
  }
  // What couldn't be fetched is logged by the browser itself.
  await page.consoleErrors();
});

test("where nothing can be stored all works", async (page) => {
  await page.openDemoAfter(() => {
    window.kept = { refusals: 0 };
    const refuse = () => {
      window.kept.refusals += 1;
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) {
      Object.defineProperty(window, name, { get: refuse });
    }
    Object.defineProperty(document, "cookie", { get: refuse, set: refuse });
    // Not even the address can be kept.
    history.replaceState = history.pushState = refuse;
  }, "speed=100&editor&predict&code=python&lang=en");
  await page.until(({ root }) => root.querySelectorAll(".place:not(:empty)").length >= 3);
  await page.run(async ({ demo }) => {
    demo.removeAttribute("predict");
    demo.setAttribute("tasks", "A:1:3");
    demo.setAttribute("theme", "dark");
    await demo.ready;
    await demo.play();
  });
  await page.until(ended, "async");
  await page.click("interleaved-demo >>> button[aria-haspopup]");
  await page.until(({ root }) => root.querySelector("dialog")?.open);
  const seen = await page.run(({ demo, text, kept }) => ({
    alert: text("[role=alert]"),
    log: demo.logText("async"),
    link: new URL(demo.permalink).searchParams.get("tasks"),
    refused: kept.refusals > 0,
  }));
  assert.deepEqual(seen, {
    alert: "",
    log: "[A] total=1\n[A] total=3\nDone!!!\n",
    link: "A:1:3",
    refused: true,
  });
});
