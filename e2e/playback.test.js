// Playing, seeking and stepping, as a script and as a reader do it.

import assert from "node:assert/strict";

import { nativeMoment } from "./harness/native.js";
import { ELEMENT, inline } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

const SEQUENTIAL = `\
[A] total=1
[A] total=3
[A] total=6
[A] total=10
[B] total=5
[B] total=11
[B] total=18
[B] total=26
[B] total=35
[C] total=10
[C] total=21
[C] total=33
[C] total=46
[C] total=60
Done!!
`;

const ASYNC = `\
[A] total=1
[B] total=5
[C] total=10
[A] total=3
[B] total=11
[C] total=21
[A] total=6
[B] total=18
[C] total=33
[A] total=10
[B] total=26
[C] total=46
[B] total=35
[C] total=60
Done!!!
`;

const SEQUENTIAL_LINES = SEQUENTIAL.trimEnd().split("\n");
const ASYNC_LINES = ASYNC.trimEnd().split("\n");

// What follows up to the first test runs in the page.

/**
 * Keeps the names of the demo's events, and the time that each came with.
 *
 * @param {InPage} page
 */
function listen({ demo, kept }) {
  kept.heard = [];
  for (const name of ["play", "pause", "seeked", "timeupdate", "ratechange", "ended", "error"]) {
    demo.addEventListener(name, () => kept.heard.push([name, demo.currentTime]));
  }
}

/**
 * The names of the events that were heard, without `timeupdate`, which may come at any time.
 *
 * @param {InPage} page
 * @returns {string[]}
 */
function heard({ kept }) {
  const names = kept.heard.map((/** @type {[string, number]} */ [name]) => name);
  return names.filter((/** @type {string} */ name) => name !== "timeupdate");
}

/** @param {InPage} page */
function ended({ demo }) {
  return demo.ended;
}

test("a click on Run prints both logs of the handout to their ends", async (page) => {
  await page.open("index.html?speed=100");
  await page.run(({ demo }) => demo.ready);
  await page.run(listen);
  assert.equal(await page.text("button.play"), "Run");
  await page.click("button.play");
  await page.until(ended);

  const logs = await page.run(({ demo }) => [demo.logText("sequential"), demo.logText("async")]);
  assert.deepEqual(logs, [SEQUENTIAL, ASYNC]);
  const rows = await page.run(({ rows }) => [rows(0), rows(1)]);
  assert.deepEqual(rows, [SEQUENTIAL_LINES, ASYNC_LINES]);
  assert.deepEqual(await page.run(heard), ["play", "pause", "ended"]);

  /** @type {[string, number][]} */
  const events = await page.run(({ kept }) => kept.heard);
  const names = events.map(([name]) => name);
  const run = events.slice(names.indexOf("play"), names.indexOf("pause"));
  const updates = run.filter(([name]) => name === "timeupdate").map(([, time]) => time);
  assert.deepEqual(
    updates,
    updates.toSorted((a, b) => a - b),
    "time went back",
  );
  assert.equal(updates.at(-1), 14);

  const result = await page.run(({ text }) => text(".result"));
  for (const figure of ["14.0 s", "5.0 s", "2.8 ×"]) {
    assert.ok(result.includes(figure), `no ${figure} in ${result}`);
  }
  assert.equal(await page.text("button.play"), "Run again");
});

// The only test that takes the handout's own time. How late a line may be depends on
// the machine, so that is only told.
test("in real time no line comes before its second", async (page, context) => {
  await page.openDemo();
  const stamps = await page.run(async ({ demo, event }) => {
    const lanes = { sequential: /** @type {number[]} */ ([]), async: /** @type {number[]} */ ([]) };
    const start = performance.now();
    demo.addEventListener("timeupdate", () => {
      const now = performance.now() - start;
      for (const [lane, stamps] of Object.entries(lanes)) {
        const lines = demo.logText(lane).split("\n").length - 1;
        while (stamps.length < lines) stamps.push(now);
      }
    });
    demo.play();
    await event("ended");
    return lanes;
  });
  const seconds = {
    sequential: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 14],
    async: [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5],
  };
  let latest = 0;
  for (const lane of /** @type {const} */ (["sequential", "async"])) {
    assert.equal(stamps[lane].length, seconds[lane].length);
    for (const [line, second] of seconds[lane].entries()) {
      const late = /** @type {number} */ (stamps[lane][line]) - 1_000 * second;
      // The core counts whole microseconds, and both ends of a wait are cut to them.
      assert.ok(late > -0.002, `a line of second ${second} came ${-late} ms before it`);
      latest = Math.max(latest, late);
    }
  }
  context.diagnostic(`the latest line came ${(latest / 1_000).toFixed(3)} s late`);
});

