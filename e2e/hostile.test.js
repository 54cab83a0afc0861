// Settings made by chance: what links say of them, and that none of them becomes markup.

import assert from "node:assert/strict";

import { ELEMENT } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InterleavedDemo } from "../packages/npm/interleaved-demo.js" */

test("a link says what the settings are, whatever they are", async (page) => {
  await page.openStage(`${ELEMENT}<interleaved-demo></interleaved-demo><interleaved-demo></interleaved-demo>`);
  const counts = await page.run(async ({ chances }) => {
    const chance = chances(7);
    /** @template T @param {T[]} list */
    const one = (list) => /** @type {T} */ (list[chance(list.length)]);
    const some = (/** @type {number} */ most, /** @type {() => string} */ make) => Array.from({ length: chance(most) }, make);
    const marks = ["&", "=", "+", "%", "%00", "#", "?", '"', "'", ":", "[", "]", "/../", "\\"];
    const crumbs = [...marks, "A", "가", "🦀", "<b>", "\0", "\ud800"];
    const crumb = () => one(crumbs);
    const task = () => `${some(5, crumb).join("")}:${chance(9) - 4}:${chance(9)}`;
    const lanes = ["threads", "async,sequential", " async", "async async", "workers threads"];
    /** @type {Record<string, () => string>} */
    const settings = {
      tasks: () => ["A:1:5", ...some(4, task)].join(one([" ", ",", "\n"])),
      lanes: () => one(lanes),
      interval: () => one(["1", "3600000", " 7 ", "0", crumb()]),
      seed: () => String(chance(2 ** 32)),
      speed: () => one(["0.1", ".5", "100", "1e2"]),
      lock: () => one(["", "true", "off"]),
      theme: () => one(["dark", "light", "auto", crumb()]),
      lang: () => one(["ko", "en-GB", "fr"]),
      controls: () => one(["", "none"]),
    };
    /** @type {(demo: InterleavedDemo, given: Iterable<[string, string]>) => Promise<boolean>} */
    const put = async (demo, given) => {
      for (const name of Object.keys(settings)) demo.removeAttribute(name);
      let refused = false;
      demo.onerror = () => (refused = true);
      for (const [name, value] of given) demo.setAttribute(name, value);
      await demo.ready;
      return refused;
    };
    const seen = (/** @type {InterleavedDemo} */ demo) => {
      demo.currentTime = 1e9;
      const logs = demo.laneNames.map((lane) => [lane, demo.logText(lane)]);
      // Half of a character can't be in an address.
      return new URLSearchParams([...Object.entries(demo.toJSON()), ...logs]).toString();
    };
    const [first, second] = document.querySelectorAll("interleaved-demo");
    if (!first || !second) throw new Error("there are no two demos");
    const counts = { taken: 0, refused: 0, different: /** @type {string[]} */ ([]) };
    for (let round = 0; round < 300; round += 1) {
      const chosen = Object.entries(settings).filter(() => chance(3));
      const given = chosen.map(([name, value]) => /** @type {[string, string]} */ ([name, value()]));
      if (await put(first, given)) {
        counts.refused += 1;
        continue;
      }
      counts.taken += 1;
      first.currentTime = chance(4000) / 1000;
      const link = new URL(first.permalink);
      const start = Number(link.searchParams.get("start-at") ?? 0);
      link.searchParams.delete("start-at");
      await put(second, link.searchParams);
      if (start !== first.currentTime || seen(first) !== seen(second)) {
        counts.different.push(link.search);
      }
    }
    return counts;
  });
  assert.ok(counts.taken > 20, `${counts.taken} were taken`);
  assert.ok(counts.refused > 20, `${counts.refused} were refused`);
  assert.deepEqual(counts.different, []);
});

test("no name of a task becomes markup anywhere", async (page) => {
  const name = `&lt;img/src=x/onerror=window.hit=1>"&#39;&amp;lt;/text>]]>`;
  await page.openStage(`${ELEMENT}<interleaved-demo tasks='${name}:1:4' code='javascript' editor predict></interleaved-demo>`);
  await page.run(async ({ demo }) => {
    await demo.ready;
    demo.currentTime = 99;
  });
  await page.until(({ root }) => root.querySelectorAll(".place:not(:empty)").length >= 3);
  await page.click("interleaved-demo >>> .bar > [aria-haspopup]");
  await page.until(({ root }) => root.querySelector("dialog"));
  const seen = await page.run(async ({ demo, root, vouch }) => {
    /** @type {(tree: ParentNode) => Element[]} */
    const all = (tree) => [...tree.querySelectorAll("*")].flatMap((node) => [node, ...(node.shadowRoot ? all(node.shadowRoot) : [])]);
    const name = demo.toJSON().tasks?.slice(0, -4) ?? "";
    const picture = vouch("createHTML", await demo.toSVG());
    const svg = new DOMParser().parseFromString(picture, "image/svg+xml");
    const trace = JSON.stringify(JSON.parse(await demo.trace()));
    await new Promise((resolve) => setTimeout(resolve));
    return {
      images: all(document).filter((node) => node.localName === "img").length,
      imagesOfPicture: svg.querySelectorAll("img, parsererror").length,
      picture: svg.documentElement.textContent?.includes("<"),
      trace: trace.includes(JSON.stringify(name).slice(1, -1)),
      log: demo.logText("async").startsWith(`[${name}] total=1\n`),
      page: root.textContent?.includes(name),
      hit: "hit" in window,
    };
  });
  assert.deepEqual(seen, {
    images: 0,
    imagesOfPicture: 0,
    picture: true,
    trace: true,
    log: true,
    page: true,
    hit: false,
  });
});
