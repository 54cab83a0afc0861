// What goes wrong in a reader's program is said where it is, and nothing of it is more than
// text; and what never ends holds nobody up.

import assert from "node:assert/strict";

import { inLooks, openIn, rulesIn, violations } from "./harness/axe.js";
import { FIELD, lookAt, openPlayground, show, untilShown } from "./harness/playground.js";
import { test } from "./harness/test.js";

test("an error is marked at its line, and its traceback is beside it", async (page) => {
  await openPlayground(page);
  await show(page, "print('begins')\nitems = [1]\nprint(items[1])\n");
  const { outcome, errors, wrong, log, conclusion } = await lookAt(page, "end");
  assert.equal(outcome, "raised");
  assert.equal(log, "begins\n");
  assert.match(errors, /Traceback.*line 3.*IndexError: list index out of range\s*$/s);
  assert.deepEqual(wrong, ["⚠3"]);
  assert.equal(conclusion, "It has ended with an error: IndexError: list index out of range.");
  // Before that there is no error.
  const before = await lookAt(page, 0);
  assert.deepEqual([before.errors, before.wrong], ["", []]);
});

test("what isn't Python is marked at its line", async (page) => {
  await openPlayground(page);
  await show(page, "x = 1\nif x = 1:\n    print(x)\n");
  const { errors, wrong } = await lookAt(page, "end");
  assert.match(errors, /SyntaxError/);
  assert.deepEqual(wrong, ["⚠2"]);
});

test("what can't be had is said before anything runs, in the reader's language", async (page) => {
  await openPlayground(page, "lang=ko");
  await show(page, "import time\nimport socket\nprint('never')\n");
  const { problems, wrong, log, conclusion } = await lookAt(page, 0);
  assert.match(problems, /^2번째 줄: socket: .*네트워크/);
  assert.deepEqual(wrong, ["⚠2"]);
  assert.equal(log, "");
  assert.equal(conclusion, "여기서는 실행할 수 없는 프로그램입니다.");
});

test("a deadlock is a sentence that says who waits for whom", async (page) => {
  await openPlayground(page, "lang=en&example=philosophers");
  const { outcome, conclusion, threads } = await lookAt(page, "end");
  assert.equal(outcome, "deadlock");
  for (const [one, other] of [
    ["P0", "P1"],
    ["P1", "P2"],
    ["P2", "P0"],
  ]) {
    assert.match(conclusion, new RegExp(`${one} waits for .*, which ${other} holds`));
  }
  assert.match(threads, /P1\s+waits for .*held by P2/);
});

test("what a program prints or is named is only text", async (page) => {
  await openPlayground(page);
  const evil = "<img src=x onerror=alert(1)><script>alert(2)</script>&lt;b&gt;";
  const program = `import threading\nevil = ${JSON.stringify(evil)}\nlock = threading.Lock()\n\nclass T(threading.Thread):\n    def run(self):\n        mine = [evil]\n        with lock:\n            print(evil)\n            print(evil + '\\n' + evil)\n        raise ValueError(evil)\n\nt = T(name=evil)\nt.start()\nt.join()\nprint(f"{evil}")\n`;
  await show(page, program, { seed: "1" });
  const looks = [];
  for (const time of [0.0001, 0.0002, 0.0003]) looks.push(await lookAt(page, time));
  const { log, errors } = await lookAt(page, "end");
  assert.equal(log.split(evil).length, 5);
  assert.ok(errors.includes(evil));
  const inside = await page.run(() => {
    const root = document.querySelector("interleaved-python")?.shadowRoot;
    return [
      root?.querySelectorAll("img, script, b b").length,
      root?.querySelectorAll(".threads-list li").length,
      document.querySelectorAll("img").length,
    ];
  });
  assert.deepEqual(inside, [0, 2, 0]);
});

test("a loop without an end holds nobody up, and what was typed meanwhile stays", async (page) => {
  await openPlayground(page);
  await show(page, "n = 0\nwhile True:\n    n += 1\n");
  await page.click("interleaved-python >>> .play");
  await page.until(() => !document.querySelector("interleaved-python")?.paused);
  // The page answers, and it can be stopped.
  await page.click("interleaved-python >>> .play");
  await page.until(() => document.querySelector("interleaved-python")?.paused);
  await page.focus(FIELD);
  await page.keys("# more");
  assert.match(await page.run(() => document.querySelector("interleaved-python")?.program ?? ""), /# more/);
});

test("as long as nobody knows how long it will be, its axis of time is drawn anew only now and then", async (page) => {
  await openPlayground(page);
  await show(page, "n = 0\nwhile True:\n    n += 1\n    print(n)\n");
  await page.click("interleaved-python >>> .play");
  const { frames, lengths } = await page.run(async ({ drawn }) => {
    const node = document.querySelector("interleaved-python");
    const lengths = new Set();
    let frames = 0;
    for (; (node?.currentTime ?? 0) < 0.2; frames += 1) {
      await drawn();
      lengths.add(node?.duration);
    }
    node?.pause();
    return { frames, lengths: lengths.size };
  });
  // Each is a quarter longer than the last, at least, and the first isn't shorter than an instruction.
  assert.ok(lengths <= 80, `${lengths} in ${frames} frames`);
});

test("a setting that can't be used is said above the program, which runs all the same", async (page) => {
  await openPlayground(page, "lang=en&seed=many&speed=0&switch=never");
  const alert = await page.text("interleaved-python >>> .alert");
  for (const setting of ["seed", "speed", "switch"]) assert.match(alert, new RegExp(`^${setting}: `, "m"));
  await show(page, "print(1)\n");
  assert.equal((await lookAt(page, "end")).log, "1\n");
});

test("the lesson loads nothing of it", async (page) => {
  await page.openDemo();
  const names = await page.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.deepEqual(
    names.filter((name) => /python/.test(name)),
    [],
  );
});

inLooks("the playground", async (page, look) => {
  await openIn(page, "python.html?example=deadlock&", look);
  await untilShown(page);
  const rules = rulesIn(look);
  assert.deepEqual(await violations(page, { rules }), [], "at the start");
  await lookAt(page, "end");
  assert.deepEqual(await violations(page, { rules }), [], "in a deadlock");
  await show(page, "import time\nxs = [1]\nprint(xs)\ntime.sleep(1)\nprint(xs[1])\n");
  await lookAt(page, 0.5);
  assert.deepEqual(await violations(page, { rules }), [], "between");
  await lookAt(page, "end");
  assert.deepEqual(await violations(page, { rules }), [], "with an error");
});
