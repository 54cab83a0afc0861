// The element's life: loading, moving, leaving, and other demos beside it.

import assert from "node:assert/strict";

import { DEMO, INSIDE, WITH_TEXT, checkFailure, seen } from "./harness/inside.js";
import { INSTRUMENTS, underWay } from "./harness/instruments.js";
import { ELEMENT, html, inline } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/**
 * Keeps the names of those of the demo's events that are asked for; this runs in the page.
 *
 * @param {InPage} page
 * @param {string[]} names
 */
function listen({ demo, kept }, names) {
  kept.heard = [];
  for (const name of names) demo.addEventListener(name, () => kept.heard.push(name));
  return demo.ready;
}

test("a demo that is removed leaves nothing behind", async (page) => {
  await page.openStage(`${INSTRUMENTS}${ELEMENT}<interleaved-demo speed='0.1'></interleaved-demo>`);
  await page.run(({ demo, kept }) => {
    kept.demo = demo;
    return demo.play();
  });
  await page.until(({ demo }) => demo.currentTime > 0);
  assert.deepEqual(await page.run(underWay), [1, 1, 2]);
  await page.run(({ demo }) => demo.remove());
  assert.deepEqual(await page.run(underWay), [0, 0, 0]);

  // In the middle of a long seek, which goes on by timers of its own.
  await page.run(async ({ kept: { demo } }) => {
    demo.setAttribute("tasks", Array.from({ length: 1000 }, (_, task) => `t${task}:0:100`).join(" "));
    document.body.append(demo);
    await demo.ready;
    demo.currentTime = 1e6;
    demo.remove();
  });
  assert.deepEqual(await page.run(underWay), [0, 0, 0]);

  // Before it has become anything, and while it waits to be seen.
  await page.run(async ({ kept: { demo } }) => {
    demo.removeAttribute("tasks");
    demo.setAttribute("autoplay", "visible");
    document.body.append(demo);
    demo.play();
    demo.remove();
    await demo.ready;
    for (let turn = 0; turn < 10; turn += 1) {
      await new Promise((/** @type {(_: void) => void} */ resolve) => queueMicrotask(resolve));
    }
  });
  assert.deepEqual(await page.run(underWay), [0, 0, 0]);
});

test("a demo that comes back shows the moment at which it left", async (page) => {
  await page.openStage(`${ELEMENT}<interleaved-demo interval='1001'></interleaved-demo>`);
  const { before, after } = await page.run(async ({ demo }) => {
    await demo.ready;
    demo.currentTime = 1.001;
    const before = demo.logText("async");
    demo.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(demo);
    await demo.ready;
    return { before, after: [demo.logText("async"), demo.currentTime, demo.paused] };
  });
  assert.notEqual(before, "");
  assert.deepEqual(after, [before, 1.001, true]);
});

// What is seen then belongs to a player that has ended, until settings are right again.
test("what comes back with a wrong setting is what it was", async (page) => {
  await page.openStage(`${ELEMENT}<interleaved-demo tasks='A:0:4' interval='500' lanes='async'></interleaved-demo>`);
  const shown = await page.run(async ({ demo, root, find, text, rows, drawn }) => {
    await demo.ready;
    demo.currentTime = 1.5;
    find("[aria-haspopup]").click();
    while (!root.querySelector("dialog")) await drawn();
    demo.remove();
    await drawn();
    demo.setAttribute("interval", "soon");
    document.body.append(demo);
    await demo.ready;
    return {
      told: text("[role=alert]"),
      time: demo.currentTime,
      duration: demo.duration,
      rows: rows(0).length,
      dialogs: root.querySelectorAll("dialog").length,
    };
  });
  assert.deepEqual(shown, {
    told: "interval: “soon” is not a whole number from 1 to 3600000.",
    time: 1.5,
    duration: 2,
    rows: 3,
    dialogs: 0,
  });
});

test("a demo that is moved goes on", async (page) => {
  await page.openStage(`${INSTRUMENTS}${ELEMENT}<interleaved-demo speed='0.1'></interleaved-demo><main></main>`);
  await page.run(listen, ["play", "pause", "seeked", "error"]);
  await page.run(({ demo }) => demo.play());
  await page.until(({ demo }) => demo.currentTime > 0.01);
  const moved = await page.run(async ({ demo, kept }) => {
    const before = demo.currentTime;
    document.querySelector("main")?.append(demo);
    await demo.ready;
    await new Promise((resolve) => setTimeout(resolve));
    return [demo.paused, demo.currentTime >= before, demo.currentTime < 14, kept.heard];
  });
  assert.deepEqual(moved, [false, true, true, ["play"]]);
  assert.deepEqual(await page.run(underWay), [1, 1, 2]);
  await page.run(({ demo }) => void (demo.speed = 100));
  await page.until(({ demo }) => demo.ended);
});

test("whatever the number of tasks there is one timer", async (page) => {
  const tasks = Array.from({ length: 300 }, (_, task) => `t${task}:0:${task % 7}`).join(" ");
  const demo = `<interleaved-demo speed='100' interval='100' tasks='${tasks}'
    lanes='sequential async threads'></interleaved-demo>`;
  const timers = (/** @type {InPage} */ { kept }) => [kept.mostTimers, kept.timers.size];
  await page.openStage(`${INSTRUMENTS}${ELEMENT}${demo}${demo}`);
  await page.run(({ demo }) => demo.play());
  await page.until(({ demo }) => demo.ended);
  assert.deepEqual(await page.run(timers), [1, 0]);
  await page.run(() => {
    for (const each of document.querySelectorAll("interleaved-demo")) each.play();
  });
  await page.until(() => {
    return [...document.querySelectorAll("interleaved-demo")].every((each) => each.ended);
  });
  assert.deepEqual(await page.run(timers), [2, 0]);
});

