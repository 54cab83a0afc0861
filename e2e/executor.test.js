// How the page shows what the executor does. That it is what the core did is a test of
// its own, without a browser: `unit/executor-steps.test.js`.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/**
 * Opens the demo, and in it the executor.
 *
 * @param {Page} page
 * @param {string} [query]
 */
async function open(page, query) {
  await page.openDemo(query);
  await page.click("summary");
  await page.until(({ root }) => root.querySelector(".executor"));
}

test("the executor is shown when the reader opens it, by key, and not before", async (page) => {
  await page.openDemo();
  const loaded = await page.run(() => {
    const names = performance.getEntriesByType("resource").map(({ name }) => name);
    return names.filter((name) => name.includes("executor"));
  });
  assert.deepEqual(loaded, [], "it is loaded before it is wanted");
  await page.focus("summary");
  await page.keys(" ");
  await page.until(({ root }) => root.querySelector(".executor"));
  const paused = await page.run(({ demo }) => demo.paused);
  assert.equal(paused, true, "the key that opens it runs the demo");
  await page.keys(".");
  await page.until(({ demo }) => demo.logText("sequential") !== "");
  await page.keys(Key.ENTER);
  await page.until(({ root }) => !root.querySelector(".executor"));
});

test("a step back shows what the step forward showed, and nothing jumps", async (page) => {
  for (const { width, query } of [
    { width: 1280, query: "" },
    { width: 320, query: "" },
    {
      width: 320,
      query: "lang=ko&lanes=threads&lock&tasks=A:0:3,Bora:0:2,Chul-su:0:3,D:0:1",
    },
    { width: 700, query: "lanes=threads&lock" },
  ]) {
    await page.resize(width, 800);
    await open(page, query);
    const { forward, back, heights } = await page.run(({ demo, find }) => {
      const panel = find(".executor");
      const heights = new Set();
      const shown = () => {
        heights.add(panel.offsetHeight);
        const parts = Array.from(panel.querySelectorAll(".on, .moved"), (part) => part.className);
        return panel.textContent + parts.join();
      };
      const forward = [shown()];
      while (!demo.ended) {
        demo.stepForward();
        forward.push(shown());
      }
      const back = [shown()];
      while (back.length < forward.length) {
        demo.stepBack();
        back.push(shown());
      }
      return { forward, back: back.reverse(), heights: [...heights] };
    });
    assert.ok(forward.length > 30, `${forward.length} steps`);
    assert.deepEqual(back, forward);
    assert.equal(heights.length, 1, `${query} at ${width} is ${heights} pixels high`);
  }
});

test("the way back over a long run shows the same", async (page) => {
  const tasks = Array.from({ length: 60 }, (_, task) => `T${task}:0:30`);
  await open(page, `lanes=async&tasks=${tasks.join(",")}`);
  const texts = [];
  for (const time of [3, 20, 30, 20, 3]) {
    const text = await page.run(async ({ demo, find, event }, time) => {
      const seeked = event("seeked");
      demo.currentTime = time;
      await seeked;
      return find(".executor").textContent;
    }, time);
    texts.push(text);
  }
  const [three, twenty, thirty, twentyAgain, threeAgain] = texts;
  assert.equal(threeAgain, three);
  assert.equal(twentyAgain, twenty);
  assert.equal(new Set([three, twenty, thirty]).size, 3);
  assert.ok(thirty?.includes("49 more"), String(thirty));
});

test("the executor's buttons step one lane", async (page) => {
  const counts = (/** @type {InPage} */ { demo }) => ({
    async: demo.events("async").length,
    sequential: demo.events("sequential").length,
  });
  await open(page);
  const forward = [];
  for (let step = 0; step < 24; step += 1) {
    forward.push(await page.run(counts));
    await page.click(".tools button[aria-label^=On]");
  }
  const steps = Array.from({ length: 24 }, (_, step) => step);
  assert.deepEqual(
    forward.map(({ async }) => async),
    steps,
  );
  // The other lane comes along, by time.
  const sequential = forward.map(({ sequential }) => sequential);
  assert.ok(Number(sequential[23]) > Number(sequential[1]), String(sequential));
  for (const step of steps.reverse()) {
    await page.click(".tools button[aria-label^=Back]");
    assert.equal((await page.run(counts)).async, step);
  }
});

test("the chosen lane and the language stay in a new run", async (page) => {
  const says = (/** @type {InPage} */ { find }, /** @type {string} */ words) => find(".executor").textContent?.includes(words);
  await open(page, "lanes=sequential,async,threads");
  await page.click("[data-lane=threads]");
  await page.until(says, "may pick any");
  await page.run(({ demo }) => void Object.assign(demo, { seed: "5", lang: "ko" }));
  await page.until(says, "어느 것이든 고를 수 있습니다");
  const pressed = await page.text("[data-lane][aria-pressed=true]");
  assert.ok(pressed.startsWith("스레드"), `${pressed} is chosen`);
});

test("the steps of each lane are called what they are: only futures have an executor and are polled", async (page) => {
  for (const { lanes, en, ko } of [
    { lanes: "sequential", en: "What the program does", ko: "프로그램이 하는 일" },
    { lanes: "async,workers", en: "What the executor does", ko: "실행기가 하는 일" },
    { lanes: "threads", en: "What the scheduler does", ko: "스케줄러가 하는 일" },
    { lanes: "sequential,threads", en: "Who runs, step by step", ko: "누가 실행되는지 한 단계씩 보기" },
  ]) {
    for (const [lang, title] of Object.entries({ en, ko })) {
      await open(page, `lanes=${lanes}&lang=${lang}&lock`);
      assert.equal(await page.text("summary"), title);
      if (lanes.includes("async")) continue;
      for (const lane of lanes.split(",")) {
        if (lanes.includes(",")) await page.click(`[data-lane=${lane}]`);
        // All that it can ever say has its room there.
        const said = await page.run(({ demo, find }) => {
          let said = "";
          for (demo.currentTime = 0; demo.stepForward();) said += find("details").textContent;
          return said;
        });
        assert.ok(said.length > 5000);
        assert.doesNotMatch(said, /executor|\bpoll|Pending|waker|실행기|폴링|웨이커/);
      }
    }
  }
  await page.openDemo("lanes=workers");
  assert.equal(await page.run(({ find }) => find("details").checkVisibility()), false);
});
