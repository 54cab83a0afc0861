// "Can it go wrong?": all schedules of a program, what comes of them, and one of them played
// with the interruptions that lead there.

import assert from "node:assert/strict";

import { inLooks, openIn, rulesIn, violations } from "./harness/axe.js";
import { lookAt, openPlayground, show, untilShown } from "./harness/playground.js";
import { test } from "./harness/test.js";

/** @import { Page } from "./harness/page.js" */

/** Starts the search, and waits for its verdict. @param {Page} page */
async function search(page) {
  await page.click("form button:nth-of-type(3)");
  await page.until(() => document.querySelector(".search table"));
}

/** What the search says. @param {Page} page */
function found(page) {
  return page.run(() => {
    const texts = (/** @type {string} */ selector) => Array.from(document.querySelectorAll(selector), (node) => node.textContent ?? "");
    return {
      told: texts(".search [role=status]").join(),
      rows: texts(".search tr"),
      outputs: texts(".search pre"),
      items: texts(".search li"),
    };
  });
}

/** Plays the schedule of an outcome, and goes to its end. @param {Page} page @param {number} row */
async function playRow(page, row) {
  await page.run((_, row) => /** @type {HTMLElement} */ (document.querySelectorAll(".search td button")[row]).click(), row);
  await page.until(() => document.querySelector("interleaved-python")?.hasAttribute("schedule"));
  const seen = await lookAt(page, "end");
  return {
    ...seen,
    ...(await page.run(async ({ drawn }) => {
      await drawn();
      const root = /** @type {ShadowRoot} */ (document.querySelector("interleaved-python")?.shadowRoot);
      const rows = [...root.querySelectorAll(".row-number")];
      return {
        cuts: Array.from(root.querySelectorAll(".cuts button"), ({ textContent }) => textContent),
        lines: rows.flatMap((node, line) => (node.querySelector(".cut") ? [line + 1] : [])),
        marks: root.querySelectorAll(".plot .cut-mark").length,
      };
    })),
  };
}

test("a deadlock is found, and it is proved that nothing else can happen", async (page) => {
  await openPlayground(page, "lang=en&example=deadlock&seed=1");
  await search(page);
  const { told, rows, items } = await found(page);
  assert.match(told, /^Yes, it can fail\. Proved: there are no other outcomes \(\d+ schedules, \d+ states\)\.$/);
  assert.equal(rows.length, 3);
  const stuck = rows.findIndex((row) => row.includes("⚠ deadlock, 1 interruption"));
  assert.match(rows[stuck] ?? "", /writer waits in line 11: with paper: \(painter holds it\)/);
  assert.match(rows[stuck] ?? "", /MainThread waits in line \d+: \w+\.join\(\)/);
  assert.deepEqual(items, ["painter asks for pen while it holds paper (line 17); writer asks for paper while it holds pen (line 11)."]);
  // Played, it is that outcome, with what leads there.
  const { outcome, cuts, lines, marks } = await playRow(page, stuck);
  assert.equal(outcome, "deadlock");
  assert.deepEqual(cuts, ["Line 11: writer is interrupted while it holds pen."]);
  assert.deepEqual([lines, marks], [[11], 1]);
  // A link shows it again; another seed is no schedule any more.
  const link = await page.run(() => document.querySelector("interleaved-python")?.permalink ?? "");
  await openPlayground(page, `lang=en&${new URL(link).search.slice(1)}${new URL(link).hash}`);
  assert.equal((await lookAt(page, "end")).outcome, "deadlock");
  await page.click("form button:nth-of-type(1)");
  assert.equal(await page.run(() => document.querySelector("interleaved-python")?.hasAttribute("schedule")), false);
});

test("an interruption is told by what is read and written before it, meanwhile, and after it", async (page) => {
  await openPlayground(page, "lang=en&example=check_then_act");
  await search(page);
  const { told, rows, outputs, items } = await found(page);
  assert.match(told, /^It can end in \d+ ways\. Which of them are right, only you can say\. Proved/);
  assert.ok(
    items.some((item) => /^seats: \w+ reads it in line \d+, \w+ writes it in line \d+, and nothing orders them\.$/.test(item)),
    items.join("\n"),
  );
  const sold = rows.findIndex((row) => /1 interruption\b.*seats left: -1/s.test(row));
  const { log, cuts } = await playRow(page, sold);
  assert.equal(log, outputs[sold]);
  assert.match(cuts.join("\n"), /^Line \d+: (Ann|Bo) is interrupted between reading seats .*; meanwhile (Ann|Bo) writes it, in line 13\.$/);
  // It leads to that moment.
  await page.run(async ({ drawn }) => {
    const button = document.querySelector("interleaved-python")?.shadowRoot?.querySelector(".cuts button");
    /** @type {HTMLElement} */ (button).click();
    await drawn();
  });
  const { time, at } = await page.run(() => {
    const node = document.querySelector("interleaved-python");
    const [lane = ""] = node?.laneNames ?? [];
    const events = node?.events(lane) ?? [];
    return { time: (node?.currentTime ?? 0) * 1000, at: events.filter(({ kind }) => kind === "preempted").map(({ at }) => at) };
  });
  assert.equal(at.length, 1);
  assert.ok(Math.abs(time - (at[0] ?? 0)) < 1e-6, `${time} ${at}`);
});

