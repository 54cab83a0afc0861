// The chapters of the course, as the site shows them: Markdown in, pages with programs out.

import { readFileSync, readdirSync } from "node:fs";

import { Marked } from "marked";

import { readChapter, sameInBoth } from "./chapter.js";

/** @import { Plugin } from "vite" */
/** @import { Block, Chapter, Program, Question } from "./chapter.js" */

const FOLDER = new URL("../chapters/", import.meta.url);

/** In which order one reads them. */
const ORDER = ["shared-data"];

/** Each language: its folder on the site, the way up from there, and the words around a chapter. */
const LANGUAGES = {
  en: {
    folder: "",
    up: "../",
    here: "On this page",
    lesson: "The lesson",
    before: "Before",
    after: "Next",
    other: "한국어",
    skip: "To the chapter",
    answer: "The answer, and why",
    right: "Right:",
    exercise: "Under every schedule it has to print:",
  },
  ko: {
    folder: "ko/",
    up: "../../",
    here: "이 장의 차례",
    lesson: "수업",
    before: "이전",
    after: "다음",
    other: "English",
    skip: "본문으로",
    answer: "답과 이유",
    right: "맞는 답:",
    exercise: "어떤 순서로 실행되어도 출력해야 하는 것:",
  },
};

/** @typedef {keyof typeof LANGUAGES} Language */

const marked = new Marked();

const escape = (/** @type {string} */ text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** @param {Block} block @param {Language} lang @param {number} section */
function blockHtml(block, lang, section) {
  if (block.kind === "question") return questionHtml(block, lang);
  if (block.kind !== "text") return programHtml(block, lang);
  const { token } = block;
  if (token.type === "code") {
    return `<pre tabindex="0" translate="no"><code>${escape(token["text"])}</code></pre>`;
  }
  const html = marked.parser([token]);
  // Sections have the same addresses in each language.
  return token.type === "heading" && token["depth"] === 2 ? html.replace("<h2>", `<h2 id="section-${section}">`) : html;
}

/** @param {Question} question @param {Language} lang */
function questionHtml({ asked, answers, why }, lang) {
  const words = LANGUAGES[lang];
  const html = (/** @type {import("marked").Token[]} */ tokens) => marked.parser(tokens).trim();
  const item = (/** @type {Question["answers"][number]} */ { tokens }) => `<li>${html(tokens)}</li>`;
  const right = answers.filter((answer) => answer.right);
  return `<div class="question">${html(asked)}<ul>${answers.map(item).join("")}</ul>
<details><summary>${words.answer}</summary><p>${words.right}</p><ul>${right.map(item).join("")}</ul>${html(why)}</details></div>
`;
}

/** @param {Program} program @param {Language} lang */
function programHtml({ code, settings, always }, lang) {
  // Only this ends a script.
  if (/<\/script/i.test(code)) throw new Error("a program of a chapter can't have </script in it");
  const attributes = Object.entries(settings).map(([name, value]) => ` ${name}="${escape(value)}"`);
  const claim =
    always === undefined ? "" : `<p>${LANGUAGES[lang].exercise}</p><pre tabindex="0" translate="no"><code>${escape(always)}</code></pre>\n`;
  return `${claim}<interleaved-python${attributes.join("")}><script type="text/x-python">
${code}</script></interleaved-python>
`;
}

/** @param {Language} lang @param {string} name */
function read(lang, name) {
  const file = `www/chapters/${lang}/${name}.md`;
  return readChapter(readFileSync(new URL(`${lang}/${name}.md`, FOLDER), "utf8"), file);
}

/**
 * @param {Chapter} chapter
 * @param {Language} lang
 * @param {string} name
 */
export function chapterPage({ title, blocks }, lang, name) {
  const words = LANGUAGES[lang];
  const other = lang === "en" ? "ko" : "en";
  const at = ORDER.indexOf(name);
  const beside = (/** @type {number} */ index, /** @type {string} */ word) => {
    const neighbour = ORDER[index];
    return neighbour ? `<li><a href="${neighbour}.html">${word}: ${escape(read(lang, neighbour).title)}</a></li>` : "";
  };
  /** @type {string[]} */
  const contents = [];
  const body = blocks.map((block) => {
    if (block.kind === "text" && block.token.type === "heading" && block.token["depth"] === 2) {
      contents.push(`<li><a href="#section-${contents.length + 1}">${escape(block.token["text"])}</a></li>`);
    }
    return blockHtml(block, lang, contents.length);
  });
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escape(title)} – interleaved</title>
    <link rel="icon" href="${words.up}icon.svg">
    <link rel="stylesheet" href="${words.up}docs.css">
    <script type="module" src="${words.up}interleaved-python.js"></script>
  </head>
  <body>
    <a href="#chapter">${words.skip}</a>
    <nav aria-label="${words.here}">
      <a href="${words.up}index.html">${words.lesson}</a>
      <a href="${lang === "en" ? "ko/" : "../"}${name}.html" lang="${other}" hreflang="${other}">${words.other}</a>
      <ul>${beside(at - 1, words.before)}${contents.join("")}${beside(at + 1, words.after)}</ul>
    </nav>
    <main id="chapter"><h1>${escape(title)}</h1>
${body.join("")}</main>
  </body>
</html>
`;
}

/** @returns {Plugin} */
export function chapters() {
  return {
    name: "chapters",
    generateBundle() {
      for (const lang of /** @type {Language[]} */ (Object.keys(LANGUAGES))) {
        const found = readdirSync(new URL(`${lang}/`, FOLDER)).sort();
        const listed = ORDER.map((name) => `${name}.md`).sort();
        if (String(found) !== String(listed)) {
          this.error(`www/chapters/${lang}/ has ${found.join(", ")}, but ${listed.join(", ")} are listed`);
        }
        for (const name of ORDER) {
          const chapter = read(lang, name);
          if (lang !== "en") sameInBoth(read("en", name), chapter, `www/chapters/${lang}/${name}.md`);
          const fileName = `chapters/${LANGUAGES[lang].folder}${name}.html`;
          this.emitFile({ type: "asset", fileName, source: chapterPage(chapter, lang, name) });
        }
      }
    },
  };
}
