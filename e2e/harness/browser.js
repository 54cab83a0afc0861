// A browser without a window, told by its driver what to do.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";

import { Builder, Capabilities } from "selenium-webdriver";
import * as chrome from "selenium-webdriver/chrome.js";
import * as firefox from "selenium-webdriver/firefox.js";
import * as safari from "selenium-webdriver/safari.js";

import { startDisplay } from "./display.js";
import { engine, findTools } from "./engine.js";

/** @import { WebDriver } from "selenium-webdriver" */

/** Longer than any script takes, so that one that hangs is an error. */
const SCRIPT_LIMIT = 120_000;

/** So long may a driver take to start. */
const START_LIMIT = 60_000;

/** WebKitGTK's driver is started as Safari's is. */
const { ServiceBuilder } = { chrome, firefox, webkit: safari }[engine];

/** Starts the engine under test. */
export async function startBrowser() {
  const tools = findTools();
  // Browsers leave folders in the temporary directory, so they get one to throw away.
  const scratch = await mkdtemp(join(tmpdir(), "interleaved-browser-"));
  const display = engine === "webkit" ? await startDisplay(tools.browser) : undefined;
  const environment = { ...env, TMPDIR: scratch, ...(display && { DISPLAY: display.name }) };
  const service = new ServiceBuilder(tools.driver).setEnvironment(/** @type {Record<string, string>} */ (environment)).build();
  /** @type {WebDriver | undefined} */
  let driver;
  const close = async () => {
    // The driver ends next, and takes a browser that doesn't close along.
    await driver?.quit().catch(() => {});
    await service.kill();
    display?.close();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const url = await service.start(START_LIMIT);
    driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(url)
      .withCapabilities(new Capabilities(capabilities(tools.browser, join(scratch, "profile"))))
      .build();
    // WebKit's driver keeps the time of a script by a timer of the page, where tests
    // count timers.
    await setScriptLimit(driver, engine === "webkit" ? null : SCRIPT_LIMIT);
  } catch (error) {
    await close();
    throw error;
  }
  return { driver, close };
}

/**
 * @param {WebDriver} driver
 * @param {number | null} script
 */
function setScriptLimit(driver, script) {
  return driver.manage().setTimeouts({ script: /** @type {number} */ (script) });
}

/**
 * What the browser is to be like.
 *
 * @param {string} binary
 * @param {string} profile
 * @returns {Record<string, unknown>}
 */
function capabilities(binary, profile) {
  switch (engine) {
    case "chrome":
      return {
        browserName: "chrome",
        "goog:loggingPrefs": { browser: "ALL" },
        "goog:chromeOptions": {
          binary,
          args: [
            "--headless=new",
            // Containers run as root, where Chromium's sandbox doesn't work.
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-gpu",
            "--hide-scrollbars",
            // Only the pages under test are to be heard of.
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--no-first-run",
            `--user-data-dir=${profile}`,
          ],
        },
      };
    case "firefox":
      return { browserName: "firefox", "moz:firefoxOptions": { binary, args: ["-headless"] } };
    case "webkit":
      return { browserName: "MiniBrowser" };
  }
}
