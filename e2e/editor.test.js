// The editor: a form that changes the settings, and the address that follows it.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/** Selectors of the form's parts. */
const NAME = ".editor li .name";
const LOW = ".editor li [type=number]";
const INTERVAL = ".editor label [type=number]";
const REMOVE = ".editor li button";
const ADD = ".editor .tools button:nth-child(1)";
const UNDO = ".editor .tools button:nth-child(2)";
const REDO = ".editor .tools button:nth-child(3)";
const LESSON = ".editor .tools button:nth-child(4)";
const SHUFFLE = ".editor label + button";
const LOCK = ".editor button + label";

// What follows up to the helpers of tests runs in the page.

/** @param {InPage} page */
function hasEditor({ root }) {
  return root.querySelector(".editor") !== null;
}

/**
 * @param {InPage} page
 * @param {string} selector
 */
function select({ find }, selector) {
  find(selector).focus();
  find(selector).select();
}

/** @param {InPage} page */
function log({ demo }) {
  return demo.logText("async");
}

function address() {
  return location.search + location.hash;
}

// What follows runs here.

/**
 * Opens the demo alone with the editor, and waits for it.
 *
 * @param {Page} page
 * @param {string} query
 */
async function open(page, query) {
  await page.open(`embed.html?editor&speed=100&${query}`);
  await page.until(hasEditor);
}

/**
 * @param {Page} page
 * @param {string} tasks
 */
async function untilTasks(page, tasks) {
  await page.until(({ demo }, tasks) => demo.toJSON().tasks === tasks, tasks);
}

/**
 * Waits until something in the demo says `words`.
 *
 * @param {Page} page
 * @param {string} selector
 * @param {string} words
 */
async function untilSaid(page, selector, words) {
  await page.until(({ find }, selector, words) => find(selector).textContent?.includes(words), selector, words);
}

test("typing changes the run and keeps its focus and caret", async (page) => {
  await open(page, "");
  await page.run(({ find, kept }, name) => {
    kept.field = find(name);
    kept.field.focus();
    kept.field.setSelectionRange(0, 0);
  }, NAME);
  // Keys that would step, play and reset, if they weren't text.
  await page.keys("r.");
  await untilTasks(page, "r.A:1:5 B:5:10 C:10:15");
  await page.keys("가");
  await untilTasks(page, "r.가A:1:5 B:5:10 C:10:15");
  const caret = await page.run(({ kept: { field } }) => [field.matches(":focus"), field.selectionStart]);
  assert.deepEqual(caret, [true, 3]);
  await page.keys(Key.LEFT, Key.HOME);
  assert.deepEqual(await page.run(({ demo }) => [demo.currentTime, demo.paused]), [0, true]);
  await page.run(({ demo }) => void (demo.currentTime = 99));
  assert.match(await page.run(log), /^\[r\.가A\] total=1\n/);
  await page.run(select, INTERVAL);
  await page.keys("0.25");
  await page.until(({ demo }) => demo.toJSON().interval === "250");
});

test("a field says what is wrong with it, and the demo stays", async (page) => {
  await open(page, "lang=ko&start-at=2");
  const before = await page.run(log);
  assert.notEqual(before, "");
  await page.run(select, LOW);
  await page.keys(Key.BACK_SPACE);
  await untilSaid(page, ".problem", "정수를 입력하세요.");
  // Nothing of how the setting is written, nor of how large it may be.
  assert.equal(await page.text(".problem"), "정수를 입력하세요.");
  const [focused, description] = await page.run(({ root, find }) => {
    const field = find("[aria-invalid]");
    const description = root.getElementById(field.getAttribute("aria-describedby") ?? "");
    return [field === root.activeElement, description?.textContent ?? ""];
  });
  assert.equal(focused, true);
  assert.notEqual(description, "");
  assert.equal(await page.run(log), before);
  await page.keys("3");
  await untilTasks(page, "A:3:5 B:5:10 C:10:15");
  await page.until(({ root }) => !root.querySelector("[aria-invalid]"));
  // A name can't have a space; what is wrong is what is undone.
  await page.run(select, NAME);
  await page.keys("A B");
  await page.until(({ root }) => root.querySelector(".name[aria-invalid]"));
  await page.keys(Key.CONTROL, "z");
  assert.equal(await page.run(({ find }) => find("input.name").value), "A");
  await untilTasks(page, "A:3:5 B:5:10 C:10:15");
});

