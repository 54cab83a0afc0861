// The code to paste for each tool that courses are made with. The tests of
// `cargo xtask hosts` give each of these to its tool.

import { address, demo, element, frame, PACKAGE, tag } from "../panels/snippets.js";

/** @typedef {import("../panels/snippets.js").Wanted} Wanted */
/** @typedef {{place: string, text: string}} Snippet What goes where: the name of a file, or a word for the place. */

/** In Markdown: up to the next empty line nothing in a `div` is read. @param {string} html */
const block = (html) => `<div>\n${html}\n</div>`;

/** Whether a script is wherever the page is; otherwise the tool knows the way to it. @param {string} script */
const isAbsolute = (script) => /^(\w+:|\/)/.test(script);

/** From the root of the site, because a path from the page would be another on each. @param {string} script */
const rooted = (script) => JSON.stringify(isAbsolute(script) ? script : `/${script}`);

/**
 * A setting as Python writes it: a switch, a number, or a text.
 * @param {string} name @param {string} value
 */
function python(name, value) {
  if (["", "true", name].includes(value)) return "True";
  // Python takes neither a zero too many nor a number that begins or ends with its point.
  if (/^(\d+\.?\d*|\.\d+)$/.test(value))
    return value
      .replace(/^0+(?=\d)/, "")
      .replace(/^\./, "0.")
      .replace(/\.$/, "");
  // It reads the escapes of JSON as they are meant.
  return JSON.stringify(value);
}

/** @param {Wanted} wanted */
function notebook({ settings: { tasks, ...others } }) {
  const named = Object.entries(others).map(([name, value]) => `${name.replaceAll("-", "_")}=${python(name, value)}`);
  const given = tasks === undefined ? named : [JSON.stringify(tasks), ...named];
  return `from interleaved import Demo\n\nDemo(${given.join(", ")})`;
}

/** @param {Wanted} wanted */
function notebookFrame(wanted) {
  return `from IPython.display import IFrame\n\nIFrame(${JSON.stringify(address(wanted))}, width="100%", height=${wanted.height})`;
}

/** @param {string} html */
const myst = (html) => `\`\`\`{raw} html\n${html}\n\`\`\``;
/** @param {string} html */
const rst = (html) => `.. raw:: html\n\n${html.replace(/^/gm, "   ")}`;

/** @param {Wanted} wanted */
function component(wanted) {
  const shown = `  return ${demo(wanted)};\n}`;
  if (wanted.script === PACKAGE) return `import "${PACKAGE}";\n\nexport default function Demo() {\n${shown}`;
  return `import { useEffect } from "react";

export default function Demo() {
  useEffect(() => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = ${rooted(wanted.script)};
    document.head.append(script);
  }, []);
${shown}`;
}

/**
 * The tools, each with what is pasted. In documentation of several pages the tool
 * itself loads a script of its own site, because it knows the way from each page.
 * @type {Record<string, (wanted: Wanted) => Snippet[]>}
 */
export const TOOLS = {
  html: (wanted) => [{ place: "page", text: element(wanted) }],
  iframe: (wanted) => [
    { place: "page", text: frame(wanted) },
    { place: "head", text: tag("script", { src: wanted.page.replace(/[^/]*$/, "resize.js") }) },
  ],
  markdown: (wanted) => [
    { place: "markdown", text: frame(wanted) },
    { place: "link", text: `[${wanted.title}](${address(wanted)})` },
  ],
  jupyter: (wanted) => [
    { place: "cell", text: notebook(wanted) },
    { place: "online", text: notebookFrame(wanted) },
  ],
  mkdocs: (wanted) =>
    isAbsolute(wanted.script)
      ? [{ place: "markdown", text: block(element(wanted)) }]
      : [
          { place: "mkdocs.yml", text: `extra_javascript:\n  - path: ${JSON.stringify(wanted.script)}\n    type: module` },
          { place: "markdown", text: block(demo(wanted)) },
        ],
  mdbook: (wanted) => [{ place: "markdown", text: block(element(wanted)) }],
  sphinx: (wanted) => {
    const loads = isAbsolute(wanted.script);
    const html = loads ? element(wanted) : demo(wanted);
    const pages = [
      { place: "myst", text: myst(html) },
      { place: "rst", text: rst(html) },
    ];
    if (loads) return pages;
    return [{ place: "conf.py", text: `html_js_files = [(${JSON.stringify(wanted.script)}, {"type": "module"})]` }, ...pages];
  },
  docusaurus: (wanted) => [
    { place: "docusaurus.config.js", text: `scripts: [{ src: ${rooted(wanted.script)}, type: "module" }],` },
    { place: "mdx", text: demo(wanted) },
  ],
  react: (wanted) => [{ place: "component", text: component(wanted) }],
  // By `data-src` it would be unloaded whenever its slide is left.
  reveal: (wanted) => [{ place: "slide", text: `<section>\n  ${frame(wanted)}\n</section>` }],
  lms: (wanted) => [{ place: "editor", text: frame(wanted) }],
};
