// The lesson page around its demos: contents, headings with addresses, a way past the top,
// and a way to the other language that keeps the place.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";
import { engine } from "./harness/engine.js";
import { test } from "./harness/test.js";

for (const { lang, title, skip } of [
  { lang: "en", title: "interleaved: concurrency, running in your browser", skip: "Skip to the lesson" },
  { lang: "ko", title: "interleaved: 브라우저에서 실행하며 배우는 비동기 처리", skip: "본문으로 건너뛰기" },
]) {
  test(`the lesson's title, contents and headings are in the reader's language: ${lang}`, async (page) => {
    await page.open(`index.html?lang=${lang}`);
    const seen = await page.run(() => {
      const shown = (/** @type {string} */ all) =>
        /** @type {HTMLElement[]} */ ([...document.querySelectorAll(all)]).filter((each) => each.checkVisibility());
      return {
        title: document.title,
        skip: shown(".skip span").map((each) => each.textContent),
        contents: shown(".contents a").map((each) => [each.getAttribute("href"), each.textContent]),
        headings: shown("h2 a").map((each) => [each.getAttribute("href"), each.textContent]),
        sections: [...document.querySelectorAll("section[id]")].map(({ id }) => `#${id}`),
      };
    });
    assert.equal(seen.title, title);
    assert.deepEqual(seen.skip, [skip]);
    assert.deepEqual(seen.contents, seen.headings);
    assert.deepEqual(
      seen.contents.map(([address]) => address),
      seen.sections,
    );
    assert.ok(seen.sections.length > 5);
  });
}

test("the first key leads past the top", async (page) => {
  await page.open("index.html?lang=en");
  await page.keys(Key.TAB);
  assert.equal(await page.run(() => document.activeElement?.className), "skip");
  await page.keys(Key.ENTER);
  await page.until(() => document.activeElement?.id === "content");
});

test("the other language is shown where this one was, with the same settings", async (page) => {
  await page.open("index.html?lang=en&speed=2");
  await page.run(async ({ demo }) => {
    await demo.ready;
    document.querySelector("#futures")?.scrollIntoView();
  });
  const link = "nav.languages a[lang=ko]";
  await page.run((_, link) => /** @type {HTMLElement} */ (document.querySelector(link)).focus({ preventScroll: true }), link);
  const address = await page.run((_, link) => document.querySelector(link)?.getAttribute("href"), link);
  const { searchParams, hash } = new URL(address ?? "", "http://localhost/");
  assert.deepEqual([Object.fromEntries(searchParams), hash], [{ lang: "ko", speed: "2" }, "#futures"]);
});

for (const [width, height] of /** @type {const} */ ([
  [1280, 800],
  [360, 780],
])) {
  test(`a demo that the reader runs comes into view whole: ${width} × ${height}`, async (page) => {
    await page.resize(width, height);
    await page.open("index.html?lang=ko");
    await page.until(({ root }) => root.querySelector(".outline"));
    const isWhole = () =>
      page.run(({ find }) => {
        const { top, bottom } = find(".stage").getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
    assert.equal(await isWhole(), false);
    // What a script runs moves nothing.
    await page.run(({ demo }) => {
      demo.play();
      demo.pause();
    });
    assert.equal(await page.run(() => scrollY), 0);
    await page.click("button.play");
    await page.until(({ find, demo }) => {
      const { bottom } = find(".lanes").getBoundingClientRect();
      return bottom <= innerHeight && demo.getBoundingClientRect().top >= 0;
    });
  });
}

test("the lesson fits on a phone, and what is folded is opened for who seeks it", async (page) => {
  await page.resize(360, 780);
  // Where a test can have a touch screen, fingers need room as well.
  if (engine === "chrome") await page.emulation.touch(true);
  for (const lang of ["en", "ko"]) {
    await page.open(`index.html?lang=${lang}`);
    await page.askForDemos();
    const height = await page.run(async ({ drawn }) => {
      await drawn();
      return document.documentElement.scrollHeight;
    });
    assert.ok(height <= 14_000, `${height} pixels in ${lang}`);
    const open = () => page.run(() => [...document.querySelectorAll("section:has(details[open])")].map(({ id }) => id));
    assert.deepEqual(await open(), []);
    await page.run(() => void (location.hash = "#inside"));
    await page.until(() => document.querySelector("#inside details[open]"));
    assert.deepEqual(await open(), ["inside"]);
  }
  if (engine === "chrome") await page.emulation.touch(false);
});

/** Which demos of the page have been made. */
function made() {
  return [...document.querySelectorAll("interleaved-demo")].map((demo) => demo.laneNames.length > 0);
}

test("a demo further down is made when the reader comes near, or when a script asks for it", async (page) => {
  await page.resize(360, 780);
  await page.open("index.html?lang=en");
  await page.run(({ demo }) => demo.ready);
  const first = await page.run(made);
  assert.ok(first[0] && !first[3] && !first.at(-1), String(first));
  // It is in a part that is folded.
  await page.run(() => [...document.querySelectorAll("interleaved-demo")].at(-1)?.ready);
  const asked = await page.run(made);
  assert.deepEqual([asked[3], asked.at(-1)], [false, true]);
  await page.run(() => document.querySelectorAll("interleaved-demo")[3]?.scrollIntoView());
  await page.until(() => (document.querySelectorAll("interleaved-demo")[3]?.laneNames.length ?? 0) > 0);
});

test("where the contents lead, the section stays though demos are made around it", async (page) => {
  await page.resize(360, 780);
  await page.open("index.html?lang=en");
  await page.run(({ demo }) => demo.ready);
  await page.run(() => /** @type {HTMLElement} */ (document.querySelector(".contents [lang=en] [href='#limits']")).click());
  await page.until(() => location.hash === "#limits");
  // Those near it are made meanwhile.
  const near = () => {
    const section = /** @type {Element} */ (document.querySelector("#limits"));
    return [...section.querySelectorAll("interleaved-demo")].every((demo) => demo.laneNames.length > 0);
  };
  await page.until(near);
  const top = await page.run(async ({ drawn }) => {
    await drawn();
    return document.querySelector("#limits")?.getBoundingClientRect().top ?? NaN;
  });
  assert.ok(Math.abs(top) < 60, `${top} px from the top`);
});