test("at every second the logs are those of the native crate", async (page) => {
  await page.openDemo("lanes=sequential,async,threads&seed=7");
  const settings = { lanes: "sequential async threads", seed: "7" };
  const forward = Array.from({ length: 15 }, (_, second) => second);
  // Back as well, because both ways show a prefix of the same events.
  for (const second of [...forward, ...forward.slice(0, 14).reverse()]) {
    const [time, ...logs] = await page.run(async ({ demo, event }, second) => {
      const seeked = event("seeked");
      demo.currentTime = second;
      await seeked;
      return [demo.currentTime, ...demo.laneNames.map((lane) => demo.logText(lane))];
    }, second);
    assert.equal(time, second);
    assert.deepEqual(logs, nativeMoment(settings, 1_000 * second).logs, `at ${second} s`);
  }
});

test("the events are those of the native crate", async (page) => {
  const unlocked = {
    tasks: "가:1:4 x:y:5:9 😀:-2:3",
    interval: "250",
    lanes: "threads async sequential",
    seed: "11",
  };
  for (const settings of [unlocked, { ...unlocked, lock: "" }]) {
    await page.openDemo();
    const inForce = await page.run(async ({ demo }, settings) => {
      for (const [name, value] of Object.entries(settings)) demo.setAttribute(name, value);
      await demo.ready;
      return demo.toJSON();
    }, settings);
    assert.deepEqual(inForce, settings);
    for (const millis of [0, 250, 777, 1_000_000]) {
      const events = await page.run(({ demo }, millis) => {
        demo.currentTime = millis / 1_000;
        return Object.fromEntries(demo.laneNames.map((lane) => [lane, demo.events(lane)]));
      }, millis);
      assert.deepEqual(events, nativeMoment(settings, millis).events, `at ${millis} ms`);
    }
  }
});

test("a time outside the run is taken to its ends", async (page) => {
  const state = (/** @type {InPage} */ { demo }) => [
    demo.currentTime,
    demo.paused,
    demo.ended,
    demo.logText("sequential").endsWith("Done!!\n"),
  ];
  await page.openDemo();
  await page.run(listen);
  assert.equal(await page.run(({ demo }) => demo.duration), 14);
  await page.run(({ demo }) => void (demo.currentTime = 1e9));
  assert.deepEqual(await page.run(state), [14, true, true, true]);
  await page.run(({ demo }) => void (demo.currentTime = -1));
  assert.deepEqual(await page.run(state), [0, true, false, false]);
  assert.deepEqual(await page.run(heard), ["seeked", "ended", "seeked"]);

  // A seek while it plays ends the run like its own end.
  await page.run(async ({ demo, kept }) => {
    kept.heard = [];
    await demo.play();
    demo.currentTime = 15;
  });
  assert.deepEqual(await page.run(state), [14, true, true, true]);
  assert.deepEqual(await page.run(heard), ["play", "seeked", "pause", "ended"]);

  const thrown = await page.run(({ demo }) =>
    [NaN, Infinity, "soon"].map((value) => {
      try {
        demo.currentTime = /** @type {number} */ (value);
        return null;
      } catch (error) {
        return /** @type {Error} */ (error).name;
      }
    }),
  );
  assert.deepEqual(thrown, ["TypeError", "TypeError", "TypeError"]);
  assert.deepEqual(await page.run(state), [14, true, true, true]);
});

test("steps back show the same screens as the steps forward", async (page) => {
  await page.openDemo("lanes=sequential,async,threads");
  const { forward, back } = await page.run(({ demo, text }) => {
    const forward = [text(".frame")];
    for (let step = 0; step < 40; step += 1) {
      demo.stepForward();
      forward.push(text(".frame"));
    }
    const back = [text(".frame")];
    for (let step = 0; step < 40; step += 1) {
      demo.stepBack();
      back.push(text(".frame"));
    }
    return { forward, back: back.reverse() };
  });
  assert.deepEqual(back, forward);
  const changes = forward.filter((screen, step) => step > 0 && screen !== forward[step - 1]);
  assert.equal(changes.length, 40, "each step shows something");

  // Each step is one event.
  const events = await page.run(({ demo }) => {
    demo.stepForward();
    demo.stepForward();
    return demo.laneNames.flatMap((lane) => demo.events(lane)).length;
  });
  assert.equal(events, 2);
});

