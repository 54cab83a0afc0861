// The playground as a page: what has room at once, what the keyboard reaches, examples beside
// what the reader has written, many seeds, and what is missing.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { FIELD, handout, lookAt, openPlayground, PLAIN_FIELD, show, untilShown } from "./harness/playground.js";
import { test } from "./harness/test.js";

/** @import { Page } from "./harness/page.js" */

/**
 * Where parts of it are, in the window.
 *
 * @param {Page} page
 */
function places(page) {
  return page.run(() => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("interleaved-python")?.shadowRoot);
    const place = (/** @type {string} */ selector) => {
      const { top, bottom, left, right } = /** @type {Element} */ (root.querySelector(selector)).getBoundingClientRect();
      return { top, bottom, left, right };
    };
    const { scrollWidth, scrollHeight } = document.documentElement;
    return {
      bar: place(".bar"),
      program: place(".source"),
      log: place(".log"),
      threads: place(".threads"),
      timeline: place(".timeline"),
      scrollWidth,
      scrollHeight,
    };
  });
}

test("program, output, threads and timeline are on one screen while it runs", async (page) => {
  await openPlayground(page);
  await show(page, handout("threads.py"), { seed: "3" });
  await lookAt(page, 2.5);
  const { bar, program, log, threads, timeline, scrollWidth, scrollHeight } = await places(page);
  assert.ok(scrollHeight <= 800 && scrollWidth <= 1280, `${scrollWidth} x ${scrollHeight}`);
  assert.ok(bar.bottom <= program.top && program.right <= log.left && log.bottom <= threads.top);
  assert.ok(timeline.top >= program.bottom && timeline.bottom <= 800);
});

test(
  "on a phone the controls, the program and the output are seen together",
  async (page) => {
    await page.resize(360, 780);
    await openPlayground(page);
    await show(page, handout("threads.py"), { seed: "3" });
    await lookAt(page, 2.5);
    const { bar, program, log, scrollWidth } = await places(page);
    assert.ok(scrollWidth <= 360, `${scrollWidth} wide`);
    assert.ok(bar.bottom <= program.top && program.bottom <= log.top && log.bottom <= 780, JSON.stringify({ bar, program, log }));
    // The controls stay where they are when the reader goes down to the threads.
    await page.run(() => scrollTo(0, 500));
    await page.until(() => scrollY > 200);
    const { bar: stays } = await places(page);
    assert.ok(stays.top >= 0 && stays.bottom < 200, JSON.stringify(stays));
  },
  { engines: ["chrome"], why: "a window can't be as narrow as a phone" },
);

for (const [query, field] of /** @type {const} */ ([
  ["lang=en", FIELD],
  ["lang=en&editor=plain", PLAIN_FIELD],
])) {
  test(`from an empty field to a bug that is found, by the keyboard alone: ${query}`, async (page) => {
    await openPlayground(page, query);
    await show(page, "");
    await page.focus(field);
    // The second line is indented by itself, and Tab leaves the field.
    await page.keys("for n in range(2, -1, -1):", Key.ENTER, "print(6 // n)");
    assert.equal(
      await page.run(() => document.querySelector("interleaved-python")?.program),
      "for n in range(2, -1, -1):\n    print(6 // n)",
    );
    await page.keys(Key.TAB);
    assert.notEqual((await page.focusedRoleAndName())[0], "textbox");
    await page.focus("interleaved-python >>> .play");
    await page.keys(Key.ENTER);
    await page.until(() => document.querySelector("interleaved-python")?.ended);
    const { log, wrong } = await lookAt(page, "end");
    assert.equal(log, "3\n6\n");
    assert.deepEqual(wrong, ["⚠2"]);
    // One step back, with its key, the line that fails is still to be run.
    await page.focus("interleaved-python >>> .play");
    await page.keys(",");
    await page.until(() => !document.querySelector("interleaved-python")?.ended);
    assert.match(await page.text("interleaved-python >>> .globals"), /n = 0/);
  });
}

