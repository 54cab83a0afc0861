// The checker of logs as a reader meets it: what it says, shows and gives away.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

const CHECKER = '<script type="module" src="interleaved-check.js"></script>';

/** Two threads and `print("[A] total =", total)`. */
const PIECES = "[A][B] total = 5\n total = 1\n[A] total = 3\n[B] total = 11\nDone!\n";

/** Colours inside brackets and numbers, a mark without width, and other line ends. */
const COLOURED = "\x1b[31m[\x1b[1mA\x1b[0m] total=1\x1b[0m0\x1b]8;;x\x07\r\n[B\u200b] total=5[A] total\uFF1D\uFF12\uFF11\u2028\u2028";

/**
 * Asks the checker of a page about a log, and says what it shows of it.
 *
 * @param {InPage} _
 * @param {string} log
 * @param {string} [tasks]
 */
async function ask(_, log, tasks = "") {
  const checker = document.querySelector("interleaved-check");
  const tree = /** @type {ShadowRoot} */ (checker?.shadowRoot);
  checker?.setAttribute("tasks", tasks);
  checker?.setAttribute("log", log);
  const { checkLog } = await import(/** @type {any} */ (new URL("interleaved.js", location.href).href));
  await checkLog(log, { tasks }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve));
  const text = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (tree.querySelector(selector)).innerText;
  const looks = (/** @type {Element} */ part) => [...part.classList].find((name) => name.startsWith("look"));
  return {
    verdict: text(".verdict"),
    why: text("[role=status]").trim().split("\n").at(-1),
    mistake: text("#mistake"),
    rows: Array.from(tree.querySelectorAll(".log .row"), (row) =>
      Array.from(row.querySelectorAll(".piece, .plain, .tag"), (part) => /** @type {HTMLElement} */ (part).innerText).join("|"),
    ),
    looks: Object.fromEntries(
      Array.from(tree.querySelectorAll(".names > span"), (name) => [/** @type {HTMLElement} */ (name).innerText, looks(name)]),
    ),
  };
}

/** @param {Page} page @param {string} [body] */
async function open(page, body = "<interleaved-check></interleaved-check>") {
  await page.openStage(`${CHECKER}${body}`);
  await page.until(() => document.querySelector("interleaved-check")?.shadowRoot?.querySelector(".log .row") !== null);
}

test("whole lines in another order are of tasks that take turns", async (page) => {
  await open(page);
  const { verdict, why } = await page.run(ask, "[A] total=1\n[B] total=5\n[B] total=11\n[A] total=3\n");
  assert.equal(verdict, "Taking turns");
  assert.match(String(why), /futures with unequal waits, or threads\.$/);
  const torn = await page.run(ask, "[A] total=1[B] total=5\n\n");
  assert.equal(torn.verdict, "Threads");
  assert.match(String(torn.why), /A future can do so only if it awaits between the writes of one print\.$/);
});

test("a text in pieces is shown with whose each piece is", async (page) => {
  await open(page);
  const { verdict, rows } = await page.run(ask, PIECES, "A:1:3 B:5:7");
  assert.equal(verdict, "Threads");
  assert.deepEqual(rows, [
    "[A]|[B] total = 5|↵|torn",
    " |total = 1|↵|A goes on with its text",
    "[A] total = 3|↵",
    "[B] total = 11|↵",
    "Done!",
  ]);
  const alone = await page.run(ask, PIECES);
  assert.equal(alone.verdict, "Undecided");
  assert.match(String(alone.why), /Give the tasks/);
});

test("what nobody sees of a log decides nothing", async (page) => {
  await open(page);
  const found = await page.run(async (_, log) => {
    const { checkLog } = await import(/** @type {any} */ (new URL("interleaved.js", location.href).href));
    return checkLog(log);
  }, COLOURED);
  const [A, B] = [
    { name: "A", low: 10, high: 12 },
    { name: "B", low: 5, high: 6 },
  ];
  assert.deepEqual(found, { verdict: "threads", tasks: [A, B], torn: 1, lost: 0 });
});

test("a name has one look wherever the page shows it", async (page) => {
  await open(page, "<interleaved-check></interleaved-check>");
  // The course's log begins with C.
  const { looks } = await page.run(ask, "[C] total=10\n[B] total=5\n[A] total=1\n");
  assert.deepEqual(looks, { C: "look2", B: "look1", A: "look0" });
  const given = await page.run(ask, "[C] total=10\n[X] total=1\n", "X:1:2 C:10:11");
  // C is shown already, and X takes the look of its place.
  assert.deepEqual(given.looks, { X: "look0", C: "look2" });
});

