// The pages of the course, made of www/chapters/.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";

import { inRoot } from "./harness/places.js";
import { test } from "./harness/test.js";

/** @import { Page } from "./harness/page.js" */

const CHAPTERS = readdirSync(inRoot("www/chapters/en"), { encoding: "utf8" }).map((file) => file.replace(".md", ""));
const FOLDERS = /** @type {const} */ ([
  ["en", "chapters/"],
  ["ko", "chapters/ko/"],
]);

/** What solves the first exercise of the chapter on shared data. */
const SOLVED = `import threading

counter = 0
lock = threading.Lock()

def add():
    global counter
    with lock:
        counter = counter + 1

threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)
`;

/** Opens a chapter, and waits until its programs and buttons are there. @param {Page} page @param {string} path */
async function openChapter(page, path) {
  await page.open(path);
  await page.run(async () => {
    if (!document.querySelector("interleaved-python")) return;
    await customElements.whenDefined("interleaved-python");
    for (const demo of document.querySelectorAll("interleaved-python")) await demo.ready;
  });
}

/** Gives the first exercise a program and has it checked. Returns what is said. @param {Page} page @param {string} program */
async function check(page, program) {
  await page.run((_, program) => {
    const node = document.querySelector("#exercise-1 interleaved-python");
    /** @type {import("../www/interleaved-python.js").InterleavedPython} */ (node).program = program;
  }, program);
  await page.click("#exercise-1 > .row button");
  await page.until(() => document.querySelector("#exercise-1 .found[data-verdict]"));
  return page.run(() => ({
    told: document.querySelector("#exercise-1 [role=status]")?.textContent,
    found: document.querySelector("#exercise-1 .found")?.textContent,
  }));
}

for (const [lang, folder] of FOLDERS) {
  for (const name of ["index", ...CHAPTERS]) {
    test(`${folder}${name}.html has its programs, its links lead somewhere, and on a phone it opens no longer than it may`, async (page) => {
      await page.resize(360, 780);
      await openChapter(page, `${folder}${name}.html`);
      const shown = await page.run(async () => {
        const height = document.documentElement.scrollHeight;
        const outcomes = [];
        for (const demo of document.querySelectorAll("interleaved-python")) outcomes.push(await demo.run());
        /** @type {string[]} */
        const missing = [];
        /** The page's policy lets no text become a page. @param {URL} url @returns {Promise<Document | null>} */
        const read = (url) =>
          new Promise((resolve) => {
            const request = new XMLHttpRequest();
            request.responseType = "document";
            request.onload = () => resolve(request.status === 200 ? request.responseXML : null);
            request.open("GET", url);
            request.send();
          });
        for (const href of new Set(Array.from(document.links, ({ href }) => href))) {
          const url = new URL(href);
          if (url.origin !== location.origin) continue;
          const there = await read(url);
          if (!there || (url.hash && !there.getElementById(url.hash.slice(1)))) missing.push(href);
        }
        return {
          lang: document.documentElement.lang,
          title: document.title,
          heading: document.querySelector("h1")?.textContent ?? "",
          isRefused: outcomes.includes("refused"),
          missing,
          open: document.querySelectorAll("details[open]").length,
          isWide: document.documentElement.scrollWidth > innerWidth,
          height,
        };
      });
      const { heading, height, ...rest } = shown;
      assert.deepEqual(rest, { lang, title: `${heading} – interleaved`, isRefused: false, missing: [], open: 0, isWide: false });
      assert.ok(height <= 12_000, `${height} px`);
    });
  }
}

