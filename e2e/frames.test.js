// Demos in frames: how high they are, and what they do when the page around asks.

import assert from "node:assert/strict";

import { inline } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/** Lists what each frame has said of its height. */
const RECORD = inline(() => {
  const told = /** @type {unknown[][]} */ ([]);
  window.kept = { told };
  addEventListener("message", ({ source, data }) => {
    const frames = [...document.querySelectorAll("iframe")];
    const index = frames.findIndex((frame) => frame.contentWindow === source);
    (told[index] ??= []).push(data);
  });
});

/**
 * Opens a page with frames.
 *
 * @param {Page} page
 * @param {string} body
 */
function openHost(page, body) {
  return page.openStage(RECORD + body);
}

/**
 * Waits until a frame has said how high it is.
 *
 * @param {Page} page
 * @param {number} frame
 */
function untilTold(page, frame) {
  return page.until(({ kept }, frame) => kept.told[frame], frame);
}

/**
 * Whether every frame of the page is exactly as high as what is in it; this runs there.
 *
 * @param {InPage} page
 */
function fitting({ frames }) {
  return frames().every(({ frame, document }) => {
    const { documentElement } = document;
    return (
      frame.clientHeight === Math.ceil(documentElement.getBoundingClientRect().height) &&
      documentElement.scrollHeight === frame.clientHeight &&
      documentElement.clientWidth === frame.clientWidth
    );
  });
}

test("frames are as high as their demos, each its own", async (page) => {
  await openHost(
    page,
    `<script src='resize.js'></script>
    <style>
      iframe { border: 2px solid; } .boxed { box-sizing: border-box; width: 100%; } .far { margin-top: 9000px; }
    </style>
    <iframe src='embed.html?lang=en'></iframe>
    <iframe class='boxed' src='embed.html?lang=ko&amp;lanes=threads'></iframe>
    <iframe src='standalone.html?lang=en&amp;lanes=async'></iframe>
    <iframe class='far' loading='lazy' src='embed.html?lang=en&amp;tasks=A:1:3'></iframe>`,
  );
  for (const frame of [0, 1, 2]) await untilTold(page, frame);
  const far = await page.run(({ kept }) => kept.told[3] ?? null);
  assert.equal(far, null, "a lazy frame that is far away");
  await page.run(() => document.querySelector(".far")?.scrollIntoView());
  await untilTold(page, 3);
  await page.until(fitting);
  /** @type {{ type: string, height: number }[]} */
  const told = await page.run(({ kept }) => kept.told.flat());
  for (const { type, height, ...rest } of told) {
    assert.equal(type, "interleaved:resize");
    assert.ok(height > 200, `${height} px`);
    assert.deepEqual(rest, {});
  }

  // And it is told again when it changes.
  const before = await page.run(({ frames }) => {
    const { frame, demo } = frames()[0];
    const { clientHeight } = frame;
    demo.editor = true;
    return clientHeight;
  });
  await page.until(({ frames }, before) => frames()[0].frame.clientHeight > before, before);
  await page.until(fitting);
  await page.run(({ frames }) => void (frames()[1].frame.style.width = "400px"));
  await page.until(fitting);
});

test("frames that are hidden, or have no width yet, wait", async (page) => {
  await openHost(
    page,
    `<script src='resize.js'></script>
    <div hidden><iframe src='embed.html?lang=en&amp;autoplay=visible&amp;speed=100'></iframe></div>
    <iframe style='width: 0; border: 0' src='embed.html?lang=en&amp;autoplay&amp;speed=100'></iframe>
    <iframe src='embed.html?lang=en'></iframe>`,
  );
  await untilTold(page, 2);
  await page.until(({ frames }) => frames()[0].demo.laneNames.length && frames()[1].demo.ended);
  const waiting = await page.run(({ kept, frames }) => ({
    told: [kept.told[0] ?? null, kept.told[1] ?? null],
    paused: frames()[0].demo.paused,
    time: frames()[0].demo.currentTime,
  }));
  assert.deepEqual(waiting, { told: [null, null], paused: true, time: 0 });
  await page.run(({ frames }) => {
    const hidden = /** @type {HTMLElement} */ (document.querySelector("div"));
    hidden.hidden = false;
    frames()[1].frame.style.width = "600px";
  });
  for (const frame of [0, 1]) await untilTold(page, frame);
  await page.until(fitting);
  await page.until(({ frames }) => frames()[0].demo.ended);
});

/** What the documentation gives to its frame. */
const HEIGHT = 900;