test("demos on one page don't know of each other", async (page) => {
  await page.openStage(
    `${ELEMENT}<interleaved-demo speed='0.1'></interleaved-demo>
    <interleaved-demo tasks='X:0:3' lanes='async' lang='ko' theme='dark'></interleaved-demo>
    <interleaved-demo tasks='wrong'></interleaved-demo>
    <interleaved-demo speed='100'></interleaved-demo>`,
  );
  const seen = await page.run(async ({ demo: first }) => {
    const demos = [...document.querySelectorAll("interleaved-demo")];
    const [, second = first, third = first, last = first] = demos;
    await Promise.all(demos.map((each) => each.ready));
    await first.play();
    second.currentTime = 2;
    const ended = new Promise((resolve) => last.addEventListener("ended", resolve));
    last.play();
    await ended;
    last.remove();
    return {
      paused: [first, second, third].map((each) => each.paused),
      durations: [first, second, third].map((each) => each.duration || null),
      log: second.logText("async"),
      alerts: demos.map((each) => each.shadowRoot?.querySelector("[role=alert]")?.textContent !== ""),
    };
  });
  assert.deepEqual(seen, {
    paused: [false, true, true],
    durations: [14, 3, 14],
    log: "[X] total=0\n[X] total=1\n",
    alerts: [false, false, true, false],
  });
});

/**
 * Makes the page as if its tab were hidden, or shown again.
 *
 * @param {Page} page
 * @param {boolean} hidden
 */
function setHidden(page, hidden) {
  return page.run((_, hidden) => {
    const state = hidden ? "hidden" : "visible";
    Object.defineProperties(document, {
      hidden: { configurable: true, get: () => hidden },
      visibilityState: { configurable: true, get: () => state },
    });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

/**
 * Opens a page with a demo whose events are heard.
 *
 * @param {Page} page
 */
async function openHeard(page) {
  await page.openStage(`${INSTRUMENTS}${ELEMENT}<interleaved-demo></interleaved-demo>`);
  await page.run(listen, ["play", "pause", "ended"]);
}

test("time stands still while the page is hidden", async (page) => {
  const moment = (/** @type {InPage} */ { demo, kept }) => ({
    time: demo.currentTime,
    paused: demo.paused,
    timers: kept.timers.size,
  });
  await openHeard(page);
  await page.run(({ demo }) => demo.play());
  await page.until(({ demo }) => demo.currentTime > 0.01);
  await setHidden(page, true);
  const before = await page.run(moment);
  assert.deepEqual(before, { time: before.time, paused: false, timers: 0 });
  // Whatever is asked of the demo then, time stands.
  await page.run(({ demo, kept }) => {
    demo.play();
    demo.speed = 100;
    return new Promise((resolve) => kept.later(resolve, 300));
  });
  assert.deepEqual(await page.run(moment), before);
  await setHidden(page, false);
  await page.until(({ demo }) => demo.ended);
  assert.deepEqual(await page.run(({ kept }) => kept.heard), ["play", "pause", "ended"]);

  // What is started there waits as well; what is paused there stays paused.
  await setHidden(page, true);
  const started = await page.run(async ({ demo, kept }) => {
    kept.heard.length = 0;
    await demo.play();
    return [demo.paused, demo.ended, demo.currentTime < 1, kept.timers.size, kept.heard];
  });
  assert.deepEqual(started, [false, false, true, 0, ["play"]]);
  await page.run(({ demo }) => demo.pause());
  await setHidden(page, false);
  const { paused, timers } = await page.run(moment);
  assert.deepEqual([paused, timers], [true, 0]);
});

test("a hidden demo that is taken to its end stays there", async (page) => {
  await openHeard(page);
  await page.run(({ demo }) => demo.play());
  await setHidden(page, true);
  await page.run(({ demo }) => void (demo.currentTime = 99));
  await setHidden(page, false);
  const end = await page.run(({ demo, kept }) => [demo.ended, demo.paused, demo.currentTime, kept.heard]);
  assert.deepEqual(end, [true, true, 14, ["play", "pause", "ended"]]);
});

test("the text inside stands there until the demo is ready", async (page) => {
  // The core comes when the test says so.
  const gate = inline(() => {
    const ask = window.fetch;
    const gate = new Promise((resolve) => {
      window.kept = { letCome: resolve };
    });
    window.fetch = (...request) => gate.then(() => ask(...request));
  });
  await page.openStage(gate + WITH_TEXT);
  assert.deepEqual(await page.run(seen), INSIDE);
  await page.run(async () => {
    await import(new URL("interleaved.js", document.baseURI).href);
  });
  assert.deepEqual(await page.run(seen), INSIDE);
  await page.run(({ demo, kept }) => {
    kept.letCome();
    return demo.ready;
  });
  assert.deepEqual(await page.run(seen), DEMO);
});

test("the text inside stays where wasm is not allowed", async (page) => {
  const policy = "default-src 'self'; script-src 'self'; img-src data:";
  await page.openStage(ELEMENT + WITH_TEXT, { headers: { "Content-Security-Policy": policy } });
  await checkFailure(page);
});

test("a core that couldn't be fetched is fetched again", async (page) => {
  const stage = await page.stage({ "stage.html": html("en", ELEMENT + WITH_TEXT) });
  const putBack = await stage.takeAway("core_bg.wasm");
  await stage.open("stage.html");
  await checkFailure(page);
  await putBack();
  await page.run(({ demo }) => demo.ready);
  assert.deepEqual(await page.run(seen), DEMO);
});
