// The programs beside the run: the panel that the setting `code` asks for.

import assert from "node:assert/strict";

import { lastCopy, takeCopies } from "./harness/clipboard.js";
import { makeReaders, marks, openPrograms, seek, stands } from "./harness/programs.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */
/** @import { Mark } from "./harness/programs.js" */

/**
 * Copies the first program, and waits for what is said of that.
 *
 * @param {Page} page
 * @param {string} said
 */
async function copy(page, said) {
  await page.run(({ find }) => find(".program button").click());
  await page.until(({ find }, said) => find(".said").textContent === said, said);
}

test("marks stand where the events say, back and forth", async (page) => {
  for (const code of ["python", "rust", "javascript"]) {
    // JavaScript's programs have no print that a lock could be around.
    for (const lock of code === "javascript" ? [""] : ["", "&lock"]) {
      await openPrograms(page, `code=${code}&lanes=sequential,async,threads&tasks=A:1:4,B:5:7,C:3:3${lock}`);
      const { least, differences } = await page.run(({ demo, kept: { readers } }) => {
        let least = demo.laneNames.length;
        /** @type {string[]} */
        const differences = [];
        const compare = () => {
          const found = readers.compare();
          least = Math.min(least, found.compared);
          differences.push(...found.differences);
        };
        compare();
        while (!demo.ended) {
          demo.stepForward();
          compare();
        }
        while (demo.currentTime > 0) {
          demo.stepBack();
          compare();
        }
        for (const time of [9, 2, 2.5, 0, 1, 99, 3]) {
          demo.currentTime = time;
          compare();
        }
        demo.reset();
        compare();
        return { least, differences };
      });
      // JavaScript has no threads of this kind.
      assert.equal(least, code === "javascript" ? 2 : 3);
      assert.deepEqual(differences, [], `${code}${lock}`);
    }
  }
});

test("marks stand at the lines that a reader expects", async (page) => {
  await openPrograms(page, "code=python&lanes=sequential,async,threads");
  assert.deepEqual(await page.run(stands, "sequential"), []);
  await seek(page, 4);
  assert.deepEqual(await page.run(stands, "sequential"), ["B: time.sleep(1)", 'main: sum_range("B", 5, 10)']);
  assert.deepEqual(await page.run(stands, "async"), [
    "B: await asyncio.sleep(1)",
    "C: await asyncio.sleep(1)",
    "main: async with asyncio.TaskGroup() as group:",
  ]);
  assert.deepEqual(await page.run(stands, "threads"), ["B: time.sleep(1)", "C: time.sleep(1)", "main: thread.join()"]);
  await seek(page, 99);
  for (const lane of ["sequential", "async", "threads"]) {
    assert.deepEqual(await page.run(stands, lane), []);
  }
});

test("who computes stands where it computes", async (page) => {
  // In the lane `threads`, since in others such tasks run in earnest.
  for (const { work, time, ...expected } of [
    { work: "block", time: 0.5, B: "time.sleep(1)" },
    { work: "compute", time: 1.5, B: "compute(1)" },
  ]) {
    await openPrograms(page, `code=python&lanes=threads&work=${work}&tasks=A:1:3,B:5:7`);
    await seek(page, time);
    const found = await page.run(stands, "threads");
    assert.deepEqual(found, ["A: compute(1)", `B: ${expected.B}`, "main: thread.join()"], work);
  }
});

test("a task that waits for the lock stands at the lock", async (page) => {
  for (const [code, line] of [
    ["python", "with lock:"],
    ["rust", "Some(lock) => Some(task.lock(lock).await),"],
  ]) {
    await openPrograms(page, `code=${code}&lanes=threads&lock&seed=4`);
    const who = await page.run(({ demo }) => {
      const last = () => demo.events("threads").at(-1);
      do demo.stepForward();
      while (!demo.ended && last()?.on !== "resource");
      return last()?.task;
    });
    const found = await page.run(stands, "threads");
    assert.ok(found.includes(`${who}: ${line}`), `${who} is not at ${line}: ${found}`);
  }
});

