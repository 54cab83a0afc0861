// Korean and English: whole, and where they come from.

import assert from "node:assert/strict";

import { engine } from "./harness/engine.js";
import { ELEMENT, html } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

/** What is the same in both languages: variables and what programs print, besides the names
 * of tasks. Nothing is seen between those in a picture. */
const NAMES = ["range", "i", "total", "Done", "Python"];

const HANGUL = /[가-힣]/;

/**
 * Everything that a reader sees, or hears from a screen reader; this runs in the page.
 *
 * @param {InPage} page
 */
function texts({ root, text }) {
  const attributes = ["aria-label", "aria-valuetext", "title", "alt", "placeholder"];
  const heard = Array.from(root.querySelectorAll("*"), (node) => {
    return attributes.map((name) => node.getAttribute(name) ?? "");
  });
  // A program is in no language of readers.
  const lines = Array.from(root.querySelectorAll(".outline code"), ({ textContent }) => textContent.trim());
  lines.sort((a, b) => b.length - a.length);
  const seen = lines.reduce((seen, line) => seen.replaceAll(line, ""), text(".frame"));
  return [seen, ...heard.flat()].join("\n");
}

test("each language is whole in every state", async (page) => {
  for (const lang of ["ko", "en"]) {
    await page.openDemo(`lang=${lang}&lanes=sequential,async,threads&seed=1`);
    const states = [await page.run(texts)];
    for (let step = 0; step < 60; step += 1) {
      await page.run(({ demo }) => void demo.stepForward());
      states.push(await page.run(texts));
    }
    await page.run(({ demo }) => demo.play());
    states.push(await page.run(texts));
    await page.run(({ demo }) => void (demo.currentTime = 99));
    states.push(await page.run(texts));
    await page.run(async ({ demo }) => {
      demo.lanes = "async";
      await demo.ready;
      demo.currentTime = 99;
    });
    states.push(await page.run(texts));
    for (const state of states) {
      if (lang === "en") {
        assert.doesNotMatch(state, HANGUL);
      } else {
        const words = state.match(/[A-Za-z]+/g) ?? [];
        const foreign = words.filter((word) => !NAMES.includes(word) && !/^[ABC]+$/.test(word));
        assert.deepEqual(foreign, [], state);
        assert.match(state, HANGUL);
      }
    }
  }
});

test("a change of language changes every text and nothing else", async (page) => {
  const at = "start-at=2.5&lanes=async,threads";
  const rows = (/** @type {InPage} */ { rows }) => rows(0);
  await page.openDemo(`lang=ko&${at}`);
  const korean = await page.run(texts);
  await page.openDemo(`lang=en&${at}`);
  const english = await page.run(texts);
  const before = await page.run(rows);
  assert.notEqual(korean, english);
  await page.run(({ demo }) => {
    demo.lang = "ko";
    return demo.ready;
  });
  assert.equal(await page.run(texts), korean);
  assert.deepEqual(await page.run(rows), before);
  assert.equal(await page.run(({ demo }) => demo.currentTime), 2.5);
  await page.run(({ demo }) => {
    demo.lang = "en-GB";
    return demo.ready;
  });
  assert.equal(await page.run(texts), english);
});

test("without the attribute the language is that of what is around", async (page) => {
  const demo = "<interleaved-demo></interleaved-demo>";
  const body = `${ELEMENT}${demo}<div lang='en-US'>${demo}</div><div lang='ko-KR'>${demo}</div>
    <div lang='en'><interleaved-demo lang='ko'></interleaved-demo></div>
    <div lang='fr'>${demo}</div>`;
  const stage = await page.stage({ "stage.html": html("ko", body) });
  await stage.open("stage.html");
  // The last one's surroundings speak what we don't, so the browser is asked.
  const said = await page.run(async () => {
    const said = [];
    for (const demo of document.querySelectorAll("interleaved-demo")) {
      await demo.ready;
      const frame = /** @type {HTMLElement} */ (demo.shadowRoot?.querySelector(".frame"));
      const play = /** @type {HTMLElement} */ (frame.querySelector(".play"));
      said.push([frame.lang, play.innerText.trim()]);
    }
    return said;
  });
  assert.deepEqual(said, [
    ["ko", "실행"],
    ["en", "Run"],
    ["ko", "실행"],
    ["ko", "실행"],
    ["en", "Run"],
  ]);
});

