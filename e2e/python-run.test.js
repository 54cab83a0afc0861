// A Python program of the reader's own: typed, run to its end, and gone through.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { FIELD, handout, lookAt, openPlayground, show, untilShown } from "./harness/playground.js";
import { test } from "./harness/test.js";

/** @import { InterleavedPython } from "../www/interleaved-python.js" */
/** @import { Page } from "./harness/page.js" */

/**
 * What `runPython` says of a program, in the same page.
 *
 * @param {Page} page
 * @param {string} program
 * @param {number} seed
 */
function told(page, program, seed) {
  return page.run(
    async (_, program, seed) => {
      const { runPython } = await import(new URL("interleaved.js", document.baseURI).href);
      const { output, outcome, duration } = await runPython(program, { seed });
      return /** @type {{ output: string, outcome: string, duration: number }} */ ({ output, outcome, duration });
    },
    program,
    seed,
  );
}

test("the handout's second program is typed, and runs to its end", async (page) => {
  await openPlayground(page, "lang=en&seed=4");
  const program = handout("threads.py").trimEnd();
  await page.click(FIELD);
  await page.keys(Key.CONTROL, "a");
  await page.keys(Key.DELETE);
  for (const [index, line] of program.split("\n").entries()) {
    // The editor indents a new line as it sees fit.
    if (index) await page.keys(Key.ENTER);
    if (index) await page.keys(Key.SHIFT, Key.HOME);
    await page.keys(line || Key.DELETE);
  }
  // At once, while what was typed last hasn't been taken yet.
  await page.click("interleaved-python >>> .play");
  await page.until(() => {
    const node = /** @type {InterleavedPython} */ (document.querySelector("interleaved-python"));
    node.speed = 100;
    return node.ended;
  });
  const { log, outcome, conclusion } = await lookAt(page, "end");
  assert.equal(outcome, "done");
  assert.equal(conclusion, "It has ended after 5.0 s.");
  assert.equal(log, (await told(page, program, 4)).output);
  assert.equal(await page.run(() => document.querySelector("interleaved-python")?.program), program);
});

test("at each moment it is seen what each thread is at, forwards as backwards", async (page) => {
  await openPlayground(page);
  await show(page, handout("threads.py"), { seed: "0" });
  const times = [0.5, 1.5, 3.5, 4.5];
  const forwards = [];
  for (const time of times) forwards.push(await lookAt(page, time));
  const [first] = forwards;
  assert.match(first?.threads ?? "", /MainThread\s+waits for the end of Thread-1/);
  assert.match(first?.threads ?? "", /Thread-2\s+sleeps until 1.0 s\s*in sum\(\), line 10 name = 'B' low = 5 high = 10 total = 5 i = 5/);
  assert.match(forwards[1]?.log ?? "", /^\[A\] total=1\n\[B\] total=5\n\[C\] total=10\n$/);
  // Three threads sleep in line 10, and the main thread waits in line 29.
  assert.equal(first?.marks[9], 3);
  assert.equal(first?.marks[28], 1);
  const same = (/** @type {object | undefined} */ look) => JSON.stringify(look).replaceAll(/ ?\(changed\)/g, "");
  for (const [index, time] of [...times.entries()].reverse()) assert.equal(same(await lookAt(page, time)), same(forwards[index]));
});

test("a step goes to the next line, of any thread or of one, to the next print or switch, and back", async (page) => {
  await openPlayground(page);
  await show(
    page,
    "import threading\n\ndef f():\n    x = 1\n    y = 2\n    print(x + y)\n\nt = threading.Thread(target=f, name='T')\nt.start()\nt.join()\n",
  );
  /** @param {string} unit @param {boolean} forward */
  const step = (unit, forward) =>
    page.run(
      async ({ drawn }, unit, forward) => {
        const root = /** @type {ShadowRoot} */ (document.querySelector("interleaved-python")?.shadowRoot);
        const [units] = root.querySelectorAll("select");
        if (units) units.value = unit;
        const [, back, on] = root.querySelectorAll(".bar .step");
        /** @type {HTMLElement} */ (forward ? on : back).click();
        await drawn();
      },
      unit,
      forward,
    );
  const now = async () => {
    const [line] = await page.run(() =>
      Array.from(
        document.querySelector("interleaved-python")?.shadowRoot?.querySelectorAll(".washes .now") ?? [],
        (wash) => Number(/** @type {HTMLElement} */ (wash).style.getPropertyValue("--line-number")) + 1,
      ),
    );
    return line;
  };
  const lines = [];
  for (let steps = 0; steps < 4; steps += 1) {
    await step("line", true);
    lines.push(await now());
  }
  // From the first, over what only the definition of a function passes, into another thread.
  assert.deepEqual(lines, [3, 8, 9, 4]);
  await step("line", false);
  assert.equal(await now(), 9);
  await step("print", true);
  assert.equal(await page.run(() => document.querySelector("interleaved-python")?.logText()), "3");
  await step("print", false);
  assert.equal(await page.run(() => document.querySelector("interleaved-python")?.logText()), "");
  // A line of one thread: its own buttons.
  await page.run(() => document.querySelector("interleaved-python")?.reset());
  await step("switch", true);
  await page.until(() => document.querySelector("interleaved-python")?.shadowRoot?.querySelector(".threads-list > li"));
});

