// Settings as pages and frameworks write them, before the element's class is there and after.

import assert from "node:assert/strict";

import { ELEMENT, html, inline } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

/**
 * What a demo has come to, once it is ready.
 *
 * @param {InPage} page
 */
async function outcome({ demo, find, text }) {
  await customElements.whenDefined("interleaved-demo");
  await demo.ready;
  return {
    settings: demo.toJSON(),
    time: demo.currentTime,
    duration: demo.duration,
    speed: demo.speed,
    said: find("[role=alert]").textContent,
    shown: text(".tasks").trim(),
  };
}

/** Settings of which some can't be used. */
const ATTRIBUTES = { interval: "soon", tasks: "X:1:3", lock: "maybe", startat: "1.5", lanes: "async", predict: "false" };

test("what is set as a property before the class is there counts, and so do later changes", async (page) => {
  const set = inline(() => {
    const demo = Object.assign(document.createElement("interleaved-demo"), {
      tasks: ["X:1:3", "Y:0:4"],
      interval: 500,
      lock: false,
      predict: true,
      lanes: "async threads",
      startAt: 1,
      currentTime: "0.75",
      playbackRate: 2,
      code: null,
    });
    document.body.append(demo);
  });
  await page.openStage(`<body>${set}${ELEMENT}`);
  // Until the panel that asks has come and knows better, variables might answer it.
  await page.until(({ find }) => find(".tasks .values").checkVisibility({ visibilityProperty: true }));
  assert.deepEqual(await page.run(outcome), {
    settings: {
      tasks: "X:1:3,Y:0:4",
      interval: "500",
      lanes: "async threads",
      speed: "2",
      "start-at": "1",
      predict: "",
    },
    // Where it was sent goes before where it was to start.
    time: 0.75,
    duration: 2,
    speed: 2,
    said: "",
    shown: "X i=2 total=3\nY i=1 total=1",
  });
  const later = await page.run(async ({ demo }) => {
    Object.assign(demo, { tasks: "Z:0:1", interval: undefined, playbackRate: 5, lock: true, predict: false });
    await demo.ready;
    return [demo.toJSON(), demo.duration, Object.keys(demo)];
  });
  assert.deepEqual(later, [{ tasks: "Z:0:1", lanes: "async threads", speed: "5", "start-at": "1", lock: "" }, 1, []]);
});

test("a property that can't be used, set before the class is there, leaves a demo and a sentence", async (page) => {
  const set = inline(() => {
    Object.assign(/** @type {Element} */ (document.querySelector("interleaved-demo")), { speed: "fast", tasks: "X:0:2" });
  });
  await page.openStage(`<interleaved-demo></interleaved-demo>${set}${ELEMENT}`);
  const { settings, speed, said, shown } = await page.run(outcome);
  assert.deepEqual([settings, speed, shown], [{ tasks: "X:0:2" }, 1, "X range(0, 2)"]);
  assert.equal(said, "speed: “fast” is not a number from 0.1 to 100.");
});

test("a page comes to the same whether its attributes or the class come first", async (page) => {
  const written = Object.entries(ATTRIBUTES).map(([name, value]) => `${name}="${value}"`);
  const attributes = written.join(" ");
  const make = inline(async (given) => {
    await customElements.whenDefined("interleaved-demo");
    const demo = document.createElement("interleaved-demo");
    document.body.append(demo);
    for (const [name, value] of Object.entries(given)) {
      await Reflect.get(demo, "ready");
      demo.setAttribute(name, value);
    }
    document.body.dataset["made"] = "";
  }, ATTRIBUTES);
  const stage = await page.stage({
    "attributes.html": html("en", `<interleaved-demo ${attributes}></interleaved-demo>${ELEMENT}`),
    "script.html": html("en", `${ELEMENT}<interleaved-demo ${attributes}></interleaved-demo>`),
    "turned.html": html("en", `<interleaved-demo ${written.toReversed().join(" ")}></interleaved-demo>${ELEMENT}`),
    "later.html": html("en", `<body data-later>${ELEMENT}${make}`),
  });
  for (const name of ["attributes", "script", "turned", "later"]) {
    await stage.open(`${name}.html`);
    await page.until(() => !("later" in document.body.dataset) || "made" in document.body.dataset);
    const found = await page.run(outcome);
    assert.deepEqual(
      found,
      {
        settings: { tasks: "X:1:3", lanes: "async", "start-at": "1.5" },
        time: 1.5,
        duration: 2,
        speed: 1,
        said:
          "interval: “soon” is not a whole number from 1 to 3600000.\n" +
          "lock: “maybe” is not a value for a switch. Write lock without a value to turn it on; leave it out to turn it off.",
        shown: "X i=2 total=3",
      },
      name,
    );
  }
});

test("the addresses of pages say settings as frameworks write them", async (page) => {
  await page.openDemo("lock=false&editor=false&autoplay=false&startat=2&lang=en&interval=soon");
  const { settings, time, said } = await page.run(outcome);
  assert.deepEqual([settings, time], [{ "start-at": "2", lang: "en" }, 2]);
  assert.equal(said, "interval: “soon” is not a whole number from 1 to 3600000.");
  // What is wrong stays there to be mended; what the reader changes follows.
  const query = () => page.run(() => location.search);
  assert.match(await query(), /^\?lock=false&.*interval=soon$/);
  await page.run(async ({ demo }) => {
    demo.setAttribute("interval", "500");
    demo.setAttribute("seed", "3");
    await demo.ready;
  });
  assert.match(await query(), /^\?lock=false&.*interval=500&seed=3$/);
});

test("the controls are hidden where a framework writes false for them", async (page) => {
  await page.openStage(`${ELEMENT}<interleaved-demo controls="false"></interleaved-demo>`);
  await page.run(outcome);
  assert.deepEqual(await page.run(({ demo, find }) => [demo.toJSON(), find(".bar").checkVisibility()]), [{ controls: "none" }, false]);
});
