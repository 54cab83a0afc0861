// `simulate`, which runs lanes without a view, and `checkLog`, which judges pasted logs:
// in pages, in workers and in Node.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { hashes } from "./harness/hashes.js";
import { checks, large, nativeEnd } from "./harness/native.js";
import { site } from "./harness/places.js";
import { test } from "./harness/test.js";
import { inWorker } from "./harness/worker.js";

/** @import * as Interleaved from "../packages/npm/interleaved.js" */
/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/** @typedef {typeof Interleaved} Module */

/**
 * Leaves the module in the page; this runs in the page.
 *
 * @param {InPage} page
 */
async function importModule({ kept }) {
  kept.module = await import(new URL("interleaved.js", document.baseURI).href);
}

/**
 * Opens a page with the module.
 *
 * @param {Page} page
 * @param {string} [language]
 */
async function open(page, language = "en") {
  await page.open(`embed.html?lang=${language}`);
  await page.run(importModule);
}

test("a log is checked as it is natively", async (page) => {
  await open(page);
  assert.ok(checks.length > 10);
  for (const { log, result } of checks) {
    const found = await page.run(async ({ kept: { module } }, log) => {
      const { reason, code, ...rest } = await module.checkLog(log);
      return { rest, reason, code };
    }, log);
    assert.deepEqual(found.rest, result, JSON.stringify(log));
    const isDoubtful = ["impossible", "undecided"].includes(result.verdict);
    assert.equal(typeof found.reason === "string", isDoubtful, `the reason is ${found.reason}`);
    assert.equal(typeof found.code === "string", isDoubtful, `the code is ${found.code}`);
  }
});

test("tasks may be text or objects, and wrong ones are refused", async (page) => {
  await open(page, "ko");
  const found = await page.run(async ({ kept: { module } }) => {
    const { checkLog } = /** @type {Module} */ (module);
    const tasks = [{ name: "A", low: 1, high: 5 }];
    const log = "[A] total=1\n[A] total=4";
    const results = [];
    for (const given of ["A:1:5", ["A:1:5"], tasks, [{ name: "A", low: 1n, high: "5" }]]) {
      const { verdict, line, code, tasks } = await checkLog(log, { tasks: given });
      results.push({ verdict, line, code, tasks });
    }
    const { reason } = await checkLog("[A] total=4", { tasks, lang: "en" });
    return { results, reason };
  });
  for (const result of found.results) {
    const tasks = [{ name: "A", low: 1, high: 5 }];
    assert.deepEqual(result, { verdict: "impossible", line: 2, code: "wrongTotal", tasks });
  }
  assert.equal(found.results.length, 4);
  assert.equal(found.reason, "A can’t print 4 here: its next total is 1.");
  const refused = await page.run(async ({ kept: { module } }) => {
    const { SettingError, checkLog } = /** @type {Module} */ (module);
    const refused = [];
    for (const tasks of ["A:1", /** @type {any} */ ([{ name: "A", low: 1 }])]) {
      const error = await checkLog("", { tasks }).then(
        () => undefined,
        (error) => error,
      );
      refused.push(error instanceof SettingError && { setting: error.setting, message: error.message });
    }
    return refused;
  });
  assert.deepEqual(refused, [
    {
      setting: "tasks",
      message: "tasks: “A:1” 항목은 태스크 형식이 아닙니다. A:1:5처럼 이름:시작:끝으로 쓰세요.",
    },
    {
      setting: "tasks",
      message: "tasks: “A:1:undefined” 항목의 끝 값은 -9007199254740991부터 9007199254740991까지의 정수여야 합니다.",
    },
  ]);
});

test("lanes are simulated as they run natively", async (page) => {
  await open(page);
  const lanes = "sequential async threads";
  for (const settings of /** @type {Record<string, string>[]} */ ([
    {},
    { lanes, seed: "7" },
    { lanes, seed: "7", lock: "" },
    { lanes, tasks: "가:-3:2 B:5:5", interval: "250" },
    { tasks: "A:5:5" },
  ])) {
    const simulated = await page.run(({ kept: { module } }, settings) => module.simulate(settings), settings);
    assert.deepEqual(simulated, nativeEnd(settings), JSON.stringify(settings));
  }
  assert.deepEqual(await page.run(hashes, [large.settings]), [large.hashes]);
});

test("a simulation takes settings as properties have them, and refuses wrong ones", async (page) => {
  await open(page);
  const found = await page.run(async ({ kept: { module } }) => {
    const { SettingError, simulate } = /** @type {Module} */ (module);
    const tasks = [{ name: "A", low: 1, high: 3 }];
    const others = /** @type {{}} */ ({ startAt: 1, editor: true });
    const { async: run } = await simulate({ tasks, lanes: ["async"], lock: false, ...others });
    const refused = [];
    for (const settings of [{ interval: 0 }, /** @type {{}} */ ({ nonsense: 1 })]) {
      const error = await simulate(settings).then(
        () => undefined,
        (error) => error,
      );
      refused.push(error instanceof SettingError && error.message);
    }
    return { log: run?.log, refused };
  });
  assert.deepEqual(found, {
    log: "[A] total=1\n[A] total=3\nDone!!!\n",
    refused: ["interval: “0” is not a whole number from 1 to 3600000.", "nonsense: there is no setting of this name."],
  });
});

test("nothing of both is loaded before it is called", async (page) => {
  await page.openDemo("lang=en");
  const loaded = async () => {
    const names = await page.run(() => {
      return performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1) ?? "");
    });
    return names.filter((name) => /^(check|simulate)/.test(name)).sort();
  };
  assert.deepEqual(await loaded(), []);
  await page.run(importModule);
  await page.run(async ({ kept: { module } }) => {
    await module.simulate();
  });
  assert.deepEqual(await loaded(), ["simulate.js"]);
  await page.run(({ kept: { module } }) => module.checkLog(""));
  assert.deepEqual(await loaded(), ["check-log.js", "check_bg.wasm", "simulate.js"]);
});

/**
 * Uses the module's functions, and says what came of that. It runs wherever there is no
 * page, so it knows nothing of this module.
 *
 * @param {Module} module
 */
async function useBoth({ checkLog, simulate }) {
  const [{ async: run }, { verdict }] = await Promise.all([simulate(), checkLog("[A] total=1[B] total=5\n\n")]);
  return { letters: run?.log.length, duration: run?.duration, verdict };
}

const USED = { letters: 186, duration: 5000, verdict: "threads" };

test("a worker can do both", async (page) => {
  const said = await inWorker(page, useBoth);
  assert.deepEqual(said, USED);
});

test("Node can do both", async () => {
  const module = await import(pathToFileURL(join(site, "interleaved.js")).href);
  assert.deepEqual(await useBoth(module), USED);
});
