// The playground: examples, seeds, and an address that holds the program.

import { copyText, element, setText } from "../base/dom.js";
import { EXAMPLES, exampleText } from "../python/examples.js";
import { programIn } from "../python/fragment.js";
import { Many } from "../python/many.js";
import { Search } from "../python/search.js";
import { SETTINGS } from "../python/settings.js";
import { learnWords, wordsIn } from "../python/words.js";
import { chooseLanguage } from "../words/texts.js";

const query = new URLSearchParams(location.search);
const language = chooseLanguage(document.documentElement.lang);
const node = /** @type {import("../interleaved-python.js").InterleavedPython} */ (document.querySelector("interleaved-python"));
const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
const problem = /** @type {HTMLElement} */ (document.querySelector(".problem"));
const many = /** @type {HTMLElement} */ (document.querySelector(".seeds"));
const searched = /** @type {HTMLElement} */ (document.querySelector(".search"));
for (const name of SETTINGS) {
  const value = query.get(name);
  if (value !== null) node.setAttribute(name, value);
}

/** The page itself: what there is to choose, and what is done with it. */
class Playground {
  #words = wordsIn(language).page;
  #example = element("select", {}, element("option", { value: "" }, this.#words.own));
  #seed = element("input", { inputmode: "numeric", title: this.#words.seedHelp });
  #said = element("span", { role: "status" });
  /** What the reader has written, whatever else is looked at meanwhile. */
  #own = "";
  /** The text of the example that was chosen last. */
  #chosen = "";
  /** @type {Many | undefined} */
  #running;
  /** @type {Search | undefined} */
  #searching;

  constructor() {
    const words = this.#words;
    this.#example.append(...EXAMPLES.map(({ name, title }) => element("option", { value: name }, title[language])));
    form.append(
      labelled(words.example, this.#example),
      labelled(words.seed, this.#seed),
      button(words.shuffle, () => this.#setSeed(String(1 + Math.floor(Math.random() * 999)))),
      button(words.many, () => this.#showMany()),
      button(wordsIn(language).search.start, () => this.#showSearch()),
      button(words.link, () => this.#copyLink()),
      this.#said,
    );
    form.addEventListener("submit", (event) => event.preventDefault());
    this.#example.addEventListener("change", () => {
      // They were at lines of another program.
      node.removeAttribute("breakpoints");
      this.#choose(this.#example.value);
    });
    this.#seed.addEventListener("change", () => this.#setSeed(this.#seed.value));
    node.addEventListener("input", () => {
      if (node.program === this.#chosen) return;
      this.#own = node.program;
      this.#example.value = "";
      // It was that of another program.
      node.removeAttribute("schedule");
    });
    node.addEventListener("settingschange", () => {
      this.#seed.value = node.getAttribute("seed") ?? "0";
      writeAddress();
    });
  }

  /** Gives the element the program that the address holds, or else an example. */
  async open() {
    try {
      const program = await programIn(location.hash);
      if (program === undefined) await this.#choose(query.get("example") ?? "threads", query.has("seed") || query.has("schedule"));
      else {
        node.programs = program.split("\0");
        this.#own = node.program;
      }
    } catch {
      setText(problem, this.#words.failed);
      await this.#choose("threads");
    }
  }

  /** Shows an example, or what the reader has written. @param {string} name @param {boolean} [keepSeed] */
  async #choose(name, keepSeed = false) {
    const found = EXAMPLES.find((each) => each.name === name);
    this.#example.value = found?.name ?? "";
    if (!found) {
      node.program = this.#own;
      return;
    }
    try {
      this.#chosen = await exampleText(found, language);
    } catch (error) {
      setText(problem, String(error));
      return;
    }
    if (!keepSeed) this.#setSeed(found.seed);
    node.program = this.#chosen;
  }

  /** @param {string} value */
  #setSeed(value) {
    this.#seed.value = value;
    node.removeAttribute("schedule");
    node.setAttribute("seed", value);
  }

  /** What the machine is to be like, as attributes say it. */
  get #options() {
    const option = (/** @type {string} */ name) => /** @type {any} */ (node.getAttribute(name) ?? undefined);
    return { switch: option("switch"), stdout: option("stdout") };
  }

  /** Goes through all schedules. */
  async #showSearch() {
    // Before that it has no program.
    await customElements.whenDefined("interleaved-python");
    this.#searching?.stop();
    const mine = (this.#searching = new Search(searched, language, (schedule) => this.#showSchedule(schedule)));
    await mine.run(node.program, this.#options);
  }

  /** Plays a schedule. @param {string} schedule */
  async #showSchedule(schedule) {
    node.setAttribute("schedule", schedule);
    await node.ready;
    node.reset();
    node.scrollIntoView({ block: "start" });
    node.play();
  }

  /** Shows how often which end comes of 100 seeds. */
  async #showMany() {
    await customElements.whenDefined("interleaved-python");
    this.#running?.stop();
    const mine = (this.#running = new Many(many, language, (seed) => this.#setSeed(seed)));
    await mine.run(node.program, this.#options);
  }

  async #copyLink() {
    await node.ready;
    const area = element("textarea", { readonly: "" });
    area.value = node.permalink;
    const isCopied = await copyText(form, node.permalink, () => {
      form.append(area);
      area.select();
    });
    if (isCopied) area.remove();
    setText(this.#said, isCopied ? this.#words.copied : "");
  }
}

// A function, since a script that itself waits keeps the build from joining what others load.
async function start() {
  await learnWords(language);
  await new Playground().open();
  // Only now, so that it doesn't begin without its program.
  await import("../interleaved-python.js");
  const theme = node.getAttribute("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
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

start();
