// What axe, a checker of accessibility, finds on the pages that show the demo alone: nothing.

import assert from "node:assert/strict";

import { inLooks, openIn } from "./harness/axe.js";
import { BEFORE, DURING, END, ERROR, HELP, MENU, STATES, WRONG_ANSWER, WRONG_FIELD, openExecutor, violationsIn } from "./harness/states.js";

/** The program, the questions and the form. */
const PANELS = "editor&predict&code=python&lock&lanes=sequential,async,threads&";

/** Every state that there is, where everything is shown that can be. */
const ALL_STATES = [WRONG_ANSWER, BEFORE, DURING, END, WRONG_FIELD, MENU, HELP, ERROR];

inLooks("the demo alone", async (page, look) => {
  await openIn(page, "embed.html?", look);
  await openExecutor(page);
  assert.deepEqual(await violationsIn(page, look, STATES), []);
});

inLooks("the demo with all of its panels", async (page, look) => {
  await openIn(page, `embed.html?${PANELS}`, look);
  await openExecutor(page);
  await page.until(({ root }) => [".program", ".predict .current", ".editor li"].every((part) => root.querySelector(part)));
  assert.deepEqual(await violationsIn(page, look, ALL_STATES), []);
});

inLooks("the demo with real threads", async (page, look) => {
  await openIn(page, "embed.html?lanes=async,workers&speed=100&autoplay&code=rust&", look);
  await openExecutor(page);
  await page.until(({ demo, root }) => demo.ended && root.querySelector(".program"));
  assert.deepEqual(await violationsIn(page, look, [END, DURING, ERROR]), []);
});

// It is the demo alone, in another wrapping.
const SOME_LOOKS = [
  { lang: "en", theme: "dark" },
  { lang: "ko", theme: "light" },
];

inLooks(
  "the one file",
  async (page, look) => {
    await openIn(page, "standalone.html?", look);
    await openExecutor(page);
    assert.deepEqual(await violationsIn(page, look, STATES), []);
  },
  SOME_LOOKS,
);