test("a frame of the height that the documentation gives doesn't scroll", async (page) => {
  const source = "embed.html?tasks=A:1:5,B:5:10,C:10:15&amp;lanes=sequential,async";
  for (const width of [700, 900, 1200]) {
    await page.resize(width + 80, 900);
    await openHost(page, `<iframe src='${source}' width='${width}' height='${HEIGHT}' style='border:0'></iframe>`);
    await untilTold(page, 0);
    for (const moment of [0, 99]) {
      const sizes = await page.run(({ frames }, moment) => {
        const { demo, document } = frames()[0];
        demo.currentTime = moment;
        const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
        return { content: [scrollWidth, scrollHeight], frame: [clientWidth, clientHeight] };
      }, moment);
      assert.deepEqual(sizes, { content: [width, HEIGHT], frame: [width, HEIGHT] });
    }
  }
});

/**
 * Asks the frame to do something, as the page around it.
 *
 * @param {Page} page
 * @param {unknown[]} messages
 */
function post(page, ...messages) {
  return page.run((_, messages) => {
    const frame = document.querySelector("iframe")?.contentWindow;
    for (const message of messages) frame?.postMessage(message, "*");
  }, messages);
}

/**
 * Waits until all messages have come, and checks whether the demo stands, and when.
 *
 * @param {Page} page
 * @param {{ paused: boolean, ended: boolean, time: number }} expected
 */
async function checkState(page, expected) {
  const state = await page.run(async ({ frames }) => {
    const { window, demo } = frames()[0];
    const { port1, port2 } = new window.MessageChannel();
    await new Promise((resolve) => {
      port1.onmessage = resolve;
      port2.postMessage(0);
    });
    await demo.ready;
    return { paused: demo.paused, ended: demo.ended, time: demo.currentTime };
  });
  assert.deepEqual(state, expected);
}

const PLAY = { type: "interleaved:play" };
const PAUSE = { type: "interleaved:pause" };
const RESET = { type: "interleaved:reset" };

test("the page around plays, pauses and resets", async (page) => {
  for (const source of ["embed.html", "standalone.html"]) {
    const frame = `<iframe sandbox='allow-scripts' src='${source}?lang=en&amp;speed=100'></iframe>`;
    const stage = await openHost(page, frame);
    await untilTold(page, 0);
    await post(page, PLAY);
    await page.enterFrame("iframe");
    await page.until(({ demo }) => demo.ended);
    await stage.open("stage.html");
    await untilTold(page, 0);
    // In order, so that after the last nothing moves.
    await post(page, PLAY, PAUSE, PLAY, RESET);
    await page.enterFrame("iframe");
    const state = await page.run(async ({ demo }) => {
      await new Promise(requestAnimationFrame);
      return [demo.paused, demo.currentTime];
    });
    assert.deepEqual(state, [true, 0]);
  }
});

test("messages of others, and other messages, are passed over", async (page) => {
  const errors = inline(() => {
    addEventListener("load", () => {
      const frame = document.querySelector("iframe")?.contentWindow;
      if (!frame) throw new Error("there is no frame");
      frame.onerror = (message) => {
        // WebKit tells of a size that changes in the frame in which it was told of.
        if (!String(message).startsWith("ResizeObserver loop")) window.kept.failed = message;
      };
    });
  });
  const source = "embed.html?lang=en&amp;autoplay=visible&amp;start-at=2";
  await openHost(page, `${errors}<iframe src='${source}' style='display: none'></iframe>`);
  await page.until(({ frames }) => frames()[0].demo.laneNames.length);

  // Another frame of the page.
  await page.run(({ vouch }, play) => {
    const other = document.createElement("iframe");
    document.body.append(other);
    const inner = /** @type {Document} */ (other.contentDocument);
    const script = inner.createElement("script");
    const messages = JSON.stringify([play, "slide:start", "slide:start"]);
    script.textContent = vouch(
      "createScript",
      `for (const message of ${messages}) parent.frames[0].postMessage(message, "*");
      parent.kept.posted = ["another frame"];`,
    );
    inner.body.append(script);
  }, PLAY);
  await post(
    page,
    null,
    5,
    "interleaved:play",
    { type: "slide:start" },
    { type: { toString: 1 } },
    ["interleaved:play"],
    { type: "constructor" },
    '{"method":"play"}',
  );
  // What JSON can't say.
  await page.run(({ frames }) => {
    const { frame } = frames()[0];
    frame.contentWindow?.postMessage(undefined, "*");
    frame.contentWindow?.postMessage(new Map([["type", "interleaved:play"]]), "*");
  });
  await page.run(postAnything);
  // The frame itself isn't the page around it either.
  await page.run(({ frames, vouch }, play) => {
    const { document } = frames()[0];
    const script = document.createElement("script");
    const message = JSON.stringify(play);
    script.textContent = vouch("createScript", `postMessage(${message}, "*"); parent.kept.posted.push("itself");`);
    document.body.append(script);
  }, PLAY);
  await checkState(page, { paused: true, ended: false, time: 2 });
  const { posted, failed } = await page.run(({ kept }) => kept);
  assert.deepEqual(posted, ["another frame", "itself"]);
  assert.equal(failed, undefined, "an error in the frame");
});

