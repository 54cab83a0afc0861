// The states of a demo that a checker of accessibility is to see, and how one gets there.

import { rulesIn, violations } from "./axe.js";

/** @import { InPage } from "./in-page.js" */
/** @import { Look } from "./axe.js" */
/** @import { Page } from "./page.js" */

/**
 * What leads to a state, and how one sees that it is there; both run in the page.
 *
 * @typedef {object} State
 * @property {string} name
 * @property {(page: InPage) => unknown} act
 * @property {(page: InPage) => unknown} is
 */

/** @type {State} */
export const BEFORE = {
  name: "before the run",
  act: () => {},
  is: ({ demo }) => demo.laneNames.length > 0,
};

/** @type {State} */
export const DURING = {
  name: "during the run",
  act: ({ demo }) => void (demo.currentTime = 3.4),
  is: ({ demo }) => demo.currentTime === 3.4,
};

/** @type {State} */
export const END = {
  name: "at the end",
  act: ({ demo }) => void (demo.currentTime = 99),
  is: ({ demo }) => demo.ended,
};

/** @type {State} */
export const MENU = {
  name: "with the menu",
  act: ({ find }) => find("[aria-haspopup]").click(),
  is: ({ all }) => all("dialog[open]").length === 1,
};

/** @type {State} */
export const HELP = {
  name: "with the help",
  act: ({ find }) => find("dialog .keys").click(),
  is: ({ all }) => all("dialog[open]").length === 2,
};

/** @type {State} */
export const ERROR = {
  name: "with an error",
  act: ({ demo, all }) => {
    for (const dialog of all("dialog")) /** @type {any} */ (dialog).close();
    demo.setAttribute("tasks", "A:1");
  },
  is: ({ find, all }) => find("[role=alert]").textContent !== "" && all("dialog").length === 0,
};

/** Those of every demo, in an order in which one leads to the next. */
export const STATES = [BEFORE, DURING, END, MENU, HELP, ERROR];

/** @type {State} */
export const WRONG_ANSWER = {
  name: "with a wrong answer",
  act: ({ find, all }) => {
    for (const group of all(".predict .current fieldset")) group.querySelector("label")?.click();
    find(".predict .main").click();
  },
  is: ({ find }) => find(".predict [role=status]").textContent !== "",
};

/** @type {State} */
export const WRONG_FIELD = {
  name: "with a wrong field",
  act: ({ find }) => {
    find(".editor li [type=number]").value = "";
    find(".editor li [type=number]").dispatchEvent(new Event("input", { bubbles: true }));
  },
  is: ({ root }) => root.querySelector(".editor .problem"),
};

/**
 * Opens what the executor does, and waits until it is shown.
 *
 * @param {Page} page
 */
export async function openExecutor(page) {
  await page.until(({ demo }) => demo.laneNames.length > 0);
  await page.run(({ find }) => find("summary").click());
  await page.until(({ root }) => root.querySelector(".executor .station"));
}

/**
 * Whether a page is looked at as on a phone or as on a desk: of a state each language and
 * each theme is seen both ways.
 *
 * @param {Page} page
 * @param {Look} look
 * @param {number} index of the state
 */
export async function chooseWidth(page, { lang, theme }, index) {
  const width = (Number(lang === "ko") + Number(theme === "dark") + index) % 2 ? 320 : 1280;
  await page.resize(width, 800);
  return width;
}

/**
 * What axe finds in states of the page's first demo, one after the other.
 *
 * @param {Page} page
 * @param {Look} look
 * @param {State[]} states
 * @param {{ within?: string }} [options]
 */
export async function violationsIn(page, look, states, options) {
  const found = [];
  for (const [index, { name, act, is }] of states.entries()) {
    await page.run(act);
    await page.until(is);
    const width = await chooseWidth(page, look, index);
    for (const violation of await violations(page, { ...options, rules: rulesIn(look) }))
      found.push(`${name}, ${width} pixels: ${violation}`);
  }
  return found;
}
