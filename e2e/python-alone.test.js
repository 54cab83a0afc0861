// A Python program alone: in a frame, and in the one file, from a folder on this machine.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { fragmentOf } from "../www/python/fragment.js";
import { handout, lookAt } from "./harness/playground.js";
import { site } from "./harness/places.js";
import { html } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InterleavedPython } from "../www/interleaved-python.js" */
/** @import { Page } from "./harness/page.js" */

/**
 * Opens the one file in a folder, and waits until it shows its program.
 *
 * @param {Page} page
 * @param {string} text
 * @param {string} [address] the query and the fragment
 */
async function openFile(page, text, address = "") {
  const folder = await mkdtemp(join(tmpdir(), "interleaved-folder-"));
  page.keep({ close: () => rm(folder, { recursive: true, force: true }) });
  const file = join(folder, "내 프로그램.html");
  await writeFile(file, text);
  await page.goto(`${pathToFileURL(file)}${address}`);
  await untilThere(page);
}

/** @param {Page} page */
function untilThere(page) {
  return page.until(async () => {
    const node = /** @type {InterleavedPython | null} */ (document.querySelector("interleaved-python"));
    await node?.ready;
    return node?.shadowRoot?.querySelector(".threads");
  });
}

const readFileOfPython = () => readFile(join(site, "python-standalone.html"), "utf8");

test("the one file with Python runs from a folder, and asks for nothing", async (page) => {
  await openFile(page, await readFileOfPython(), "?lang=en&seed=0");
  const { log, outcome } = await lookAt(page, "end");
  assert.deepEqual([log, outcome], ["A 0\nB 0\nA 1\nB 1\nA 2\nB 2\n", "done"]);
  const asked = await page.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.deepEqual(
    asked.filter((name) => !name.startsWith("data:")),
    [],
  );
  // The editor is in it, too.
  await page.until(() => document.querySelector("interleaved-python")?.shadowRoot?.querySelector(".cm-content"));
  // What is passed on is this file, with the program in its address.
  const link = await page.run(() => document.querySelector("interleaved-python")?.permalink ?? "");
  assert.match(link, /^file:.*\.html\?.*seed=0.*#program=/);
});

test("its program and settings are in the file, or in the address, which goes first", async (page) => {
  const text = await readFileOfPython();
  const settings = JSON.stringify({ program: "print('</script>' + 'in the file')\n", seed: 5, lang: "ko" }).replaceAll("<", "\\u003c");
  await openFile(
    page,
    text.replace("{\n}\n</script>", () => `${settings}\n</script>`),
  );
  assert.equal((await lookAt(page, "end")).log, "</script>in the file\n");
  const shown = await page.run(() => [document.documentElement.lang, document.querySelector("interleaved-python")?.getAttribute("seed")]);
  assert.deepEqual(shown, ["ko", "5"]);
  await openFile(page, text, `?lang=en${await fragmentOf("print('in the address')\n")}`);
  assert.equal((await lookAt(page, "end")).log, "in the address\n");
});

test("a frame with a program is as high as that, and plays as the page around it says", async (page) => {
  const fragment = await fragmentOf(handout("threads.py"));
  const stage = await page.stage({
    "host.html": html(
      "en",
      `<script src="resize.js"></script><iframe src="python-embed.html?lang=en&amp;seed=4&amp;speed=100${fragment}" width="900"></iframe>`,
    ),
  });
  await stage.open("host.html");
  await page.until(() => (document.querySelector("iframe")?.clientHeight ?? 0) > 400);
  const send = (/** @type {string} */ type) =>
    page.run((_, type) => document.querySelector("iframe")?.contentWindow?.postMessage({ type: `interleaved:${type}` }, "*"), type);
  await send("play");
  await page.until(() => {
    const inside = document.querySelector("iframe")?.contentDocument?.querySelector("interleaved-python");
    return /** @type {InterleavedPython | null | undefined} */ (inside)?.ended;
  });
  await send("reset");
  await page.until(() => {
    const inside = document.querySelector("iframe")?.contentDocument?.querySelector("interleaved-python");
    return /** @type {InterleavedPython | null | undefined} */ (inside)?.currentTime === 0;
  });
});
