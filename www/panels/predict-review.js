// What has come of the answers to predictions: what was right, and where to look again.

import { element } from "../base/dom.js";
import { traits } from "../log/lanes.js";

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
    // Only where chance decides there is another seed.
    const look = topic === "order" && wrong.some(({ id }) => hasChance(id)) ? "order threads" : topic;
    return lanes ? [element("li", {}, element("b", {}, lanes), `: ${words.looks[look]}`)] : [];
  });
  const more = visit && visit.all > answers.length ? words.visit(words.score(visit.right, visit.all)) : "";
  const head = element("p", {}, element("b", {}, score), ` ${more} ${items.length > 0 ? words.look : ""}`);
  return [head, element("ul", {}, ...items)];
}

/** Whether a question is about a lane in which chance decides. @param {string} id */
function hasChance(id) {
  return traits(id.slice(id.indexOf(":") + 1)).order === "chance";
}