/**
 * Sends the frame a thousand messages made by chance, the same ones each time, of all
 * that can be sent: deep, wide and looped objects, errors, buffers, words that are nearly
 * those that it knows. This runs in the page.
 *
 * @param {InPage} page
 */
function postAnything({ frames, chances }) {
  const chance = chances(1);
  /** @template T @param {T[]} list */
  const one = (list) => /** @type {T} */ (list[chance(list.length)]);
  const known = ["interleaved:", "slide:", "play", "start", "stop", "type", "__proto__"];
  const odd = ["\0", "가", "<img src=x onerror=alert(1)>", "\ud800"];
  const word = () => one([...known, ...odd]);
  const words = () => Array.from({ length: chance(3) }, word).join("") + one(["!", " ", "\n"]);
  const looped = () => {
    /** @type {Record<string, unknown>} */
    const loop = { type: "interleaved:resize" };
    loop.type = loop.loop = loop;
    return loop;
  };
  /** @type {((depth: number) => unknown)[]} */
  const kinds = [
    () => one([null, undefined, true, -0, NaN, 2n ** 70n, 1e308]),
    words,
    () => new Date(NaN),
    () => new Error(words()),
    () => new Uint8Array(chance(9)).buffer,
    () => /interleaved:play/,
    () => new Blob([words()]),
    () =>
      new Map([
        ["type", any(3)],
        [any(3), any(3)],
      ]),
    () => new Set([any(3)]),
    (depth) => Array.from({ length: chance(4) }, () => any(depth + 1)),
    (depth) => ({ type: any(depth + 1), [word()]: any(depth + 1), height: any(depth + 1) }),
    looped,
  ];
  /** @type {(depth?: number) => unknown} */
  const any = (depth = 0) => (depth > 4 ? words() : one(kinds)(depth));
  const { frame } = frames()[0];
  for (let count = 0; count < 1000; count += 1) frame.contentWindow?.postMessage(any(), "*");
}

/**
 * Opens a page with one frame, and waits until its demo is ready.
 *
 * @param {Page} page
 * @param {string} query
 */
async function openSlide(page, query) {
  await openHost(page, `<iframe src='embed.html?lang=en&amp;${query}'></iframe>`);
  await untilTold(page, 0);
}

/**
 * @param {Page} page
 * @param {number} seconds
 */
function seek(page, seconds) {
  return page.run(({ frames }, seconds) => void (frames()[0].demo.currentTime = seconds), seconds);
}

/** @param {InPage} page */
function paused({ frames }) {
  return frames()[0].demo.paused;
}

/** @param {InPage} page */
function playing({ frames }) {
  return !frames()[0].demo.paused;
}

test("slides that are left pause, and go on when they are shown", async (page) => {
  await openSlide(page, "interval=3600000");
  // Nobody has asked it to run.
  await post(page, "slide:start");
  await checkState(page, { paused: true, ended: false, time: 0 });
  await post(page, PLAY);
  await page.until(playing);
  // reveal.js may say so more than once.
  await post(page, "slide:stop", "slide:stop");
  await page.until(paused);
  await seek(page, 5);
  await checkState(page, { paused: true, ended: false, time: 5 });
  await post(page, "slide:start");
  await page.until(playing);
  assert.ok((await page.run(({ frames }) => frames()[0].demo.currentTime)) >= 5);
  // What the reader has paused stays so.
  await post(page, PAUSE, "slide:stop");
  await page.until(paused);
  await seek(page, 7);
  await post(page, "slide:start");
  await checkState(page, { paused: true, ended: false, time: 7 });
});

test("a demo that starts by itself starts when its slide is shown", async (page) => {
  const early = (/** @type {InPage} */ { frames }) => {
    const { paused, ended, currentTime } = frames()[0].demo;
    return !paused && !ended && currentTime >= 3 && currentTime < 4000;
  };
  await openSlide(page, "interval=3600000&amp;autoplay&amp;start-at=3");
  await page.until(playing);
  // It has run unseen, on a slide that comes later.
  await seek(page, 4000);
  await post(page, "slide:start");
  await page.until(early);
  // What has ended begins again, what the reader has paused doesn't.
  await post(page, "slide:stop");
  await page.until(paused);
  await post(page, "slide:start");
  await page.until(playing);
  await seek(page, 1e6);
  await page.until(({ frames }) => frames()[0].demo.ended);
  await post(page, "slide:stop", "slide:start");
  await page.until(({ frames }) => {
    const { paused, ended, currentTime } = frames()[0].demo;
    return !paused && !ended && currentTime < 4000;
  });
  await post(page, PAUSE, "slide:stop");
  await page.until(paused);
  await seek(page, 9);
  await post(page, "slide:start");
  await checkState(page, { paused: true, ended: false, time: 9 });
});