test("what is pointed at in a log is shown in the program", async (page) => {
  await openPrograms(page, "code=python");
  await seek(page, 2);
  const shown = await page.run(({ all }) => {
    const rows = all(".rows")[1];
    const row = all(".row", rows)[4];
    row?.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    const lines = all(".line.pointed").map((line) => line.textContent?.trim());
    rows?.dispatchEvent(new PointerEvent("pointerleave"));
    return { row: row?.textContent, lines, left: all(".line.pointed, .by").length };
  });
  const line = 'print(f"[{name}] total={total}")\nB';
  assert.deepEqual(shown, { row: "[B] total=11", lines: [line], left: 0 });
});

test("a program is copied whole", async (page) => {
  for (const { code, lang, said } of [
    { code: "python", lang: "en", said: "Copied" },
    { code: "rust", lang: "en", said: "Copied" },
    { code: "javascript", lang: "ko", said: "복사했습니다" },
  ]) {
    await openPrograms(page, `code=${code}&lang=${lang}`);
    await page.run(takeCopies);
    await page.run(async ({ demo }, lang) => {
      demo.lang = lang;
      await demo.ready;
    }, lang);
    await copy(page, said);
    const copied = await page.run(lastCopy);
    assert.equal(copied, await page.run(({ kept }) => kept.readers.whole()));
    assert.match(copied, /[);,]\n$/);
    // The names of those who are at a line are no part of it.
    assert.ok(!copied.includes("main\n"), copied);
  }
});

