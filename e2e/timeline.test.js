// What the timelines of the lanes show, say and take.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

// What follows up to `openAt` runs in the page.

/**
 * All that is drawn, as text.
 *
 * @param {InPage} page
 */
function drawing({ all }) {
  return all(".plot path")
    .map(({ outerHTML }) => outerHTML)
    .sort();
}

/**
 * How many shapes of a kind there are, the legend's not counted.
 *
 * @param {InPage} page
 * @param {string} kind
 */
function count({ all }, kind) {
  const paths = all(`.plot svg:last-of-type .${kind}`).map((path) => path.getAttribute("d") ?? "");
  return paths.reduce((sum, path) => sum + path.split("M").length - 1, 0);
}

/**
 * What the tables say: the texts of the cells of each row.
 *
 * @param {InPage} page
 */
function tables({ root }) {
  return Array.from(root.querySelectorAll("table"), ({ rows }) => {
    return Array.from(rows, ({ cells }) => Array.from(cells, (cell) => cell.textContent ?? ""));
  });
}

/** @param {InPage} page */
function ended({ demo }) {
  return demo.ended;
}

// What follows runs here.

/**
 * Opens the demo alone, and shows it at a time in seconds.
 *
 * @param {Page} page
 * @param {string} query
 * @param {number} time
 */
async function openAt(page, query, time) {
  await page.open(`embed.html?lang=en&start-at=${time}&${query}`);
  // The picture comes with the first frame, and what the table says soon after.
  await page.until(({ demo, root, all }, time) => {
    const rows = all(".timeline tr");
    const isTold = rows.length > 0 && rows.every((row) => row.children[1]?.textContent);
    return demo.currentTime === time && isTold && root.querySelector(".lane:last-child .timeline .tick");
  }, time);
}

/**
 * @param {Page} page
 * @param {number} time in seconds
 */
async function seek(page, time) {
  await page.run(({ demo }, time) => void (demo.currentTime = time), time);
}

/**
 * Waits until a mark and the log line with these words are pointed at.
 *
 * @param {Page} page
 * @param {string} words
 */
async function untilPointedAt(page, words) {
  await page.until(({ root, all }, words) => {
    const ringed = all(".ring").filter((ring) => !ring.hidden);
    return ringed.length === 1 && root.querySelector(".row.pointed")?.textContent?.includes(words);
  }, words);
}

test("a timeline has a mark for each print, and a cap for each end", async (page) => {
  await openAt(page, "lanes=async", 3);
  assert.equal(await page.run(count, "print"), 9);
  assert.equal(await page.run(count, "end"), 0);
  // One more than prints for each task: the first, which ends at the first await.
  assert.equal(await page.run(count, "poll"), 12);
  assert.equal(await page.run(count, "turn"), 12);
  await seek(page, 5);
  await page.until(ended);
  assert.equal(await page.run(count, "print"), 14);
  assert.equal(await page.run(count, "end"), 3);
});

test("a timeline that went back is as one that never went on", async (page) => {
  for (const { query, time } of [
    { query: "lanes=threads,async", time: 3 },
    { query: "lanes=threads&lock", time: 3 },
    { query: "lanes=async&interval=7", time: 0.021 },
  ]) {
    await openAt(page, query, time);
    const expected = await page.run(drawing);
    assert.ok(expected.length > 0);
    await page.run(({ demo }) => void (demo.currentTime = demo.duration));
    await page.until(ended);
    assert.notDeepEqual(await page.run(drawing), expected, query);
    // Event by event over the end of an instant, and on again.
    await seek(page, time);
    await page.run(({ demo }) => {
      for (let step = 0; step < 20; step += 1) demo.stepBack();
      for (let step = 0; step < 20; step += 1) demo.stepForward();
    });
    assert.deepEqual(await page.run(drawing), expected, query);
  }
});

