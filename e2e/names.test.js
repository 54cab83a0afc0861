// Names that run from right to left turn nothing round, wherever they are shown.

import assert from "node:assert/strict";

import { makeCheckerReader, untilVerdict } from "./harness/checker.js";
import { ELEMENT } from "./harness/stage.js";
import { test } from "./harness/test.js";
import { NAMES, turned } from "./harness/turned.js";

/** @import { Page } from "./harness/page.js" */

const TASKS = NAMES.map((name) => `${name}:1:4`).join(" ");

/**
 * @param {Page} page
 * @param {string} attributes
 */
async function openDemo(page, attributes) {
  await page.openStage(`${ELEMENT}<interleaved-demo tasks="${TASKS}" ${attributes}></interleaved-demo>`);
  await page.run(async ({ demo, drawn }) => {
    await demo.ready;
    await drawn();
  });
}

/**
 * @param {Page} page
 * @param {string[]} places
 * @param {string} [host]
 */
async function check(page, places, host = "interleaved-demo") {
  assert.deepEqual(await page.run(turned, host, places, NAMES), []);
}

test("in the log, the timeline, its table, the list of tasks and the program", async (page) => {
  for (const lanes of ["sequential", "async", "threads"]) {
    await openDemo(page, `lanes="${lanes}" code="python" start-at="1"`);
    await page.until(({ root }) => root.querySelector(".code .string") && root.querySelector(".words .task"));
    await check(page, [".tasks li", ".row", ".words .task", ".timeline tr", ".moment", ".code .line > code"]);
    // The mark of whoever did what is pointed at, which says the whole name.
    await page.run(({ find }) => find(".row").dispatchEvent(new MouseEvent("click", { bubbles: true })));
    await check(page, [".code .by", ".code .who"]);
    const titles = await page.run(({ all }) => all(".code .who:not(.main)").map(({ title }) => title));
    const isolated = ["\u2068שלום\u2069", "\u2068عدد\u2069", "\u2068abcd\u2069", "\u2068xy\u2069"];
    assert.deepEqual(titles.toSorted(), isolated.toSorted());
  }
});

test("in what the executor does, at every step", async (page) => {
  for (const lanes of ["sequential", "async", "threads"]) {
    await openDemo(page, `lanes="${lanes}" lock`);
    await page.run(async ({ find, root, drawn }) => {
      find("details").setAttribute("open", "");
      while (!root.querySelector(".executor .token")) await drawn();
    });
    const places = [".executor .stack p:not(.room)", ".executor .token", ".moment"];
    const nameless = new Map(places.map((place) => [`${place}: no name is there`, 0]));
    const steps = 40;
    for (let step = 0; step < steps; step += 1) {
      await page.run(({ demo }) => demo.stepForward());
      const found = await page.run(turned, "interleaved-demo", places, NAMES);
      // Where only the main program is, there is no name of a task.
      assert.deepEqual(
        found.filter((problem) => !nameless.has(problem)),
        [],
      );
      for (const problem of found) nameless.set(problem, (nameless.get(problem) ?? 0) + 1);
    }
    for (const [problem, times] of nameless) assert.ok(times < steps / 2, `${problem} in ${times} steps`);
  }
});

test("in the timeline as a file", async (page) => {
  await openDemo(page, `lanes="async"`);
  const names = await page.run(async ({ demo, vouch }) => {
    const text = await demo.toSVG();
    const file = new DOMParser().parseFromString(vouch("createHTML", text), "image/svg+xml");
    return Array.from(file.querySelectorAll("text"), ({ textContent }) => textContent).slice(1, 5);
  });
  assert.deepEqual(names, ["\u2068שלום\u2069", "\u2068عدد\u2069", "\u2068abcd\u2069", "\u2068xy\u2069"]);
});