test("a program that is right is proved to be, in the reader's language", async (page) => {
  await openPlayground(page, "lang=ko");
  await show(
    page,
    "import threading\nlock = threading.Lock()\nn = 0\ndef f():\n    global n\n    with lock:\n        n += 1\nts = [threading.Thread(target=f) for _ in range(2)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(n)\n",
  );
  await search(page);
  const { told, rows } = await found(page);
  assert.match(told, /^언제나 똑같이 끝납니다\. 증명됨: 다른 결과는 없습니다\(스케줄 \d+개, 상태 \d+개\)\.$/);
  assert.equal(rows.length, 1);
});

test("a long search tells how far it is, can be stopped, and says that it was", async (page) => {
  await openPlayground(page, "lang=en");
  const body = "    global n\n    for _ in range(60):\n        n += 1\n";
  await show(
    page,
    `import threading\nn = 0\ndef f():\n${body}ts = [threading.Thread(target=f) for _ in range(4)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(n)\n`,
  );
  await page.click("form button:nth-of-type(3)");
  await page.until(() => /So far: .*[1-9]\d* states?\.$/.test(document.querySelector(".search [role=status]")?.textContent ?? ""));
  // Meanwhile the page answers.
  await page.click(".search .row button");
  await page.until(() => /Not all schedules were tried: it was stopped/.test(document.querySelector(".search .found")?.textContent ?? ""));
});

test("asked before the element is there, a search waits for its program; the element searches by itself, too", async (page) => {
  await page.goto(`${page.url}python.html?lang=en&example=deadlock&switch=gil`);
  await page.until(() => document.querySelector("form button:nth-of-type(3)"));
  await search(page);
  const { told, rows } = await found(page);
  assert.match(told, /Proved/);
  const searched = await page.run(async () => {
    const node = /** @type {import("../www/interleaved-python.js").InterleavedPython} */ (document.querySelector("interleaved-python"));
    const { outcomes, complete } = await node.explore({ limits: { seconds: 30 } });
    return { outcomes: outcomes.length, complete };
  });
  assert.deepEqual(searched, { outcomes: rows.length, complete: true });
});

inLooks("what a search has found, and a schedule that it plays", async (page, look) => {
  await openIn(page, "python.html?example=deadlock&", look);
  await untilShown(page);
  await search(page);
  const rules = rulesIn(look);
  assert.deepEqual(await violations(page, { rules }), [], "what it has found");
  await playRow(page, 1);
  assert.deepEqual(await violations(page, { rules }), [], "a schedule");
});

test("what was printed elsewhere is looked for: possible with the schedule, impossible with the line", async (page) => {
  await openPlayground(page, "lang=en&example=counter&seed=0");
  const program = `import threading
def say(word):
    print(word, word)
for word in ["a", "b"]:
    threading.Thread(target=say, args=(word,)).start()
`;
  await show(page, program);
  await search(page);
  /** @param {string} output */
  const ask = async (output) => {
    await page.run((_, output) => {
      const area = /** @type {HTMLTextAreaElement} */ (document.querySelector(".output-check textarea"));
      /** @type {HTMLDetailsElement} */ (document.querySelector(".output-check")).open = true;
      area.value = output;
      /** @type {HTMLElement} */ (document.querySelector(".output-check > button")).click();
    }, output);
    await page.until(() => document.querySelector(".answer .found")?.hasChildNodes());
    return page.run(() => ({
      told: document.querySelector(".answer [role=status]")?.textContent ?? "",
      items: Array.from(document.querySelectorAll(".answer li"), ({ textContent }) => textContent),
    }));
  };
  assert.match((await ask("a b a\nb\n")).told, /^Yes: ends, \d interruptions?\.$/);
  const { told, items } = await ask("a c\n");
  assert.match(told, /^No: proved, no schedule prints line 1 so \(\d+ states?\)\.$/);
  assert.ok(items.includes("a a"), String(items));
  assert.match((await ask("b b")).told, /^Not only this: proved, there is always more, from line 1 on/);
  assert.match((await ask("b b\na a\n")).told, /^Yes: ends/);
  await page.click(".answer .found button");
  await page.until(() => document.querySelector("interleaved-python")?.hasAttribute("schedule"));
  assert.equal((await lookAt(page, "end")).log, "b b\na a\n");
});