test("examples are offered, and what the reader has written is still there after one", async (page) => {
  await openPlayground(page, "lang=ko&example=lock");
  assert.match(await page.run(() => document.querySelector("interleaved-python")?.program ?? ""), /^# 락을 쥐고/);
  await page.focus(FIELD);
  await page.keys(Key.CONTROL, "a");
  await page.keys("print('mine')");
  /** @param {string} name */
  const choose = (name) =>
    page.run(async (_, name) => {
      const select = /** @type {HTMLSelectElement} */ (document.querySelector("form select"));
      select.value = name;
      select.dispatchEvent(new Event("change"));
    }, name);
  await choose("event");
  await page.until(() => /threading.Event/.test(document.querySelector("interleaved-python")?.program ?? ""));
  await choose("");
  await page.until(() => document.querySelector("interleaved-python")?.program === "print('mine')");
});

test("many seeds are counted by how they end, and one of each can be shown", async (page) => {
  await openPlayground(page, "lang=en&example=deadlock&seed=1");
  const buttons = "form button:nth-of-type(2)";
  await page.click(buttons);
  await page.until(() => document.querySelector(".many p")?.textContent === "100 of 100 seeds run");
  const rows = await page.run(() => Array.from(document.querySelectorAll(".many tr"), (row) => row.textContent ?? ""));
  const counts = rows.map((row) => Number(/^(\d+) of 100/.exec(row)?.[1]));
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    100,
  );
  const stuck = rows.find((row) => row.includes("deadlock"));
  const seed = /Show seed (\d+)/.exec(stuck ?? "")?.[1] ?? "";
  await page.run((_, seed) => {
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === `Show seed ${seed}`);
    button?.click();
  }, seed);
  await page.until((_, seed) => document.querySelector("interleaved-python")?.getAttribute("seed") === seed, seed);
  assert.equal((await lookAt(page, "end")).outcome, "deadlock");
});

test("an element with its script runs what is written there, without what indents it", async (page) => {
  const stage = await page.openStage(`<script type="module" src="interleaved-python.js"></script>
    <interleaved-python editor="none" start-at="0.5">
      <script type="text/x-python">
        import time
        for n in range(2):
            print(n)
            time.sleep(1)
      </script>
    </interleaved-python>`);
  assert.ok(stage);
  await untilShown(page);
  const found = await page.run(() => {
    const node = document.querySelector("interleaved-python");
    const field = /** @type {HTMLElement | null | undefined} */ (node?.shadowRoot?.querySelector(".cm-content"));
    return { program: node?.program, log: node?.logText(), time: node?.currentTime, readOnly: !field?.isContentEditable };
  });
  const program = "import time\nfor n in range(2):\n    print(n)\n    time.sleep(1)\n";
  assert.deepEqual(found, { program, log: "0\n", time: 0.5, readOnly: true });
});

test("an address that holds no program that can be read says so, and shows an example", async (page) => {
  await openPlayground(page, "lang=en#program=AAAA");
  assert.equal(await page.text(".problem"), "The program in this address can’t be read.");
  assert.match(await page.run(() => document.querySelector("interleaved-python")?.program ?? ""), /threading/);
});

test("seeds, and programs, stand side by side on one clock", async (page) => {
  await openPlayground(page, "lang=en&example=threads&seed=3+4");
  const names = await page.run(() => document.querySelector("interleaved-python")?.laneNames);
  assert.deepEqual(names, ["seed 3", "seed 4"]);
  const logs = () =>
    page.run(async () => {
      const node = document.querySelector("interleaved-python");
      await node?.ready;
      await node?.run();
      return node?.laneNames.map((lane) => node.logText(lane));
    });
  const [one, other] = (await logs()) ?? [];
  assert.notEqual(one, other);
  assert.match(await page.text("interleaved-python >>> .conclusion"), /^seed 3: It has ended after 5.0 s. seed 4: /);
  const programs = [handout("sequential.py"), handout("threads.py")];
  await page.run((_, programs) => {
    const node = document.querySelector("interleaved-python");
    if (!node) return;
    node.setAttribute("seed", "3");
    node.programs = programs;
  }, programs);
  const [inSequence, inThreads] = (await logs()) ?? [];
  assert.match(inSequence ?? "", /^(\[A\] total=\d+\n){4}(\[B\] total=\d+\n){5}(\[C\] total=\d+\n){5}Done!!\n$/);
  assert.equal(inThreads?.replaceAll("\n", "").length, (inSequence ?? "").replaceAll("\n", "").length + 1);
  assert.match(
    await page.text("interleaved-python >>> .conclusion"),
    /^Program 1: It has ended after 14.0 s. Program 2: It has ended after 5.0 s.$/,
  );
});