test("in what is wrong with a setting, above the demo and at the form's field", async (page) => {
  for (const name of NAMES) {
    await page.openStage(`${ELEMENT}<interleaved-demo tasks="1:3:${name} ${name}:1:3" editor></interleaved-demo>`);
    await page.until(({ root }) => root.querySelector(".alert:not(:empty)"));
    await check(page, [".alert"]);
    // Of many tasks the form is one text.
    await page.run(async ({ demo, root, drawn }, name) => {
      demo.tasks = Array.from({ length: 13 }, (_, task) => `${name}${task}:1:3`).join(" ");
      while (!root.querySelector("textarea:not([hidden])")) await drawn();
      const area = /** @type {HTMLTextAreaElement} */ (root.querySelector("textarea"));
      area.value += ` ${name}:1`;
      area.dispatchEvent(new Event("change", { bubbles: true }));
    }, name);
    await check(page, [".problem"]);
  }
});

test("in the questions of a prediction, their choices and the reasons", async (page) => {
  for (const lanes of ["sequential", "async"]) {
    await openDemo(page, `lanes="${lanes}" predict speed="100"`);
    await page.run(({ demo, kept }) => {
      demo.addEventListener("interleaved-answer", (event) => (kept.answer = /** @type {CustomEvent} */ (event).detail));
    });
    // On to the question which line comes next.
    await page.until(({ root, find, all }) => {
      if (root.querySelector(".predict .current > .next")) return true;
      for (const group of all(".predict fieldset.current fieldset")) group.querySelector("input")?.click();
      const onward = find(".predict .main");
      if (!onward.classList.contains("gone")) onward.click();
      return false;
    });
    await check(page, [".predict .next label"]);
    const labels = await page.run(({ find, all }) => {
      find(".predict .next input").click();
      find(".predict .main").click();
      // What Firefox calls the text that is seen is without what isolates.
      return all(".predict .next label").map(({ textContent }) => textContent);
    });
    await check(page, [".predict .next .said"]);
    // What is answered is the line as it is printed.
    const { question, answer } = await page.run(({ kept }) => kept.answer);
    assert.equal(question, "next-line");
    assert.doesNotMatch(answer, /[\u2068\u2069]/);
    const name = answer.slice(1, answer.indexOf("]"));
    assert.equal(labels[0], answer.replace(name, `\u2068${name.replace(/[\u202e\u2067]/, "")}\u2069`));
  }
});

test("in the checker: its lines, what is said of them, and who wrote in which order", async (page) => {
  await page.openStage(
    `<script type="module" src="interleaved-check.js"></script><interleaved-check tasks="${TASKS}"></interleaved-check>`,
  );
  await page.until(() => document.querySelector("interleaved-check")?.shadowRoot?.querySelector(".log"));
  await page.run(makeCheckerReader);
  const say = (/** @type {string} */ log) => page.run(({ kept: { checker } }, log) => checker.type("textarea", log), log);
  for (const [index, name] of NAMES.entries()) {
    const other = NAMES[(index + 1) % NAMES.length];
    // Torn, in pieces, and with a newline lost.
    await say(`[${name}] total=1[${other}] total=1\n\n[${name}][${other}] total=3\n total=3\n[${name}] total=6[${other}] total=6\n`);
    await untilVerdict(page, "Threads");
    await check(page, [".tasks > span", ".log .row", ".log .piece", ".log .tag", ".names > span", ".happened li"], "interleaved-check");
    await say(`[${name}] total=1\n[${name}] total=4\n`);
    await untilVerdict(page, "Impossible");
    await check(page, ["[role=status] p"], "interleaved-check");
    await page.run(({ kept: { checker } }, name) => checker.type("#tasks", `1:3:${name}`), name);
    await page.until(({ kept: { checker } }) => checker.said("#mistake") !== "");
    await check(page, ["#mistake"], "interleaved-check");
    await page.run(({ kept: { checker } }, tasks) => checker.type("#tasks", tasks), TASKS);
    await page.until(({ kept: { checker } }) => checker.said("#mistake") === "");
  }
});

test("in the reason that a module gives", async (page) => {
  await page.openStage(ELEMENT);
  const reasons = await page.run(async (_, names) => {
    const module = "./interleaved.js";
    const { checkLog } = await import(module);
    const found = [];
    for (const name of names) found.push((await checkLog(`[${name}] total=4\n`, { tasks: `${name}:1:3`, lang: "en" })).reason);
    return found;
  }, NAMES);
  const said = ["שלום", "عدد", "abcd", "xy"].map((name) => `\u2068${name}\u2069 can’t print 4 here: its next total is 1.`);
  assert.deepEqual(reasons, said);
});