test("the pages speak the language of the address", async (page) => {
  for (const { query, lang } of [
    { query: "lang=ko", lang: "ko" },
    { query: "lang=en", lang: "en" },
    { query: "", lang: "en" },
  ]) {
    for (const path of ["index.html", "embed.html"]) {
      await page.open(`${path}?${query}`);
      const langs = await page.run(async ({ demo, find }) => {
        await demo.ready;
        return [document.documentElement.lang, find(".frame").lang];
      });
      assert.deepEqual(langs, [lang, lang]);
    }
    await page.open(`index.html?${query}`);
    const headings = await page.run(() => {
      const shown = [...document.querySelectorAll("h1")].filter((each) => each.checkVisibility());
      return shown.map((each) => each.innerText);
    });
    assert.equal(headings.length, 1);
    assert.equal(HANGUL.test(String(headings)), lang === "ko");
  }
});

// What the build and language.js write down for a page is what its modules then load.
test("a page loads the words of its reader, and nothing twice", async (page) => {
  for (const lang of ["ko", "en"]) {
    for (const path of ["index.html", "embed.html"]) {
      await page.open(`${path}?lang=${lang}`);
      const names = await page.run(async ({ demo }) => {
        await demo.ready;
        return performance
          .getEntriesByType("resource")
          .map(({ name }) => name.slice(name.lastIndexOf("/") + 1))
          .filter((name) => /\.(js|wasm)$/.test(name));
      });
      const twice = names.filter((name, index) => names.indexOf(name) !== index);
      // WebKitGTK fetches this file anew although it has been asked for.
      const known = engine === "webkit" ? ["core_bg.wasm"] : [];
      const unknown = twice.filter((name) => !known.includes(name));
      assert.deepEqual(unknown, [], `${path} in ${lang}`);
      const least = ["core_bg.wasm", "interleaved-demo.js", "language.js"];
      const missing = least.filter((name) => !names.includes(name));
      assert.deepEqual(missing, [], `${path} in ${lang}`);
      const words = names.filter((name) => name.startsWith("texts-"));
      assert.deepEqual([...new Set(words)], [`texts-${lang}.js`]);
    }
  }
});

test("the last of several changes of language counts", async (page) => {
  await page.openStage(ELEMENT);
  const said = await page.run(async () => {
    await customElements.whenDefined("interleaved-demo");
    const demo = document.createElement("interleaved-demo");
    const seen = () => demo.shadowRoot?.querySelector(".play")?.textContent?.trim();
    demo.lang = "en";
    document.body.append(demo);
    // Its words are on their way when others are asked for.
    await Promise.resolve().then(() => null);
    demo.lang = "ko";
    await demo.ready;
    const first = seen();
    demo.lang = "en";
    demo.lang = "ko";
    demo.lang = "en";
    await demo.ready;
    return [first, seen()];
  });
  assert.deepEqual(said, ["실행", "Run"]);
});

test("Korean isn't slanted, and no text of the lesson speaks of what isn't said so", async (page) => {
  await page.open("index.html?lang=ko");
  await page.until(({ demo }) => demo.shadowRoot?.querySelector(".lanes .name"));
  const { slanted, emphasised, text } = await page.run(() => {
    const trees = [document, ...[...document.querySelectorAll("*")].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const nodes = trees.flatMap((tree) => [...tree.querySelectorAll("*")]).filter((node) => node.checkVisibility());
    const slanted = nodes.filter((node) => /[가-힣]/.test(node.textContent ?? "") && getComputedStyle(node).fontStyle !== "normal");
    return {
      slanted: slanted.map(({ outerHTML }) => outerHTML),
      emphasised: nodes.filter(({ localName }) => localName === "em").length,
      text: nodes.map((node) => /** @type {HTMLElement} */ (node).innerText ?? "").join(" "),
    };
  });
  assert.ok(emphasised > 5);
  assert.deepEqual(slanted, []);
  assert.doesNotMatch(text, /undefined|기한이 되|폴링되어 실행/);
});
