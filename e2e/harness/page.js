// A page under test: opened, asked, and operated as a reader does.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { Key, logging } from "selenium-webdriver";

import { Emulation } from "./emulation.js";
import { engine } from "./engine.js";
import { findDeep, focused } from "./find.js";
import { inPage } from "./in-page.js";
import { failures, site } from "./places.js";
import { serve } from "./server.js";
import { Stage, html, inline } from "./stage.js";

/** @import { WebDriver, WebElement } from "selenium-webdriver" */
/** @import { InPage } from "./in-page.js" */
/** @import { Options } from "./server.js" */

/** Long enough for a machine with much other work; a page that takes it has failed. */
const LIMIT = 60_000;

/** Keys that change what others mean while they are down. @type {string[]} */
const MODIFIERS = [Key.SHIFT, Key.CONTROL, Key.ALT, Key.META];

export class Page {
  /** What the page has logged, line by line. @type {{ severe: boolean, text: string }[]} */
  #console = [];
  /** What is closed after the test. @type {{ close(): Promise<unknown> }[]} */
  #kept = [];

  /**
   * @param {WebDriver} driver
   * @param {string} url the address of the site, which ends with `/`
   */
  constructor(driver, url) {
    this.driver = driver;
    this.url = url;
    /** What only Chromium can: screens, preferences and languages. */
    this.emulation = new Emulation(driver);
  }

  /** Leaves whatever page there is, and makes everything as it was at the start. */
  async reset() {
    await this.goto("about:blank");
    await this.resize(1280, 800);
    if (engine !== "chrome") return;
    await this.emulation.media({});
    await this.emulation.language("en-US");
    await this.#readConsole();
    this.#console = [];
  }

  // Opening

  /**
   * Opens a page by its whole address, and waits until it has loaded.
   *
   * @param {string} url
   */
  async goto(url) {
    await this.driver.get(url);
    if (engine === "webkit") {
      // Its driver comes back before the modules of the page have run.
      await this.until(() => document.readyState === "complete");
    }
  }

  /**
   * Opens a page of the site, as in `index.html?tasks=3`.
   *
   * @param {string} pathAndQuery
   */
  open(pathAndQuery) {
    return this.goto(this.url + pathAndQuery);
  }

  /** Has all demos of the page made, also where no reader has come near. */
  askForDemos() {
    return this.run(() => Promise.all(Array.from(document.querySelectorAll("interleaved-demo"), ({ ready }) => ready)));
  }

  /**
   * Opens the demo alone, and waits until its settings are in force and it is drawn.
   *
   * @param {string} [query]
   */
  async openDemo(query = "") {
    await this.open(`embed.html?${query}`);
    await this.run(async ({ demo, root, drawn }) => {
      await demo.ready;
      await drawn();
      // Panels and what is for who listens come after the first picture.
      const isThere = () => !demo.laneNames.length || (root.querySelector(".heard") && !root.querySelector(".wanted:empty"));
      for (let frames = 0; !isThere() && frames < 300; frames += 1) await drawn();
      // What has come is filled in the frame after.
      await drawn();
    });
  }

  /**
   * Opens the demo alone with a script of the test's own before all others, and waits
   * until its settings are in force.
   *
   * @param {() => unknown} script runs in the page
   * @param {string} [query]
   */
  async openDemoAfter(script, query = "") {
    const embed = await readFile(join(site, "embed.html"), "utf8");
    const stage = await this.stage({
      "after.html": embed.replace("<meta", (start) => inline(script) + start),
    });
    await stage.open(`after.html?${query}`);
    await this.run(({ demo }) => demo.ready);
  }

  /**
   * Serves the site once more, in another way, until the test has ended.
   *
   * @param {Options} options
   */
  async serve(options) {
    return this.keep(await serve(site, options));
  }

  /**
   * Serves the site with pages of the test's own: the name and the HTML of each.
   *
   * @param {Record<string, string>} pages
   * @param {Options} [options]
   */
  async stage(pages, options) {
    return this.keep(await Stage.make(this, pages, options));
  }

  /**
   * Serves the site with one page of the test's own, in English, and opens that.
   *
   * @param {string} body
   * @param {Options} [options]
   */
  async openStage(body, options) {
    const stage = await this.stage({ "stage.html": html("en", body) }, options);
    await stage.open("stage.html");
    return stage;
  }

  /**
   * Has something closed when the test's page has been looked at for the last time: it
   * may still ask a server for a part of itself when the test has seen enough.
   *
   * @template {{ close(): Promise<unknown> }} T
   * @param {T} closable
   */
  keep(closable) {
    this.#kept.push(closable);
    return closable;
  }

  // Asking

  /**
   * Runs a function in the page and returns what it returns, as far as JSON can say it;
   * a promise is waited for. It knows what it is given, and nothing of the test.
   *
   * @template {unknown[]} Arguments
   * @template Result
   * @param {(page: InPage, ...rest: Arguments) => Result} script
   * @param {Arguments} rest
   * @returns {Promise<Awaited<Result>>}
   */
  run(script, ...rest) {
    return this.#call(String(script), rest);
  }

