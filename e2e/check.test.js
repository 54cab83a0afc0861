// The view of a pasted log: the verdict, who wrote what, and in which order.

import assert from "node:assert/strict";

import { makeCheckerReader, openChecker, pressButton, untilVerdict } from "./harness/checker.js";
import { html } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/**
 * Gives the checker a log and tasks, and returns what it says of the tasks.
 *
 * @param {Page} page
 * @param {{ log: string, tasks?: string, verdict: string }} given with the verdict to wait for
 */
async function typeLog(page, { log, tasks = "", verdict }) {
  await page.run(
    ({ kept: { checker } }, log, tasks) => {
      checker.type("textarea", log);
      checker.type("input", tasks);
    },
    log,
    tasks,
  );
  await untilVerdict(page, verdict);
  return page.run(({ kept: { checker } }) => checker.find(".tasks").textContent);
}

test("the lesson shows who wrote what", async (page) => {
  await page.open("index.html?lang=en");
  // Out of view, it isn't even loaded.
  assert.equal(await page.run(() => customElements.get("interleaved-check") === undefined), true);
  await openChecker(page, "lang=en");
  const { verdict, lines, happened } = await page.run(({ kept: { checker } }) => ({
    verdict: checker.said(".verdict"),
    lines: checker.lines(),
    happened: checker.happened(),
  }));
  assert.equal(verdict, "Threads");
  assert.deepEqual(lines.slice(3, 6), ["4|[C] total=21|[A] total=3|↵|torn", "5|[B] total=11|↵", "6|↵|the newline of A, line 4"]);
  assert.deepEqual(lines.slice(11), [
    "12|[B] total=35|[C] total=60|↵|torn · the newline of A, line 10",
    "13|↵|the newline of B, line 12 · after this a newline of C was lost",
    "14|Done!!!",
  ]);
  assert.deepEqual(happened, [
    "Torn lines: 3. One way in which it can have been:",
    "Line 4: C and A wrote here before the first of their newlines came. The newlines end lines 4 and 6.",
    "Line 10: B and A wrote here before the first of their newlines came. The newlines end lines 10 and 12.",
    "Line 12: B and C wrote here before the first of their newlines came. One newline ends line 13. One was lost in copying.",
  ]);
  // Each write has its column; those that are apart are joined by a dashed line.
  const counts = await page.run(({ kept: { checker } }) => {
    const parts = [".write", ".write.lost", ".join", ".far", ".line.torn"];
    return parts.map((part) => checker.all(`.order ${part}`).length);
  });
  assert.deepEqual(counts, [28, 1, 14, 6, 3]);
  await pressButton(page, 1);
  await page.until(({ kept: { checker } }) => checker.lines()[0]?.includes("total = 1"));
  const second = await page.run(({ kept: { checker } }) => ({
    verdict: checker.said(".verdict"),
    happened: checker.happened()[0],
    lines: checker.lines().length,
    lost: checker.all(".lost").length,
  }));
  assert.deepEqual(second, {
    verdict: "Threads",
    happened: "Torn lines: 4. One way in which it can have been:",
    lines: 15,
    lost: 0,
  });
});

test("an impossible log is shown where it is impossible", async (page) => {
  await openChecker(page, "lang=en");
  await pressButton(page, 2);
  await untilVerdict(page, "Impossible");
  const shown = await page.run(({ kept: { checker } }) => ({
    told: checker.told(),
    wrong: checker.said(".row.wrong").trim().split("\n"),
    unread: checker.all(".row.unread").length,
    order: checker.said(".order .wrong"),
  }));
  assert.deepEqual(shown, {
    told: "No schedule prints line 5. A goes on to its next text, but the newline of the last hasn’t come yet. No program does that.",
    wrong: ["5", "[A] total = 3", "[A] total = 6", "no schedule prints this"],
    unread: 10,
    order: "5 ✗",
  });
});

