// What the page does when it asks before it shows.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

const MAIN = "interleaved-demo >>> .predict .main";
const PLAY = "interleaved-demo >>> .bar .play";

/** @typedef {{ question: string, answer: unknown, right: boolean }} Told */

/**
 * Opens the demo, waits for the first question, and keeps what is told.
 *
 * @param {Page} page
 * @param {string} [settings]
 */
async function open(page, settings = "") {
  await page.open(`embed.html?predict&${settings}`);
  await page.run(({ root, kept }) => {
    /** @type {Told[]} */
    kept.told = [];
    document.addEventListener("interleaved-answer", (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      kept.told.push(JSON.parse(JSON.stringify(detail)));
    });
    // The choices of the question that is asked, by its id.
    kept.choices = (/** @type {string} */ id) => {
      const inputs = root.querySelectorAll(`.predict .current input[name='${id}']`);
      return Array.from(inputs, (input) => input.parentElement);
    };
    // Makes the same choice in all that is asked, and goes on.
    kept.chooseAll = (/** @type {number} */ nth) => {
      for (const group of root.querySelectorAll(".predict .current fieldset")) {
        group.querySelectorAll("label")[nth]?.click();
      }
    };
    kept.proceed = () => {
      /** @type {HTMLElement} */ (root.querySelector(".predict .main")).click();
    };
  });
  await page.until(({ root }) => root.querySelector(".predict:not([hidden])"));
}

/**
 * The choices of a question.
 *
 * @param {Page} page
 * @param {string} id
 * @returns {Promise<string[]>}
 */
function choices(page, id) {
  return page.run(({ kept }, id) => {
    return kept.choices(id).map((/** @type {HTMLElement} */ label) => label.textContent);
  }, id);
}

/**
 * Chooses answers, each by its text.
 *
 * @param {Page} page
 * @param {Record<string, string>} answers
 */
function choose(page, answers) {
  return page.run(({ kept }, answers) => {
    for (const [id, text] of Object.entries(answers)) {
      /** @type {HTMLElement[]} */
      const labels = kept.choices(id);
      const label = labels.find((each) => each.textContent === text);
      if (!label) throw new Error(`${id} has no choice ${text}`);
      label.click();
    }
  }, answers);
}

/**
 * Whether a question is asked; this runs in the page.
 *
 * @param {InPage} page
 * @param {string} id
 */
function isAsked({ kept }, id) {
  return kept.choices(id).length > 0;
}

/**
 * Answers all that is asked before the run with each question's first choice, and starts it.
 *
 * @param {Page} page
 */
function answerAndRun(page) {
  return page.run(({ root, kept }) => {
    while (root.querySelector(".predict .current label")) {
      kept.chooseAll(0);
      kept.proceed();
      kept.proceed();
    }
  });
}

/**
 * @param {Page} page
 * @returns {Promise<Told[]>}
 */
function told(page) {
  return page.run(({ kept }) => kept.told);
}

/** @param {InPage} page */
function moment({ demo }) {
  return [demo.paused, demo.currentTime];
}

test("predictions are asked, checked, explained and told", async (page) => {
  await open(page, "lang=en&speed=100");
  assert.deepEqual(await choices(page, "duration:async"), ["3.0 s", "4.0 s", "5.0 s", "14.0 s"]);
  await page.click(MAIN);
  await page.until(({ text }) => text(".predict [role=status]").includes("Choose"));
  await choose(page, { "duration:sequential": "14.0 s", "duration:async": "14.0 s" });
  await page.click(MAIN);
  assert.deepEqual(await told(page), [
    { question: "duration:sequential", answer: 14, right: true },
    { question: "duration:async", answer: 14, right: false },
  ]);
  const heard = await page.text("interleaved-demo >>> .predict [role=status]");
  assert.ok(heard.includes("1 of 2 right"), heard);
  assert.ok(heard.includes("Async: Not so. The answer is 5.0 s."), heard);
  // The focus is on what goes on, and Enter presses it.
  await page.keys(Key.ENTER);
  await choose(page, { "order-varies:sequential": "No", "order-varies:async": "No" });
  await page.click(MAIN);
  await page.click(MAIN);
  await choose(page, { "can-tear:sequential": "No", "can-tear:async": "Yes" });
  await page.click(MAIN);
  await page.until(({ kept }) => kept.told.length === 6);
  const rights = (await told(page)).slice(2).map(({ right }) => right);
  assert.deepEqual(rights, [true, true, true, false]);
});

test("the run stops once on the way for a question", async (page) => {
  await open(page, "lang=en&speed=100");
  await answerAndRun(page);
  await page.until(isAsked, "next-line");
  assert.deepEqual(await page.run(moment), [true, 1]);
  const lines = await page.run(({ demo }) => demo.logText("async").split("\n").length);
  assert.equal(lines, 4);
  const next = ["[A] total=2", "[A] total=3", "[B] total=11", "[C] total=21"];
  assert.deepEqual(await choices(page, "next-line"), next);
  await choose(page, { "next-line": "[A] total=3" });
  await page.click(MAIN);
  await page.click(MAIN);
  const first = (await told(page)).at(-1);
  assert.deepEqual(first, { question: "next-line", answer: "[A] total=3", right: true });
  await page.until(({ demo, root }) => demo.ended && root.querySelector(".predict .current ul li"));
  // The next round is about another moment: when the first task has finished.
  await page.click(MAIN);
  await page.until(isAsked, "duration:async");
  assert.deepEqual(await page.run(moment), [true, 0]);
  await answerAndRun(page);
  await page.until(isAsked, "next-line");
  assert.deepEqual(await page.run(moment), [true, 4]);
  await choose(page, { "next-line": "[B] total=35" });
  await page.click(MAIN);
  assert.equal((await told(page)).at(-1)?.right, true);
});

