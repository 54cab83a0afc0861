// The course, as the site shows it: a page for each chapter in www/chapters/, and its contents.

import { readFileSync, readdirSync } from "node:fs";

import { escape, writer } from "./chapter-html.js";
import { sectionId } from "./chapter-links.js";
import { LANGUAGES } from "./chapter-words.js";
import { isSection, readChapter, sameInBoth } from "./chapter.js";

/** @import { Plugin } from "vite" */
/** @import { Places } from "./chapter-links.js" */
/** @import { Language } from "./chapter-words.js" */
/** @import { Block, Chapter } from "./chapter.js" */

const FOLDER = new URL("../chapters/", import.meta.url);
const LESSON = new URL("../index.html", import.meta.url);

/** In which order one reads them, after the lesson. */
const ORDER = ["shared-data", "deadlock", "working-together", "asyncio", "glossary"];

/** @typedef {Record<Language, Map<string, Chapter>>} Course Its chapters, by their names. */

/** The title of a section, if it begins here. @param {Block} block */
const headingOf = (block) => (isSection(block) ? /** @type {import("marked").Tokens.Heading} */ (block.token).text : undefined);

const headings = (/** @type {Chapter} */ { blocks }) => blocks.flatMap((block) => headingOf(block) ?? []);

/** The files of the chapters, read. @returns {Course} */
export function readCourse() {
  const read = (/** @type {Language} */ lang) => {
    const found = readdirSync(new URL(`${lang}/`, FOLDER)).sort();
    const listed = ORDER.map((name) => `${name}.md`).sort();
    if (String(found) !== String(listed)) {
      throw new Error(`www/chapters/${lang}/ has ${found.join(", ")}, but ${listed.join(", ")} are listed`);
    }
    return new Map(
      ORDER.map((name) => {
        const source = readFileSync(new URL(`${lang}/${name}.md`, FOLDER), "utf8");
        return [name, readChapter(source, `www/chapters/${lang}/${name}.md`)];
      }),
    );
  };
  const course = { en: read("en"), ko: read("ko") };
  for (const [name, chapter] of course.en) {
    sameInBoth(chapter, /** @type {Chapter} */ (course.ko.get(name)), `www/chapters/ko/${name}.md`);
  }
  return course;
}

/** Where links can lead: in each language to the same places. @param {Course} course @returns {Places} */
export function placesIn({ en }) {
  return new Map([...en].map(([name, chapter]) => [name, headings(chapter).map(sectionId)]));
}

/**
 * The beginning and the end of a page.
 * @param {Language} lang @param {string} name @param {string} title @param {string} body
 */
