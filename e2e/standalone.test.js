// The one file that holds everything, mostly from a folder on this machine.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { nativeMoment } from "./harness/native.js";
import { site } from "./harness/places.js";
import { saveDemo } from "./harness/save.js";
import { html, inline } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

// Both have to be written in another way in an address.
const FOLDER = "비동기 수업 1";
const FILE = "데모 파일.html";

function readStandalone() {
  return readFile(join(site, "standalone.html"), "utf8");
}

/** Waits until the settings are in force; the element is defined late in the one file. */
async function ready(/** @type {InPage} */ { demo }) {
  await customElements.whenDefined("interleaved-demo");
  await demo.ready;
}

/**
 * Puts the file into a folder; the returned function opens it there.
 *
 * @param {Page} page
 * @param {string} text
 */
async function inFolder(page, text) {
  const scratch = await mkdtemp(join(tmpdir(), "interleaved-folder-"));
  page.keep({ close: () => rm(scratch, { recursive: true, force: true }) });
  const file = join(scratch, FOLDER, FILE);
  await mkdir(join(scratch, FOLDER));
  await writeFile(file, text);
  return async (query = "") => {
    await page.goto(`${pathToFileURL(file)}?${query}`);
    await page.run(ready);
  };
}

/**
 * The file with other settings in it, as somebody may write them.
 *
 * @param {string} settings
 */
async function withSettings(settings) {
  const text = await readStandalone();
  assert.ok(text.includes("{\n}\n</script>"), "the file has no empty settings");
  return text.replace("{\n}\n</script>", () => `${settings}\n</script>`);
}

/**
 * What the page has asked for besides itself; this runs in the page.
 */
function requests() {
  return performance.getEntriesByType("resource").map(({ name }) => name);
}

test("the one file runs from a folder, with every part, and asks for nothing", async (page) => {
  const open = await inFolder(page, await readStandalone());
  const settings = { tasks: "가나:1:4 B:5:9", lanes: "sequential async threads", seed: "7" };
  await open("tasks=가나:1:4,B:5:9&lanes=sequential,async,threads&seed=7&code=rust&editor&predict&lang=ko&speed=100");
  await page.run(({ demo, find, kept }) => {
    kept.refused = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      kept.refused.push(event.violatedDirective);
    });
    find("summary").click();
    demo.currentTime = demo.duration;
  });
  await page.until(({ demo, root }) => {
    const panels = root.querySelectorAll(".place:not(:empty)").length;
    return demo.ended && panels === 4 && root.querySelectorAll(".lane table").length === 3;
  });
  await page.click("interleaved-demo >>> .bar > [aria-haspopup]");
  await page.until(({ root }) => root.querySelector("dialog"));
  const logs = await page.run(({ demo }) => demo.laneNames.map((lane) => demo.logText(lane)));
  assert.deepEqual(logs, nativeMoment(settings, 60_000).logs);
  assert.deepEqual(await page.run(requests), []);
  const seen = await page.run(({ find, kept }) => ({
    refused: kept.refused,
    lang: document.documentElement.lang,
    alert: find(".alert").textContent,
  }));
  assert.deepEqual(seen, { refused: [], lang: "ko", alert: "" });

  // Its workers start from a script that the page has made.
  const threads = await page.run(async ({ demo, find, event, kept }) => {
    /** @type {HTMLDialogElement & HTMLElement} */ (/** @type {unknown} */ (find("dialog"))).close();
    demo.predict = false;
    demo.lanes = "workers";
    demo.lock = true;
    await demo.ready;
    const end = event("ended");
    await demo.play();
    await end;
    return [demo.logText("workers").endsWith("Done!!!\n"), kept.refused];
  });
  assert.deepEqual(threads, [true, []]);
  // It goes on as well, by the clock.
  await page.run(async ({ demo }) => {
    demo.lanes = "sequential async";
    await demo.ready;
    await demo.play();
  });
  await page.until(({ demo }) => demo.ended);
});

test("the query goes before the settings in the file", async (page) => {
  const open = await inFolder(
    page,
    await withSettings(
      `{ "tasks": ["나:1:3", "B:2:4"], "lanes": ["threads"], "speed": 100, "lock": true,
        "predict": false, "code": null, "theme": "dark", "lang": "ko" }`,
    ),
  );
  const inForce = (/** @type {InPage} */ { demo }) => {
    const { lang, dataset } = document.documentElement;
    return { settings: demo.toJSON(), lang, theme: dataset.theme ?? null };
  };
  await open("lanes=async");
  assert.deepEqual(await page.run(inForce), {
    settings: {
      tasks: "나:1:3 B:2:4",
      lanes: "async",
      speed: "100",
      lock: "",
      theme: "dark",
      lang: "ko",
    },
    lang: "ko",
    theme: "dark",
  });
  // With this the query tells everything.
  await open("lanes=async&settings=query&lang=en");
  const { settings, lang } = await page.run(inForce);
  assert.deepEqual([settings, lang], [{ lanes: "async", lang: "en" }, "en"]);

  await open("start-at=1");
  const link = new URL(await page.run(({ demo }) => demo.permalink));
  assert.equal(link.protocol, "file:");
  assert.ok(decodeURI(link.pathname).endsWith(`/${FOLDER}/${FILE}`), link.pathname);
  const said = ["settings", "lock", "start-at"].map((name) => link.searchParams.get(name));
  assert.deepEqual(said, ["query", "", "1"]);
});

