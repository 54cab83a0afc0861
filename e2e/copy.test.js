// Copying from a lane's log: what is selected, byte for byte, also where it is out of view.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/** A place in the page: a row of the log by its line, and a letter of what is printed in it. */
/** @typedef {[line: number, letter: number]} Place */

/** Keeps what is copied. @param {InPage} page */
function listen({ kept }) {
  document.addEventListener("copy", ({ clipboardData }) => (kept.copied = clipboardData?.getData("text/plain")));
}

/**
 * Selects from one place to another, and scrolls to each of them before.
 *
 * @param {InPage} page
 * @param {Place[]} places
 */
async function select({ find, drawn }, places) {
  const log = find(".log");
  log.focus();
  const height = find(".rows").offsetHeight / Number(find(".rows").style.getPropertyValue("--lines"));
  for (const [step, [line, letter]] of places.entries()) {
    log.scrollTop = line * height - 20;
    /** @type {HTMLElement | undefined} */
    let row;
    // It is told that it was scrolled in a turn of its own, and only then has the row.
    while (!row) {
      await drawn();
      const rows = /** @type {HTMLElement[]} */ ([...log.querySelectorAll(".row")]);
      // In a ladder, where lines stand at their time, all are there.
      const isLadder = find(".lanes").classList.contains("ladder");
      row = isLadder ? rows[line] : rows.find((row) => Number(row.style.getPropertyValue("--place")) === line);
    }
    const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    let left = letter;
    /** @type {Node | null} */
    let node;
    while ((node = texts.nextNode())) {
      if (!node.parentElement?.closest(".piece")) continue;
      const { length } = /** @type {Text} */ (node);
      if (left <= length) break;
      left -= length;
    }
    // An empty line has no text in which it could begin.
    const place = node ? /** @type {const} */ ([node, left]) : /** @type {const} */ ([row, 0]);
    if (step === 0) getSelection()?.collapse(...place);
    else getSelection()?.extend(...place);
  }
}

/** What is copied by the keys. @param {Page} page */
async function copied(page) {
  await page.run(({ kept }) => void delete kept.copied);
  await page.keys(Key.CONTROL, "c");
  await page.until(({ kept }) => kept.copied !== undefined);
  return page.run(({ kept }) => kept.copied);
}

/** What has been printed, from one place to another. @param {string} text @param {Place[]} places */
function part(text, places) {
  const lines = text.split("\n");
  const [from, to] = places.map(([line, letter]) => lines.slice(0, line).join("\n").length + Math.min(line, 1) + letter);
  return text.slice(from, to);
}

test("a selection in a torn log is copied as it was printed", async (page) => {
  await page.openDemo("lanes=threads&seed=1&code=python&start-at=99");
  await page.run(listen);
  const text = await page.run(({ demo }) => demo.logText("threads"));
  const torn = text.split("\n").findIndex((line) => line.split("[").length > 2);
  const empty = text.split("\n").indexOf("");
  assert.ok(torn >= 0 && empty >= 0, text);
  for (const places of /** @type {Place[][]} */ ([
    [
      [torn, 0],
      [torn + 1, 0],
    ],
    [
      [torn, 3],
      [torn, 20],
    ],
    [
      [torn, 14],
      [torn, 17],
    ],
    [
      [0, 0],
      [empty, 0],
    ],
    [
      [empty, 0],
      [empty + 1, 4],
    ],
    [
      [0, 5],
      [14, 3],
    ],
  ])) {
    // From the top down, and from the bottom up.
    for (const way of [places, places.toReversed()]) {
      await page.run(select, way);
      assert.equal(await copied(page), part(text, places), String(way));
    }
  }
  await page.run(({ find }) => getSelection()?.selectAllChildren(find(".log")));
  assert.equal(await copied(page), text);
});

test("a selection in a long log is copied whole, also what is out of view", async (page) => {
  await page.openDemo("lanes=async&tasks=A:0:400,B:0:400&interval=10&start-at=99");
  await page.run(listen);
  const text = await page.run(({ demo }) => demo.logText("async"));
  assert.equal(text.split("\n").length, 802);
  for (const places of /** @type {Place[][]} */ ([
    [
      [1, 4],
      [790, 6],
    ],
    [
      [300, 0],
      [500, 0],
    ],
    [
      [2, 0],
      [3, 0],
    ],
  ])) {
    await page.run(select, places);
    assert.equal(await copied(page), part(text, places), String(places));
    // The same from its end to its start.
    await page.run(select, places.toReversed());
    assert.equal(await copied(page), part(text, places), `${places} backwards`);
  }
  // All of it, by the keys, while no more than a few lines are there.
  await page.run(({ find }) => {
    find(".log").scrollTop = 3000;
    getSelection()?.removeAllRanges();
  });
  await page.keys(Key.CONTROL, "a");
  // To look at another part of it doesn't change what is selected.
  await page.run(async ({ find, drawn }) => {
    find(".log").scrollTop = 9000;
    await drawn();
  });
  assert.equal(await copied(page), text);
  assert.ok((await page.run(({ root }) => root.querySelectorAll(".row").length)) < 200);
});

test("rows come in the order of their lines while a selection holds some of them", async (page) => {
  await page.openDemo("lanes=async&tasks=A:0:800&interval=10&start-at=99");
  await page.run(
    select,
    /** @type {Place[]} */ ([
      [700, 0],
      [750, 3],
    ]),
  );
  await page.run(async ({ find, drawn }) => {
    for (const top of [9000, 400, 0, 12000]) {
      find(".log").scrollTop = top;
      await drawn();
    }
  });
  const lines = await page.run(({ root }) => {
    return Array.from(root.querySelectorAll(".row"), (row) => Number(/** @type {HTMLElement} */ (row).style.getPropertyValue("--place")));
  });
  assert.deepEqual(
    lines,
    lines.toSorted((a, b) => a - b),
  );
  assert.ok(lines.includes(700) && lines.includes(750), String(lines));
});

test("a selection that goes beyond the log is copied as the browser does", async (page) => {
  await page.openDemo("lanes=async&start-at=99");
  await page.run(({ find, kept }) => {
    document.addEventListener("copy", (event) => (kept.prevented = event.defaultPrevented));
    find(".log").focus();
    getSelection()?.setBaseAndExtent(find(".row .piece"), 0, find(".conclusion"), 1);
  });
  await page.keys(Key.CONTROL, "c");
  await page.until(({ kept }) => kept.prevented !== undefined);
  assert.equal(await page.run(({ kept }) => kept.prevented), false);
});

test("while nothing is selected, logs don't ask what is: that would lay out the page each time", async (page) => {
  await page.openDemo("lanes=sequential,async&tasks=A:0:800&interval=10&start-at=99");
  const asked = await page.run(async ({ find, drawn }) => {
    let asked = 0;
    const { getSelection } = window;
    window.getSelection = () => {
      asked += 1;
      return getSelection.call(window);
    };
    const counted = [];
    for (let selected = 0; selected < 2; selected += 1) {
      asked = 0;
      for (let turn = 0; turn < 5; turn += 1) {
        for (const top of [9000, 0]) {
          find(".log").scrollTop = top;
          await drawn();
        }
      }
      counted.push(asked);
      getSelection.call(window)?.selectAllChildren(find(".log"));
    }
    window.getSelection = getSelection;
    return counted;
  });
  const [before = NaN, after = NaN] = asked;
  assert.ok(before <= 2, `${before} times while nothing was selected`);
  assert.ok(after >= 10, `${after} times while all was`);
});
