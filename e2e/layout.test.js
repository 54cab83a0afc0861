// Room: narrow screens, and logs that are long.

import assert from "node:assert/strict";

import { clashes } from "./harness/clashes.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

test("a page of 320 pixels needs no scrolling sideways", async (page) => {
  // In a frame, because not every window can be so narrow.
  await page.openDemo();
  await page.run(() => {
    const frame = document.createElement("iframe");
    frame.style.cssText = "width: 320px; height: 640px; border: 0";
    document.body.replaceChildren(frame);
  });
  const twelve = Array.from({ length: 12 }, (_, task) => `task-${task}:${task}:${task + 3}`);
  const settings = [
    "",
    `&tasks=${twelve.join(",")}`,
    "&tasks=an-uncommonly-long-name-of-a-task-that-is-shown-in-one-piece:1:4",
    // The quoted value is one word.
    `&tasks=${"x".repeat(60)}`,
  ];
  for (const lang of ["ko", "en"]) {
    for (const lanes of ["sequential,async", "threads"]) {
      for (const tasks of settings) {
        const paths = ["embed.html?", "embed.html?editor&code=python&"];
        // The demos of the lesson but its first have settings of their own.
        if (tasks === "") paths.push("index.html?");
        for (const path of paths) {
          const url = `${path}lang=${lang}&lanes=${lanes}${tasks}`;
          const widths = await page.run(async (_, url) => {
            const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
            const loaded = new Promise((resolve) => (frame.onload = resolve));
            frame.src = url;
            await loaded;
            const inner = /** @type {Document} */ (frame.contentDocument);
            const demos = [...inner.querySelectorAll("interleaved-demo")];
            await Promise.all(demos.map((demo) => demo.ready));
            const widths = [inner.documentElement.scrollWidth];
            for (const time of [2, 99]) {
              for (const demo of demos) demo.currentTime = time;
              widths.push(inner.documentElement.scrollWidth);
            }
            return widths;
          }, url);
          assert.equal(widths.length, 3);
          const narrow = widths.every((width) => width <= 320);
          assert.ok(narrow, `${url} is ${widths} wide, at the start, in the middle and at the end`);
        }
      }
    }
  }
});

test("a page of 320 pixels needs no scrolling sideways with letters twice as large", async (page) => {
  await page.resize(320, 800);
  for (const path of ["index.html", "embed.html", "course.html"]) {
    for (const lang of ["en", "ko"]) {
      await page.open(`${path}?lang=${lang}&start-at=99`);
      await page.until(({ demo }) => demo.ended);
      await page.run(() => void (document.documentElement.style.fontSize = "200%"));
      await page.until(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    }
  }
});

/**
 * Whether each log has only some of its rows in the page; this runs there.
 *
 * @param {InPage} page
 */
function fewRows({ root }) {
  const counts = Array.from(root.querySelectorAll(".log"), (log) => {
    return log.querySelectorAll(".row").length;
  });
  return counts.length > 0 && counts.every((count) => count > 0 && count < 200);
}

test("a thousand tasks of a hundred steps come to their end", async (page) => {
  await page.openDemo("lanes=sequential,async,threads");
  await page.run(async ({ demo }) => {
    demo.tasks = Array.from({ length: 1000 }, (_, task) => `t${task}:0:100`).join(" ");
    demo.interval = 1;
    await demo.ready;
    demo.currentTime = 1e6;
  });
  await page.until(({ demo, rows }) => {
    return demo.ended && [0, 1, 2].every((lane) => rows(lane).at(-1)?.startsWith("Done!!"));
  });
  assert.equal(await page.run(fewRows), true);
  const lines = await page.run(({ demo }) => demo.logText("async").split("\n").length);
  assert.equal(lines, 100_002);
});

test("a long log shows only the lines in view", async (page) => {
  await page.openDemo("lanes=async&tasks=A:0:5000&interval=1&start-at=999");
  // The log has been laid out, and shows its end.
  await page.until(({ demo, rows }) => demo.ended && rows(0).at(-1) === "Done!!!");
  assert.equal(await page.run(fewRows), true);
  // By the log's own bar to the middle, and to the start.
  for (const { position, line } of [
    { position: 0.5, line: "[A] total=3123750" },
    { position: 0, line: "[A] total=0" },
  ]) {
    await page.run(({ find }, position) => {
      const log = find(".log");
      log.scrollTop = log.scrollHeight * position;
    }, position);
    await page.until(({ rows }, line) => rows(0).includes(line), line);
    assert.equal(await page.run(fewRows), true);
  }
  // A change of language draws all that is seen anew.
  await page.run(({ demo }) => {
    demo.lang = "ko";
    return demo.ready;
  });
  assert.equal(await page.run(fewRows), true);
});

/** What a reader may do to the text: enlarge it, and space it as WCAG 1.4.12 has it. */
const READERS = [
  "html { font-size: 200% }",
  `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`,
];

test("with larger text, or more space in it, nothing overlaps or is cut off", async (page) => {
  for (const width of [640, 1280]) {
    await page.resize(width, 900);
    for (const lang of ["en", "ko"]) {
      for (const style of READERS) {
        await page.openDemo(`lang=${lang}&editor&predict&code=rust&lanes=sequential,async,threads`);
        await page.until(({ root }) => {
          const panels = root.querySelectorAll(".place:not(:empty)").length;
          return panels >= 3 && root.querySelector(".predict .current");
        });
        await page.run(({ root, find }, style) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          document.adoptedStyleSheets.push(sheet);
          root.adoptedStyleSheets.push(sheet);
          find("summary").click();
        }, style);
        await page.until(({ root }) => root.querySelector(".executor"));
        for (const time of [0, 2.5, 99]) {
          await page.run(({ demo }, time) => void (demo.currentTime = time), time);
          const seen = await page.run(clashes);
          assert.ok(seen.texts > 30, `${seen.texts} texts`);
          assert.deepEqual(seen.clashes, [], `${width} pixels, ${lang}, ${time} s, ${style}`);
        }
      }
    }
  }
});