test("settings that people got wrong are explained in their language", async (page) => {
  for (const { settings, lang, parts } of [
    {
      settings: '{\n  "lanes": "async",\n  "speed": 2,\n}',
      lang: "en",
      parts: ["not valid JSON", "not after the last"],
    },
    { settings: "{ 'speed': 2 }", lang: "ko", parts: ["올바른 JSON이 아닙니다", "큰따옴표"] },
    { settings: "[]", lang: "en", parts: ["between braces", '{"tasks"'] },
    { settings: '{ "task": "A:1:5" }', lang: "en", parts: ["“task”", "tasks, interval"] },
    { settings: '{ "task": "A:1:5" }', lang: "ko", parts: ["“task”", "tasks, interval"] },
    { settings: '{ "speed": {} }', lang: "ko", parts: ["speed", "수"] },
  ]) {
    const open = await inFolder(page, await withSettings(settings));
    await open(`lang=${lang}&lanes=async`);
    const { text, role, lanes } = await page.run(({ demo }) => {
      const warning = demo.previousElementSibling;
      return {
        text: warning?.textContent ?? "",
        role: warning?.getAttribute("role"),
        lanes: demo.laneNames,
      };
    });
    assert.equal(role, "alert");
    for (const part of parts) assert.ok(text.includes(part), `no ${part} in ${text}`);
    // What the query says holds all the same.
    assert.deepEqual(lanes, ["async"]);
  }
  // What JSON allows and the demo doesn't, the demo says itself.
  const open = await inFolder(page, await withSettings('{ "speed": 1000 }'));
  await open("lang=en");
  const alert = await page.text("interleaved-demo >>> .alert");
  assert.equal(alert, "speed: “1000” is not a number from 0.1 to 100.");
});

/** Names that would end the block, begin a comment in it, or mean something in a replacement. */
const HOSTILE = ["</script><script>alert(1)</script>:1:3", "<!--<script>:1:3", "$&$1$`:1:2", `\\u003c"'&amp;:1:2`].join(" ");

test("a saved file holds its settings, whatever they are, and can be saved again", async (page) => {
  const query = new URLSearchParams({ tasks: HOSTILE });
  await page.openDemo(`lang=en&lanes=threads&lock&speed=100&code=python&${query}`);
  const settings = await page.run(({ demo }) => demo.toJSON());
  const first = await saveDemo(page);
  const open = await inFolder(page, first);
  await open();
  assert.deepEqual(await page.run(({ demo }) => demo.toJSON()), settings);
  // Those of the settings and of the demo: a name has made none.
  const scripts = await page.run(() => document.querySelectorAll("script").length);
  assert.equal(scripts, 2);
  await page.until(({ root }) => root.querySelectorAll(".place:not(:empty)").length === 1);
  assert.deepEqual(await page.run(requests), []);
  assert.equal(await saveDemo(page), first);

  // Without settings it is the file of the site.
  await page.open("standalone.html?lang=en&settings=query");
  await page.run(ready);
  await page.run(({ demo }) => {
    demo.removeAttribute("lang");
    return demo.ready;
  });
  const plain = (await saveDemo(page)).replace("{}\n", "{\n}\n");
  assert.ok(plain === (await readStandalone()), "another file is saved than that of the site");
});

test("what the reader takes away stays away", async (page) => {
  const text = await withSettings('{ "lanes": "threads", "lock": true, "lang": "en" }');
  const stage = await page.stage({ "one.html": text });
  await stage.open("one.html");
  await page.run(ready);
  const query = await page.run(async ({ demo }) => {
    demo.lock = false;
    await demo.ready;
    return location.search;
  });
  assert.equal(query, "?lanes=threads&lang=en&settings=query");
  await stage.open(`one.html${query}`);
  await page.run(ready);
  const settings = await page.run(({ demo }) => demo.toJSON());
  assert.deepEqual(settings, { lanes: "threads", lang: "en" });
});

test("the one file runs in frames that may do nothing else", async (page) => {
  const text = await withSettings('{ "lang": "en", "speed": 100, "autoplay": true }');
  const record = inline(() => {
    window.kept = {};
    addEventListener("message", ({ data }) => (window.kept.height = data.height));
  });
  const host = html("en", `${record}<iframe sandbox='allow-scripts' src='one.html'></iframe>`);
  const stage = await page.stage({ "one.html": text, "host.html": host });
  // A page without an address has no link to itself.
  for (const { frame, choices } of [
    { frame: "iframe", choices: 8 },
    { frame: "iframe.text", choices: 6 },
  ]) {
    await stage.open("host.html");
    await page.run(async ({ vouch }) => {
      const response = await fetch("one.html");
      const frame = document.createElement("iframe");
      frame.className = "text";
      frame.setAttribute("sandbox", "allow-scripts");
      frame.srcdoc = vouch("createHTML", await response.text());
      document.body.append(frame);
    });
    await page.until(({ kept }) => kept.height > 300);
    await page.enterFrame(frame);
    await page.until(({ demo }) => demo.ended);
    await page.click("interleaved-demo >>> .bar > [aria-haspopup]");
    await page.until(({ root }) => root.querySelector("dialog"));
    assert.deepEqual(await page.run(requests), []);
    const seen = await page.run(({ root }) => [self.origin, root.querySelectorAll("dialog li").length]);
    assert.deepEqual(seen, ["null", choices]);
  }
});
