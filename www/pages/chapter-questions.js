// A question of a chapter: the reader answers, and then is told what is right, and why.

import { setText } from "../base/dom.js";
import { TEXTS } from "./chapter-texts.js";

/**
 * @param {HTMLFormElement} form As the site's build has made it: readable as it is.
 * @param {"en" | "ko"} language
 * @param {() => void} done Told when it is answered rightly.
 */
export function ask(form, language, done) {
  const texts = TEXTS[language];
  const details = /** @type {HTMLDetailsElement} */ (form.querySelector("details"));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"));
  const told = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const labels = [...form.querySelectorAll("label")];
  const inputOf = (/** @type {HTMLElement} */ label) => /** @type {HTMLInputElement} */ (label.querySelector("input"));
  const isRight = (/** @type {HTMLElement} */ label) => "right" in label.dataset;

  details.hidden = true;
  button.hidden = false;
  // In a frame of another page a form may not be submitted, so the button does without.
  button.addEventListener("click", answer);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer();
  });

  function answer() {
    if (!labels.some((label) => inputOf(label).checked)) {
      setText(told, texts.choose);
      return;
    }
    const wrong = labels.filter((label) => inputOf(label).checked !== isRight(label));
    for (const label of labels) {
      const mark = /** @type {HTMLElement} */ (label.querySelector(".mark"));
      mark.classList.toggle("right", isRight(label));
      mark.classList.toggle("wrong", !isRight(label));
      setText(mark, isRight(label) ? texts.isRight : texts.isWrong);
    }
    setText(told, wrong.length ? `✗ ${texts.wrong}` : `✓ ${texts.right}`);
    details.hidden = false;
    details.open = true;
    if (!wrong.length) done();
  }
}
