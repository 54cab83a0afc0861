// What only Chromium can: other screens, preferences and languages than the machine's.

import { setTimeout as wait } from "node:timers/promises";

import { Driver } from "selenium-webdriver/chrome.js";

/** @import { WebDriver } from "selenium-webdriver" */

export class Emulation {
  /** @param {WebDriver} driver */
  constructor(driver) {
    this.driver = driver;
  }

  /**
   * Sends a command of the Chrome DevTools protocol, and returns its result.
   *
   * @param {string} name
   * @param {Record<string, unknown>} [parameters]
   * @returns {Promise<any>}
   */
  async devtools(name, parameters = {}) {
    if (!(this.driver instanceof Driver)) throw new Error(`only Chromium has ${name}`);
    return this.driver.sendAndGetDevToolsCommand(name, parameters);
  }

  /**
   * Sets the size of the viewport, of which each pixel is `scale` of the screen's, as on
   * a page that is zoomed.
   *
   * @param {number} width
   * @param {number} height
   * @param {number} [scale]
   */
  async screen(width, height, scale = 1) {
    const metrics = { width, height, deviceScaleFactor: scale, mobile: false };
    await this.devtools("Emulation.setDeviceMetricsOverride", metrics);
  }

  /**
   * Sets what the user prefers; everything else is as by default.
   *
   * @param {{ dark?: boolean, reducedMotion?: boolean }} preferences
   */
  async media({ dark = false, reducedMotion = false }) {
    await this.features({
      "prefers-color-scheme": dark ? "dark" : "light",
      "prefers-reduced-motion": reducedMotion ? "reduce" : "no-preference",
    });
  }

  /**
   * Sets features of media, and all others to what they are.
   *
   * @param {Record<string, string>} values
   */
  async features(values) {
    const features = Object.entries(values).map(([name, value]) => ({ name, value }));
    await this.devtools("Emulation.setEmulatedMedia", { features });
  }

  /** Has a touch screen instead of a mouse, or a mouse again. @param {boolean} [on] */
  async touch(on = true) {
    await this.devtools("Emulation.setTouchEmulationEnabled", { enabled: on });
  }

  /** Shows pages as they are printed, until `media` is called. */
  async print() {
    await this.devtools("Emulation.setEmulatedMedia", { media: "print" });
  }

  /**
   * Sets the user's language.
   *
   * @param {string} tag
   */
  async language(tag) {
    const agent = await this.driver.executeScript("return navigator.userAgent;");
    await this.devtools("Emulation.setLocaleOverride", { locale: tag });
    const languages = { userAgent: agent, acceptLanguage: tag };
    await this.devtools("Emulation.setUserAgentOverride", languages);
  }

  /**
   * Goes to another tab and has the page frozen, as browsers do with what nobody has seen
   * for long, for some time; then comes back.
   *
   * @param {number} millis
   */
  async freeze(millis) {
    const page = await this.driver.getWindowHandle();
    await this.driver.switchTo().newWindow("tab");
    const tab = await this.driver.getWindowHandle();
    await this.driver.switchTo().window(page);
    await this.devtools("Page.setWebLifecycleState", { state: "frozen" });
    await wait(millis);
    await this.devtools("Page.setWebLifecycleState", { state: "active" });
    await this.devtools("Page.bringToFront");
    await this.driver.switchTo().window(tab);
    await this.driver.close();
    await this.driver.switchTo().window(page);
  }

  /**
   * Runs a function in each page that is opened from now on, before its own scripts.
   *
   * @template {unknown[]} Arguments
   * @param {(...rest: Arguments) => unknown} script
   * @param {Arguments} rest what JSON can say
   */
  async beforeScripts(script, ...rest) {
    const source = `(${script})(...${JSON.stringify(rest)});`;
    await this.devtools("Page.addScriptToEvaluateOnNewDocument", { source });
  }
}
