// The page on which a teacher chooses settings, sees the demo, and copies the code.
//
// The demo's attributes are the settings, and the form changes those that the demo's
// own form doesn't. What is copied is made from what is in force; what is refused is
// said at its field, and leaves the code as it was.

import { TEXTS } from "./course-texts.js";
import { TOOLS } from "./course-tools.js";
import { copyText, element, setText } from "../base/dom.js";
import { query, writeAddress } from "./page.js";
import { meant } from "../element/settings.js";
import { PACKAGE } from "../panels/snippets.js";

/** @typedef {import("../interleaved-demo.js").InterleavedDemo} InterleavedDemo */
/** @typedef {import("../panels/snippets.js").Wanted} Wanted */
/** @typedef {keyof typeof TEXTS["en"]["tools"]} Tool */
/** @typedef {keyof typeof TEXTS["en"]["sources"]} Source */

/**
 * @typedef {object} Field A setting's control.
 * @property {HTMLElement} root
 * @property {HTMLInputElement | HTMLSelectElement} control
 * @property {HTMLElement} fault
 * @property {() => string | null} read The attribute; null is none.
 * @property {(value: string | null) => void} show
 */

const language = document.documentElement.lang === "ko" ? "ko" : "en";
const texts = TEXTS[language];
const demo = /** @type {InterleavedDemo} */ (document.querySelector("interleaved-demo"));
const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
const languages = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("nav a"));

/** Whoever types pauses so long, in milliseconds, before the field is read. */
const PAUSE = 300;
/** In pixels: enough for two lanes side by side. */
const HEIGHT = 900;
/** What is always written out, so that one can see where to change it. */
const WRITTEN = { tasks: "A:1:5 B:5:10 C:10:15", lanes: "sequential async" };

/** Where the files can come from. @type {Source[]} */
const ANYWHERE = ["site", "folder", "npm"];
const SITE = ANYWHERE.slice(0, 1);
const SERVED = ANYWHERE.slice(0, 2);
/** @type {Record<Tool, Source[]>} */
const SOURCES = {
  html: ANYWHERE,
  iframe: SERVED,
  markdown: SERVED,
  jupyter: SITE,
  mkdocs: SERVED,
  mdbook: SERVED,
  sphinx: SERVED,
  docusaurus: SERVED,
  react: ANYWHERE,
  reveal: SERVED,
  lms: SITE,
};
/** In which of them there is a frame. @type {Tool[]} */
const FRAMES = ["iframe", "markdown", "jupyter", "reveal", "lms"];

// The settings.

/** @param {string} name @param {HTMLInputElement | HTMLSelectElement} control @param {Node[]} label */
function labelled(name, control, label) {
  control.id = name;
  control.setAttribute("aria-describedby", `${name}-fault`);
  const fault = element("p", { class: "fault", id: `${name}-fault` });
  const root = element("div", { class: control.type === "checkbox" ? "switch" : "field" }, ...label, fault);
  return { root, control, fault };
}

/** @param {"speed" | "start-at"} name @param {string} usual @returns {Field} */
function number(name, usual) {
  // As text, so that what is no number can be told of.
  const control = element("input", { inputmode: "decimal", autocomplete: "off", size: "8" });
  return {
    ...labelled(name, control, [element("label", { for: name }, texts.fields[name]), control]),
    read: () => (control.value.trim() === usual ? null : control.value.trim() || null),
    show: (value) => void (control.value = value ?? usual),
  };
}

/**
 * A list of choices, each with what the attribute may be for it; the first of these is written.
 * @param {"autoplay" | "code" | "theme" | "size" | "lang"} name @param {(string | null)[][]} values @returns {Field}
 */
function choice(name, ...values) {
  const words = texts.choices[name];
  const control = element("select", {}, ...words.map((word) => element("option", {}, word)));
  return {
    ...labelled(name, control, [element("label", { for: name }, texts.fields[name]), control]),
    read: () => values[control.selectedIndex]?.[0] ?? null,
    // What is wrong is none of the choices. A language may have a region.
    show: (value) => void (control.selectedIndex = values.findIndex((texts) => texts.includes(value?.split("-")[0] ?? null))),
  };
}

/** @param {"predict" | "editor" | "controls"} name @param {string} [off] The text that turns it off, where its absence doesn't. @returns {Field} */
function onOff(name, off) {
  const control = element("input", { type: "checkbox" });
  return {
    ...labelled(name, control, [element("label", {}, control, " ", texts.fields[name])]),
    read: () => (control.checked === (off === undefined) ? (off ?? "") : null),
    show: (value) => void (control.checked = meant(name, value) !== (off ?? null)),
  };
}