test("torn prints are marked in the timeline", async (page) => {
  // Seed 1 tears two prints, of B and C, at two seconds.
  await openAt(page, "lanes=threads", 1);
  assert.equal(await page.run(count, "torn"), 0);
  await openAt(page, "lanes=threads", 2);
  assert.ok((await page.run(count, "torn")) >= 2, "no torn print is marked");
  await openAt(page, "lanes=threads&lock", 5);
  assert.equal(await page.run(count, "torn"), 0);
});

test("the table says what the timeline shows", async (page) => {
  await openAt(page, "lanes=sequential,threads", 2);
  const head = ["Task", "State", "Waits until", "Turns", "Prints"];
  assert.deepEqual(await page.run(tables), [
    [head, ["A", "waiting", "3.0 s", "3", "2: 1.0 s, 2.0 s"], ["B", "not started", "", "0", "0"], ["C", "not started", "", "0", "0"]],
    [
      head,
      ["A", "blocked", "3.0 s", "3", "2: 1.0 s, 2.0 s"],
      ["B", "blocked", "3.0 s", "4", "2, 1 torn: 1.0 s, 2.0 s"],
      ["C", "blocked", "3.0 s", "4", "2, 1 torn: 1.0 s, 2.0 s"],
    ],
  ]);
  assert.equal(await page.run(({ root }) => root.querySelector(".timeline [aria-live]")), null);
});

test("a run too large for its rows is drawn and told in groups", async (page) => {
  await openAt(page, "lanes=async", 0);
  await page.run(({ demo }) => {
    const tasks = Array.from({ length: 1000 }, (_, task) => `t${task}:0:5`);
    demo.setAttribute("tasks", tasks.join());
  });
  await page.until(({ all }) => all(".timeline tr").length === 97);
  await seek(page, 2);
  await page.until(({ demo, find }) => {
    return demo.currentTime === 2 && find(".timeline td:last-child").textContent === "22";
  });
  const [table] = await page.run(tables);
  assert.deepEqual(table?.[1], ["t0 … t10", "waiting 11", "3.0 s", "33", "22"]);
  // The picture is bounded, however large the run is.
  const { height, paths } = await page.run(({ find, all }) => {
    const plot = find(".plot");
    const em = parseFloat(getComputedStyle(plot).fontSize);
    return { height: plot.clientHeight / em, paths: all(".plot path").length };
  });
  assert.ok(height < 15, `${height} em high`);
  assert.ok(paths < 2000, `${paths} paths`);
});

test("a large run that was scrubbed is shown as one that was not", async (page) => {
  const tasks = Array.from({ length: 100 }, (_, task) => `t${task}:0:60`);
  const shown = async () => ({
    picture: await page.run(drawing),
    log: await page.run(({ all }) => all(".rows .row:last-child").map(({ innerText }) => innerText)),
    tables: await page.run(tables),
    told: await page.run(({ all }) => all(".told").map(({ textContent }) => textContent)),
  });
  // The tables come last, when there was time for everything.
  const untilTold = (/** @type {number} */ column, /** @type {string} */ words) => {
    return page.until(
      ({ demo, root }, column, words) => {
        const tables = Array.from(root.querySelectorAll("table"));
        const texts = tables.map(({ rows }) => rows[1]?.cells[column]?.textContent ?? "");
        return texts.length === demo.laneNames.length && texts.every((text) => text.startsWith(words));
      },
      column,
      words,
    );
  };
  await openAt(page, `lanes=threads,async&tasks=${tasks}`, 20);
  await untilTold(2, "21.0 s");
  const expected = await shown();
  await page.run(({ demo }) => void (demo.currentTime = demo.duration));
  await page.until(ended);
  await untilTold(1, "fin");
  // Several in one frame, of which only the last is drawn.
  await page.run(({ demo }) => {
    for (const time of [3, 40, 7, 60, 20]) demo.currentTime = time;
  });
  await untilTold(2, "21.0 s");
  assert.deepEqual(await shown(), expected);
});

