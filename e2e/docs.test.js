// The pages made of docs/.

import assert from "node:assert/strict";

import { test } from "./harness/test.js";

const PAGES = ["embedding", "element", "lanes", "checker", "chapters", "architecture", "decisions"];

for (const [lang, folder] of [
  ["en", "docs/"],
  ["ko", "docs/ko/"],
]) {
  test(`the documentation is on the site in the language ${lang}, and its links lead to pages that are there`, async (page) => {
    for (const name of PAGES) {
      await page.open(`${folder}${name}.html`);
      const shown = await page.run(async () => {
        const links = Array.from(document.links, ({ href }) => href).filter((href) => href.startsWith(location.origin));
        const missing = [];
        for (const href of new Set(links)) if (!(await fetch(href)).ok) missing.push(href);
        return {
          lang: document.documentElement.lang,
          title: document.title,
          heading: document.querySelector("h1")?.textContent ?? "",
          current: document.querySelector("nav [aria-current]")?.textContent,
          links: links.length,
          markup: document.querySelector("main")?.textContent?.includes("](") ?? true,
          wide: document.documentElement.scrollWidth > innerWidth,
          missing,
        };
      });
      assert.equal(shown.title, `${shown.heading} – interleaved`);
      assert.equal(shown.current, shown.heading);
      assert.deepEqual(
        { ...shown, title: "", heading: "", current: "", links: 0 },
        {
          lang,
          title: "",
          heading: "",
          current: "",
          links: 0,
          markup: false,
          wide: false,
          missing: [],
        },
      );
      // The lesson, six pages, the other language.
      assert.ok(shown.links >= 8, String(shown.links));
    }
  });
}
