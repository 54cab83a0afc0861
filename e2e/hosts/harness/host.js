// A test of a host: a page of the browser, a folder, and other programs.

import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { hosts, site } from "../../harness/places.js";
import { serve } from "../../harness/server.js";
import { test as pageTest } from "../../harness/test.js";
import { playToEnd } from "./demo.js";
import { run, start } from "./run.js";
import { nodePackages } from "./tools.js";

/** @import { Page } from "../../harness/page.js" */
/** @import { Options } from "../../harness/server.js" */
/** @import { Command } from "./run.js" */

/** The first test that needs a tool installs it, and mdBook has to be compiled. */
const TIMEOUT = 1_800_000;

export class Host {
  /** Servers that tell what they printed if the test has failed. @type {ReturnType<start>[]} */
  #servers = [];

  /**
   * @param {Page} page the browser; the site of the page is the one that somebody else serves
   * @param {string} name
   */
  constructor(page, name) {
    this.page = page;
    this.name = name
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .join("-");
    /** For what the test makes. It is there afterwards, for whoever wants to see that. */
    this.folder = join(hosts, "work", this.name);
  }

  /** Empties the test's folder. */
  async #clear() {
    await rm(this.folder, { recursive: true, force: true });
    await mkdir(this.folder, { recursive: true });
    return this;
  }

  /**
   * @param {Page} page
   * @param {string} name
   */
  static make(page, name) {
    return new Host(page, name).#clear();
  }

  /**
   * Makes the test's folder one that is beside packages of Node, which are looked for in the
   * folders around. Returns the folder of the packages.
   *
   * @param {string} packages
   */
  async moveTo(packages) {
    const tools = await nodePackages(packages);
    this.folder = join(tools, "sites", this.name);
    await this.#clear();
    return tools;
  }

  /**
   * Writes a file of the test's folder, whose name may have folders. Returns its path.
   *
   * @param {string} name
   * @param {string} text
   */
  async write(name, text) {
    const file = join(this.folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    return file;
  }

  /**
   * Copies the site to a folder, as a teacher does who has the files at hand.
   *
   * @param {string} folder
   */
  copySite(folder) {
    return cp(site, join(this.folder, folder), { recursive: true });
  }

  /**
   * Runs a program in the test's folder and returns what it printed.
   *
   * @param {Command} command
   * @param {NodeJS.ProcessEnv} [env]
   */
  run(command, env) {
    return run(this.folder, command, env);
  }

  /**
   * Starts a server in the test's folder, which ends with the test, and returns its address.
   *
   * @param {Command} command
   * @param {NodeJS.ProcessEnv} [env]
   */
  start(command, env) {
    const server = this.page.keep(start(this.folder, command, env));
    this.#servers.push(server);
    return server.address();
  }

  /**
   * Serves a folder of the test's until that ends, and returns its address, which ends with `/`.
   *
   * @param {string} [folder]
   * @param {Options} [options]
   */
  async serve(folder = ".", options) {
    return this.page.keep(await serve(join(this.folder, folder), options)).url;
  }

  /**
   * Opens a page and plays the demo in it to its end.
   *
   * @param {string} url
   */
  async openAndPlay(url) {
    await this.page.goto(url);
    await playToEnd(this.page);
  }

  /** What its servers have printed. */
  explain() {
    return this.#servers.map((server) => server.explain()).join("\n");
  }
}

/**
 * @param {string} name
 * @param {(host: Host) => Promise<unknown>} run
 */
export function test(name, run) {
  pageTest(
    name,
    async (page, context) => {
      const host = await Host.make(page, name);
      try {
        await run(host);
      } catch (error) {
        context.diagnostic(host.explain());
        throw error;
      }
    },
    { timeout: TIMEOUT },
  );
}