test("a question says what is right, and why, only when it is answered; by keyboard, too", async (page) => {
  await openChapter(page, "chapters/shared-data.html");
  const seen = () =>
    page.run(() => ({
      told: document.querySelector("#question-1 [role=status]")?.textContent,
      marks: Array.from(document.querySelectorAll("#question-1 .mark"), ({ textContent }) => textContent),
      isExplained: document.querySelector("#question-1 details")?.checkVisibility({ contentVisibilityAuto: true }),
    }));
  await page.click("#question-1 button");
  assert.deepEqual(await seen(), { told: "Choose an answer first.", marks: ["", "", ""], isExplained: false });
  // The first answer alone is half of what is right.
  await page.focus("#question-1 input");
  await page.keys(" ");
  await page.click("#question-1 button");
  const marks = ["✓ right", "✓ right", "✗ wrong"];
  assert.deepEqual(await seen(), { told: "✗ Not quite.", marks, isExplained: true });
  await page.focus("#question-1 li:nth-child(2) input");
  await page.keys(" ");
  await page.focus("#question-1 button");
  await page.keys(" ");
  assert.deepEqual(await seen(), { told: "✓ Right.", marks, isExplained: true });
});

test("an exercise is refused with the schedule that breaks it, and proved when none does", async (page) => {
  await openChapter(page, "chapters/shared-data.html");
  const refused = await check(page, SOLVED.replace("    with lock:\n        counter", "    with threading.Lock():\n        counter"));
  assert.equal(refused.told, "✗ Not yet. It can end like this:");
  assert.equal(refused.found, "ends, 1 interruptionShow how1\n");
  // That schedule is played in the element beside it.
  await page.click("#exercise-1 .found button");
  const played = await page.run(async () => {
    const node = /** @type {import("../www/interleaved-python.js").InterleavedPython} */ (
      document.querySelector("#exercise-1 interleaved-python")
    );
    await node.ready;
    await node.run();
    return node.logText(node.laneNames[0] ?? "");
  });
  assert.equal(played, "1\n");
  const proved = await check(page, SOLVED);
  assert.match(proved.told ?? "", /^✓ Proved: no schedule prints anything else \(\d+ schedules, \d+ states\)\.$/);
  assert.equal(proved.found, "");
});

test("what is wrong with a reader's program is said in the reader's language, with its line", async (page) => {
  await openChapter(page, "chapters/ko/shared-data.html");
  const misspelt = await check(page, SOLVED.replace("with lock", "with look"));
  assert.match(misspelt.found ?? "", /8번째 줄: NameError: name 'look' is not defined/);
  const broken = await check(page, SOLVED.replace("def add():", "def add()"));
  assert.match(broken.found ?? "", /6번째 줄: SyntaxError: /);
  const refused = await check(page, `import socket\n${SOLVED}`);
  assert.match(refused.found ?? "", /1번째 줄: socket: 여기의 프로그램은 네트워크에 연결되지 않습니다\./);
});

test("a check that is stopped says that nothing is proved", async (page) => {
  await openChapter(page, "chapters/shared-data.html");
  const long = SOLVED.replace("range(2)", "range(5)").replace("    with lock:\n", "    for _ in range(60):\n");
  await page.run(
    (_, program) => {
      const node = document.querySelector("#exercise-1 interleaved-python");
      /** @type {import("../www/interleaved-python.js").InterleavedPython} */ (node).program = program;
      // So nothing is refused before.
      /** @type {HTMLElement} */ (document.querySelector("#exercise-1")).dataset["always"] = "";
    },
    long.replace("print(counter)", "print(2)"),
  );
  await page.click("#exercise-1 > .row button");
  await page.until(() => /[1-9]\d* states?\.$/.test(document.querySelector("#exercise-1 [role=status]")?.textContent ?? ""));
  await page.click("#exercise-1 .search .row button");
  await page.until(() =>
    /^Nothing wrong was found, but it isn’t proved\. Not all schedules were tried: it was stopped/.test(
      document.querySelector("#exercise-1 [role=status]")?.textContent ?? "",
    ),
  );
});