test("what is wrong with the tasks is said where they are", async (page) => {
  await open(page);
  for (const tasks of ["A::5", "A:1", "A:x:5"]) {
    await page.run(ask, "[A] total=1\n", tasks);
    const sentence = `“${tasks}” is not a task. Write name:low:high with whole numbers, such as A:1:5.`;
    await page.until((_, sentence) => {
      const tree = document.querySelector("interleaved-check")?.shadowRoot;
      return /** @type {HTMLElement | null} */ (tree?.querySelector("input + #mistake"))?.innerText === sentence;
    }, sentence);
    const { verdict } = await page.run(ask, "[A] total=1\n", tasks);
    // What was said of other tasks isn't true of these.
    assert.equal(verdict, "");
    assert.equal((await page.run(ask, "[A] total=1\n", "A:1:5")).mistake, "");
  }
});

test("what is selected of a checked log is copied byte for byte, out of view as well", async (page) => {
  await open(page);
  const lines = Array.from({ length: 500 }, (_, line) =>
    line % 7 === 3 ? `[A] total=0[B] total=0\r\n` : line % 7 === 4 ? "\r\n" : `x${line}\t \n`,
  );
  const log = `${lines.join("")}\n\n`;
  await page.run(ask, log, "A:0:900 B:0:900");
  await page.run(({ kept }) => {
    document.addEventListener("copy", ({ clipboardData }) => (kept["copied"] = clipboardData?.getData("text/plain")));
    const tree = document.querySelector("interleaved-check")?.shadowRoot;
    const shown = /** @type {HTMLElement | null | undefined} */ (tree?.querySelector(".log"));
    shown?.focus();
  });
  await page.keys(Key.CONTROL, "a");
  await page.keys(Key.CONTROL, "c");
  await page.until(({ kept }) => kept["copied"] !== undefined);
  assert.equal(await page.run(({ kept }) => kept["copied"]), log);
});

test("a log that was given keeps its line ends until the reader changes it", async (page) => {
  await open(page);
  const log = "[A] total=1[B] total=5\r\n\r\n[A] total=3\r[B] total=11\n";
  await page.run(ask, log, "A:1:3 B:5:7");
  await page.run(({ kept }) => {
    const tree = document.querySelector("interleaved-check")?.shadowRoot;
    kept["area"] = tree?.querySelector("textarea");
    document.addEventListener("copy", ({ clipboardData }) => (kept["copied"] = clipboardData?.getData("text/plain")));
  });
  /** What is copied of the text area, where each line end is one character. */
  const copied = async (/** @type {number[]} */ ...selection) => {
    await page.run(
      ({ kept }, from, to) => {
        kept["copied"] = undefined;
        kept["area"].focus();
        kept["area"].setSelectionRange(from, to);
      },
      selection[0],
      selection[1],
    );
    await page.keys(Key.CONTROL, "c");
    await page.until(({ kept }) => kept["copied"] !== undefined);
    return page.run(({ kept }) => kept["copied"]);
  };
  assert.equal(await copied(0, 99), log);
  assert.equal(await copied(12, 23), "B] total=5\r\n");
  assert.equal(await copied(23, 25), "\r\n[");
  assert.equal(await copied(24, 37), "[A] total=3\r[");
  // Once the reader has changed it, the browser copies its own text.
  await page.run(({ kept }) => {
    kept["area"].value += "Done!\n";
    kept["area"].dispatchEvent(new Event("input", { bubbles: true }));
    kept["area"].select();
    document.addEventListener("copy", (event) => (kept["own"] = !event.defaultPrevented));
  });
  await page.keys(Key.CONTROL, "c");
  await page.until(({ kept }) => kept["own"] === true);
});

test("what was typed counts also if the checker is moved at once", async (page) => {
  await open(page, "<div id='a'><interleaved-check></interleaved-check></div><div id='b'></div>");
  const verdict = await page.run(async () => {
    const checker = /** @type {HTMLElement} */ (document.querySelector("interleaved-check"));
    const tree = /** @type {ShadowRoot} */ (checker.shadowRoot);
    const area = /** @type {HTMLTextAreaElement} */ (tree.querySelector("textarea"));
    area.value = "[A] total=1\n[A] total=3\n";
    area.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector("#b")?.append(checker);
    const verdict = /** @type {HTMLElement} */ (tree.querySelector(".verdict"));
    while (verdict.innerText !== "One after the other") await new Promise(requestAnimationFrame);
    return verdict.innerText;
  });
  assert.equal(verdict, "One after the other");
});

test("logs and names aren't translated", async (page) => {
  await open(page);
  const kept = await page.run(() => {
    const tree = document.querySelector("interleaved-check")?.shadowRoot;
    const parts = tree?.querySelectorAll("textarea, input, .log, .tasks > span, .names bdi") ?? [];
    return Array.from(parts, (part) => /** @type {HTMLElement} */ (part).translate);
  });
  assert.ok(kept.length >= 9 && kept.every((translate) => !translate), String(kept));
});
