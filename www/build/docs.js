// The pages of docs/, as the site shows them: Markdown in, plain pages out.

import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";

import { Marked } from "marked";

/** @import { Plugin } from "vite" */

const FOLDER = new URL("../../docs/", import.meta.url);

/** Each language: its folder below docs/, and the words around a page. */
const LANGUAGES = {
  en: { folder: "", up: "../", lesson: "The lesson", pages: "Documentation" },
  ko: { folder: "ko/", up: "../../", lesson: "수업", pages: "문서" },
};

/** The pages, in the order in which one reads them. */
const ORDER = ["embedding", "element", "lanes", "checker", "python", "chapters", "architecture", "decisions"];

const escape = (/** @type {string} */ text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const marked = new Marked({
  renderer: {
    // Links to other pages of docs/ lead to the pages made of them. What lies elsewhere in the
    // repository isn't on the site.
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      if (/^https?:|^#/.test(href)) return `<a href="${escape(href)}">${text}</a>`;
      const page = /^[\w/.]*?(\w+)\.md(#.*)?$/.exec(href);
      if (!page || !ORDER.includes(page[1] ?? "")) return text;
      return `<a href="${escape(href.replace(".md", ".html"))}">${text}</a>`;
    },
    // What doesn't fit into a narrow page scrolls within itself.
    table(token) {
      const cell = (/** @type {import("marked").Tokens.TableCell} */ { tokens }) => this.parser.parseInline(tokens);
      const row = (/** @type {"td" | "th"} */ tag, /** @type {import("marked").Tokens.TableCell[]} */ cells) =>
        `<tr>${cells.map((each) => `<${tag}>${cell(each)}</${tag}>`).join("")}</tr>`;
      const head = token.header.some(({ text }) => text) ? `<thead>${row("th", token.header)}</thead>` : "";
      const body = token.rows.map((cells) => row("td", cells)).join("");
      return `<div class="table" tabindex="0"><table>${head}<tbody>${body}</tbody></table></div>`;
    },
    code: ({ text }) => `<pre tabindex="0" translate="no"><code>${escape(text)}</code></pre>`,
  },
});

/**
 * @param {keyof typeof LANGUAGES} lang
 * @param {string} name
 */
function page(lang, name) {
  const { folder, up, lesson, pages } = LANGUAGES[lang];
  const source = read(folder, name);
  const links = ORDER.map((other) => {
    const current = other === name ? ' aria-current="page"' : "";
    return `<li><a href="${other}.html"${current}>${escape(titleOf(read(folder, other)))}</a></li>`;
  });
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${escape(titleOf(source))} – interleaved</title>
    <link rel="icon" href="${up}icon.svg">
    <link rel="stylesheet" href="${up}docs.css">
  </head>
  <body>
    <nav aria-label="${pages}">
      <a href="${up}index.html">${lesson}</a>
      <ul>${links.join("")}</ul>
    </nav>
    <main>${marked.parse(source)}</main>
  </body>
</html>
`;
}

/**
 * @param {string} folder
 * @param {string} name
 */
function read(folder, name) {
  return readFileSync(new URL(`${folder}${name}.md`, FOLDER), "utf8");
}

/** @param {string} source */
function titleOf(source) {
  return /^# (.+)$/m.exec(source)?.[1] ?? "";
}

/** @returns {Plugin} */
export function docs() {
  return {
    name: "docs",
    generateBundle() {
      for (const [lang, { folder }] of Object.entries(LANGUAGES)) {
        const names = readdirSync(new URL(folder, FOLDER)).filter((file) => file.endsWith(".md"));
        const missing = names.map((file) => basename(file, ".md")).filter((name) => !ORDER.includes(name));
        if (missing.length > 0) this.error(`docs/${folder} has pages that no list names: ${missing.join(", ")}`);
        for (const name of ORDER) {
          const fileName = `docs/${folder}${name}.html`;
          this.emitFile({ type: "asset", fileName, source: page(/** @type {keyof typeof LANGUAGES} */ (lang), name) });
        }
      }
      const source = readFileSync(new URL("docs.css", import.meta.url), "utf8");
      this.emitFile({ type: "asset", fileName: "docs.css", source });
    },
  };
}
