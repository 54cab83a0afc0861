// Another run shows what the first one showed: nothing that belongs to a run outlives it.

import assert from "node:assert/strict";

import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/** Everything that is kept of a run by some view. */
const ALL = "speed=100&code=python&predict&editor&lang=en";

// What follows up to the first test runs in the page.

/**
 * Everything that the demo shows and exports, as data.
 *
 * @param {InPage} page
 */
async function shown({ demo, root, drawn }) {
  // The table is behind while things happen: it tells of the end when all have finished.
  const states = () => Array.from(root.querySelectorAll(".timeline td:nth-child(2)"), ({ textContent }) => textContent);
  do await drawn();
  while (!states().every((state) => state === "finished"));
  const texts = (/** @type {string} */ selector, /** @type {ParentNode} */ scope = root) =>
    Array.from(scope.querySelectorAll(selector), (node) => node.textContent?.replaceAll(/\s+/g, " ").trim());
  const lanes = Array.from(root.querySelectorAll(".lane"), (lane) => {
    /** @type {Record<string, string>} */
    const paths = {};
    for (const path of lane.querySelectorAll(".plot path")) {
      const classes = path.getAttribute("class") ?? "";
      paths[classes] = (paths[classes] ?? "") + path.getAttribute("d");
    }
    const rows = Array.from(lane.querySelectorAll(".row"), (row) => [
      /** @type {HTMLElement} */ (row).offsetTop,
      row.className,
      row.textContent,
    ]);
    return {
      paths,
      rows,
      texts: texts(".head, td, .words, .moment, .saved", lane),
      pointed: lane.querySelectorAll(".ring:not([hidden]), .pointed").length,
    };
  });
  const { otherData: _, ...trace } = JSON.parse(await demo.trace());
  return {
    lanes,
    code: Array.from(root.querySelectorAll(".code .line"), (line) => texts(".who:not(.away)", line)),
    pointed: root.querySelectorAll(".code .pointed, .code .by").length,
    panels: texts(".executor, .result, .axis, .time, .play"),
    svg: await demo.toSVG(),
    trace,
    logs: demo.laneNames.map((lane) => [demo.logText(lane), demo.events(lane).length]),
  };
}

/**
 * Runs to the end, whatever is asked on the way.
 *
 * @param {InPage} page
 */
async function run({ demo, drawn }) {
  do {
    if (demo.paused) await demo.play();
    await drawn();
  } while (!demo.ended);
}

/** @param {InPage} page */
function openExecutor({ root }) {
  const details = root.querySelector("details");
  if (details) details.open = true;
}

/** @param {InPage} page */
function panelsAreThere({ root }) {
  return root.querySelector(".executor") && root.querySelector(".code .who") && root.querySelector(".predict:not([hidden])");
}

/** @type {[string, (page: Page) => Promise<unknown>][]} */
const BETWEEN = [
  ["at once", async () => {}],
  ["after a reset", (page) => page.run(({ demo }) => demo.reset())],
  [
    "after a reset in the middle",
    (page) =>
      page.run(async ({ demo }) => {
        demo.currentTime = 2.5;
        demo.reset();
      }),
  ],
  [
    "after a seek back",
    (page) =>
      page.run(({ demo }) => {
        demo.currentTime = 2.2;
      }),
  ],
  [
    "after steps back",
    (page) =>
      page.run(({ demo }) => {
        for (let step = 0; step < 20; step += 1) demo.stepBack();
      }),
  ],
  [
    "after another seed and back",
    (page) =>
      page.run(async ({ demo, drawn }) => {
        demo.seed = 5;
        await demo.ready;
        demo.currentTime = 3;
        await drawn();
        demo.seed = null;
        await demo.ready;
      }),
  ],
  [
    "after another language and back",
    (page) =>
      page.run(async ({ demo, drawn }) => {
        demo.lang = "ko";
        await demo.ready;
        await demo.play();
        await drawn();
        demo.lang = "en";
        await demo.ready;
      }),
  ],
  [
    "in another width and back",
    async (page) => {
      await page.resize(600, 800);
      await page.run(({ drawn }) => drawn());
      await page.run(({ demo }) => demo.play());
      await page.resize(1280, 800);
    },
  ],
  [
    "after other tasks and lanes and back",
    (page) =>
      page.run(async ({ demo, drawn }) => {
        const { lanes } = demo;
        Object.assign(demo, { tasks: "B:0:9 A:2:4", lanes: "threads", interval: 300, lock: true });
        await demo.ready;
        demo.currentTime = 1.3;
        await drawn();
        Object.assign(demo, { tasks: null, lanes, interval: null, lock: false });
        await demo.ready;
      }),
  ],
  [
    "after seeks to both edges",
    (page) =>
      page.run(async ({ demo, drawn }) => {
        for (const time of [0, demo.duration, 0, 1e9, 0]) {
          demo.currentTime = time;
          await drawn();
        }
      }),
  ],
  [
    "after it was taken out and put back",
    (page) =>
      page.run(async ({ demo, drawn }) => {
        const { parentNode } = demo;
        demo.remove();
        await drawn();
        parentNode?.append(demo);
        await demo.ready;
      }),
  ],
  [
    "after something was pointed at",
    (page) =>
      page.run(({ root }) => {
        root.querySelector(".row")?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      }),
  ],
];

