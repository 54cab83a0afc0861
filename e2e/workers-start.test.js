// Where web workers can be started and where not, and how long they live.

import assert from "node:assert/strict";

import { engine } from "./harness/engine.js";
import { ELEMENT, html, inline } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

// What follows up to the first test runs in the page.

/** Keeps the workers that are alive, and counts all that are made; runs before any is. */
function countWorkers() {
  const kept = (window.kept ??= {});
  kept.made = 0;
  const alive = (kept.alive = new Set());
  window.Worker = class extends Worker {
    /** @param {ConstructorParameters<typeof Worker>} parts */
    constructor(...parts) {
      super(...parts);
      kept.made += 1;
      alive.add(this);
    }
    terminate() {
      alive.delete(this);
      super.terminate();
    }
  };
}

/**
 * How many workers were made, and how many are alive.
 *
 * @param {InPage} page
 */
function workers({ kept }) {
  return { made: kept.made, alive: kept.alive.size };
}

/** @param {InPage} page */
function ended({ demo }) {
  return demo.ended;
}

/** @param {InPage} page */
function threadsAreDone({ demo }) {
  return demo.ended && demo.logText("workers").endsWith("Done!!!\n");
}

/** Makes the seconds for which a worker may say nothing pass sooner; this runs in the page. */
function hurry() {
  const { setInterval: repeat } = window;
  /** @type {(run: () => void, delay: number) => number} */
  const sooner = (run, delay) => repeat(run, delay / 20);
  Object.assign(window, { setInterval: sooner });
}

/**
 * @param {InPage} page
 * @param {string} sentence
 */
function saysOfThreads({ text }, sentence) {
  return text(".measured:not([hidden])").startsWith(sentence);
}

test("no worker outlives its run or its element", async (page) => {
  await page.openStage(
    `${inline(countWorkers)}${ELEMENT}
    <interleaved-demo lanes='workers' interval='100' tasks='A:0:50 B:0:50 C:0:50'></interleaved-demo>`,
  );
  await page.run(({ demo }) => demo.ready);
  assert.deepEqual(await page.run(workers), { made: 0, alive: 0 });
  // Before the first run one worker measures how fast the machine is.
  const start = async (/** @type {number} */ made) => {
    await page.run(({ demo }) => demo.play());
    await page.until(({ demo, kept }) => kept.alive.size === 3 && demo.events("workers").length > 12);
    assert.deepEqual(await page.run(workers), { made, alive: 3 });
  };
  await start(4);
  await page.run(({ demo }) => demo.reset());
  assert.deepEqual(await page.run(workers), { made: 4, alive: 0 });
  await start(7);
  // Moved, it is the same run.
  const moved = await page.run(async ({ demo }) => {
    const before = demo.events("workers").length;
    document.body.prepend(demo);
    await new Promise(requestAnimationFrame);
    return [demo.events("workers").length >= before, demo.paused];
  });
  assert.deepEqual(moved, [true, false]);
  assert.deepEqual(await page.run(workers), { made: 7, alive: 3 });
  await page.run(({ demo }) => {
    demo.setAttribute("interval", "90");
    return demo.ready;
  });
  assert.deepEqual(await page.run(workers), { made: 7, alive: 0 });
  await start(10);
  await page.run(async ({ demo }) => {
    demo.remove();
    await new Promise(requestAnimationFrame);
  });
  assert.deepEqual(await page.run(workers), { made: 10, alive: 0 });
  await page.run(async () => {
    const next = document.createElement("interleaved-demo");
    const settings = { lanes: "workers", interval: "1", tasks: "A:0:9 B:0:9" };
    for (const [name, value] of Object.entries(settings)) next.setAttribute(name, value);
    document.body.append(next);
    await next.play();
  });
  await page.until(({ demo, kept }) => demo.ended && kept.alive.size === 0);
  assert.deepEqual(await page.run(workers), { made: 12, alive: 0 });
});

test("workers start in a sandbox and from another origin", async (page) => {
  const site = await page.serve({});
  const query = "lanes=workers&amp;lock&amp;interval=50&amp;speed=100&amp;autoplay";
  const frame = `<iframe sandbox='allow-scripts' src='${site.url}embed.html?${query}'></iframe>`;
  // The host's own scripts are of another origin than the site's.
  const element = `<script type='module' src='${site.url}interleaved.js'></script>
    <interleaved-demo lanes='workers' lock interval='50' speed='100' autoplay></interleaved-demo>`;
  const host = await page.stage({ "frame.html": html("en", frame), "element.html": html("en", element) });
  await host.open("frame.html");
  await page.enterFrame("iframe");
  await page.until(threadsAreDone);
  assert.equal(await page.run(() => self.origin), "null");
  await page.leaveFrames();
  await host.open("element.html");
  await page.until(threadsAreDone);
});

