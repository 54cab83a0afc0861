// The browser engine under test, and where it and its driver are on this machine.

import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { env, platform } from "node:process";

/** @typedef {"chrome" | "firefox" | "webkit"} Engine */

/**
 * Where an engine may be: what an environment variable names comes first.
 *
 * @typedef {object} Place
 * @property {string[]} variables name a file
 * @property {string[]} folders name a folder that has one of the programs
 * @property {string[]} programs are looked for on the PATH
 * @property {string[]} files are looked for last
 */

const exe = platform === "win32" ? ".exe" : "";
const cargoHome = env.CARGO_HOME ?? join(homedir(), ".cargo");

/** @type {Record<Engine, { driver: Place, browser: Place, missing: string }>} */
const PLACES = {
  chrome: {
    driver: {
      variables: ["CHROMEDRIVER"],
      // GitHub's runners name the folder.
      folders: ["CHROMEWEBDRIVER"],
      programs: ["chromedriver"],
      files: [],
    },
    browser: {
      variables: ["CHROME_BIN"],
      folders: [],
      programs: ["google-chrome", "chromium", "chromium-browser"],
      files: ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"],
    },
    missing:
      "Chromium and its driver: on Debian `apt-get install chromium chromium-driver`, on macOS " +
      "`brew install --cask google-chrome chromedriver`, or set CHROME_BIN and CHROMEDRIVER",
  },
  firefox: {
    driver: {
      variables: ["GECKODRIVER"],
      folders: ["GECKOWEBDRIVER"],
      programs: ["geckodriver"],
      // Where `cargo install` puts it, which need not be on the PATH.
      files: [join(cargoHome, "bin", `geckodriver${exe}`)],
    },
    browser: {
      variables: ["FIREFOX_BIN"],
      folders: [],
      programs: ["firefox", "firefox-esr"],
      files: ["/Applications/Firefox.app/Contents/MacOS/firefox"],
    },
    missing:
      "Firefox and its driver: on Debian `apt-get install firefox-esr`, then " +
      "`cargo install --locked geckodriver`, or set FIREFOX_BIN and GECKODRIVER",
  },
  webkit: {
    driver: {
      // WebKitGTK's driver speaks as Safari's does.
      variables: ["SAFARIDRIVER"],
      folders: [],
      programs: ["WebKitWebDriver"],
      files: [],
    },
    // The driver has its own browser, which shows itself on a display.
    browser: { variables: [], folders: [], programs: ["Xvfb"], files: [] },
    missing: "WebKit, its driver and Xvfb: on Debian `apt-get install webkit2gtk-driver xvfb`",
  },
};

/**
 * The engine that the environment variable E2E_ENGINE names; Chromium without it.
 *
 * @type {Engine}
 */
export const engine = named(env.E2E_ENGINE ?? "chrome");

/** @param {string} word */
function named(word) {
  if (word !== "chrome" && word !== "firefox" && word !== "webkit") {
    throw new Error(`E2E_ENGINE is chrome, firefox or webkit, not ${word}`);
  }
  return word;
}

/** The paths of the engine's driver and browser; an error that says what to install. */
export function findTools() {
  const { driver, browser, missing } = PLACES[engine];
  const tools = { driver: find(driver), browser: find(browser) };
  if (!tools.driver || !tools.browser) throw new Error(`missing: ${missing}`);
  return { driver: tools.driver, browser: tools.browser };
}

/** @param {Place} place */
function find({ variables, folders, programs, files }) {
  const inFolder = (/** @type {string} */ folder) => programs.map((name) => join(folder, name + exe));
  const path = (env.PATH ?? "").split(delimiter);
  const candidates = [
    ...variables.map((name) => env[name] ?? ""),
    ...folders.flatMap((name) => inFolder(env[name] ?? "")),
    // The first program that is anywhere, not whatever the first folder has.
    ...programs.flatMap((name) => path.map((folder) => join(folder, name + exe))),
    ...files,
  ];
  return candidates.find((file) => file !== "" && existsSync(file));
}
