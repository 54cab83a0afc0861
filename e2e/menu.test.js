// The controls as they are told to assistive technology, the menu, and the help.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { checkFocused, openMenu, openPage, untilDialogs } from "./harness/menu.js";
import { test } from "./harness/test.js";

/** The controls in the order of Tab. */
const CONTROLS = [
  { role: "button", en: "Run", ko: "실행" },
  { role: "button", en: "Back to the start", ko: "처음으로" },
  { role: "button", en: "One line back", ko: "줄 하나 뒤로" },
  { role: "button", en: "One line on", ko: "줄 하나 앞으로" },
  { role: "slider", en: "Time", ko: "시간" },
  { role: "combobox", en: "Step", ko: "한 단계" },
  { role: "combobox", en: "Speed", ko: "속도" },
  { role: "button", en: "More", ko: "더 보기" },
  { role: "log", en: "Log: Sequential", ko: "로그: 순차 실행" },
  {
    role: "image",
    en: "Timeline of Sequential; it follows as a table",
    ko: "순차 실행 타임라인, 같은 내용의 표가 이어집니다",
  },
  { role: "log", en: "Log: Async", ko: "로그: 비동기 실행" },
  {
    role: "image",
    en: "Timeline of Async; it follows as a table",
    ko: "비동기 실행 타임라인, 같은 내용의 표가 이어집니다",
  },
];

/** The menu's controls, all of them buttons, in the order of Tab; the first has the focus at once. */
const MENU = [
  { en: "Copy: Log: Sequential", ko: "복사: 로그: 순차 실행" },
  { en: "Save: Log: Sequential", ko: "저장: 로그: 순차 실행" },
  { en: "Copy: Log: Async", ko: "복사: 로그: 비동기 실행" },
  { en: "Save: Log: Async", ko: "저장: 로그: 비동기 실행" },
  { en: "Copy: Events (JSON)", ko: "복사: 이벤트(JSON)" },
  { en: "Save: Events (JSON)", ko: "저장: 이벤트(JSON)" },
  { en: "Copy: Timeline (SVG)", ko: "복사: 타임라인(SVG)" },
  { en: "Save: Timeline (SVG)", ko: "저장: 타임라인(SVG)" },
  { en: "Copy: Trace (Perfetto)", ko: "복사: 트레이스(Perfetto)" },
  { en: "Save: Trace (Perfetto)", ko: "저장: 트레이스(Perfetto)" },
  { en: "Copy: This demo as one file (HTML)", ko: "복사: 이 데모를 파일 하나로(HTML)" },
  { en: "Save: This demo as one file (HTML)", ko: "저장: 이 데모를 파일 하나로(HTML)" },
  { en: "Copy: Link to this moment", ko: "복사: 이 순간의 링크" },
  { en: "Copy: Embed code (iframe)", ko: "복사: 삽입 코드(iframe)" },
  { en: "Copy: Embed code (element)", ko: "복사: 삽입 코드(요소)" },
  { en: "Keys", ko: "단축키" },
  { en: "Close", ko: "닫기" },
];

test("the controls have their roles and names", async (page) => {
  for (const language of /** @type {const} */ (["en", "ko"])) {
    await openPage(page, `embed.html?lang=${language}`);
    for (const control of CONTROLS) {
      await page.keys(Key.TAB);
      await checkFocused(page, control.role, control[language]);
    }
    await openMenu(page);
    for (const [place, control] of MENU.entries()) {
      if (place > 0) await page.keys(Key.TAB);
      await checkFocused(page, "button", control[language]);
    }
    await page.click("interleaved-demo >>> .sheet .keys");
    await page.until(
      ({ root }, title) => root.activeElement?.closest("dialog")?.ariaLabel === title,
      {
        en: "Keys",
        ko: "단축키",
      }[language],
    );
    await checkFocused(page, "button", { en: "Close", ko: "닫기" }[language]);
  }
});

test("Tab follows the eye at every width", async (page) => {
  for (const width of [320, 480, 640, 800, 1280]) {
    await page.resize(width, 700);
    await openPage(page, "embed.html");
    let before;
    for (const { en: name } of CONTROLS) {
      await page.keys(Key.TAB);
      // In the page, for what gets the focus is scrolled into view.
      const now = await page.run(({ root }) => {
        const element = /** @type {Element} */ (root.activeElement);
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { left, right, top: top + scrollY, bottom: bottom + scrollY };
      });
      if (before) {
        const follows = now.left >= before.right - 1 || now.top >= before.bottom - 1;
        assert.ok(follows, `at ${width} pixels, ${name} is before its forerunner`);
        // Lanes stand side by side: after one's foot comes the next one's head.
        const isNextLane = name.startsWith("Log");
        assert.ok(isNextLane || now.bottom > before.top, `at ${width} pixels, ${name} is above its forerunner`);
      }
      before = now;
    }
  }
});

test("Escape closes the menu, and the focus goes back", async (page) => {
  await openPage(page, "embed.html");
  await openMenu(page);
  await page.keys(Key.ESCAPE);
  await page.until(({ root }) => !root.querySelector("dialog"));
  await checkFocused(page, "button", "More");
  // By the keyboard, and from the help back to the menu.
  await page.keys(Key.ENTER);
  await untilDialogs(page, 1);
  await page.click("interleaved-demo >>> .sheet .keys");
  await untilDialogs(page, 2);
  await page.keys(Key.ESCAPE);
  await untilDialogs(page, 1);
  await checkFocused(page, "button", "Keys");
  await page.click("interleaved-demo >>> .sheet .close");
  await untilDialogs(page, 0);
  await checkFocused(page, "button", "More");
});

test("a question mark helps only where the demo has the focus", async (page) => {
  await openPage(page, "index.html");
  await page.run(({ kept }) => {
    kept.heard = [];
    addEventListener("keydown", ({ key, defaultPrevented }) => kept.heard.push([key, defaultPrevented]));
  });
  await page.focus("nav a");
  await page.keys("?");
  await page.until(({ kept }) => kept.heard.length > 0);
  await untilDialogs(page, 0);
  await page.run(({ find }) => find(".log").focus());
  await page.keys("?");
  await untilDialogs(page, 1);
  // The page heard only the first.
  const heard = await page.run(({ kept }) => kept.heard.filter((/** @type {string[]} */ [key]) => key === "?"));
  assert.deepEqual(heard, [["?", false]]);
  await page.keys(Key.ESCAPE);
  await untilDialogs(page, 0);
  await checkFocused(page, "log", "Log: Sequential");
});

test("keys in a dialog don't reach the demo", async (page) => {
  await openPage(page, "embed.html?start-at=2");
  await openMenu(page);
  await page.keys("r.", Key.RIGHT, Key.END);
  assert.equal(await page.run(({ demo }) => demo.currentTime), 2);
});