/** @type {Map<string, Field>} */
const fields = new Map([
  ["speed", number("speed", "1")],
  ["start-at", number("start-at", "0")],
  ["autoplay", choice("autoplay", [null, "false"], ["", "autoplay", "true"], ["visible"])],
  ["code", choice("code", [null, "none"], ["python"], ["rust"], ["javascript"])],
  ["lang", choice("lang", [null], ["ko"], ["en"])],
  ["theme", choice("theme", [null, "auto"], ["light"], ["dark"])],
  ["size", choice("size", [null, "auto"], ["large"])],
  ["predict", onOff("predict")],
  ["editor", onOff("editor")],
  ["controls", onOff("controls", "none")],
]);

/** Whether the reader's demo has a form. The one on this page always has, for the teacher. */
const readersEditor = () => meant("editor", query.get("editor"));

/** @param {string} name */
const inForce = (name) => (name === "editor" ? readersEditor() : demo.getAttribute(name));

/** @param {string} name @param {string | null} value */
function put(name, value) {
  // The language of the demo isn't that of this page, whoever opens the address.
  if (name === "lang") query.set("ui", language);
  if (name === "editor") {
    if (value === null) query.delete(name);
    else query.set(name, value);
    writeAddress();
    showCode();
  } else if (value === null) demo.removeAttribute(name);
  else demo.setAttribute(name, value);
}

/** Shows what is in force; whatever says so already stays as it was typed. */
function showFields() {
  for (const [name, { read, show }] of fields) {
    const value = inForce(name);
    if (read() !== value) show(value);
  }
}

/** What is wrong with settings that have no field here, for which the default is offered. */
const problem = element("div", { class: "problem", role: "alert" });

/** Says at a field what is wrong with it, or that nothing is. @param {Pick<Field, "control" | "fault">} field @param {string} message */
function tell({ control, fault }, message) {
  setText(fault, message);
  control.setAttribute("aria-invalid", String(message !== ""));
}

function hideFaults() {
  for (const field of fields.values()) tell(field, "");
  problem.replaceChildren();
}

/** @param {import("../words/texts.js").SettingError} error */
function showFault({ code, setting, allowed, message }) {
  const field = fields.get(setting);
  if (field) {
    const { number, choice } = texts.faults;
    tell(field, code === "notDecimal" ? number(allowed) : field.control.localName === "select" ? choice : message);
    return;
  }
  const mend = element("button", { type: "button" }, texts.mend);
  mend.addEventListener("click", () => {
    demo.removeAttribute(setting);
    // A misspelt one is no setting, so that the demo isn't told of its end.
    demo.setAttribute("editor", "");
    query.delete(setting);
    writeAddress();
    form.querySelector("input")?.focus();
  });
  problem.append(element("p", {}, message), mend);
  // Nobody should copy code in which what is wrong is left out without a word.
  showCode();
}

// The code.

/** @template {string} T @param {Record<T, string>} words @param {string | null} value @param {T} usual @returns {T} */
const oneOf = (words, value, usual) => (value && Object.hasOwn(words, value) ? /** @type {T} */ (value) : usual);

/** @type {Tool} */
let tool = oneOf(texts.tools, query.get("for"), "html");
/** @type {Source} */
let source = oneOf(texts.sources, query.get("from"), "site");

/**
 * A group of radio buttons.
 * @template {string} T @param {string} name @param {string} legend @param {Record<T, string>} words
 * @param {T} chosen @param {(value: T) => void} choose
 */
function radios(name, legend, words, chosen, choose) {
  const group = element("fieldset", { class: name }, element("legend", {}, legend));
  for (const [value, word] of /** @type {[T, string][]} */ (Object.entries(words))) {
    const radio = element("input", { type: "radio", name, value });
    radio.checked = value === chosen;
    radio.addEventListener("change", () => choose(value));
    group.append(element("label", {}, radio, " ", word));
  }
  return group;
}

const tools = radios("for", texts.for, texts.tools, tool, (value) => {
  tool = value;
  keep("for", value, "html");
});
const sources = radios("from", texts.from, texts.sources, source, (value) => {
  source = value;
  keep("from", value, "site");
});

/** Settings of the code alone. @param {"folder" | "height"} name @param {string} usual @param {Record<string, string>} attributes */
function ofCode(name, usual, attributes) {
  const control = element("input", { autocomplete: "off", ...attributes });
  const field = labelled(name, control, [element("label", { for: name }, texts.fields[name]), control]);
  control.value = query.get(name) ?? usual;
  control.addEventListener("input", () => keep(name, control.value, usual));
  return { ...field, control };
}

const folder = ofCode("folder", "interleaved/", { spellcheck: "false" });
const HEIGHTS = ["100", "5000"];
const height = ofCode("height", String(HEIGHT), { type: "number", min: HEIGHTS[0] ?? "", max: HEIGHTS[1] ?? "", step: "1" });
/** The last height that was right, which the code keeps. */
let rightHeight = HEIGHT;

