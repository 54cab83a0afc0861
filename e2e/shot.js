// Pictures of the pages of dist/: the way to look at them without a screen.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";

import { engine } from "./harness/engine.js";
import { withPage } from "./harness/session.js";

/** @import { Page } from "./harness/page.js" */

const HELP = `Takes pictures of pages of the site.

  shot PAGE OUT.png     the page, relative to the site, with its query
    --width PIXELS      1280 without it
    --height PIXELS     800 without it
    --full              as high as the page is
    --dark              for who prefers dark colours
    --lang TAG          for who reads this language
    --after SCRIPT      the body of an async function, which runs in the page first
    --wait MILLIS       between that and the picture; 300 without it
  shot --list FILE      a picture a line, each an object of JSON of those names, with
                        "path" and "out"

Only Chromium can prefer a colour or a language.
`;

const OPTIONS = /** @type {const} */ ({
  width: { type: "string", default: "1280" },
  height: { type: "string", default: "800" },
  full: { type: "boolean", default: false },
  dark: { type: "boolean", default: false },
  lang: { type: "string" },
  after: { type: "string" },
  wait: { type: "string", default: "300" },
  list: { type: "string" },
  help: { type: "boolean" },
});

/**
 * A picture to be taken.
 *
 * @typedef {object} Shot
 * @property {string} path
 * @property {string} out
 * @property {number} width
 * @property {number} height
 * @property {boolean} full
 * @property {boolean} dark
 * @property {string} [lang]
 * @property {string} [after]
 * @property {number} wait
 */

/**
 * Makes a shot of what was given; an error says what of it can't be used.
 *
 * @param {Record<string, unknown>} given
 * @param {string} where
 * @returns {Shot}
 */
function readShot({ path, out, width = 1280, height = 800, full = false, dark = false, lang, after, wait = 300, ...more }, where) {
  const [unknown] = Object.keys(more);
  if (unknown !== undefined) throw new Error(`${where} has \`${unknown}\`, which a picture hasn't`);
  if (typeof path !== "string" || typeof out !== "string")
    throw new Error(`${where} needs a page and a file to write, as in index.html page.png`);
  const [wide, high, millis] = Object.entries({ width, height, wait }).map(([name, value]) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < (name === "wait" ? 0 : 1))
      throw new Error(`${where}: ${name} is a whole number, not \`${value}\``);
    return number;
  });
  return {
    path,
    out: resolve(out),
    width: wide ?? 0,
    height: high ?? 0,
    full: full === true,
    dark: dark === true,
    wait: millis ?? 0,
    ...(lang === undefined ? {} : { lang: String(lang) }),
    ...(after === undefined ? {} : { after: String(after) }),
  };
}

/** The pictures that the command line asks for. */
async function readShots() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
  const { list, help, ...given } = values;
  if (help) return [];
  if (list === undefined) {
    const [path, out, ...more] = positionals;
    if (more.length > 0) throw new Error("`shot` takes one page and one file to write");
    return [readShot({ ...given, path, out }, "`shot`")];
  }
  const lines = (await readFile(list, "utf8")).split("\n");
  return lines.flatMap((line, index) => (line.trim() ? [readLine(line, `line ${index + 1} of ${list}`)] : []));
}

/** @param {string} line @param {string} where */
function readLine(line, where) {
  let given;
  try {
    given = JSON.parse(line);
  } catch (error) {
    throw new Error(`${where} is no JSON: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
  return readShot(given, where);
}

/**
 * @param {Page} page
 * @param {Shot} shot
 */
async function take(page, { path, out, width, height, full, dark, lang, after, wait: millis }) {
  await page.reset();
  await page.resize(width, height);
  if (engine === "chrome") {
    await page.emulation.media({ dark });
    if (lang) await page.emulation.language(lang);
  }
  await page.open(path);
  if (after) await page.driver.executeScript(`return (async () => { ${after} })();`);
  await wait(millis);
  if (full) {
    await page.resize(width, await page.run(() => document.documentElement.scrollHeight));
    // The page may lay itself out anew before it is painted.
    await page.run(({ drawn }) => drawn());
  }
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, await page.driver.takeScreenshot(), "base64");
  for (const error of await page.consoleErrors()) console.error(`${path}: the page logged ${error}`);
  console.log(out);
}

const shots = await readShots().catch((error) => {
  console.error(`error: ${error.message}`);
  process.exit(1);
});
if (shots.length === 0) {
  console.log(HELP);
} else {
  await withPage(async (page) => {
    for (const shot of shots) await take(page, shot);
  });
}