test("a reset leaves the screen as it was at first", async (page) => {
  await page.openDemo("speed=10&lanes=sequential,threads");
  const first = await page.run(({ text }) => text(".frame"));
  await page.run(({ demo }) => void demo.play());
  await page.until(({ demo }) => demo.logText("threads").includes("total=3"));
  await page.run(({ demo }) => demo.reset());
  assert.equal(await page.run(({ text }) => text(".frame")), first);
  const state = await page.run(({ demo }) => [demo.paused, demo.ended, demo.currentTime, demo.logText("threads"), demo.events("threads")]);
  assert.deepEqual(state, [true, false, 0, "", []]);
});

test("playing after the end starts again", async (page) => {
  await page.openDemo("speed=100");
  await page.run(listen);
  await page.run(({ demo }) => void demo.play());
  await page.until(ended);
  // So slowly that the beginning is seen, whatever the machine does.
  const again = await page.run(async ({ demo }) => {
    demo.speed = 0.1;
    await demo.play();
    return [demo.paused, demo.ended, demo.currentTime < 5];
  });
  assert.deepEqual(again, [false, false, true]);
  await page.run(({ demo }) => void (demo.speed = 100));
  await page.until(ended);
  const first = ["play", "pause", "ended"];
  const second = ["ratechange", "play", "ratechange", "pause", "ended"];
  assert.deepEqual(await page.run(heard), [...first, ...second]);
  assert.equal(await page.run(({ demo }) => demo.logText("async")), ASYNC);
});

test("a run goes on from where it is when its speed changes", async (page) => {
  const speeds = (/** @type {InPage} */ { demo, text }) => [
    demo.speed,
    demo.playbackRate,
    demo.getAttribute("speed"),
    text(".speed select option:checked"),
  ];
  await page.openDemo();
  await page.run(listen);
  await page.run(({ demo }) => demo.play());
  await page.until(({ demo }) => demo.currentTime > 0.1);
  // The slowest speed, so that a jump would be seen whatever the machine does.
  const { before, after } = await page.run(({ demo }) => {
    const before = demo.currentTime;
    demo.playbackRate = 0.1;
    return { before, after: demo.currentTime };
  });
  assert.ok(before <= after, `${before} s became ${after} s`);
  assert.deepEqual(await page.run(speeds), [0.1, 0.1, "0.1", "0.1 ×"]);
  assert.equal(await page.run(({ demo }) => demo.paused), false);

  await page.run(({ demo }) => void (demo.speed = 100));
  await page.until(ended);
  assert.deepEqual(await page.run(speeds), [100, 100, "100", "100 ×"]);
  assert.deepEqual(await page.run(heard), ["play", "ratechange", "ratechange", "pause", "ended"]);
  assert.equal(await page.run(({ demo }) => demo.logText("async")), ASYNC);

  // Through the reader's own control.
  await page.run(({ find }) => {
    const select = find(".speed select");
    select.value = "2";
    select.dispatchEvent(new Event("change"));
  });
  assert.deepEqual(await page.run(speeds), [2, 2, "2", "2 ×"]);
});

test("a permalink shows the same moment", async (page) => {
  const moment = (/** @type {InPage} */ { demo, text }) => ({
    paused: demo.paused,
    time: text(".time"),
    tasks: demo.toJSON().tasks,
    lang: demo.getAttribute("lang"),
    events: demo.laneNames.map((lane) => demo.events(lane)),
  });
  // A clock that the test sets.
  const clock = inline(() => {
    window.kept = { clock: 0 };
    performance.now = () => window.kept.clock;
  });
  const demo = `<interleaved-demo tasks='A:1:5 a&amp;b:5:10 가:10:15' lanes='threads async' seed='3'
    lang='ko' interval='1001' speed='2'></interleaved-demo>`;
  const stage = await page.openStage(ELEMENT + clock + demo);
  // Less than half a millisecond before a step, where rounding up would show too much,
  // and at steps whose seconds are no exact fractions, where cutting would show too
  // little. A link to 0 shows nothing yet, so the run has come to 1 at least.
  for (const millis of [1, 1_000.6, 1_001, 2_002, 3_250, 5_004.999, 5_005]) {
    await stage.open("stage.html");
    const link = await page.run(async ({ demo, kept }, millis) => {
      await demo.ready;
      await demo.play();
      kept.clock += millis / 2;
      demo.pause();
      return demo.permalink;
    }, millis);
    const shown = await page.run(moment);
    await page.goto(link);
    await page.run(({ demo }) => demo.ready);
    const linked = await page.run(moment);
    assert.deepEqual(linked, shown, link);
    assert.equal(linked.paused, true);
  }
});
