// What other scripts, other versions and the reader may do to a demo while it runs.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { clashes } from "./harness/clashes.js";
import { INSTRUMENTS, underWay } from "./harness/instruments.js";
import { ELEMENT, html, inline } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

/**
 * Starts the demo, and keeps the names of its events; this runs in the page.
 *
 * @param {InPage} page
 */
async function playHeard({ demo, kept }) {
  await demo.ready;
  kept.heard = [];
  for (const name of ["play", "pause", "seeked", "ended", "error"]) {
    demo.addEventListener(name, () => kept.heard.push(name));
  }
  await demo.play();
}

/** @param {InPage} page */
function underWayYet({ demo }) {
  return demo.currentTime > 0.01;
}

test("a demo that is copied is another one, at its start", async (page) => {
  await page.openStage(
    `${INSTRUMENTS}${ELEMENT}<interleaved-demo tasks='A:0:3 B:0:2' lang='ko' speed='0.1'><p>text</p></interleaved-demo>`,
  );
  await page.run(playHeard);
  await page.until(underWayYet);
  const { unplaced, copied, original } = await page.run(async ({ demo, kept }) => {
    const copy = /** @type {typeof demo} */ (demo.cloneNode(true));
    kept.copy = copy;
    const unplaced = [copy.paused, copy.currentTime, copy.laneNames, copy.textContent];
    document.body.append(copy);
    await copy.ready;
    copy.currentTime = 2;
    const lanes = copy.shadowRoot?.querySelectorAll(".lane").length;
    return {
      unplaced,
      copied: [copy.paused, copy.logText("async"), copy.toJSON(), lanes],
      original: [demo.paused, kept.heard],
    };
  });
  assert.deepEqual(unplaced, [true, 0, [], "text"]);
  const log = "[A] total=0\n[B] total=0\n[A] total=1\n[B] total=1\n";
  assert.deepEqual(copied, [true, log, { tasks: "A:0:3 B:0:2", lang: "ko", speed: "0.1" }, 2]);
  assert.deepEqual(original, [false, ["play"]]);
  const [timers] = await page.run(underWay);
  assert.equal(timers, 1);

  // One that never was in the page leaves nothing either.
  const deep = await page.run(({ demo, kept }) => {
    const copy = /** @type {typeof demo} */ (demo.cloneNode(true));
    copy.play();
    const deep = /** @type {HTMLElement} */ (document.body.cloneNode(true));
    kept.copy.remove();
    demo.remove();
    return deep.querySelectorAll("interleaved-demo").length;
  });
  assert.equal(deep, 2);
  assert.deepEqual(await page.run(underWay), [0, 0, 0]);
});

test("a demo comes from wherever a script makes it", async (page) => {
  await page.openStage(
    `${ELEMENT}<template><interleaved-demo tasks='A:0:2' lanes='async'></interleaved-demo></template>
    <main></main>`,
  );
  const shown = await page.run(async () => {
    await customElements.whenDefined("interleaved-demo");
    /** @typedef {HTMLElementTagNameMap["interleaved-demo"]} Demo */
    const Class = /** @type {new () => Demo} */ (customElements.get("interleaved-demo"));
    const set = (/** @type {Demo} */ demo) => {
      demo.setAttribute("tasks", "A:0:2");
      demo.lanes = "async";
      return demo;
    };
    const template = /** @type {HTMLTemplateElement} */ (document.querySelector("template"));
    const inTemplate = /** @type {Demo} */ (template.content.firstElementChild);
    const imported = document.importNode(template.content, true).firstElementChild;
    // Elsewhere the element is none as yet, so it has no properties.
    const foreign = document.implementation.createHTMLDocument().createElement("interleaved-demo");
    foreign.setAttribute("tasks", "A:0:2");
    foreign.setAttribute("lanes", "async");
    const made = [
      set(document.createElement("interleaved-demo")),
      set(new Class()),
      /** @type {Demo} */ (imported),
      /** @type {Demo} */ (inTemplate.cloneNode(true)),
      foreign,
    ];
    const shown = [];
    for (const demo of made) {
      // In a shadow tree as well as in the page.
      const place = document.createElement("div");
      const inner = shown.length % 2 ? place.attachShadow({ mode: "open" }) : place;
      inner.append(demo);
      document.querySelector("main")?.append(place);
      await demo.ready;
      demo.currentTime = 9;
      const frame = demo.shadowRoot?.querySelector(".frame");
      const style = frame && getComputedStyle(frame);
      shown.push({ log: demo.logText("async"), paper: style?.backgroundColor });
    }
    return shown;
  });
  const paper = shown[0]?.paper;
  assert.notEqual(paper, "rgba(0, 0, 0, 0)", "it has no style");
  assert.deepEqual(shown, Array(5).fill({ log: "[A] total=0\n[A] total=1\nDone!!!\n", paper }));
});

