// What a teacher pastes: the code that shows a demo, as an element or in a frame. All
// of it is made here, for the menu, and for the tools in course-tools.js.
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

/** An element with its end. @param {string} name @param {Record<string, string>} attributes @param {string} [content] */
export function tag(name, attributes, content = "") {
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

/** The element alone. @param {Wanted} wanted */
export const demo = ({ settings }) => tag("interleaved-demo", settings);

/** The element, and the script that makes it one. @param {Wanted} wanted */
export function element(wanted) {
  const { script } = wanted;
  const loads =
    script === PACKAGE ? tag("script", { type: "module" }, `import "${PACKAGE}";`) : tag("script", { type: "module", src: script });
  return `${loads}\n${demo(wanted)}`;
}
