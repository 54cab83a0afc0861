// A chapter of the course: its questions are answered and its exercises checked here. Its text
// and its programs are in the page already, and can be read without this.

import { setText } from "../base/dom.js";
import { Check } from "../python/check.js";
import { Search } from "../python/search.js";
import { learnWords } from "../python/words.js";
import { chooseLanguage, failed } from "../words/texts.js";
import { done, doneIn } from "./chapter-progress.js";
import { ask } from "./chapter-questions.js";
import { TEXTS } from "./chapter-texts.js";

/** @typedef {import("../interleaved-python.js").InterleavedPython} InterleavedPython */

const language = chooseLanguage(document.documentElement.lang);
const chapter = document.body.dataset["chapter"] ?? "";
const query = new URLSearchParams(location.search);

/** The contents have no program. */
const elements = document.querySelector("interleaved-python") ? import("../interleaved-python.js") : undefined;
// Until a button asks for it, the programs stand there as text.
elements?.catch(() => {});

/** Plays a schedule in the element beside what has found it. @param {InterleavedPython} node @param {string} schedule */
async function play(node, schedule) {
  node.setAttribute("schedule", schedule);
  await node.ready;
  node.reset();
  node.scrollIntoView({ block: "nearest" });
  node.play();
}

/** Has a program searched, or an exercise checked. @param {HTMLElement} around */
function searchable(around) {
  const node = /** @type {InterleavedPython} */ (around.querySelector("interleaved-python"));
  const button = /** @type {HTMLButtonElement} */ (around.querySelector(":scope > .row button"));
  const root = /** @type {HTMLElement} */ (around.querySelector(".search"));
  const { always } = around.dataset;
  const choose = (/** @type {string} */ schedule) => void play(node, schedule);
  /** @type {Check | Search | undefined} */
  let running;
  button.hidden = false;
  button.addEventListener("click", async () => {
    running?.stop();
    try {
      await Promise.all([elements, learnWords(language)]);
      await node.ready;
    } catch (error) {
      root.hidden = false;
      root.textContent = failed(language, error);
      return;
    }
    const rule = node.getAttribute("switch");
    const options = rule === "gil" ? /** @type {const} */ ({ switch: "gil" }) : {};
    if (always === undefined) {
      const search = (running = new Search(root, language, choose));
      await search.run(node.program, options);
    } else {
      const check = (running = new Check(root, language, choose));
      if (await check.run(node.program, always, options)) done(chapter, around.id);
    }
  });
  // A schedule is one of the program as it was.
  node.addEventListener("input", () => node.removeAttribute("schedule"), { passive: true });
}

/** Shows one section alone, for the frame of another page, and says how high it is. @param {string} id */
function showAlone(id) {
  const section = document.getElementById(id);
  if (section?.localName !== "section") return;
  document.body.classList.add("alone");
  for (const other of document.querySelectorAll("section")) other.hidden = other !== section;
  if (parent === self) return;
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (innerWidth) parent.postMessage({ type: "interleaved:resize", height }, "*");
  }).observe(document.documentElement);
}

/** Makes the link to the other language lead to what is being read. @param {HTMLAnchorElement} link */
function keepPlace(link) {
  const read = [...document.querySelectorAll("section[id]")].findLast((section) => section.getBoundingClientRect().top < innerHeight / 2);
  const url = new URL(link.href);
  url.search = location.search;
  url.hash = read?.id ?? "";
  link.href = url.href;
}

/** Says how much of each chapter is done. @param {HTMLElement} told */
function showProgress(told) {
  const { chapter: name = "", tasks = "0" } = told.dataset;
  const { size } = doneIn(name);
  told.hidden = size === 0;
  setText(told, TEXTS[language].progress(size, Number(tasks)));
}

const one = query.get("section");
if (one !== null) showAlone(one);
const theme = query.get("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
for (const told of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".progress"))) showProgress(told);
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll(".question"))) {
  ask(form, language, () => done(chapter, form.id));
}
for (const around of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".program, .exercise"))) searchable(around);
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".language"))) {
  for (const type of ["pointerenter", "focus", "click"]) link.addEventListener(type, () => keepPlace(link));
}
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
});