test("attributes that change many times a frame hold nothing up", async (page) => {
  // A run without an end, however long the changes take.
  const demo = "<interleaved-demo interval='3600000'></interleaved-demo>";
  await page.openStage(INSTRUMENTS + ELEMENT + demo);
  await page.run(playHeard);
  await page.until(underWayYet);
  // Those that leave the run as it is, many times in a turn, and in many turns a frame.
  const same = await page.run(async ({ demo, text, kept }) => {
    const before = demo.currentTime;
    for (let turn = 0; turn < 60; turn += 1) {
      for (const lang of ["ko", "en", "ko"]) {
        for (const theme of ["dark", "light", "auto"]) {
          demo.setAttribute("lang", lang);
          demo.setAttribute("theme", theme);
          demo.setAttribute("speed", String(0.1 + (turn % 2)));
          demo.toggleAttribute("editor");
        }
      }
      await demo.ready;
      if (turn % 20 === 0) await new Promise(requestAnimationFrame);
    }
    return {
      paused: demo.paused,
      forward: demo.currentTime >= before,
      heard: kept.heard,
      speed: demo.speed,
      button: text(".play").trim(),
      alert: text("[role=alert]"),
      timers: kept.timers.size,
    };
  });
  assert.deepEqual(same, {
    paused: false,
    forward: true,
    heard: ["play"],
    speed: 1.1,
    button: "일시정지",
    alert: "",
    timers: 1,
  });

  // Those that make another run: the last one counts.
  const another = await page.run(async ({ demo, root, kept }) => {
    for (let turn = 1; turn <= 60; turn += 1) {
      for (let high = 1; high <= 20; high += 1) {
        demo.setAttribute("tasks", `A:0:${high}`);
        demo.setAttribute("lanes", high % 2 ? "async" : "threads sequential");
      }
      demo.setAttribute("interval", String(turn));
      await demo.ready;
    }
    return {
      paused: demo.paused,
      duration: demo.duration,
      names: demo.laneNames,
      lanes: root.querySelectorAll(".lane").length,
      heard: kept.heard,
      timers: kept.timers.size,
    };
  });
  assert.deepEqual(another, {
    paused: true,
    duration: 1.2,
    names: ["threads", "sequential"],
    lanes: 2,
    heard: ["play", "pause"],
    timers: 0,
  });
  await page.run(({ demo }) => {
    demo.setAttribute("speed", "100");
    return demo.play();
  });
  await page.until(({ demo }) => demo.ended);
  await page.run(({ demo }) => demo.remove());
  assert.deepEqual(await page.run(underWay), [0, 0, 0]);
  const errors = await page.run(({ kept }) => kept.heard.includes("error"));
  assert.equal(errors, false);
});

test("two versions on one page stand side by side", async (page) => {
  const listen = inline(() => {
    const failed = /** @type {string[]} */ ([]);
    window.kept = { failed };
    addEventListener("error", ({ message }) => {
      // WebKit tells of a size that changes in the frame in which it was told of.
      if (!message.startsWith("ResizeObserver loop")) failed.push(message);
    });
    addEventListener("unhandledrejection", ({ reason }) => failed.push(String(reason)));
  });
  const body = `${listen}
    <script type='module' src='one/interleaved.js'></script>
    <script type='module' src='one/interleaved-check.js'></script>
    <script type='module' src='two/interleaved.js'></script>
    <script type='module' src='two/interleaved-check.js'></script>
    <interleaved-demo lanes='async workers' interval='50' speed='100'></interleaved-demo>
    <other-demo lanes='async workers' interval='50' speed='100'></other-demo>`;
  // Imported by a driver, a module may be another instance.
  const modules = inline(() => {
    window.kept.imported = (async () => {
      const load = (/** @type {string} */ name) => import(new URL(name, document.baseURI).href);
      const [one, two] = [await load("one/interleaved.js"), await load("two/interleaved.js")];
      // The second keeps its class, which can have another name.
      customElements.define("other-demo", two.InterleavedDemo);
      return { one, two };
    })();
  });
  const stage = await page.stage({ "stage.html": html("en", body + modules) });
  await stage.repeatIn("one");
  await stage.repeatIn("two");
  await stage.open("stage.html");
  const versions = await page.run(async ({ demo, kept }) => {
    const { one, two } = await kept.imported;
    const other = /** @type {typeof demo} */ (document.querySelector("other-demo"));
    await Promise.all([demo.ready, other.ready]);
    await Promise.all([demo.play(), other.play()]);
    const run = await two.simulate({ tasks: "A:0:1", lanes: "async" });
    return [
      one.InterleavedDemo !== two.InterleavedDemo,
      demo instanceof one.InterleavedDemo,
      other instanceof two.InterleavedDemo,
      run.async.log,
    ];
  });
  assert.deepEqual(versions, [true, true, true, "[A] total=0\nDone!!!\n"]);
  await page.until(({ demo }) => {
    const other = /** @type {typeof demo} */ (document.querySelector("other-demo"));
    const done = (/** @type {typeof demo} */ each) => each.laneNames.every((lane) => each.logText(lane).endsWith("Done!!!\n"));
    return [demo, other].every((each) => each.ended && done(each));
  });
  assert.deepEqual(await page.run(({ kept }) => kept.failed), []);
});

