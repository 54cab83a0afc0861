// The playground: examples, seeds, and an address that holds the program.

import { copyText, element, setText } from "../base/dom.js";
import { EXAMPLES, exampleText } from "../python/examples.js";
import { programIn } from "../python/fragment.js";
import { Many } from "../python/many.js";
import { SETTINGS } from "../python/settings.js";
import { learnWords, wordsIn } from "../python/words.js";
import { chooseLanguage } from "../words/texts.js";

const query = new URLSearchParams(location.search);
const language = chooseLanguage(document.documentElement.lang);
const node = /** @type {import("../interleaved-python.js").InterleavedPython} */ (document.querySelector("interleaved-python"));
const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
const problem = /** @type {HTMLElement} */ (document.querySelector(".problem"));
const many = /** @type {HTMLElement} */ (document.querySelector(".many"));
for (const name of SETTINGS) {
  const value = query.get(name);
  if (value !== null) node.setAttribute(name, value);
}

await learnWords(language);
const words = wordsIn(language).page;

const example = element("select", {}, element("option", { value: "" }, words.own));
example.append(...EXAMPLES.map(({ name, title }) => element("option", { value: name }, title[language])));
const seed = element("input", { inputmode: "numeric", title: words.seedHelp });
const shuffle = button(words.shuffle, () => setSeed(String(1 + Math.floor(Math.random() * 999))));
const hundred = button(words.many, () => showMany());
const link = button(words.link, () => copyLink());
const said = element("span", { role: "status" });
form.append(labelled(words.example, example), labelled(words.seed, seed), shuffle, hundred, link, said);
form.addEventListener("submit", (event) => event.preventDefault());

/** What the reader has written, whatever else is looked at meanwhile. */
let own = "";
/** The text of the example that was chosen last. */
let chosen = "";
/** @type {Many | undefined} */
let running;

example.addEventListener("change", () => choose(example.value));
seed.addEventListener("change", () => setSeed(seed.value));
node.addEventListener("input", () => {
  if (node.program === chosen) return;
  own = node.program;
  example.value = "";
});
node.addEventListener("settingschange", () => {
  seed.value = node.getAttribute("seed") ?? "0";
  writeAddress();
});

try {
  const program = await programIn(location.hash);
  if (program === undefined) await choose(query.get("example") ?? "threads", query.has("seed"));
  else {
    node.programs = program.split("\0");
    own = node.program;
  }
} catch {
  setText(problem, words.failed);
  await choose("threads");
}
// Only now, so that it doesn't begin without its program.
await import("../interleaved-python.js");
const theme = node.getAttribute("theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;

/** Shows an example, or what the reader has written. @param {string} name @param {boolean} [keepSeed] */
async function choose(name, keepSeed = false) {
  const found = EXAMPLES.find((each) => each.name === name);
  example.value = found?.name ?? "";
  if (!found) {
    node.program = own;
    return;
  }
  try {
    chosen = await exampleText(found, language);
  } catch (error) {
    setText(problem, String(error));
    return;
  }
  if (!keepSeed) setSeed(found.seed);
  node.program = chosen;
}

/** @param {string} value */
function setSeed(value) {
  seed.value = value;
  node.setAttribute("seed", value);
}

/** Shows how often which end comes of 100 seeds. */
async function showMany() {
  running?.stop();
  const mine = (running = new Many(many, language, (seed) => setSeed(seed)));
  const option = (/** @type {string} */ name) => /** @type {any} */ (node.getAttribute(name) ?? undefined);
  await mine.run(node.program, { switch: option("switch"), stdout: option("stdout") });
}

async function copyLink() {
  await node.ready;
  const area = element("textarea", { readonly: "" });
  area.value = node.permalink;
  const isCopied = await copyText(form, node.permalink, () => {
    form.append(area);
    area.select();
  });
  if (isCopied) area.remove();
  setText(said, isCopied ? words.copied : "");
}

/** The page's address says what is shown. */
function writeAddress() {
  const { permalink } = node;
  if (!permalink) return;
  const url = new URL(permalink);
  url.searchParams.delete("start-at");
  const lang = query.get("lang");
  if (lang) url.searchParams.set("lang", lang);
  try {
    history.replaceState(history.state, "", `${location.pathname}${url.search}${url.hash}`);
  } catch {
    // Safari allows only so many changes in so many seconds; the next will say it all.
  }
  for (const other of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".languages a"))) {
    url.searchParams.set("lang", other.hreflang);
    other.href = `${url.search}${url.hash}`;
  }
}

/** @param {string} text @param {() => void} press */
function button(text, press) {
  const made = element("button", { type: "button" }, text);
  made.addEventListener("click", press);
  return made;
}

/** @param {string} text @param {HTMLElement} control */
function labelled(text, control) {
  return element("label", {}, element("span", {}, text), control);
}
