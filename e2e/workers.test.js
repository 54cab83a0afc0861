// Real threads: the lane of web workers, and steps that compute in earnest.

import assert from "node:assert/strict";

import { tornLines, totals } from "./harness/logs.js";
import { runToEnd } from "./harness/playing.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

// What follows up to the first test runs in the page.

/** @param {InPage} page */
function ended({ demo }) {
  return demo.ended;
}

/**
 * The record of the threads.
 *
 * @param {InPage} page
 */
function record({ demo }) {
  return { events: demo.events("workers"), log: demo.logText("workers") };
}

test("real threads print what their tasks print", async (page) => {
  const tasks = "A:1:5%20B:5:10%20C:10:15%20%ED%95%9C:0:1%20e:3:3";
  await page.openDemo(`lanes=async%20workers&speed=20&tasks=${tasks}`);
  await page.click("button.play");
  await page.until(ended);
  const { log, events } = await page.run(record);
  assert.deepEqual(totals(log), {
    A: [1, 3, 6, 10],
    B: [5, 11, 18, 26, 35],
    C: [10, 21, 33, 46, 60],
    한: [0],
  });
  assert.match(log, /\nDone!!!\n$/);
  const writes = events.filter(({ kind }) => kind === "wrote");
  assert.equal(writes.length, 32);
  assert.equal(writes.filter(({ text }) => text === "\n").length, 16);
  const kindsOf = (/** @type {number} */ task) => {
    return events.filter(({ index }) => index === task).map(({ kind }) => kind);
  };
  const waiting = ["created", "started", "resumed", "waiting", "woke"];
  assert.deepEqual(kindsOf(4), [...waiting, "resumed", "wrote", "wrote", "finished"]);
  assert.deepEqual(kindsOf(5), ["created", "started", "resumed", "finished"]);
  // The main program starts all, and waits for each that hasn't finished by then.
  const main = kindsOf(0);
  assert.deepEqual(main.slice(0, 4), ["created", "started", "resumed", "waiting"]);
  assert.deepEqual(main.slice(-6), ["woke", "resumed", "wrote", "wrote", "finished", "done"]);
  assert.equal(events.at(-1)?.kind, "done");
  assert.ok((await page.run(({ demo }) => demo.duration)) >= 5);
  const measured = await page.run(({ text }) => text(".measured:not([hidden])"));
  assert.ok(measured.startsWith("Measured here: "), measured);
});

test("under the lock no print of real threads tears", async (page, context) => {
  const tasks = Array.from("ABCDE", (name) => `${name}:0:100`).join("%20");
  const sums = Array.from({ length: 100 }, (_, step) => (step * (step + 1)) / 2);
  const torn = { without: 0, with: 0 };
  for (const lock of /** @type {const} */ (["without", "with"])) {
    await page.openDemo(`lanes=workers&interval=10&tasks=${tasks}${lock === "with" ? "&lock" : ""}`);
    await page.run(runToEnd);
    const { log } = await page.run(record);
    assert.deepEqual(totals(log), { A: sums, B: sums, C: sums, D: sums, E: sums });
    torn[lock] = tornLines(log);
  }
  context.diagnostic(`500 prints of 5 real threads: ${torn.without} lines torn, with the lock ${torn.with}`);
  assert.equal(torn.with, 0);
});

test("real threads can be paused, and go on", async (page) => {
  await page.openDemo("lanes=workers&interval=50&tasks=A:0:40%20B:0:40");
  const held = await page.run(async ({ demo }) => {
    const count = () => demo.events("workers").length;
    const frames = async (/** @type {number} */ count) => {
      for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
    };
    demo.play();
    while (count() <= 12) await frames(1);
    demo.pause();
    // What was on its way when they were told still counts.
    let before;
    do {
      before = count();
      await frames(40);
    } while (count() !== before);
    return { events: before, log: demo.logText("workers") };
  });
  // They stand still, and not at their end.
  assert.doesNotMatch(held.log, /Done/);
  await page.run(({ demo }) => void (demo.speed = 10));
  await page.run(runToEnd);
  const { events, log } = await page.run(record);
  assert.ok(events.length > held.events);
  assert.ok(log.startsWith(held.log));
  assert.match(log, /\nDone!!!\n$/);
  // Back at the start nothing is left of the run, and there can be another.
  const fresh = await page.run(({ demo }) => {
    demo.reset();
    return [demo.events("workers").length, demo.duration, demo.logText("workers")];
  });
  assert.deepEqual(fresh, [0, 2, ""]);
  await page.run(runToEnd);
  assert.deepEqual(Object.values(totals((await page.run(record)).log)).flat().length, 80);
});