test("another run shows everything that the first one showed", async (page) => {
  await page.openDemo(`lanes=sequential,async,threads&seed=1&${ALL}`);
  await page.run(openExecutor);
  await page.until(panelsAreThere);
  await page.run(run);
  const first = await page.run(shown);
  assert.ok(first.lanes.every(({ rows }) => rows.length >= 15));
  assert.ok(Object.values(first.lanes[2]?.paths ?? {}).join("").length > 1000);
  for (const [when, between] of BETWEEN) {
    await between(page);
    await page.run(run);
    assert.deepEqual(await page.run(shown), first, when);
  }
});

test("another run of real threads shows its own record", async (page) => {
  const query = "lanes=sequential,async,workers&work=compute&tasks=A:1:4,B:5:7&interval=30";
  await page.openDemo(`${query}&code=python&lang=en`);
  await page.run(openExecutor);
  await page.until(({ root }) => root.querySelector(".executor") && root.querySelector(".code .who"));
  for (let round = 0; round < 3; round += 1) {
    await page.run(run);
    const { lanes, panels } = await page.run(shown);
    // What was drawn on the way is what is drawn at once, in a width that comes back.
    await page.resize(900, 800);
    await page.run(({ drawn }) => drawn());
    await page.resize(1280, 800);
    await page.run(({ drawn }) => drawn());
    assert.deepEqual((await page.run(shown)).lanes, lanes, `run ${round}`);
    for (const [index, { paths, rows, texts }] of lanes.entries()) {
      // Six lines, prints of both tasks, and the end of each.
      const prints = Object.entries(paths).filter(([classes]) => classes.startsWith("print"));
      const ends = Object.entries(paths).filter(([classes]) => classes.startsWith("end"));
      assert.equal(rows.length, 6, `lane ${index} in run ${round}`);
      assert.equal(ends.length, 2);
      assert.equal(prints.length, 2);
      assert.ok(texts.filter((text) => text === "finished").length === 2, texts.join(" | "));
      const times = await page.run(({ demo, root }, lane) => {
        const all = demo.events(demo.laneNames[lane] ?? "");
        const own = all.filter(({ kind, text, index }) => kind === "wrote" && text !== "\n" && index === 1);
        const cell = root.querySelectorAll(".lane")[lane]?.querySelector("tr:nth-child(3) td:last-child")?.textContent ?? "";
        return [own.map(({ at }) => (Math.floor(at / 10) / 100).toFixed(2)), cell];
      }, index);
      for (const time of times[0] ?? []) assert.ok(times[1]?.includes(time), `${times} in lane ${index} of run ${round}`);
    }
    assert.ok(panels.some((text) => text?.includes("The main program has ended")));
  }
});

test("a step says whether it moved, and where nothing can be stepped it ends", async (page) => {
  await page.openDemo("lanes=async&work=compute&lang=en");
  assert.deepEqual(await page.run(({ demo }) => [demo.stepForward(), demo.stepBack()]), [false, false]);
  await page.run(openExecutor);
  await page.until(({ root }) => root.querySelector(".executor .tools button"));
  // The buttons of the executor go to the lane's next event, or stay.
  for (const button of [1, 2]) await page.click(`.executor .tools div:last-child button:nth-child(${button})`);
  assert.deepEqual(await page.run(({ demo }) => [demo.currentTime, demo.paused]), [0, true]);

  await page.openDemo("lanes=async,workers&lang=en");
  const steps = await page.run(({ demo }) => {
    let steps = 0;
    while (demo.stepForward()) steps += 1;
    while (demo.stepBack()) steps -= 1;
    return [steps, demo.currentTime];
  });
  assert.deepEqual(steps, [0, 0]);
});

test("paper asks what the newest settings ask, and shows no answers", async (page) => {
  await page.openDemo("lang=en");
  const printed = await page.run(async ({ demo, root, drawn }) => {
    demo.predict = true;
    await demo.ready;
    while (!root.querySelector(".predict:not([hidden])")) await drawn();
    dispatchEvent(new Event("beforeprint"));
    const printed = [demo.currentTime, demo.logText("async")];
    dispatchEvent(new Event("afterprint"));
    return printed;
  });
  assert.deepEqual(printed, [0, ""]);

  await page.openDemo("lang=en&predict");
  const ended = await page.run(async ({ demo }) => {
    demo.predict = false;
    await demo.ready;
    dispatchEvent(new Event("beforeprint"));
    const time = demo.currentTime;
    dispatchEvent(new Event("afterprint"));
    return [time, demo.currentTime];
  });
  assert.deepEqual(ended, [14, 0]);
});

test("a prediction that comes late holds what has started or even ended by the newest settings", async (page) => {
  await page.openDemo("lang=en&speed=100&tasks=A:0:1&interval=1");
  const held = await page.run(async ({ demo, root, event, drawn }) => {
    // The player stays, and the prediction is loaded when all is over.
    demo.autoplay = true;
    await event("ended");
    demo.predict = true;
    while (!root.querySelector(".predict:not([hidden])")) await drawn();
    await drawn();
    return [demo.paused, demo.currentTime];
  });
  assert.deepEqual(held, [true, 0]);
});

test("a prediction that comes late leaves who comes for a moment by the newest settings there", async (page) => {
  await page.openDemo("lang=en&tasks=A:0:9");
  const [time, asks] = await page.run(async ({ demo, root, drawn }) => {
    Object.assign(demo, { startAt: 3, autoplay: true, predict: true });
    await demo.ready;
    while (!root.querySelector(".predict:not([hidden])")) await drawn();
    await drawn();
    return [demo.currentTime, root.querySelectorAll(".predict fieldset.current").length];
  });
  assert.ok(time >= 3, `at ${time} s`);
  assert.equal(asks, 0);
});
