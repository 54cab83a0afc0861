// Settings as attributes and properties, at the start and while it runs.

import assert from "node:assert/strict";

import { ELEMENT } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/**
 * Opens a page with one demo, which nobody has set up yet.
 *
 * @param {Page} page
 */
async function openBare(page) {
  await page.openStage(`${ELEMENT}<interleaved-demo></interleaved-demo>`);
  await page.run(({ demo }) => demo.ready);
}

test("a run goes on when its speed attribute changes and starts anew with other tasks", async (page) => {
  await openBare(page);
  await page.run(async ({ demo, kept }) => {
    kept.heard = [];
    for (const name of ["play", "pause", "ratechange"]) {
      demo.addEventListener(name, () => kept.heard.push(name));
    }
    await demo.play();
  });
  await page.until(({ demo }) => demo.currentTime > 0.01);
  const slower = await page.run(async ({ demo, kept }) => {
    const before = demo.currentTime;
    demo.setAttribute("speed", "0.5");
    await demo.ready;
    return [demo.paused, demo.speed, demo.currentTime >= before, kept.heard];
  });
  assert.deepEqual(slower, [false, 0.5, true, ["play", "ratechange"]]);

  const anew = await page.run(async ({ demo, kept }) => {
    demo.setAttribute("tasks", "X:7:9");
    await demo.ready;
    const { paused, speed, currentTime, duration } = demo;
    return [paused, speed, currentTime, duration, demo.events("async"), kept.heard];
  });
  assert.deepEqual(anew, [true, 0.5, 0, 2, [], ["play", "ratechange", "pause"]]);

  await page.run(({ demo }) => {
    demo.setAttribute("speed", "100");
    demo.play();
  });
  await page.until(({ demo }) => demo.ended);
  const log = await page.run(({ demo }) => demo.logText("async"));
  assert.equal(log, "[X] total=7\n[X] total=15\nDone!!!\n");
});

test("many changes in one turn are one change", async (page) => {
  await openBare(page);
  // How often the lanes are made anew, by one change and by very many.
  const { one, many, bad } = await page.run(async ({ demo, find }) => {
    let errors = 0;
    let made = 0;
    demo.addEventListener("error", () => (errors += 1));
    const observer = new MutationObserver((records) => (made += records.length));
    observer.observe(find(".lanes"), { childList: true });
    const count = async (/** @type {() => void} */ change) => {
      made = errors = 0;
      change();
      await demo.ready;
      return { made, errors, duration: demo.duration };
    };
    const one = await count(() => demo.setAttribute("interval", "20"));
    const many = await count(() => {
      for (let high = 1; high <= 50; high += 1) {
        demo.setAttribute("tasks", `A:0:${high}`);
        demo.setAttribute("interval", String(high));
        demo.setAttribute("seed", String(high));
      }
    });
    const bad = await count(() => {
      for (let high = 1; high <= 50; high += 1) demo.setAttribute("tasks", `A:0:${high}x`);
    });
    return { one, many, bad };
  });
  assert.ok(one.made > 0);
  assert.deepEqual(many, { made: one.made, errors: 0, duration: 2.5 });
  assert.deepEqual(bad, { made: 0, errors: 1, duration: 2.5 });

  // What is set right again in the same turn was never wrong.
  const right = await page.run(async ({ demo, text }) => {
    let errors = 0;
    demo.addEventListener("error", () => (errors += 1));
    demo.setAttribute("tasks", "wrong");
    demo.setAttribute("tasks", "A:0:2");
    await demo.ready;
    return [errors, demo.duration, text("[role=alert]")];
  });
  assert.deepEqual(right, [0, 0.1, ""]);
});

test("every attribute is a property as well", async (page) => {
  await openBare(page);
  const set = await page.run(async ({ demo }) => {
    demo.tasks = "X:0:3";
    demo.interval = 500;
    demo.lanes = "threads";
    demo.seed = 4;
    demo.lock = true;
    demo.startAt = 1.5;
    demo.theme = "dark";
    demo.speed = 2;
    await demo.ready;
    return [demo.toJSON(), demo.lock, demo.interval, demo.duration, demo.lang];
  });
  const settings = {
    tasks: "X:0:3",
    interval: "500",
    lanes: "threads",
    seed: "4",
    lock: "",
    "start-at": "1.5",
    theme: "dark",
    speed: "2",
  };
  assert.deepEqual(set, [settings, true, "500", 1.5, ""]);
  const unset = await page.run(async ({ demo }) => {
    demo.lock = false;
    demo.tasks = null;
    demo.interval = undefined;
    await demo.ready;
    return [demo.lock, demo.tasks, demo.hasAttribute("interval"), demo.duration];
  });
  assert.deepEqual(unset, [false, null, false, 5]);
});