test("where the element can't be loaded, the programs can be read, and a button says so", async (page) => {
  const stage = await page.stage({ "interleaved-python.js": "throw new Error('broken')" });
  await stage.open("chapters/shared-data.html");
  await page.until(() => document.querySelector("#exercise-1 > .row button:not([hidden])"));
  await page.click("#exercise-1 > .row button");
  await page.until(() => document.querySelector("#exercise-1 .search")?.textContent?.startsWith("The demo couldn't be loaded: broken."));
  assert.match(await page.text("#exercise-1 interleaved-python pre"), /^import threading/);
});

test("all ends of a program are found beside it", async (page) => {
  await openChapter(page, "chapters/shared-data.html");
  await page.click(".program > .row button");
  await page.until(() => document.querySelector(".program .search table"));
  const outputs = await page.run(() => Array.from(document.querySelectorAll(".program .search pre"), ({ textContent }) => textContent));
  assert.deepEqual(outputs.slice(0, 2), ["2\n", "1\n"]);
});

test("what is done is told in the contents for this visit", async (page) => {
  await page.open("chapters/index.html");
  await page.run(() => sessionStorage.clear());
  const answer = async () => {
    await openChapter(page, "chapters/shared-data.html");
    await page.click("#question-1 input");
    await page.click("#question-1 li:nth-child(2) input");
    await page.click("#question-1 button");
    await page.open("chapters/index.html");
    return page.run(() => document.querySelector('.progress[data-chapter="shared-data"]:not([hidden])')?.textContent);
  };
  const told = await answer();
  assert.match(told ?? "", /^✓ 1 of \d+ done$/);
  await page.run(() => sessionStorage.setItem("interleaved.course", "{broken"));
  assert.equal(await answer(), told);
  await page.run(() => sessionStorage.clear());
});

test("one section alone can be in a frame, which is told its height; one that may keep nothing does its work, too", async (page) => {
  const source = "chapters/shared-data.html?section=a-lost-update#a-lost-update";
  await page.openStage(
    `<iframe sandbox='allow-scripts' title='a section' style='width:600px;height:900px' src='${source}'></iframe>` +
      "<script>addEventListener('message', ({ data }) => { if (data.type === 'interleaved:resize') self.told = data.height; });</script>",
  );
  await page.until(() => Reflect.get(self, "told") > 300);
  await page.enterFrame("iframe");
  const shown = await page.run(() =>
    Array.from(document.querySelectorAll("section, nav"))
      .filter((node) => node.checkVisibility())
      .map(({ id }) => id),
  );
  assert.deepEqual(shown, ["a-lost-update"]);
  await page.click("#question-1 input");
  await page.click("#question-1 li:nth-child(2) input");
  await page.click("#question-1 button");
  assert.equal(await page.text("#question-1 [role=status]"), "✓ Right.");
  await page.leaveFrames();
});

test("the other language shows what is being read", async (page) => {
  await openChapter(page, "chapters/shared-data.html");
  await page.run(() => document.getElementById("a-lock")?.scrollIntoView());
  const { pathname, hash } = await page.run(() => {
    document.querySelector("a.language")?.dispatchEvent(new Event("pointerenter"));
    const { pathname, hash } = new URL(/** @type {HTMLAnchorElement} */ (document.querySelector("a.language")).href);
    return { pathname, hash };
  });
  assert.match(pathname, /\/chapters\/ko\/shared-data\.html$/);
  assert.equal(hash, "#a-lock");
});

test("without scripts a chapter can be read: its programs, and the answers when they are opened", async (page) => {
  await page.open("chapters/index.html");
  const text = await page.run(async () => (await fetch("shared-data.html")).text());
  const programs = text.match(/<interleaved-python[^>]*>/g) ?? [];
  assert.ok(programs.length > 1);
  assert.equal(text.match(/<\/script><pre[^>]*><code>import threading/g)?.length, programs.length);
  assert.match(text, /<details><summary>The answer, and why<\/summary><p>Right:<\/p>\n<ul><li><code translate="no">2<\/code><\/li>/);
  assert.doesNotMatch(text, /<button(?![^>]* hidden)/);
});