test(
  "what the reader prefers may change in the middle of a run",
  async (page) => {
    const look = (/** @type {InPage} */ { find }) => {
      const { color, backgroundColor } = getComputedStyle(find(".frame"));
      return { color, backgroundColor };
    };
    await page.openDemo("code=python&lanes=async,threads&speed=0.1");
    await page.run(playHeard);
    await page.until(underWayYet);
    await page.until(({ root }) => root.querySelector(".program"));
    await page.emulation.media({});
    const light = await page.run(look);
    let before = await page.run(({ demo }) => demo.currentTime);
    for (const features of [
      { "prefers-color-scheme": "dark" },
      { "prefers-reduced-motion": "reduce" },
      { "prefers-contrast": "more" },
      { "prefers-contrast": "less", "prefers-color-scheme": "dark" },
      { "forced-colors": "active" },
      { "prefers-reduced-transparency": "reduce" },
      { "prefers-reduced-data": "reduce" },
    ]) {
      const which = JSON.stringify(features);
      await page.emulation.features(features);
      const { paused, heard, now } = await page.run(async ({ demo, kept }) => {
        await new Promise(requestAnimationFrame);
        return { paused: demo.paused, heard: kept.heard, now: demo.currentTime };
      });
      assert.deepEqual([paused, heard], [false, ["play"]], which);
      assert.ok(now >= before, `${which}: ${before} s became ${now} s`);
      before = now;
      const shown = await page.run(look);
      assert.notEqual(shown.color, shown.backgroundColor, `${which}: ink and paper are alike`);
      if (features["prefers-color-scheme"] === "dark") {
        assert.notDeepEqual(shown, light, `${which}: it stays light`);
      }
    }
    await page.emulation.media({});
    assert.deepEqual(await page.run(look), light);
    await page.run(({ demo }) => void (demo.speed = 100));
    await page.until(({ demo }) => demo.ended && demo.logText("async").endsWith("Done!!!\n"));
  },
  { engines: ["chrome"], why: "no other driver can say what the reader prefers" },
);

test(
  "at a zoom of 400 % nothing overlaps or is cut off",
  async (page) => {
    // What is left of 1280 by 1024 pixels.
    await page.emulation.screen(320, 256, 4);
    for (const lang of ["en", "ko"]) {
      await page.openDemo(`lang=${lang}&editor&predict&code=rust&lanes=sequential,async,threads`);
      await page.until(({ root }) => {
        const panels = root.querySelectorAll(".place:not(:empty)").length;
        return panels >= 3 && root.querySelector(".predict .current");
      });
      await page.run(({ find }) => find("summary").click());
      await page.until(({ root }) => root.querySelector(".executor"));
      for (const time of [0, 2.5, 99]) {
        await page.run(({ demo }, time) => void (demo.currentTime = time), time);
        const seen = await page.run(clashes);
        assert.ok(seen.texts > 30, `${seen.texts} texts`);
        assert.deepEqual(seen.clashes, [], `${lang}, ${time} s`);
        const widths = await page.run(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.deepEqual(widths, [320, 320]);
      }
      // What is reached by key is in view.
      await page.click("interleaved-demo >>> button.play");
      await page.keys(Key.TAB, Key.TAB);
      const inView = await page.run(({ root }) => {
        const box = root.activeElement?.getBoundingClientRect();
        return box && box.top >= 0 && box.bottom <= innerHeight;
      });
      assert.equal(inView, true);
    }
  },
  { engines: ["chrome"], why: "other drivers' windows can't be so narrow" },
);
