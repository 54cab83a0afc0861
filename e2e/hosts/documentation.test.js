// Generators of documentation: MkDocs, mdBook, Sphinx, Docusaurus, and Markdown itself.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { Key } from "selenium-webdriver";

import { site } from "../harness/places.js";
import { html } from "../harness/stage.js";
import { checkKey } from "./harness/demo.js";
import { test } from "./harness/host.js";
import { checkNamed, drive, LESSON, NAMED, OWN, snippet, snippets } from "./harness/snippets.js";
import { mdbook, nodePackages, pythonEnvironment } from "./harness/tools.js";

/** @import { Host } from "./harness/host.js" */

/** What such sites often are in. */
const MOUNT = { mount: "courses/concurrency" };

/**
 * A page with the code among other Markdown, close by.
 *
 * @param {string} title
 * @param {string} [code]
 */
function markdown(title, code) {
  return `# ${title}\n\nSome *words* before.\n\n${code}\n\nSome \`words\` after.\n`;
}

test("Markdown that markdown-it renders", async (host) => {
  const tools = await nodePackages("node");
  const { default: markdownIt } = await import(join(tools, "node_modules/markdown-it/dist/markdown-it.mjs"));
  const page = (/** @type {string | undefined} */ code) => html("en", markdownIt({ html: true }).render(markdown("A page", code)));
  const [frame] = snippets("markdown", LESSON, host.page.url);
  const [namedFrame, link] = snippets("markdown", NAMED, host.page.url);
  await host.write("lesson.html", page(frame));
  await host.write("names.html", page(namedFrame));
  // The link stands alone, where frames are removed.
  await host.write("link.html", page(link));
  const url = await host.serve();
  await drive(host, `${url}lesson.html`, `${url}names.html`);
  await host.page.goto(`${url}link.html`);
  await host.openAndPlay(await host.page.run(() => document.querySelector("a")?.href ?? ""));
  await checkNamed(host);
});

/**
 * The tools that make a site of several pages: each is given the code with files from an
 * address, or with those in the folder `OWN`, and the site is driven.
 *
 * @type {Record<string, (host: Host, from: string) => Promise<void>>}
 */
const TOOLS = {
  async "MkDocs with Material"(host, from) {
    const programs = await pythonEnvironment("documentation");
    const once = snippets("mkdocs", LESSON, from).slice(0, -1).join("\n");
    // Material's fonts are another host's.
    const config = "site_name: A course\ntheme:\n  name: material\n  font: false\n";
    await host.write("mkdocs.yml", `${config}${once}\n`);
    await host.write("docs/index.md", "# A course\n");
    await host.write("docs/lesson.md", markdown("Lesson", snippets("mkdocs", LESSON, from).at(-1)));
    await host.write("docs/part/names.md", markdown("Names", snippets("mkdocs", NAMED, from).at(-1)));
    if (from === OWN) await host.copySite(`docs/${OWN}`);
    await host.run([join(programs, "mkdocs"), "build", "--strict", "--quiet"]);
    const url = await host.serve("site", MOUNT);
    await drive(host, `${url}lesson/`, `${url}part/names/`);
    await checkKey(host.page, ",");
  },

  async mdBook(host, from) {
    const program = await mdbook();
    await host.write("book.toml", `[book]\ntitle = "A course"\n`);
    await host.write("src/SUMMARY.md", "- [Lesson](lesson.md)\n- [Names](part/names.md)\n");
    await host.write("src/lesson.md", markdown("Lesson", snippet("mdbook", LESSON, from)));
    // As the page for teachers says: from a folder the path begins with `../`.
    const fromPart = from === OWN ? `../${OWN}` : from;
    await host.write("src/part/names.md", markdown("Names", snippet("mdbook", NAMED, fromPart)));
    if (from === OWN) await host.copySite(`src/${OWN}`);
    await host.run([program, "build"]);
    const url = await host.serve("book", MOUNT);
    await drive(host, `${url}lesson.html`, `${url}part/names.html`);
    await checkKey(host.page, Key.LEFT);
  },

  async "Sphinx with MyST"(host, from) {
    const programs = await pythonEnvironment("documentation");
    // The last two texts are for MyST and for reStructuredText.
    const once = snippets("sphinx", LESSON, from).slice(0, -2).join("\n");
    const [lesson] = snippets("sphinx", LESSON, from).slice(-2);
    const [names, old = ""] = snippets("sphinx", NAMED, from).slice(-2);
    const config = `project = "A course"\nextensions = ["myst_parser"]\nhtml_static_path = ["_static"]\nhtml_favicon = "icon.svg"\n`;
    await host.write("conf.py", `${config}${once}\n`);
    await host.write("icon.svg", await icon());
    await host.write("_static/empty.txt", "");
    await host.write("index.rst", "A course\n========\n\n.. toctree::\n\n   lesson\n   part/names\n   part/old\n");
    await host.write("lesson.md", markdown("Lesson", lesson));
    await host.write("part/names.md", markdown("Names", names));
    await host.write("part/old.rst", `Names\n=====\n\nSome *words* before.\n\n${old}\n\nAnd after.\n`);
    if (from === OWN) await host.copySite(`_static/${OWN}`);
    await host.run([join(programs, "sphinx-build"), "--fail-on-warning", "--quiet", ".", "_build"]);
    const url = await host.serve("_build", MOUNT);
    await drive(host, `${url}lesson.html`, `${url}part/names.html`, `${url}part/old.html`);
  },

  async Docusaurus(host, from) {
    await host.moveTo("docusaurus");
    const [once, lesson] = snippets("docusaurus", LESSON, from);
    const [, names] = snippets("docusaurus", NAMED, from);
    await host.write("package.json", `{"private": true}`);
    await host.write(
      "docusaurus.config.js",
      `module.exports = {
        title: "A course",
        url: "https://example.org",
        baseUrl: "/",
        favicon: "icon.svg",
        presets: [["classic", { docs: false, blog: false }]],
        ${once}
      };`,
    );
    await host.write("src/pages/lesson.mdx", markdown("Lesson", lesson));
    await host.write("src/pages/names.mdx", markdown("Names", names));
    // Every page has a link to it.
    await host.write("src/pages/index.mdx", "# A course\n");
    await host.write("static/icon.svg", await icon());
    if (from === OWN) await host.copySite(`static/${OWN}`);
    await host.run(["../../node_modules/.bin/docusaurus", "build"], {
      ...process.env,
      NO_UPDATE_NOTIFIER: "1",
      DOCUSAURUS_IGNORE_SSG_WARNINGS: "1",
    });
    const url = await host.serve("build");
    await drive(host, `${url}lesson/`, `${url}names/`);
  },
};

/** An icon keeps browsers from asking for one. */
const icon = () => readFile(join(site, "icon.svg"), "utf8");

for (const [tool, run] of Object.entries(TOOLS)) {
  test(`${tool}, files from our site`, (host) => run(host, host.page.url));
  test(`${tool}, files of its own`, (host) => run(host, OWN));
}