test("what is pasted or typed is checked", async (page) => {
  await openChecker(page, "lang=en");
  const verdict = "One after the other";
  assert.equal(await typeLog(page, { log: "[A] total=1\n[A] total=3\n", verdict }), "The log tells of:A:1:3");
  assert.equal(
    await typeLog(page, { log: "[A] total=1\n[B] total=1\n[A] total=3\n", verdict: "Futures in turn" }),
    "The log tells of:A:1:3B:1:2",
  );
  assert.equal(await typeLog(page, { log: "[A] total=3\n", tasks: "A:1:5", verdict: "Impossible" }), "Tasks:A:1:5");
  await typeLog(page, { log: "hello", verdict: "Undecided" });
  await page.run(({ kept: { checker } }) => checker.type("input", "A:1"));
  await page.until(({ kept: { checker } }) => checker.said("#mistake"));
  const alert = await page.run(({ kept: { checker } }) => {
    return [checker.said("#mistake"), checker.find("input").getAttribute("aria-invalid")];
  });
  assert.deepEqual(alert, ["“A:1” is not a task. Write name:low:high with whole numbers, such as A:1:5.", "true"]);
  await page.run(({ kept: { checker } }) => checker.type("input", ""));
  await page.until(({ kept: { checker } }) => !checker.said("#mistake"));
  await pressButton(page, 3);
  await page.until(({ kept: { checker } }) => checker.said("[role=status]").startsWith("Paste"));
  const cleared = await page.run(({ kept: { checker } }) => {
    return [checker.find("textarea").value, checker.tree.activeElement?.id];
  });
  assert.deepEqual(cleared, ["", "log"]);
  await page.run(({ kept: { checker } }) => {
    checker.checker.setAttribute("tasks", "A:1:3");
    checker.checker.setAttribute("log", "[A] total=1");
  });
  await untilVerdict(page, verdict);
});

test("of a megabyte only what is in view is there", async (page) => {
  await openChecker(page, "lang=en");
  const { length, lines } = await page.run(async ({ kept: { checker } }) => {
    const { simulate } = await import(new URL("interleaved.js", document.baseURI).href);
    const tasks = Array.from({ length: 50 }, (_, task) => `task${task}:0:1000`).join(" ");
    const { threads } = await simulate({ tasks, lanes: "threads" });
    checker.type("textarea", threads.log);
    return { length: threads.log.length, lines: threads.log.trimEnd().split("\n").length };
  });
  assert.ok(length > 1 << 20);
  await page.until(({ kept: { checker } }) => checker.lines()[0]?.startsWith("1|[task"));
  const parts = (/** @type {InPage} */ { kept: { checker } }) => checker.all("*").length;
  const atStart = await page.run(parts);
  assert.ok(atStart < 1500, `${atStart} parts`);
  await page.run(({ kept: { checker } }) => {
    const [log, order] = [checker.find(".log"), checker.find(".order")];
    log.scrollTop = log.scrollHeight;
    order.scrollTo(order.scrollWidth, order.scrollHeight);
  });
  await page.until(({ kept: { checker } }, last) => checker.lines().at(-1) === last, `${lines}|Done!!!`);
  await page.until(({ kept: { checker } }) => {
    return checker.said(".order .names span:last-child").startsWith("task");
  });
  const atEnd = await page.run(parts);
  assert.ok(atEnd < 1500, `${atEnd} parts`);
  await page.run(({ kept: { checker } }) => checker.type("textarea", "x".repeat(5 << 20)));
  await untilVerdict(page, "Undecided");
  assert.equal(
    await page.run(({ kept: { checker } }) => checker.told()),
    "The log is too long to decide: at most 4 MiB are looked at, and less where many names have brackets.",
  );
  assert.ok((await page.run(parts)) < 1500);
});

test("the checker speaks the reader's language", async (page) => {
  await openChecker(page, "lang=ko");
  const korean = await page.run(({ kept: { checker } }) => {
    return [checker.said(".verdict"), checker.find(".frame").lang];
  });
  assert.deepEqual(korean, ["스레드", "ko"]);
  await page.run(({ kept: { checker } }) => void (checker.checker.lang = "en"));
  await untilVerdict(page, "Threads");
  assert.doesNotMatch(await page.run(({ kept: { checker } }) => checker.said(".frame")), /[가-힣]/);
});

test("the checker works under a strict policy and on a narrow page", async (page) => {
  const body = `<script type='module' src='interleaved-check.js'></script>
    <interleaved-check theme='dark'></interleaved-check>`;
  const policy = "default-src 'self'; img-src 'self' data:; script-src 'self' 'wasm-unsafe-eval'; " + "require-trusted-types-for 'script'";
  await page.resize(320, 800);
  const headers = { "Content-Security-Policy": policy };
  const stage = await page.stage({ "stage.html": html("en", body) }, { headers });
  await stage.open("stage.html");
  await page.until(() => document.querySelector("interleaved-check")?.shadowRoot?.querySelector(".row"));
  await page.run(makeCheckerReader);
  const shown = await page.run(({ kept: { checker } }) => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return {
      verdict: checker.said(".verdict"),
      fits: scrollWidth <= clientWidth,
      isDefined: checker.checker.matches(":defined"),
    };
  });
  assert.deepEqual(shown, { verdict: "Threads", fits: true, isDefined: true });
});
