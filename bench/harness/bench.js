// What a part of the bench measures with: one page, and what it may open there.

import { engine } from "../../e2e/harness/engine.js";

/** @import { Page } from "../../e2e/harness/page.js" */
/** @import { Contender } from "./contenders.js" */

/** A page may be blocked for minutes. */
const SCRIPT_LIMIT = 600_000;

export class Bench {
  /** Whether the engine counts what `e2e/harness/counters.js` asks for. */
  isChromium = engine === "chrome";

  /**
   * @param {Page} page opens the project's own pages
   * @param {string} contenders the address of the contenders, which ends with `/`
   */
  constructor(page, contenders) {
    this.page = page;
    this.contenders = contenders;
  }

  async bePatient() {
    await this.page.driver.manage().setTimeouts({ script: SCRIPT_LIMIT });
  }

  /**
   * Opens an empty page beside the contenders', in which nothing has run, and has one of
   * them get ready there.
   *
   * @param {Contender} contender
   */
  async load(contender) {
    await this.page.goto(`${this.contenders}measure.html`);
    await this.measure("load", contender);
  }

  /**
   * Calls `measure.js` in the page that is open.
   *
   * @param {string} what
   * @param {Contender} contender
   * @param {(string | number)[]} given
   * @returns {Promise<any>}
   */
  measure(what, { folder }, ...given) {
    console.error(`${folder}: ${what} ${given.join(" ")}`);
    return this.page.run((_, what, folder, given) => Reflect.get(window, "measure")(what, folder, ...given), what, folder, given);
  }
}