function page(lang, name, title, body) {
  const words = LANGUAGES[lang];
  const other = lang === "en" ? "ko" : "en";
  const current = (/** @type {string} */ which) => (which === name ? ' aria-current="page"' : "");
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <meta name="description" content="${escape(words.about)}">
    <title>${escape(title)} – interleaved</title>
    <link rel="icon" href="${words.up}icon.svg">
    <link rel="stylesheet" href="${words.up}docs.css">
    <link rel="stylesheet" href="${words.up}chapters.css">
    <script type="module" src="${words.up}pages/chapter.js"></script>
  </head>
  <body data-chapter="${name}">
    <a class="skip" href="#chapter">${words.skip}</a>
    <nav class="above" aria-label="${words.course}">
      <a href="index.html"${current("index")}>${words.contents}</a>
      <a href="${words.up}python.html?lang=${lang}">${words.playground}</a>
      <a class="language" href="${lang === "en" ? "ko/" : "../"}${name}.html" lang="${other}" hreflang="${other}">${words.other}</a>
    </nav>
${body}  </body>
</html>
`;
}

/** @param {Course} course @param {Language} lang @param {string} name */
export function chapterPage(course, lang, name) {
  const words = LANGUAGES[lang];
  const places = placesIn(course);
  const { title, blocks } = /** @type {Chapter} */ (course[lang].get(name));
  const ids = places.get(name) ?? [];
  const write = writer({ lang, name, places });
  const written = blocks.map((block) => {
    try {
      const heading = headingOf(block);
      if (heading === undefined) return write(block);
      const id = ids[headings({ title, blocks }).indexOf(heading)];
      return `</section>\n<section id="${id}"><h2><a href="#${id}">${escape(heading)}</a></h2>\n`;
    } catch (error) {
      throw new Error(`www/chapters/${lang}/${name}.md:${block.line}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
  });
  const contents = headings({ title, blocks }).map((heading, index) => `<li><a href="#${ids[index]}">${escape(heading)}</a></li>`);
  const here = contents.length ? `<nav class="here" aria-label="${words.here}"><ol>${contents.join("")}</ol></nav>` : "";
  const order = [...course[lang].keys()];
  const at = order.indexOf(name);
  const beside = (/** @type {number} */ index, /** @type {string} */ word) => {
    const neighbour = course[lang].get(order[index] ?? "");
    return neighbour ? `<a href="${order[index]}.html">${word}: ${escape(neighbour.title)}</a>` : "";
  };
  const lesson = at === 0 ? `<a href="${words.up}index.html?lang=${lang}">${words.before}: ${words.lesson}</a>` : "";
  return page(
    lang,
    name,
    title,
    `<main id="chapter" tabindex="-1"><h1>${escape(title)}</h1>
${here}
<section>${written.join("")}</section></main>
    <nav class="below" aria-label="${words.beside}">${lesson}${beside(at - 1, words.before)}${beside(at + 1, words.after)}</nav>
`,
  );
}

/** The contents of all chapters; the first is the lesson. @param {Course} course @param {Language} lang */
export function contentsPage(course, lang) {
  const words = LANGUAGES[lang];
  const lesson = readFileSync(LESSON, "utf8").matchAll(new RegExp(`<li lang="${lang}"><a href="(#[\\w-]+)">([^<]+)</a></li>`, "g"));
  const item = (/** @type {string} */ href, /** @type {string} */ text) => `<li><a href="${href}">${text}</a></li>`;
  const first = Array.from(lesson, ([, hash = "", text = ""]) => item(`${words.up}index.html?lang=${lang}${hash}`, text));
  const places = placesIn(course);
  const chapters = [...course[lang]].map(([name, chapter]) => {
    const tasks = chapter.blocks.filter(({ kind }) => kind === "question" || kind === "exercise").length;
    const sections = headings(chapter).map((heading, at) => item(`${name}.html#${places.get(name)?.[at]}`, escape(heading)));
    return `<li><h2><a href="${name}.html">${escape(chapter.title)}</a></h2>
<p class="progress" data-chapter="${name}" data-tasks="${tasks}" hidden></p><ol>${sections.join("")}</ol></li>
`;
  });
  return page(
    lang,
    "index",
    words.course,
    `<main id="chapter" tabindex="-1"><h1>${words.course}</h1><p>${words.about}</p>
<ol class="chapters"><li><h2><a href="${words.up}index.html?lang=${lang}">${words.lesson}</a></h2><ol>${first.join("")}</ol></li>
${chapters.join("")}</ol></main>
`,
  );
}

/** @returns {Plugin} */
export function chapters() {
  return {
    name: "chapters",
    generateBundle() {
      const course = readCourse();
      for (const lang of /** @type {Language[]} */ (Object.keys(LANGUAGES))) {
        const emit = (/** @type {string} */ name, /** @type {string} */ source) =>
          this.emitFile({ type: "asset", fileName: `chapters/${LANGUAGES[lang].folder}${name}.html`, source });
        emit("index", contentsPage(course, lang));
        for (const name of course[lang].keys()) emit(name, chapterPage(course, lang, name));
      }
      const style = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url), "utf8");
      const source = `${style("../pages/found.css")}\n${style("chapters.css")}`;
      this.emitFile({ type: "asset", fileName: "chapters.css", source });
    },
  };
}