test("pointing at a mark points at its line, and the other way round", async (page) => {
  await openAt(page, "lanes=async&tasks=A:0:1", 1);
  // A click comes where the middle of the picture is; the nearest mark takes it.
  await page.click("interleaved-demo >>> .plot");
  await page.until(({ all }) => all(".ring").filter((ring) => !ring.hidden).length === 1);
  await page.run(({ find }) => {
    find(".rows .row").dispatchEvent(new MouseEvent("click", { bubbles: true }));
  });
  await untilPointedAt(page, "[A] total=0");
  await page.run(({ find }) => {
    find(".rows").dispatchEvent(new PointerEvent("pointerleave"));
  });
  await page.until(({ all }) => all(".ring").every((ring) => ring.hidden));
});

test("the keys go from mark to mark, and leave time alone", async (page) => {
  await openAt(page, "lanes=async", 3);
  await page.run(({ find }) => find(".plot").focus());
  await page.keys(Key.DOWN);
  await untilPointedAt(page, "[C] total=33");
  await page.keys(Key.UP);
  await page.keys(Key.UP);
  await untilPointedAt(page, "[B] total=18");
  assert.equal(await page.run(({ demo }) => demo.currentTime), 3);
  await page.keys(Key.LEFT);
  await page.until(({ demo }) => demo.currentTime === 2);
});

test("labels on the axis never overlap", async (page) => {
  const queries = [
    "lanes=sequential,async",
    "lanes=sequential,async&interval=3600000",
    // Ends that no other label has the length of.
    "lanes=sequential,threads&interval=33226&tasks=A:0:2",
    "lanes=async&interval=997&tasks=A:0:997",
    "lanes=sequential,async,threads&interval=7&tasks=A:0:13",
  ];
  for (const query of queries) {
    await openAt(page, query, 0);
    for (const width of [320, 700, 1280, 1920]) {
      await page.resize(width, 900);
      for (const { lang, zoom } of [
        { lang: "en", zoom: "1" },
        { lang: "ko", zoom: "1" },
        { lang: "ko", zoom: "0.6" },
        { lang: "en", zoom: "1.7" },
      ]) {
        const gaps = await page.run(
          async ({ demo, all, drawn }, lang, zoom) => {
            demo.lang = lang;
            document.documentElement.style.setProperty("zoom", zoom);
            await demo.ready;
            await drawn();
            await drawn();
            return all(".timeline").map((timeline) => {
              const boxes = all(".tick", timeline).map((tick) => tick.getBoundingClientRect());
              const gaps = boxes.slice(1).map((box, index) => box.left - (boxes[index]?.right ?? 0));
              // The last one is within the picture as well.
              return [Math.min(...gaps), timeline.getBoundingClientRect().right - (boxes.at(-1)?.right ?? 0)];
            });
          },
          lang,
          zoom,
        );
        const where = `${width} pixels, ${query}, ${lang}, zoom ${zoom}`;
        assert.ok(gaps.length > 0 && gaps.flat().every(Number.isFinite), `there are no labels: ${where}`);
        for (const [gap = 0, edge = 0] of gaps) assert.ok(gap > 0 && edge > -1, `${where}: ${gaps}`);
      }
    }
  }
});

test("the timeline as a file is well-formed and needs nothing else", async (page) => {
  await openAt(page, "lanes=async,threads&tasks=%3Cb%3E%26%22:0:2,나비:0:3", 2);
  const { text, again, ...file } = await page.run(async ({ demo, vouch }) => {
    const text = await demo.toSVG();
    const file = new DOMParser().parseFromString(vouch("createHTML", text), "image/svg+xml");
    return {
      text,
      again: await demo.toSVG(),
      error: file.querySelector("parsererror")?.textContent,
      element: file.documentElement.localName,
      title: file.querySelector("title")?.textContent ?? "",
      description: file.querySelector("desc")?.textContent ?? "",
    };
  });
  assert.equal(file.error ?? undefined, undefined, "not well-formed");
  assert.equal(file.element, "svg");
  assert.match(file.title, /Async/);
  assert.match(file.description, /2/);
  assert.doesNotMatch(text, /undefined|NaN|var\(|href|url\(/);
  assert.ok(text.includes("나비"));
  assert.equal(again, text);
});
