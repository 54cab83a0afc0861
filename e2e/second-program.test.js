// A program that is no summation, as the views show it: tasks that tasks start, a queue, two
// locks, prints of several writes, a deadlock. Its log is one that was written down, so the
// modules are taken as they are written.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { inRoot, native } from "./harness/places.js";
import { serve } from "./harness/server.js";
import { test } from "./harness/test.js";

/** @import { Page } from "./harness/page.js" */

const RUNS = JSON.parse(readFileSync(native("kitchen.json"), "utf8"));

/**
 * Opens a page with the view of a run, before its first event.
 *
 * @param {Page} page
 * @param {string} lane
 * @param {unknown} told
 */
async function openView(page, lane, told) {
  const server = page.keep(await serve(inRoot("")));
  await page.goto(`${server.url}e2e/harness/blank.html`);
  await page.run(
    async ({ kept }, { lane, told }) => {
      const load = (/** @type {string} */ path) => import(path);
      const [{ View }, { panels }, { kitchen }, { learn }, { addStyles }, { styles }] = await Promise.all([
        load("/www/view/view.js"),
        load("/www/panels/panels.js"),
        load("/e2e/harness/kitchen.js"),
        load("/www/words/texts.js"),
        load("/www/base/home.js"),
        load("/www/base/style.js"),
      ]);
      await learn("en");
      const owner = document.body.appendChild(document.createElement("div"));
      const root = owner.attachShadow({ mode: "open" });
      addStyles(root, styles);
      const program = kitchen(told);
      const view = new View(
        owner,
        root,
        panels(
          () => ({ tasks: [] }),
          async () => ({}),
        ),
      );
      const conclude = () => ({ ratios: [], sentences: [] });
      /** @type {unknown} */
      let snapshot = program.show(0, lane);
      view.show({
        logs: [program.log],
        program: { tasks: [], lines: 0, widest: { letters: 0, lines: 0 }, conclude },
        snapshot: () => snapshot,
        settings: () => ({}),
      });
      view.set("en", { controls: true, autoplay: "off", startAt: 0, panels: {} });
      root.querySelector("details")?.setAttribute("open", "");
      Object.assign(kept, { root, count: program.count });
      kept["show"] = (/** @type {number} */ count) => {
        snapshot = program.show(count, lane);
        while (view.update(snapshot)) continue;
      };
      kept["show"](0);
    },
    { lane, told },
  );
  await page.until(({ kept }) => kept["root"].querySelector(".executor") !== null);
}

/** What is seen after so many events; without a number at the end. @param {Page} page @param {number} [count] */
function shown(page, count = -1) {
  return page.run(async ({ kept }, count) => {
    kept["show"](count < 0 ? kept["count"] : count);
    const nodes = (/** @type {string} */ selector) => /** @type {HTMLElement[]} */ ([...kept["root"].querySelectorAll(selector)]);
    const texts = (/** @type {string} */ selector) => nodes(selector).map(({ textContent }) => textContent);
    const station = (/** @type {string} */ name) => texts(`.station.${name} .stack > ul:first-child .token`);
    return {
      table: nodes(".told tr")
        .slice(1)
        .map((row) => [...row.children].map(({ textContent }) => textContent)),
      names: texts(".words .task"),
      tasks: texts(".tasks li"),
      stuck: nodes(".plot .stuck").length,
      height: nodes(".plot")[0]?.clientHeight ?? 0,
      log: nodes(".row").map((row) => [...row.querySelectorAll(".piece, .tag")].map(({ textContent }) => textContent)),
      moment: texts(".moment")[0],
      did: texts(".executor .stack p")[0],
      locked: station("locked"),
      finished: station("finished"),
      running: station("thread"),
    };
  }, count);
}

const NAMES = ["waiter", "chef", "soup", "pie", "stew"];

for (const [machine, lane] of [
  ["futures", "async"],
  ["threads", "threads"],
]) {
  test(`tasks that appear during a run of ${machine} have rows, and none before they are made`, async (page) => {
    await openView(page, lane ?? "", RUNS[machine ?? ""]);
    const start = await shown(page, 3);
    assert.deepEqual([start.table, start.names, start.tasks], [[], [], []]);
    const end = await shown(page);
    assert.deepEqual(end.names, NAMES);
    assert.ok(end.height > 3 * start.height, `${start.height} and ${end.height} pixels`);
    assert.deepEqual(end.tasks, NAMES);
    assert.deepEqual(
      end.table.map(([name]) => name),
      NAMES,
    );
    const back = await shown(page, 3);
    assert.deepEqual(back, start);
  });

  test(`a deadlock of ${machine} is told of in timeline, table, panel and log`, async (page) => {
    await openView(page, lane ?? "", RUNS[machine ?? ""]);
    const { table, stuck, log, moment, did, locked, finished } = await shown(page);
    const cells = Object.fromEntries(table.map(([name, state, until, , prints]) => [name, [state, until, prints?.replace(/:.*/, "")]]));
    assert.deepEqual(cells, {
      waiter: ["finished", "", "0"],
      chef: ["deadlocked", "the end of pie", "0"],
      soup: ["finished", "", "1"],
      pie: ["deadlocked", "its turn at oven", "1"],
      stew: ["deadlocked", "its turn at board", "1"],
    });
    assert.equal(stuck, 3);
    assert.deepEqual(
      log.filter((row) => row.length === 1),
      [["begun"], ["begun"], ["soup is ready"]],
    );
    assert.match(moment ?? "", /^stew will wait for ever/);
    assert.match(did ?? "", /^stew .* for ever/);
    assert.deepEqual(locked, ["pie", "stew"]);
    assert.deepEqual(finished, ["waiter", "soup"]);
  });
}
