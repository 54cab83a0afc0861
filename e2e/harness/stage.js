// A site of a test's own: the site under test, and further pages beside it.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { site } from "./places.js";
import { serve } from "./server.js";

/** @import { Page } from "./page.js" */
/** @import { Options, Server } from "./server.js" */

export class Stage {
  /** @type {Page} */
  #page;
  /** @type {string} */
  #folder;
  /** @type {Server} */
  #server;

  /**
   * @param {Page} page
   * @param {string} folder
   * @param {Server} server
   */
  constructor(page, folder, server) {
    this.#page = page;
    this.#folder = folder;
    this.#server = server;
    /** The address of the stage, which ends with `/`. */
    this.url = server.url;
  }

  /**
   * @param {Page} page
   * @param {Record<string, string>} pages the name and the HTML of each
   * @param {Options} [options]
   */
  static async make(page, pages, options) {
    const folder = await mkdtemp(join(tmpdir(), "interleaved-stage-"));
    await cp(site, folder, { recursive: true });
    for (const [name, html] of Object.entries(pages)) await writeFile(join(folder, name), html);
    // What the pages of a test do themselves is not what they test.
    return new Stage(page, folder, await serve(folder, { policy: "trusted-types", ...options }));
  }

  /** @param {string} pathAndQuery */
  open(pathAndQuery) {
    return this.#page.goto(this.url + pathAndQuery);
  }

  /**
   * Takes a file of the site away; the returned function puts it back.
   *
   * @param {string} name
   */
  async takeAway(name) {
    const file = join(this.#folder, name);
    const bytes = await readFile(file);
    await rm(file);
    return () => writeFile(file, bytes);
  }

  /**
   * Makes another file of one of the site's; the returned function puts it back.
   *
   * @param {string} name
   * @param {(bytes: Buffer) => Uint8Array | string} change
   */
  async spoil(name, change) {
    const file = join(this.#folder, name);
    const bytes = await readFile(file);
    await writeFile(file, change(bytes));
    return () => writeFile(file, bytes);
  }

  /**
   * Puts the whole site into a folder of itself once more.
   *
   * @param {string} folder
   */
  repeatIn(folder) {
    return cp(site, join(this.#folder, folder), { recursive: true });
  }

  async close() {
    await this.#server.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/**
 * A page in a language. An icon in the page keeps browsers from asking for one.
 *
 * @param {string} lang
 * @param {string} body
 */
export function html(lang, body) {
  return (
    `<!doctype html><html lang='${lang}'><meta charset='utf-8'>` +
    "<meta name='viewport' content='width=device-width'><title>stage</title>" +
    `<link rel='icon' href='data:,'>${body}`
  );
}

/** Loads the element. */
export const ELEMENT = "<script type='module' src='interleaved.js'></script>";

/**
 * A script in a page: a function, called with what JSON can say.
 *
 * @template {unknown[]} Arguments
 * @param {(...rest: Arguments) => unknown} script
 * @param {Arguments} rest
 */
export function inline(script, ...rest) {
  // Nothing in it may look like the end of the element.
  return `<script>(${script})(...${JSON.stringify(rest)});</script>`.replaceAll(/<(?=\/script>.)/gs, "\\u003c");
}
