// The parts of a chapter as HTML: all of it can be read without scripts; `www/pages/chapter.js`
// has questions answered and exercises checked.

import { Marked } from "marked";

import { address } from "./chapter-links.js";
import { LANGUAGES } from "./chapter-words.js";

/** @import { Token } from "marked" */
/** @import { Block, Program, Question } from "./chapter.js" */
/** @import { Places } from "./chapter-links.js" */
/** @import { Language } from "./chapter-words.js" */

/** @typedef {{ lang: Language, name: string, places: Places }} Where The chapter that a block is in. */

export const escape = (/** @type {string} */ text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const block = (/** @type {string} */ code) => `<pre tabindex="0" translate="no"><code>${escape(code)}</code></pre>\n`;

/** Makes HTML of blocks, one after the other. @param {Where} where */
export function writer(where) {
  const { lang } = where;
  const words = LANGUAGES[lang];
  const marked = new Marked({
    renderer: {
      link({ href, tokens }) {
        return `<a href="${escape(address(href, { ...where, up: words.up }))}">${this.parser.parseInline(tokens)}</a>`;
      },
      code: ({ text }) => block(text),
      codespan: ({ text }) => `<code translate="no">${escape(text)}</code>`,
    },
  });
  const html = (/** @type {Token[]} */ tokens) => marked.parser(tokens);
  /** In one line, also where the list that it is from is a loose one. @param {Token[]} tokens */
  const inline = (tokens) => {
    const { Parser } = marked;
    const all = tokens.flatMap((token) => ("tokens" in token && token.tokens) || [token]);
    return Parser.parseInline(all, marked.defaults);
  };
  const count = { question: 0, exercise: 0 };

  /** @param {Question} question */
  function questionHtml({ asked, answers, why }) {
    const id = `question-${++count.question}`;
    const right = answers.filter((answer) => answer.right);
    const type = right.length === 1 ? "radio" : "checkbox";
    const choices = answers.map(
      (answer) =>
        `<li><label${answer.right ? " data-right" : ""}><input type="${type}" name="answer"> <span>${inline(answer.tokens)}</span> <span class="mark"></span></label></li>\n`,
    );
    return `<form class="question" id="${id}">
<fieldset><legend>${inline(asked)}</legend>
<p class="hint">${right.length === 1 ? words.one : words.several}</p>
<ul>${choices.join("")}</ul></fieldset>
<p class="row"><button type="button" hidden>${words.try}</button> <span role="status"></span></p>
<details><summary>${words.answer}</summary><p>${words.right}</p>
<ul>${right.map(({ tokens }) => `<li>${inline(tokens)}</li>`).join("")}</ul>
${html(why)}</details></form>
`;
  }

  /** @param {Program} program */
  function programHtml({ code, settings, always }) {
    // Only this ends a script.
    if (/<\/script/i.test(code)) throw new Error("a program of a chapter can't have </script in it");
    const attributes = Object.entries(settings).map(([name, value]) => ` ${name}="${escape(value)}"`);
    const isExercise = always !== undefined;
    const claim = isExercise ? `<p>${words.exercise}</p>\n${block(always)}` : "";
    const known = isExercise ? ` id="exercise-${++count.exercise}" data-always="${escape(always)}"` : "";
    const button = `<p class="row"><button type="button" hidden>${isExercise ? words.check : words.search}</button></p>`;
    return `<div class="${isExercise ? "exercise" : "program"}"${known}>
${claim}<interleaved-python${attributes.join("")}><script type="text/x-python">
${code}</script>${block(code)}</interleaved-python>
${button}
<div class="many search" hidden></div></div>
`;
  }

  return (/** @type {Block} */ each) => {
    if (each.kind === "question") return questionHtml(each);
    if (each.kind !== "text") return programHtml(each);
    return html([each.token]);
  };
}