/** Takes the height, if it is one, and says so if it isn't. */
function takeHeight() {
  const { validity, valueAsNumber } = height.control;
  const isRight = validity.valid && valueAsNumber > 0;
  if (isRight) rightHeight = valueAsNumber;
  tell(height, isRight ? "" : texts.faults.height(HEIGHTS));
  return rightHeight;
}

/** @param {string} name @param {string} value @param {string} usual */
function keep(name, value, usual) {
  if (value === usual) query.delete(name);
  else query.set(name, value);
  writeAddress();
  showCode();
}

/** Whatever the tool can take of it. */
const sourceOfTool = () => (SOURCES[tool].includes(source) ? source : "site");

/** @returns {Wanted} */
function wanted() {
  /** @type {Record<string, string>} */
  const settings = { ...WRITTEN, ...demo.toJSON() };
  delete settings["editor"];
  const editor = readersEditor();
  if (editor !== null) settings["editor"] = editor;
  const own = `${folder.control.value.trim() || "."}/`.replace(/\/+$/, "/");
  const base = sourceOfTool() === "folder" ? own : new URL(".", location.href).href;
  return {
    settings,
    page: `${base}embed.html`,
    script: sourceOfTool() === "npm" ? PACKAGE : `${base}interleaved.js`,
    title: demo.texts.demo,
    height: takeHeight(),
  };
}

const note = element("p", { class: "note" });
const snippets = element("div", { class: "snippets" });
const status = element("p", { class: "status", role: "status" });

function showCode() {
  for (const link of languages) {
    const address = new URLSearchParams(query);
    address.set("ui", link.lang);
    link.search = String(address);
  }
  const from = sourceOfTool();
  sources.hidden = SOURCES[tool].length === 1;
  for (const radio of sources.querySelectorAll("input")) {
    const value = /** @type {Source} */ (radio.value);
    radio.checked = value === from;
    /** @type {HTMLElement} */ (radio.parentElement).hidden = !SOURCES[tool].includes(value);
  }
  folder.root.hidden = from !== "folder";
  height.root.hidden = !FRAMES.includes(tool);
  setText(note, [from === "npm" && texts.npm, texts.notes[tool], from === "folder" && texts.folders[tool]].filter(Boolean).join(" "));
  if (!demo.laneNames?.length) return;
  const now = problem.hasChildNodes() ? [] : (TOOLS[tool]?.(wanted()) ?? []);
  const places = now.map(({ place }) => place).join();
  // Whoever has a button's focus, or has marked a part of the code, keeps it.
  if (snippets.dataset["places"] !== tool + places) {
    snippets.dataset["places"] = tool + places;
    snippets.replaceChildren(...now.map(({ place }) => snippet(texts.places[place] ?? place)));
  }
  for (const [index, code] of snippets.querySelectorAll("code").entries()) setText(code, now[index]?.text ?? "");
}

/** @param {string} place */
function snippet(place) {
  const code = element("code", { translate: "no" });
  const copy = element("button", { type: "button", "aria-label": texts.copyThis(place) }, texts.copy);
  copy.addEventListener("click", async () => {
    // Emptied first, so that the same answer is announced again.
    setText(status, "");
    const isCopied = await copyText(code, code.textContent ?? "", () => getSelection()?.selectAllChildren(code));
    setText(status, isCopied ? texts.copied(place) : texts.refused);
  });
  const caption = element("figcaption", {}, element("span", {}, place), copy);
  return element("figure", {}, caption, element("pre", {}, code));
}

// Both together.

let timer = 0;
for (const [name, { control, read }] of fields) {
  const take = () => {
    clearTimeout(timer);
    if (read() !== inForce(name)) put(name, read());
  };
  control.addEventListener("change", take);
  control.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(take, PAUSE);
  });
}
form.addEventListener("submit", (event) => event.preventDefault());

const roots = [...fields.values()].map(({ root }) => root);
const isSwitch = (/** @type {HTMLElement} */ root) => root.className === "switch";
const settings = element(
  "fieldset",
  {},
  element("legend", {}, texts.settings),
  element("div", { class: "fields" }, ...roots.filter((root) => !isSwitch(root))),
  element("div", { class: "switches" }, ...roots.filter(isSwitch)),
);
form.append(
  element("div", { class: "choices" }, settings, element("p", { class: "note" }, texts.more), problem),
  element("div", { class: "code" }, tools, sources, folder.root, height.root, note, snippets, status),
);

let start = demo.getAttribute("start-at");
demo.addEventListener("settingschange", () => {
  hideFaults();
  showFields();
  showCode();
  if (start !== demo.getAttribute("start-at")) {
    start = demo.getAttribute("start-at");
    demo.currentTime = Number(start);
  }
});
demo.addEventListener("error", ({ error }) => {
  if (error?.setting) showFault(error);
});
for (const [name, { show }] of fields) show(inForce(name));
showCode();
