// What axe, a checker of accessibility, finds on the pages around demos: nothing.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";

import { inLooks, openIn, rulesIn, violations } from "./harness/axe.js";
import { BEFORE, END, ERROR, chooseWidth, openExecutor, violationsIn } from "./harness/states.js";
import { inRoot } from "./harness/places.js";
import { html } from "./harness/stage.js";

/** The checker as it stands in the lesson, whose styles it is in. */
const CHECKER =
  "<link rel='stylesheet' href='page.css'><script type='module' src='interleaved-check.js'></script>" +
  "<main><h1>Check</h1><interleaved-check></interleaved-check></main>";

/** A log of each verdict that is shown in a way of its own; without a log there is none. */
const LOGS = {
  threads: "[A] total=1[B] total=1\n\n",
  impossible: "[A] total=1\n[A] total=1\n[A] total=1",
  none: "",
};

const CHAPTERS = readdirSync(inRoot("www/chapters/en"), { encoding: "utf8" }).map((file) => file.replace(".md", ""));
const DOCUMENTS = ["embedding", "element", "lanes", "checker", "chapters", "architecture", "decisions"];

inLooks("the lesson", async (page, look) => {
  await openIn(page, "index.html?", look);
  await page.askForDemos();
  await openExecutor(page);
  // With the checker, which is loaded when the reader comes near.
  await page.until(() => {
    const checker = document.querySelector("interleaved-check");
    checker?.scrollIntoView();
    return checker?.shadowRoot?.querySelector(".row");
  });
  await chooseWidth(page, look, 0);
  assert.deepEqual(await violations(page, { rules: rulesIn(look) }), []);
  // It is a long page, of which the rest doesn't change; the other states of a demo are
  // the same where it is alone.
  assert.deepEqual(await violationsIn(page, look, [END, ERROR], { within: "interleaved-demo" }), []);
});

inLooks("the checker of logs", async (page, look) => {
  const stage = await page.stage({ "checker.html": html(look.lang, CHECKER) });
  await openIn(page, `${stage.url}checker.html?`, look);
  for (const [index, [verdict, log]] of Object.entries(LOGS).entries()) {
    await page.run((_, log) => document.querySelector("interleaved-check")?.setAttribute("log", log), log);
    await page.until(
      (_, verdict) => document.querySelector("interleaved-check")?.shadowRoot?.querySelector(`[data-verdict=${verdict}]`),
      verdict,
    );
    await chooseWidth(page, look, index);
    assert.deepEqual(await violations(page, { within: "interleaved-check", rules: rulesIn(look) }), [], verdict);
  }
});

inLooks("the page for teachers", async (page, look) => {
  await openIn(page, "course.html?for=sphinx&from=folder&", look);
  await openExecutor(page);
  await page.until(() => document.querySelectorAll("figure").length === 3);
  assert.deepEqual(await violationsIn(page, look, [BEFORE, END, ERROR]), []);
});

inLooks("the documentation", async (page, look) => {
  for (const [index, name] of DOCUMENTS.entries()) {
    await openIn(page, `docs/${look.lang === "ko" ? "ko/" : ""}${name}.html?`, look);
    await chooseWidth(page, look, index);
    assert.deepEqual(await violations(page, { rules: rulesIn(look) }), [], name);
  }
});

for (const name of ["index", ...CHAPTERS]) {
  inLooks(`the course's page ${name}`, async (page, look) => {
    await openIn(page, `chapters/${look.lang === "ko" ? "ko/" : ""}${name}.html?`, look);
    await page.run(async () => {
      if (document.querySelector("interleaved-python")) await customElements.whenDefined("interleaved-python");
      for (const demo of document.querySelectorAll("interleaved-python")) await demo.run();
      // Each question is answered, and of the programs one is searched, and one checked.
      for (const form of document.querySelectorAll("form")) {
        form.querySelector("input")?.click();
        form.querySelector("button")?.click();
      }
      for (const kind of ["program", "exercise"]) {
        /** @type {HTMLElement | null} */ (document.querySelector(`.${kind} > .row button`))?.click();
      }
    });
    await page.until(() =>
      Array.from(document.querySelectorAll(".search:not([hidden])")).every((node) => node.querySelector("table, [data-verdict]")),
    );
    assert.deepEqual(await violations(page, { rules: rulesIn(look) }), []);
  });
}