  /**
   * @param {string} script the source of a function
   * @param {unknown[]} rest
   * @returns {Promise<any>}
   */
  #call(script, rest) {
    const call = `(${script})((${inPage})(), ...arguments)`;
    // A turn of its own: called by WebKit's driver itself, a script's turn ends with every
    // callback of an element.
    const turn = engine === "webkit" ? `Promise.resolve().then(() => ${call})` : call;
    return this.driver.executeScript(`return ${turn};`, ...rest);
  }

  /**
   * Waits until a function that runs in the page returns something true; until then it
   * may throw.
   *
   * @template {unknown[]} Arguments
   * @param {(page: InPage, ...rest: Arguments) => unknown} condition
   * @param {Arguments} rest
   */
  until(condition, ...rest) {
    return this.#until(LIMIT, condition, rest);
  }

  /**
   * As `until`, but for what takes long on purpose.
   *
   * @template {unknown[]} Arguments
   * @param {(page: InPage, ...rest: Arguments) => unknown} condition
   * @param {Arguments} rest
   */
  untilLong(condition, ...rest) {
    return this.#until(3 * LIMIT, condition, rest);
  }

  /**
   * @template {unknown[]} Arguments
   * @param {number} limit
   * @param {(page: InPage, ...rest: Arguments) => unknown} condition
   * @param {Arguments} rest
   */
  async #until(limit, condition, rest) {
    // No more than that: what it returns may be an element of a frame, say.
    const isTrue = `async (...given) => Boolean(await (${condition})(...given))`;
    const start = performance.now();
    // Asked from here: a page's own timers may be what the test is about.
    for (;;) {
      const outcome = await this.#call(isTrue, rest).catch((error) => error);
      if (outcome === true) return;
      if (performance.now() - start > limit) {
        throw new Error(`not so within ${limit} ms, but ${outcome}: ${condition}`);
      }
      await wait(20);
    }
  }

  /**
   * The first element that a selector matches, in shadow trees too; `a >>> b` finds `b`
   * inside the first `a`, or inside its shadow tree.
   *
   * @param {string} selector
   */
  async find(selector) {
    const element = await this.driver.executeScript(`return (${findDeep})(...arguments);`, selector);
    if (element === null) throw new Error(`no element matches ${selector}`);
    return /** @type {WebElement} */ (element);
  }

  /**
   * The text of an element, seen or not, without white space at its ends.
   *
   * @param {string} selector see `find`
   * @returns {Promise<string>}
   */
  async text(selector) {
    const element = await this.find(selector);
    return this.driver.executeScript("return arguments[0].textContent.trim();", element);
  }

  /** The role and the name of what has the focus, as assistive technology is told them. */
  async focusedRoleAndName() {
    /** @type {WebElement} */
    const element = await this.driver.executeScript(`return (${focused})();`);
    const role = await element.getAriaRole();
    // Two names of one role, by the version of ARIA that an engine follows.
    return [role === "img" ? "image" : role, await element.getAccessibleName()];
  }

  // Operating

  /**
   * Clicks on an element.
   *
   * @param {string} selector see `find`
   */
  async click(selector) {
    await (await this.find(selector)).click();
  }

  /**
   * Gives an element the focus.
   *
   * @param {string} selector see `find`
   */
  async focus(selector) {
    await this.driver.executeScript("arguments[0].focus();", await this.find(selector));
  }

  /**
   * Presses keys, one after the other, on what has the focus. Those that modify others,
   * as `Key.SHIFT` does, stay down to the end.
   *
   * @param {string[]} keys texts, or members of selenium's `Key`
   */
  async keys(...keys) {
    const actions = this.driver.actions();
    const held = [];
    for (const key of keys.join("")) {
      if (MODIFIERS.includes(key)) {
        actions.keyDown(key);
        held.push(key);
      } else {
        actions.sendKeys(key);
      }
    }
    for (const key of held) actions.keyUp(key);
    await actions.perform();
  }

  /**
   * Sets the size of the viewport, or of the window where the engine can do no more.
   *
   * @param {number} width
   * @param {number} height
   */
  async resize(width, height) {
    // A window can't be as narrow as a phone; Chromium's emulated screen can.
    if (engine === "chrome") return this.emulation.screen(width, height);
    await this.driver.manage().window().setRect({ width, height });
  }

  /**
   * Makes what follows run in a frame of the page, until the next page is opened.
   *
   * @param {string} selector see `find`
   */
  async enterFrame(selector) {
    await this.driver.switchTo().frame(await this.find(selector));
  }

  /** Goes back from a frame to the one around it. */
  leaveFrame() {
    return this.driver.switchTo().parentFrame();
  }

  /** Goes back from all frames to the page itself. */
  leaveFrames() {
    return this.driver.switchTo().defaultContent();
  }

  // Afterwards

  /** The errors that the page has logged since the last call; only Chromium keeps them. */
  async consoleErrors() {
    const seen = this.#console.length;
    await this.#readConsole();
    const errors = this.#console.slice(seen).filter(({ severe }) => severe);
    return errors.map(({ text }) => text);
  }

  async #readConsole() {
    if (engine !== "chrome") return;
    for (const { level, message } of await this.driver.manage().logs().get(logging.Type.BROWSER)) {
      this.#console.push({ severe: level.value >= logging.Level.SEVERE.value, text: message });
    }
  }

  /**
   * Leaves a picture of the page and what it has logged, and tells where.
   *
   * @param {string} name
   */
  async leavePicture(name) {
    await mkdir(failures, { recursive: true });
    const file = join(failures, `${name} (${engine})`);
    await this.#readConsole();
    await writeFile(`${file}.txt`, this.#console.map(({ text }) => `${text}\n`).join(""));
    await writeFile(`${file}.png`, await this.driver.takeScreenshot(), "base64");
    return file;
  }

  async close() {
    for (const closable of this.#kept.splice(0)) await closable.close();
  }
}