test("fifty steps and more can be undone and redone", async (page) => {
  await open(page, "tasks=A:0:1");
  await page.run(select, LOW);
  await page.run(({ find }, selector) => {
    const field = find(selector);
    for (let low = 1; low <= 55; low += 1) {
      field.value = String(-low);
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }, LOW);
  await untilTasks(page, "A:-55:1");
  for (let step = 0; step < 55; step += 1) await page.keys(Key.CONTROL, "z");
  await untilTasks(page, "A:0:1");
  await page.keys(Key.CONTROL, Key.SHIFT, "Z");
  await untilTasks(page, "A:-1:1");
  await page.click(REDO);
  await untilTasks(page, "A:-2:1");
  await page.click(UNDO);
  await untilTasks(page, "A:-1:1");
  await page.click(LESSON);
  await untilTasks(page, "A:0:1");
  await page.click(UNDO);
  await untilTasks(page, "A:-1:1");
});

test("tasks are added and removed by keyboard", async (page) => {
  await open(page, "");
  await page.focus(ADD);
  await page.keys(Key.ENTER);
  await untilTasks(page, "A:1:5 B:5:10 C:10:15 D:15:20");
  // The new name is selected.
  await page.keys("x");
  await untilTasks(page, "A:1:5 B:5:10 C:10:15 x:15:20");
  await page.focus(REMOVE);
  for (const left of ["B:5:10 C:10:15 x:15:20", "C:10:15 x:15:20", "x:15:20"]) {
    await page.keys(Key.ENTER);
    await untilTasks(page, left);
  }
  // The last one stays, and so does the focus.
  await page.keys(Key.ENTER);
  await page.until(({ root }) => root.activeElement?.matches("li button[aria-disabled=true]"));
  await untilTasks(page, "x:15:20");
});

test("what others change is in the form, and can be undone", async (page) => {
  await open(page, "");
  await page.run(({ demo }) => {
    demo.setAttribute("tasks", "P:0:1,Q:2:3");
    demo.setAttribute("interval", "500");
  });
  const hasValues = (/** @type {InPage} */ { all }, /** @type {string} */ values) => {
    return (
      all(".editor input:not([type=checkbox])")
        .map(({ value }) => value)
        .join() === values
    );
  };
  await page.until(hasValues, "P,0,1,Q,2,3,0.5,1");
  await page.click(UNDO);
  await page.until(hasValues, "A,1,5,B,5,10,C,10,15,1,1");
  await page.until(({ demo }) => !("tasks" in demo.toJSON()));
});

test("many tasks are one text", async (page) => {
  const tasks = Array.from("ABCDEFGHIJKL", (name) => `${name}:0:1`);
  await open(page, `tasks=${tasks.join()}`);
  await page.click(ADD);
  const text = `${tasks.join(" ")} M:1:2`;
  await untilTasks(page, text);
  const writes = (/** @type {InPage} */ { root }) => root.activeElement?.matches("textarea");
  await page.until(writes);
  await page.keys(Key.END, " N:5");
  await untilSaid(page, ".problem", "N:5");
  await page.keys(":7");
  await untilTasks(page, `${text} N:5:7`);
  // Few again, but not taken out of the writer's hands.
  await page.run(select, "textarea");
  await page.keys("A:0:1");
  await untilTasks(page, "A:0:1");
  await page.until(writes);
});

test("lanes keep their order, and threads bring their fields", async (page) => {
  await open(page, "lanes=async,sequential");
  await page.until(({ find }) => !find(".seed").checkVisibility());
  await page.click("fieldset label:nth-of-type(4) input");
  await page.until(({ demo }) => demo.toJSON().lanes === "async sequential threads");
  await page.until(({ find }) => find(".seed").checkVisibility());
  await page.click(LOCK);
  await page.until(({ demo }) => demo.toJSON().lock === "");
  await page.run(({ all }) => {
    for (const box of all("fieldset input")) if (box.checked) box.click();
  });
  await page.until(({ find }) => find("fieldset input").getAttribute("aria-invalid") === "true");
  assert.equal(await page.run(({ demo }) => demo.toJSON().lanes), "threads");
});

test("the address follows the first demo and no other", async (page) => {
  await page.open("embed.html?editor&tasks=A:0:3,B:0:3&other=x#here");
  await page.until(hasEditor);
  // Opening hasn't changed it.
  assert.equal(await page.run(address), "?editor&tasks=A:0:3,B:0:3&other=x#here");
  await page.run(select, NAME);
  await page.keys("%&#");
  await page.until(() => location.href.endsWith("?editor=&tasks=%25%26%23:0:3+B:0:3&other=x#here"));
  const tasks = await page.run(({ demo }) => demo.toJSON().tasks ?? "");
  assert.equal(tasks, "%&#:0:3 B:0:3");
  const opened = await page.run(address);
  await page.open(`embed.html${opened}`);
  await untilTasks(page, tasks);
  await page.run(async () => {
    const other = document.createElement("interleaved-demo");
    other.setAttribute("editor", "");
    document.body.append(other);
    await other.ready;
    other.setAttribute("tasks", "Z:0:1");
    await other.ready;
  });
  assert.equal(await page.run(address), opened);
});

test("a permalink carries any name", async (page) => {
  const isThere = (/** @type {InPage} */ { demo }) => demo.laneNames.length === 2;
  for (const [name, shown] of [
    ["a&b=c#d%41+e?f", "a&b=c#d%41+e?f"],
    ["🧵:가:é", "🧵:가:é"],
    ["\u05d0\u05d1\u202e!", "\u05d0\u05d1\u202e!"],
    ["<b>\"'\\", "<b>\"'\\"],
    // Half a character becomes what stands for one that is unknown.
    ["\ud83d", "\ufffd"],
    ["x\udc00y\0z", "x\ufffdy\ufffdz"],
  ]) {
    await page.open("embed.html");
    await page.until(isThere);
    // As code units, for a driver is told no halves of characters.
    const units = Array.from({ length: name?.length ?? 0 }, (_, unit) => name?.charCodeAt(unit) ?? 0);
    const link = await page.run(async ({ demo }, units) => {
      demo.setAttribute("tasks", `${String.fromCharCode(...units)}:1:3`);
      await demo.ready;
      demo.currentTime = 1.0004;
      return demo.permalink;
    }, units);
    assert.match(link, /&start-at=1$/);
    await page.goto(link);
    await page.until(isThere);
    assert.equal(await page.run(log), `[${shown}] total=1\n`, link);
  }
});

test("shuffling keeps the moment and counts the logs", async (page) => {
  const said = (/** @type {string} */ words) => untilSaid(page, ".permutations", words);
  await open(page, "lanes=threads&lang=en");
  await said("Seeds tried: 1. Different logs: 1.");
  await said(" 3,240,000 ");
  const keepLog = (/** @type {InPage} */ { demo, kept }) => {
    kept.logs ??= new Set();
    return demo.ended && kept.logs.add(demo.logText("threads")).size;
  };
  await page.run(({ demo }) => void (demo.currentTime = 99));
  await page.focus(SHUFFLE);
  assert.equal(await page.run(keepLog), 1);
  for (let seeds = 2; seeds <= 6; seeds += 1) {
    await page.keys(Key.ENTER);
    await said(`Seeds tried: ${seeds}.`);
    await page.until(keepLog);
  }
  const [different, lines] = await page.run(({ kept: { logs } }) => {
    return [logs.size, Array.from(logs, (log) => log.split("\n").length)];
  });
  assert.deepEqual(lines, Array(different).fill(16));
  await said(`Different logs: ${different}.`);
  await page.click(LOCK);
  await said(" 2,592 ");
});