test("where workers are refused the lane says so, and the others go on", async (page) => {
  const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
  const query = "embed.html?lanes=workers%20async&interval=50&speed=100";
  const open = async (/** @type {string} */ policy, /** @type {string} */ pathAndQuery) => {
    const server = await page.serve({ headers: { "Content-Security-Policy": policy } });
    await page.goto(server.url + pathAndQuery);
    await page.run(({ demo }) => demo.ready);
    await page.click("button.play");
  };
  await open(policy, query);
  await page.until(threadsAreDone);
  for (const { language, sentence, lane, state } of [
    { language: "en", sentence: "No web worker can be started here", lane: "Threads (real)", state: "failed" },
    { language: "ko", sentence: "여기서는 웹 워커를 시작할 수 없습니다", lane: "실제 스레드", state: "실패" },
  ]) {
    await open(`${policy}; worker-src 'none'`, `${query}&lang=${language}`);
    await page.until(ended);
    await page.until(saysOfThreads, sentence);
    const shown = await page.run(({ demo, text }) => ({
      done: demo.logText("async").endsWith("Done!!!\n"),
      events: demo.events("workers"),
      state: text(".lane .state"),
      saved: text(".lane .saved"),
      result: text(".conclusion"),
    }));
    const { result, ...others } = shown;
    assert.deepEqual(others, { done: true, events: [], state, saved: "" });
    assert.ok(result.startsWith(`${lane} ${state}, `), result);
  }
  // Browsers tell of what a policy refuses there.
  await page.consoleErrors();
});

test("a worker that fails or never answers is told of", async (page) => {
  for (const { thread, sentence } of [
    {
      thread: () => {
        onmessage = () => {
          throw new Error("oh");
        };
      },
      sentence: "A web worker has failed.",
    },
    {
      thread: () => {
        onmessage = () => {};
      },
      sentence: "A web worker didn’t answer for 10 s.",
    },
    {
      // It starts, and that is all.
      thread: () => {
        onmessage = ({ data: { type } }) => {
          if (type === "calibrate") postMessage({ type: "rounds", rounds: 1000 });
          if (type === "start") postMessage({ type: "ready" });
        };
      },
      sentence: "A web worker didn’t answer for 10 s.",
    },
  ]) {
    const demo = "<interleaved-demo lanes='sequential workers' speed='100' lang='en'></interleaved-demo>";
    const stage = await page.stage({ "stage.html": html("en", inline(hurry) + ELEMENT + demo) });
    await stage.spoil("thread.js", () => `(${thread})();`);
    await stage.open("stage.html");
    await page.run(async ({ demo }) => {
      await demo.ready;
      void demo.play();
    });
    await page.untilLong(ended);
    await page.until(saysOfThreads, sentence);
    const shown = await page.run(({ demo, text }) => [demo.logText("sequential"), text(".conclusion")]);
    assert.match(shown[0] ?? "", /\nDone!!\n$/);
    assert.equal(shown[1], "Sequential 14.00 s, Threads (real) failed.");
  }
  await page.consoleErrors();
});

test("threads that can't be loaded hold nobody up", async (page) => {
  const stage = await page.stage({});
  const putBack = await stage.takeAway("crew.js");
  await stage.open("embed.html?lanes=workers%20async&interval=50&speed=100&lang=en");
  await page.run(async ({ demo }) => {
    await demo.ready;
    await demo.play();
  });
  await page.until(ended);
  const shown = await page.run(({ demo, text }) => ({
    done: demo.logText("async").endsWith("Done!!!\n"),
    threads: demo.logText("workers"),
    alert: text("[role=alert]"),
  }));
  const alert = "This part of the demo couldn't be loaded. Check the connection; if trying again doesn't " + "help, reload the page.";
  assert.deepEqual(shown, { done: true, threads: "", alert });
  await putBack();
  // Others remember for as long as the page is there what they couldn't fetch.
  if (engine === "chrome") {
    await page.run(({ demo }) => demo.play());
    await page.until(threadsAreDone);
  }
  // What couldn't be fetched is logged by the browser itself.
  await page.consoleErrors();
});
