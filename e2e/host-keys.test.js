// Keys among the keys of other pages: those that a demo or a checker uses don't reach them.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { ELEMENT, inline } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { Page } from "./harness/page.js" */

/** Listens as books and slides do, on the document and on the window, but not on the way down. */
const HOST = inline(() => {
  /** @type {string[]} */
  const heard = [];
  Object.assign(window, { heard });
  for (const target of [document, window]) {
    for (const type of ["keydown", "keypress", "keyup"]) {
      target.addEventListener(type, (event) => {
        const { key } = /** @type {KeyboardEvent} */ (event);
        if (!heard.includes(key)) heard.push(key);
      });
    }
  }
});

const STAGE = `${HOST}${ELEMENT}<script type="module" src="interleaved-check.js"></script>
<interleaved-demo editor predict code="python" lanes="async threads"></interleaved-demo>
<interleaved-check tasks="A:1:3"></interleaved-check>`;

/**
 * What the pages of others are turned with, searched with and left with, by whose page it
 * is, as their sources have it: mdBook 0.5.4; Sphinx 9.0.4, to which its themes furo, pydata
 * and sphinx_rtd_theme add no key without Ctrl; MkDocs Material 9.8.2; reveal.js 6.0.2 with its
 * notes. But for F1, which browsers have a use for.
 *
 * All of them listen on the document or the window to what goes down, and not on the way
 * down, but for three: pydata to Ctrl K, which is the page's anyway, mdBook to Escape while
 * its help is over all else, Material to learn that there is a keyboard.
 */
const HOSTS = {
  mdBook: [Key.LEFT, Key.RIGHT, Key.UP, Key.DOWN, Key.ENTER, Key.ESCAPE, "s", "/", "?"],
  Sphinx: [Key.LEFT, Key.RIGHT, Key.ESCAPE, "/"],
  "MkDocs Material": ["n", "p", ".", ",", "f", "s", "/", Key.RIGHT, Key.UP, Key.DOWN, Key.ENTER, Key.ESCAPE],
  "reveal.js": [
    ...["n", "p", " ", "h", "j", "k", "l", "b", "v", ".", ";", "/", "f", "a", "g", "c", "s", "o", "?"],
    ...[Key.LEFT, Key.RIGHT, Key.UP, Key.DOWN, Key.HOME, Key.END, Key.PAGE_UP, Key.PAGE_DOWN, Key.ENTER, Key.ESCAPE],
  ],
};
// The last one opens a dialog, which would take those after it.
const KEYS = [
  ...new Set([
    ...Object.values(HOSTS)
      .flat()
      .filter((key) => key !== "?"),
    "r",
    "ㄱ",
    "?",
  ]),
];

/** Their names. @type {Record<string, string>} */
const NAMES = {
  [Key.LEFT]: "ArrowLeft",
  [Key.RIGHT]: "ArrowRight",
  [Key.UP]: "ArrowUp",
  [Key.DOWN]: "ArrowDown",
  [Key.HOME]: "Home",
  [Key.END]: "End",
  [Key.PAGE_UP]: "PageUp",
  [Key.PAGE_DOWN]: "PageDown",
  [Key.ENTER]: "Enter",
  [Key.ESCAPE]: "Escape",
};
const name = (/** @type {string} */ key) => NAMES[key] ?? key;
/** What the demo does something at, whatever has the focus in it. */
const OWN = [" ", ".", ",", "ArrowLeft", "ArrowRight", "Home", "End", "r", "?"];
const LETTERS = KEYS.filter((key) => !(key in NAMES));
const MOVES = Object.values(NAMES).filter((key) => /^(Arrow|Page|Home|End)/.test(key));

/**
 * Presses every key, each with the focus on an element, and returns those that the page heard.
 *
 * @param {Page} page
 * @param {string} selector
 */
async function heard(page, selector) {
  await page.run(() => void (Reflect.get(window, "heard").length = 0));
  for (const key of KEYS) {
    await page.focus(selector);
    await page.keys(key);
  }
  return page.run(() => Reflect.get(window, "heard"));
}