test("Run points at an open question first, and then runs", async (page) => {
  await open(page, "lang=en&speed=100");
  await page.click(PLAY);
  await page.until(({ root }) => root.activeElement?.matches(".predict .current input"));
  assert.deepEqual(await page.run(moment), [true, 0]);
  assert.equal(await page.run(({ demo }) => demo.logText("async")), "");
  await page.click(PLAY);
  await page.until(({ demo, find }) => demo.ended && find(".predict").matches(".off"));
  assert.deepEqual(await told(page), []);
});

test("a demo that starts by itself waits for the predictions", async (page) => {
  await open(page, "autoplay&speed=100");
  await page.until(isAsked, "duration:async");
  assert.deepEqual(await page.run(moment), [true, 0]);
});

test("a demo that is to show a moment shows it", async (page) => {
  await open(page, "start-at=3");
  await page.until(({ demo, find }) => demo.currentTime === 3 && find(".predict").matches(".off"));
  await page.click(MAIN);
  await page.until(isAsked, "duration:async");
  assert.equal(await page.run(({ demo }) => demo.currentTime), 0);
});

test("the keys of the demo leave the choices alone", async (page) => {
  await open(page);
  await page.run(({ kept }) => kept.choices("duration:sequential")[0].control.focus());
  await page.keys(" ", Key.RIGHT, ".");
  assert.deepEqual(await page.run(moment), [true, 0]);
  const left = await page.run(({ demo, kept }) => {
    const labels = /** @type {HTMLLabelElement[]} */ (kept.choices("duration:sequential"));
    const checked = (/** @type {HTMLLabelElement} */ label) => /** @type {HTMLInputElement} */ (label.control).checked;
    return [demo.events("async").length, labels.findIndex(checked)];
  });
  assert.deepEqual(left, [0, 1]);
  await page.run(({ kept }) => kept.choices("duration:async")[0].click());
  await page.keys(Key.ENTER);
  await page.until(({ kept }) => kept.told.length === 2);
});

/**
 * Goes through what is asked before the run, where the first choice is Yes; gives which
 * of those answers were right.
 *
 * @param {Page} page
 * @param {string} settings
 */
async function rightWithYes(page, settings) {
  await open(page, settings);
  await answerAndRun(page);
  await page.until(({ kept }) => kept.told.length > 0);
  return Object.fromEntries((await told(page)).map(({ question, right }) => [question, right]));
}

test("what threads may do is what they have done", async (page) => {
  const both = await rightWithYes(page, "lanes=async,threads");
  assert.equal(both["order-varies:threads"], true);
  assert.equal(both["can-tear:threads"], true);
  assert.equal(both["order-varies:async"], false);
  // However little there is to see in each run.
  const short = await rightWithYes(page, "lanes=threads&tasks=A:1:2,B:1:2");
  assert.equal(short["order-varies:threads"], true);
  assert.equal(short["can-tear:threads"], true);
});

test("one task that prints leaves nothing to chance", async (page) => {
  const alone = await rightWithYes(page, "lanes=threads&tasks=A:1:5,B:5:5");
  assert.equal(alone["order-varies:threads"], false);
  assert.equal(alone["can-tear:threads"], false);
});

test("a lock keeps lines whole", async (page) => {
  const locked = await rightWithYes(page, "lanes=threads&lock");
  assert.equal(locked["can-tear:threads"], false);
});

test("the score outlives the settings", async (page) => {
  await open(page, "lang=en&speed=100&lanes=async&tasks=A:1:2");
  await answerAndRun(page);
  await page.until(({ demo }) => demo.ended);
  await page.run(({ demo }) => demo.setAttribute("tasks", "A:2:3"));
  await page.until(isAsked, "duration:async");
  await answerAndRun(page);
  await page.until(({ root }) => {
    return root.querySelector(".predict .current p")?.textContent?.includes("of 6");
  });
});

test("the card keeps its height from question to question", async (page) => {
  await page.resize(320, 700);
  await open(page, "lang=ko&lanes=async,threads");
  const heights = await page.run(({ find, kept }) => {
    const height = () => find(".predict").getBoundingClientRect().height;
    const heights = [];
    for (let asked = 0; asked < 3; asked += 1) {
      heights.push(height());
      kept.chooseAll(0);
      kept.proceed();
      heights.push(height());
      if (asked < 2) kept.proceed();
    }
    return heights;
  });
  assert.deepEqual(heights, Array(6).fill(heights[0]));
  const watching = await page.run(({ demo, find, kept }) => {
    demo.speed = 100;
    kept.proceed();
    return find(".predict").getBoundingClientRect().height;
  });
  const isAsHigh = (/** @type {InPage} */ { find }, /** @type {number} */ height) =>
    find(".predict").getBoundingClientRect().height === height;
  await page.until(isAsked, "next-line");
  await page.until(isAsHigh, watching);
  await page.run(({ kept }) => {
    kept.chooseAll(0);
    kept.proceed();
    kept.proceed();
  });
  await page.until(({ demo }) => demo.ended);
  await page.until(isAsHigh, watching);
});

test("where nothing runs nothing is asked", async (page) => {
  await page.open("embed.html?predict&tasks=A:1:1");
  await page.until(({ find }) => find(".predict").hidden);
});