test("another seed is another run, and a second run shows everything anew", async (page) => {
  await openPlayground(page);
  const program = handout("threads.py");
  const logs = new Set();
  for (const seed of ["1", "2", "3", "4"]) {
    await show(page, program, { seed });
    const { log } = await lookAt(page, "end");
    assert.equal(log, (await told(page, program, Number(seed))).output);
    logs.add(log);
  }
  assert.ok(logs.size > 1);
  await page.click("interleaved-python >>> .play");
  await page.until(() => {
    const node = document.querySelector("interleaved-python");
    return node && !node.paused && node.currentTime < 4 && node.logText() === "";
  });
  await page.run(() => document.querySelector("interleaved-python")?.pause());
  assert.equal((await lookAt(page, "end")).log, (await told(page, program, 4)).output);
});

test("the address holds the program, and nothing of it reaches a server", async (page) => {
  await openPlayground(page);
  const program = "print('가나다 + / ? # &')\nimport time\ntime.sleep(2)\nprint('end')\n";
  await show(page, program, { seed: "7" });
  await lookAt(page, 1.5);
  const link = await page.run(() => document.querySelector("interleaved-python")?.permalink ?? "");
  const { search, hash } = new URL(link);
  assert.doesNotMatch(decodeURIComponent(search), /program|가나다/);
  assert.match(hash, /^#program=[\w-]+$/);
  await page.goto("about:blank");
  await page.goto(link);
  await untilShown(page);
  const shown = await page.run(() => {
    const node = document.querySelector("interleaved-python");
    return [node?.program, node?.getAttribute("seed"), node?.currentTime, node?.logText()];
  });
  assert.deepEqual(shown, [program, "7", 1.5, "가나다 + / ? # &\n"]);
  // The page's own address says it as well, so it can be passed on as it stands.
  assert.equal(await page.run(() => location.hash), hash);
});

test("a run stops before a line with a breakpoint, goes on from there, and stops again in the second run", async (page) => {
  await openPlayground(page);
  const program = handout("threads.py");
  const line = program.split("\n").findIndex((text) => text.includes("print(f")) + 1;
  await show(page, program, { seed: "0", speed: "100" });
  await page.run(({ kept }) => {
    kept.heard = [];
    const node = /** @type {InterleavedPython} */ (document.querySelector("interleaved-python"));
    for (const name of ["play", "pause", "ended"]) node.addEventListener(name, () => kept.heard.push(name));
  });
  const number = `interleaved-python >>> .row-number:nth-child(${line})`;
  await page.click(number);
  const stopped = () => {
    const node = /** @type {InterleavedPython} */ (document.querySelector("interleaved-python"));
    return node.paused && node.currentTime > 0;
  };
  const seen = () =>
    page.run(async ({ drawn, kept }) => {
      await drawn();
      const node = /** @type {InterleavedPython} */ (document.querySelector("interleaved-python"));
      const root = /** @type {ShadowRoot} */ (node.shadowRoot);
      const heard = kept.heard.splice(0);
      const [wash] = root.querySelectorAll(".washes .now");
      const at = wash instanceof HTMLElement ? Number(wash.style.getPropertyValue("--line-number")) + 1 : 0;
      const said = root.querySelector(".program .unseen")?.textContent;
      return { heard, at, log: node.logText(), said, breakpoints: node.getAttribute("breakpoints") };
    });
  assert.deepEqual(await seen(), {
    heard: [],
    at: 0,
    log: "",
    said: `Breakpoint at line ${line}: a run stops before it`,
    breakpoints: String(line),
  });
  for (let run = 0; run < 2; run += 1) {
    for (const log of ["", "[A] total=1\n"]) {
      await page.click("interleaved-python >>> .play");
      await page.until(stopped);
      const said = `Stopped at the breakpoint, before line ${line}`;
      assert.deepEqual(await seen(), { heard: ["play", "pause"], at: line, log, said, breakpoints: String(line) });
    }
    await page.run(() => /** @type {InterleavedPython} */ (document.querySelector("interleaved-python")).reset());
  }
  // By the keyboard it goes away again.
  await page.click(FIELD);
  await page.run((_, line) => {
    const root = /** @type {ShadowRoot} */ (document.querySelector("interleaved-python")?.shadowRoot);
    const row = /** @type {Element} */ (root.querySelectorAll(".cm-line")[line - 1]);
    getSelection()?.collapse(row.firstChild, 0);
  }, line);
  await page.keys(Key.F9);
  await page.until(({ kept }) => kept.heard && document.querySelector("interleaved-python")?.getAttribute("breakpoints") === null);
  await page.click("interleaved-python >>> .play");
  await page.until(() => /** @type {InterleavedPython} */ (document.querySelector("interleaved-python")).ended);
});

test("what is no line is said of breakpoints", async (page) => {
  await openPlayground(page, "lang=en&breakpoints=3,x");
  const alert = () => page.run(() => document.querySelector("interleaved-python")?.shadowRoot?.querySelector(".alert")?.textContent);
  assert.match((await alert()) ?? "", /breakpoints: “x” is not a whole number from 1 to 1000000\./);
  await openPlayground(page, "lang=en&breakpoints=3,7");
  assert.equal(await alert(), "");
  const set = await page.run(() => document.querySelector("interleaved-python")?.shadowRoot?.querySelectorAll(".row-number.breaks").length);
  assert.equal(set, 2);
});