for (const { where, selector, used, asks = true } of [
  { where: "the Run button", selector: "button.play", used: ["Enter"] },
  { where: "a log that has no more to show", selector: "[role=log]", used: [] },
  { where: "a timeline", selector: ".plot", used: ["ArrowUp", "ArrowDown"], asks: false },
  { where: "the slider", selector: ".scrub", used: ["ArrowUp", "ArrowDown", "PageUp", "PageDown"], asks: false },
  { where: "the list of speeds", selector: ".speed select", used: [...LETTERS, ...MOVES, "Enter"] },
  { where: "a name in the editor", selector: ".editor .name", used: [...LETTERS, ...MOVES, "Enter"] },
  { where: "a number in the editor", selector: ".editor [type=number]", used: [...LETTERS, ...MOVES, "Enter"] },
  { where: "a box in the editor", selector: ".editor [type=checkbox]", used: [] },
  { where: "a choice of a question", selector: ".predict [type=radio]", used: ["Enter", "ArrowUp", "ArrowDown"] },
  { where: "the disclosure", selector: "summary", used: ["Enter"] },
]) {
  test(`keys that a demo uses don't reach the page: the focus on ${where}`, async (page) => {
    await page.openStage(STAGE);
    await page.until(({ root }) => root.querySelector(".predict input") && root.querySelector(".editor input"));
    if (!asks) {
      // What would answer an open question is hidden.
      await page.run(({ demo }) => {
        demo.removeAttribute("predict");
        return demo.ready;
      });
    }
    const found = await heard(page, `interleaved-demo >>> ${selector}`);
    const left = KEYS.map(name).filter((key) => ![...OWN, ...used].includes(key));
    assert.deepEqual(found.toSorted(), left.toSorted());
  });
}

for (const { where, selector, used } of [
  { where: "the log", selector: "textarea", used: [...LETTERS, ...MOVES, "Enter"] },
  { where: "the tasks", selector: "#tasks", used: [...LETTERS, ...MOVES, "Enter"] },
  { where: "an example", selector: ".examples button", used: [" ", "Enter"] },
]) {
  test(`keys that a checker uses don't reach the page: the focus on ${where}`, async (page) => {
    await page.openStage(STAGE);
    await page.until(() => document.querySelector("interleaved-check")?.shadowRoot?.querySelector(".verdict")?.textContent);
    const found = await heard(page, `interleaved-check >>> ${selector}`);
    const left = KEYS.map(name).filter((key) => !used.includes(key));
    assert.deepEqual(found.toSorted(), left.toSorted());
  });
}

test("in a dialog no key reaches the page, and Escape closes the dialog alone", async (page) => {
  await page.openStage(STAGE);
  await page.run(({ demo }) => demo.ready);
  await page.focus("interleaved-demo >>> button.play");
  await page.keys("?");
  await page.until(({ root }) => root.querySelector("dialog"));
  // Those aside that press its buttons, and the one at which Firefox opens a search of its own.
  await page.keys(...KEYS.filter((key) => ![Key.ENTER, " ", "/", Key.ESCAPE].includes(key)), Key.ESCAPE);
  await page.until(({ root }) => !root.querySelector("dialog"));
  assert.deepEqual(await page.run(() => Reflect.get(window, "heard")), []);
});

test("what is done with Ctrl, ⌘ or Alt is the page's, but in a field what edits its text", async (page) => {
  await page.openStage(STAGE);
  await page.until(({ root }) => root.querySelector(".editor input"));
  const left = await page.run(({ find }) => {
    /** @type {string[]} */
    const left = [];
    addEventListener("keydown", ({ key, ctrlKey, metaKey }) => left.push(`${ctrlKey ? "Ctrl" : metaKey ? "Meta" : "Alt"} ${key}`));
    for (const selector of [".editor .name", ".speed select", "button.play"]) {
      for (const modifier of ["ctrlKey", "metaKey", "altKey"]) {
        for (const key of ["k", "c", "z", ".", "ArrowLeft"]) {
          find(selector).dispatchEvent(
            new KeyboardEvent("keydown", { key, [modifier]: true, bubbles: true, composed: true, cancelable: true }),
          );
        }
      }
    }
    return left;
  });
  const all = ["k", "c", "z", ".", "ArrowLeft"];
  assert.deepEqual(left, [
    // With Alt as well an arrow goes through a text, or opens a list.
    ...["Ctrl k", "Ctrl .", "Meta k", "Meta .", "Alt k", "Alt c", "Alt z", "Alt ."],
    ...["Ctrl", "Meta"].flatMap((modifier) => all.map((key) => `${modifier} ${key}`)),
    ...["Alt k", "Alt c", "Alt z", "Alt ."],
    ...["Ctrl", "Meta", "Alt"].flatMap((modifier) => all.map((key) => `${modifier} ${key}`)),
  ]);
});
