// The pages made of www/chapters/.

import assert from "node:assert/strict";

import { test } from "./harness/test.js";

for (const [lang, folder, heading] of [
  ["en", "chapters/", "Shared data"],
  ["ko", "chapters/ko/", "공유 데이터"],
]) {
  test(`a chapter in the language ${lang} has its programs, and its links lead somewhere`, async (page) => {
    await page.open(`${folder}shared-data.html`);
    const shown = await page.run(async () => {
      await customElements.whenDefined("interleaved-python");
      const demos = /** @type {import("../www/interleaved-python.js").InterleavedPython[]} */ ([
        ...document.querySelectorAll("interleaved-python"),
      ]);
      await Promise.all(demos.map(({ ready }) => ready));
      const outcomes = [];
      for (const demo of demos) outcomes.push(await demo.run());
      const missing = [];
      for (const { href } of document.links) if (!(await fetch(href)).ok) missing.push(href);
      const places = Array.from(document.querySelectorAll("nav li a"), (link) => link.getAttribute("href") ?? "");
      return {
        lang: document.documentElement.lang,
        title: document.title,
        outcomes,
        missing,
        nowhere: places.filter((href) => href.startsWith("#") && !document.querySelector(href)),
        open: document.querySelectorAll("details[open]").length,
        wide: document.documentElement.scrollWidth > innerWidth,
      };
    });
    assert.deepEqual(shown, {
      lang,
      title: `${heading} – interleaved`,
      outcomes: ["done", "done"],
      missing: [],
      nowhere: [],
      open: 0,
      wide: false,
    });
  });
}