test("where nothing may be copied the text is selected", async (page) => {
  await openPrograms(page, "code=python");
  await page.run(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await copy(page, "Press Ctrl+C or ⌘C");
  const [focused, selected, whole] = await page.run(({ root, kept }) => {
    const area = /** @type {HTMLTextAreaElement} */ (root.querySelector("textarea"));
    const selected = area.value.slice(area.selectionStart, area.selectionEnd);
    return [root.activeElement === area, selected, kept.readers.whole()];
  });
  assert.equal(focused, true);
  assert.equal(selected, whole);
  await page.run(({ find }) => find("textarea").blur());
  await page.until(({ root }) => !root.querySelector("textarea"));
  // A frame without leave to write may still copy what is selected, at a real click.
  await page.run(() => Reflect.deleteProperty(document, "execCommand"));
  await page.click("interleaved-demo >>> .program button");
  await page.until(({ find }) => find(".said").textContent === "Copied");
  assert.equal(await page.run(({ root }) => root.querySelector("textarea")), null);
});

test("of many tasks few are written out, and all are counted", async (page) => {
  const tasks = Array.from({ length: 20 }, (_, task) => `t${task}:0:3`);
  await openPrograms(page, `code=python&tasks=${tasks.join()}`);
  await seek(page, 1);
  const counts = await page.run(({ all, kept: { readers } }) => {
    return all(".others:not(:empty)", readers.listing("async")).map((node) => {
      const line = /** @type {HTMLElement} */ (node.closest(".line"));
      return [node.textContent, line.dataset.at];
    });
  });
  assert.deepEqual(counts, [["+15", "wait"]]);
  await seek(page, 22);
  assert.deepEqual(await page.run(marks, "sequential"), [{ who: "main", at: "call", text: "# … and 15 more" }]);
  const others = await page.run(({ kept: { readers } }) => readers.others(readers.listing("sequential")));
  assert.deepEqual(others, ["+1"]);
  // Going back takes them away again.
  await seek(page, 1);
  await page.run(({ demo }) => demo.reset());
  assert.deepEqual(await page.run(({ kept }) => kept.readers.others()), []);
  await page.run(takeCopies);
  await copy(page, "Copied");
  const copied = await page.run(lastCopy);
  assert.equal(copied.match(/^sum_range\("t\d+", 0, 3\)$/gm)?.length, 20);
});

test("the programs follow the setting, and cost nothing without it", async (page) => {
  await page.openDemo("lang=en&start-at=2");
  await page.run(makeReaders);
  await page.until(({ demo }) => demo.currentTime === 2);
  const loaded = await page.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.deepEqual(
    loaded.filter((name) => /code-view|programs|rust-source/.test(name)),
    [],
  );
  for (const { code, line } of [
    { code: "rust", line: "task.sleep(interval).await;" },
    { code: "python", line: "await asyncio.sleep(1)" },
    { code: "javascript", line: "await sleep(1000);" },
  ]) {
    await page.run(({ demo }, code) => demo.setAttribute("code", code), code);
    await page.until(({ kept }, line) => {
      return kept.readers.marks("async").some((/** @type {Mark} */ { text }) => text === line);
    }, line);
    // It is still the same run.
    assert.equal(await page.run(({ demo }) => demo.currentTime), 2);
  }
  const programs = (/** @type {InPage} */ { root }) => root.querySelectorAll(".program").length;
  await page.run(({ demo }) => demo.setAttribute("code", "cobol"));
  await page.until(({ find }) => find(".alert").textContent?.includes("cobol"));
  assert.equal(await page.run(programs), 2);
  await page.run(({ demo }) => demo.removeAttribute("code"));
  await page.until(({ root }) => !root.querySelector(".program"));
});

test("programs are explained in Korean too", async (page) => {
  await openPrograms(page, "code=javascript&lanes=async,threads");
  const words = (/** @type {InPage} */ { all }) => {
    return all(".code .title, .code .name, .code .note")
      .map(({ textContent }) => textContent)
      .join("|");
  };
  const english = await page.run(words);
  assert.ok(english.startsWith("The program in JavaScript||Async|"), english);
  assert.ok(english.includes("JavaScript has no threads that share a print"), english);
  await page.run(({ demo }) => {
    demo.currentTime = 1;
    demo.lang = "ko";
  });
  await page.until(({ find }) => find(".code .title").textContent === "JavaScript 프로그램");
  const korean = await page.run(words);
  assert.ok(korean.includes("출력을 함께 쓰는 스레드가 없습니다"), korean);
  // The marks are there at once, not only after the next event.
  const names = (await page.run(marks, "async")).map(({ who }) => who);
  assert.deepEqual(names.toSorted(), ["A", "B", "C", "메인"]);
});

test("a name is shown as text", async (page) => {
  const names = ["<img/src=x/onerror=alert(1)>", 'a"b\\n|', "\u202e서울"];
  const tasks = names.map((name) => `${encodeURIComponent(name)}:1:3`);
  await openPrograms(page, `code=python&tasks=${tasks.join()}`);
  const calls = await page.run(({ all, kept: { readers } }) => {
    const lines = all("[data-at=call] code", readers.listing("sequential"));
    return lines.map(({ textContent }) => textContent);
  });
  assert.deepEqual(calls, [
    'sum_range("<img/src=x/onerror=alert(1)>", 1, 3)\n',
    'sum_range("a\\"b\\\\n|", 1, 3)\n',
    'sum_range("\\u202e서울", 1, 3)\n',
  ]);
  assert.equal(await page.run(({ root }) => root.querySelector(".program img")), null);
});

test("a narrow page shows one program at a time", async (page) => {
  await page.resize(320, 800);
  const tasks = "tasks=Wolfeschlegelsteinhausen:1:5,B:5:10,C:10:15";
  await openPrograms(page, `code=rust&lanes=sequential,async,threads&${tasks}`);
  await seek(page, 2);
  for (const chosen of [0, 1, 2]) {
    const { visible, wider } = await page.run(({ all }, chosen) => {
      all(".chooser button")[chosen]?.click();
      const visible = all(".program").map(({ offsetWidth }) => offsetWidth > 0);
      const rights = all(".program *").map((node) => node.getBoundingClientRect().right);
      const wider = Math.max(document.documentElement.scrollWidth, ...rights) - innerWidth;
      return { visible, wider };
    }, chosen);
    assert.deepEqual(
      visible,
      [0, 1, 2].map((each) => each === chosen),
    );
    assert.ok(wider <= 0, `something is ${wider} pixels too wide`);
  }
  await page.resize(1600, 800);
  // A window may take a while to have its size.
  await page.until(({ all }) => all(".program").every(({ offsetWidth }) => offsetWidth > 0));
});
