// What has come of the answers to predictions: what was right, and where to look again.

import { element } from "../base/dom.js";

/** @typedef {import("./predict-texts.js").Topic} Topic */
/** @typedef {import("./predict-texts.js").Words} Words */
/** @typedef {{id: string, topic: Topic, lane: string, right: boolean}} Answer */
/** @typedef {{right: number, all: number}} Score */

/** @type {Topic[]} */
const TOPICS = ["duration", "order", "tear", "next"];

/** @param {Answer[]} answers @param {Score | undefined} visit All since the page was loaded. @param {Words} words */
export function review(answers, visit, words) {
  const right = answers.filter((answer) => answer.right).length;
  const score = words.score(right, answers.length);
  const items = TOPICS.flatMap((topic) => {
    const wrong = answers.filter((answer) => answer.topic === topic && !answer.right);
    const lanes = wrong.map(({ lane }) => lane).join(", ");
    return lanes ? [element("li", {}, element("b", {}, lanes), `: ${words.looks[topic]}`)] : [];
  });
  const more = visit && visit.all > answers.length ? words.visit(words.score(visit.right, visit.all)) : "";
  const head = element("p", {}, element("b", {}, score), ` ${more} ${items.length > 0 ? words.look : ""}`);
  return [head, element("ul", {}, ...items)];
}