test("the settings as JSON make the same demo", async (page) => {
  await openBare(page);
  const { demo, copy } = await page.run(async ({ demo }) => {
    demo.setAttribute("tasks", 'a"b:1:5 한글:2:4');
    demo.setAttribute("lanes", "threads");
    demo.setAttribute("lock", "");
    await demo.ready;
    const copy = document.createElement("interleaved-demo");
    for (const [name, value] of Object.entries(JSON.parse(JSON.stringify(demo)))) {
      copy.setAttribute(name, value);
    }
    document.body.append(copy);
    await copy.ready;
    demo.currentTime = copy.currentTime = 99;
    const seen = (/** @type {typeof copy} */ it) => [it.permalink, it.logText("threads")];
    return { demo: seen(demo), copy: seen(copy) };
  });
  assert.deepEqual(copy, demo);
  assert.ok(demo.every((text) => text !== ""));
});

test("it starts paused at the moment that the settings say", async (page) => {
  await page.openDemo("start-at=3.5");
  const moment = await page.run(({ demo, rows }) => [demo.paused, demo.currentTime, demo.logText("sequential"), rows(1).length]);
  assert.deepEqual(moment, [true, 3.5, "[A] total=1\n[A] total=3\n[A] total=6\n", 9]);
  await page.openDemo("start-at=99");
  const end = await page.run(({ demo }) => [demo.paused, demo.ended, demo.currentTime]);
  assert.deepEqual(end, [true, true, 14]);
});

test("it plays by itself at load", async (page) => {
  await page.openDemo("speed=100&autoplay&start-at=13");
  await page.until(({ demo }) => demo.ended);
  // Once: a change of the settings is the reader's, who starts it then.
  const changed = await page.run(async ({ demo }) => {
    demo.setAttribute("tasks", "X:0:9");
    await demo.ready;
    return [demo.paused, demo.currentTime];
  });
  assert.deepEqual(changed, [true, 0]);
});

test("it plays by itself only once it is scrolled into view", async (page) => {
  await page.openStage(
    `${ELEMENT}<div style='height: 300vh'></div>
    <interleaved-demo autoplay='visible' speed='100'></interleaved-demo>`,
  );
  // Observers tell of what they see once a frame, so two frames are enough.
  const unseen = await page.run(async ({ demo }) => {
    await demo.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return [demo.paused, demo.currentTime];
  });
  assert.deepEqual(unseen, [true, 0]);
  await page.run(({ demo }) => demo.scrollIntoView());
  await page.until(({ demo }) => demo.ended);
});

test("it plays by itself in a frame that shows only a part of it", async (page) => {
  await page.openStage("<iframe src='embed.html?autoplay=visible&amp;speed=100' width='300' height='200'></iframe>");
  await page.enterFrame("iframe");
  await page.until(({ demo }) => demo.ended);
});

test("the controls can be left out", async (page) => {
  const shown = (/** @type {InPage} */ { root }) => {
    const controls = root.querySelectorAll(".bar, .bar button, .bar input");
    return Array.from(controls).some((control) => control.checkVisibility());
  };
  await page.openDemo("controls=none");
  assert.equal(await page.run(shown), false);
  await page.run(({ demo }) => {
    demo.removeAttribute("controls");
    return demo.ready;
  });
  assert.equal(await page.run(shown), true);
  await page.run(async ({ demo }) => {
    demo.controls = "none";
    await demo.ready;
    await demo.play();
  });
  assert.equal(await page.run(shown), false);
  assert.equal(await page.run(({ demo }) => demo.paused), false);
});

test("light and dark are those of the setting", async (page) => {
  await page.openDemo();
  const schemes = await page.run(async ({ demo, find }) => {
    const scheme = async (/** @type {string} */ theme) => {
      demo.setAttribute("theme", theme);
      await demo.ready;
      const red = getComputedStyle(find(".frame")).backgroundColor.match(/\d+/)?.[0];
      return [Number(red) < 128, getComputedStyle(demo).colorScheme];
    };
    return [await scheme("dark"), await scheme("light")];
  });
  assert.deepEqual(schemes, [
    [true, "dark"],
    [false, "light"],
  ]);
});