test("the record of real threads can be stepped", async (page) => {
  await page.openDemo("lanes=threads%20workers&speed=20&tasks=A:1:3%20B:5:7");
  await page.click("button.play");
  await page.until(ended);
  const whole = await page.run(record);
  assert.deepEqual(totals(whole.log), { A: [1, 3], B: [5, 11] });
  // Back to nothing, event by event, and on again: the same, and no new run.
  const back = await page.run(({ demo }) => {
    for (let step = 0; step < 200; step += 1) demo.stepBack();
    return [demo.currentTime, demo.events("workers").length];
  });
  assert.deepEqual(back, [0, 0]);
  await page.run(({ demo }) => {
    for (let step = 0; step < 200; step += 1) demo.stepForward();
  });
  assert.deepEqual(await page.run(record), whole);
  assert.equal(await page.run(ended), true);
  const held = await page.run(({ demo, text }) => {
    demo.currentTime = 1;
    return text(".measured:not([hidden])");
  });
  assert.ok(held.startsWith("This is the record of what real threads did."), held);
  await page.run(runToEnd);
  assert.deepEqual(await page.run(record), whole);
  // Nobody can send them on: the other lane is at its end, and they haven't begun.
  const before = await page.run(async ({ demo, drawn }) => {
    demo.reset();
    await drawn();
    demo.currentTime = 99;
    await drawn();
    return [demo.ended, demo.logText("threads").endsWith("Done!!!\n"), demo.events("workers").length];
  });
  assert.deepEqual(before, [false, true, 0]);
  await page.run(runToEnd);
  assert.match((await page.run(record)).log, /\nDone!!!\n$/);
});

test("lanes that compute take turns, and the page stays alive", async (page, context) => {
  const tasks = "A:1:5%20B:5:9%20C:1:5%20D:1:5";
  await page.openDemo(`lanes=sequential%20async%20threads%20workers&work=compute&interval=40&tasks=${tasks}`);
  const measured = await page.run(async ({ demo, all, event }) => {
    let frames = 0;
    let together = 0;
    const busy = () => {
      return ["sequential", "async", "workers"].filter((lane) => {
        const kinds = demo.events(lane).map(({ kind }) => kind);
        return kinds.length > 0 && !kinds.includes("done");
      });
    };
    const count = () => {
      frames += 1;
      if (busy().length > 1) together += 1;
      if (!demo.ended) requestAnimationFrame(count);
    };
    const end = event("ended");
    await demo.play();
    count();
    await end;
    const times = all(".clock").map(({ innerText }) => parseFloat(innerText));
    return { times, frames, together };
  });
  const { times, frames, together } = measured;
  assert.equal(times.length, 4);
  const [oneByOne = NaN, futures = NaN, , threads = NaN] = times;
  context.diagnostic(
    `computing: async/sequential ${(futures / oneByOne).toFixed(2)}, ` + `sequential/workers ${(oneByOne / threads).toFixed(2)}`,
  );
  assert.equal(together, 0, "two lanes computed at once");
  assert.ok(frames > 2, `the page stood still: ${frames} frames`);
  const { lines, kinds, log, conclusion } = await page.run(({ demo, text }) => ({
    lines: ["sequential", "async"].map((lane) => demo.logText(lane).split("\n").slice(0, 16)),
    kinds: demo
      .events("async")
      .filter(({ index }) => index > 0)
      .map(({ kind }) => kind),
    log: demo.logText("workers"),
    conclusion: text(".conclusion"),
  }));
  assert.deepEqual(lines[1], lines[0]);
  assert.ok(!kinds.includes("waiting"), `${kinds}`);
  assert.equal(Object.values(totals(log)).flat().length, 16);
  const sentence = "no faster, because a task that computes lets nobody else go on";
  assert.ok(conclusion.includes(sentence), conclusion);
});

test("a task that never waits holds the others up", async (page) => {
  await page.openDemo("lanes=async%20workers&work=block&interval=30");
  await page.run(runToEnd);
  const { futures, threads } = await page.run(({ demo }) => ({
    futures: demo.logText("async"),
    threads: demo.logText("workers"),
  }));
  const last = futures.indexOf("[A] total=10");
  assert.ok(last >= 0 && last < futures.indexOf("[B] total=5"), futures);
  assert.match(threads, /\nDone!!!\n$/);
});

test("more tasks than workers are an error", async (page) => {
  const tasks = Array.from({ length: 65 }, (_, task) => `t${task}:0:1`);
  await page.open(`embed.html?lanes=workers&tasks=${tasks}&lang=en`);
  const sentence = "tasks: 65 are too many for the lane workers, where each gets a thread of its own. At most 64 can.";
  await page.until(({ text }, sentence) => text("[role=alert]") === sentence, sentence);
});

test("what workers need is loaded for them alone", async (page) => {
  const loaded = async () => {
    const names = await page.run(() => {
      return performance.getEntriesByType("resource").map(({ name }) => name.replace(/.*\//, ""));
    });
    return names.filter((name) => /crew|thread|worker/.test(name));
  };
  await page.openDemo("lanes=sequential%20async%20threads&autoplay&speed=100");
  await page.until(ended);
  assert.deepEqual(await loaded(), []);
  await page.openDemo("lanes=workers&interval=50&autoplay&speed=100");
  await page.until(ended);
  // The module is compiled once, here, and posted; the workers load the script alone.
  const names = await loaded();
  assert.equal(names.filter((name) => name.endsWith(".wasm")).length, 1, `${names}`);
});
