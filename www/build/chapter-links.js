// The links of a chapter: to its own sections, to other chapters, to pages of the site, and to
// other sites. One that leads nowhere is an error.

import { existsSync, readFileSync } from "node:fs";

const SITE = new URL("../", import.meta.url);
const DOCS = new URL("../../docs/", import.meta.url);

/** @typedef {Map<string, string[]>} Places The sections of each chapter, by its name. */

/** The address of a section, which is its heading in English: the same in each language. @param {string} heading */
export function sectionId(heading) {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/**
 * The address on the site that a link of a chapter's file means.
 * @param {string} href As the file has it, relative to itself.
 * @param {{ lang: "en" | "ko", name: string, up: string, places: Places }} from The chapter, and the way from its page to the site.
 */
export function address(href, { lang, name, up, places }) {
  if (/^https?:/.test(href)) return href;
  const [path = "", id] = href.split("#");
  const hash = id === undefined ? "" : `#${id}`;
  const leadsNowhere = (/** @type {string} */ why) => new Error(`the link “${href}” leads nowhere: ${why}`);

  const chapter = /^(?:([\w-]+)\.md)?$/.exec(path);
  if (chapter) {
    const [, other = name] = chapter;
    const sections = places.get(other);
    if (!sections) throw leadsNowhere(`there is no chapter ${other}`);
    if (hash && !sections.includes(id ?? "")) throw leadsNowhere(`there is ${sections.join(", ")}`);
    return `${path && `${other}.html`}${hash}`;
  }
  const doc = /^\.\.\/\.\.\/\.\.\/docs\/(?:ko\/)?([\w-]+)\.md$/.exec(path);
  if (doc) {
    const file = `${lang === "ko" ? "ko/" : ""}${doc[1]}`;
    if (!existsSync(new URL(`${file}.md`, DOCS))) throw leadsNowhere(`docs/ has no ${file}.md`);
    return `${up}docs/${file}.html${hash}`;
  }
  const page = /^\.\.\/\.\.\/([\w-]+\.html)(\?.*)?$/.exec(path);
  if (!page) throw leadsNowhere("it is neither a chapter, nor a page of the site, nor https:");
  const [, file = "", query = "?"] = page;
  const text = existsSync(new URL(file, SITE)) ? readFileSync(new URL(file, SITE), "utf8") : undefined;
  if (text === undefined) throw leadsNowhere(`the site has no ${file}`);
  if (id && !text.includes(`id="${id}"`)) throw leadsNowhere(`${file} has no “${id}”`);
  // These pages have both languages.
  return `${up}${file}${query}${query === "?" ? "" : "&"}lang=${lang}${hash}`;
}
