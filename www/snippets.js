// What a teacher pastes: the code that shows a demo, for each tool that courses are
// made with. All of it is made here, for the page that offers it and for the menu.
//
// Names of tasks are any text, and each tool has marks of its own. So what any of
// them might take for a mark is written as a reference or an escape, and the settings
// arrive as they were.

/**
 * @typedef {object} Wanted
 * @property {Record<string, string>} settings As texts by name.
 * @property {string} page The address of the page that shows the demo alone.
 * @property {string} script That of the script which registers the element, or the npm package.
 * @property {string} title What a frame is called by those who don't see it.
 * @property {number} height The height of a frame, in pixels.
 */

/** @typedef {{place: string, text: string}} Snippet What goes where: the name of a file, or a word for the place. */

/** The npm package, which takes the place of a script's address in what is bundled. */
export const PACKAGE = "interleaved";

/** @type {Record<string, string>} */
const REFERENCES = { "&": "amp", "<": "lt", ">": "gt", '"': "quot" };

/**
 * A text as the value of an attribute, in HTML and JSX. Markdown and templates would
 * take other marks for theirs before the HTML is read.
 * @param {string} text
 */
function escape(text) {
  return text.replace(/[^\S ]|[\0-\x1f"&'<>`{}|\\$*~[\]\x7f]/g, (mark) => `&${REFERENCES[mark] ?? `#${mark.charCodeAt(0)}`};`);
}

/** @param {string} name @param {Record<string, string>} attributes @param {string} [content] */
function tag(name, attributes, content = "") {
  const parts = Object.entries(attributes).map(([key, value]) => ` ${key}${value && `="${escape(value)}"`}`);
  return `<${name}${parts.join("")}>${content}</${name}>`;
}

/** The address of the page that shows the demo alone. @param {Wanted} wanted */
export function address({ settings, page }) {
  // A query may hold the first two as they are, for legibility; to Markdown the third is a mark.
  const query = String(new URLSearchParams(settings)).replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("*", "%2A");
  return page + (query && (page.includes("?") ? "&" : "?")) + query;
}

/** @param {Wanted} wanted */
export function frame(wanted) {
  const { title, height } = wanted;
  return tag("iframe", {
    src: address(wanted),
    title,
    allow: "clipboard-write",
    loading: "lazy",
    width: "100%",
    height: String(height),
    style: "border:0",
  });
}

/** @param {Wanted} wanted */
const demo = ({ settings }) => tag("interleaved-demo", settings);

/** The element, and the script that makes it one. @param {Wanted} wanted */
export function element(wanted) {
  const { script } = wanted;
  const loads =
    script === PACKAGE ? tag("script", { type: "module" }, `import "${PACKAGE}";`) : tag("script", { type: "module", src: script });
  return `${loads}\n${demo(wanted)}`;
}

/** In Markdown: up to the next empty line nothing in a `div` is read. @param {string} html */
const block = (html) => `<div>\n${html}\n</div>`;

/** Whether a script is wherever the page is; otherwise the tool knows the way to it. @param {string} script */
const isAbsolute = (script) => /^(\w+:|\/)/.test(script);

/** From the root of the site, because a path from the page would be another on each. @param {string} script */
const rooted = (script) => JSON.stringify(isAbsolute(script) ? script : `/${script}`);

/** A value as Python writes it: a switch, a number, or a text. @param {string} value */
function python(value) {
  if (!value) return "True";
  // Python reads the escapes of JSON as they are meant.
  return /^(0|[1-9]\d*)(\.\d+)?$/.test(value) ? value : JSON.stringify(value);
}

/** @param {Wanted} wanted */
function notebook({ settings: { tasks, ...others } }) {
  const named = Object.entries(others).map(([name, value]) => `${name.replaceAll("-", "_")}=${python(value)}`);
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
