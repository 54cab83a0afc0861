// Python programs, beside what else runs Python: CPython on this machine, Pyodide,
// MicroPython and Skulpt. These are figures for a report; nothing is asserted but that all
// print the same. `node bench/python.js`, with the site in dist/, writes PYTHONS.md.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { env } from "node:process";
import { brotliCompressSync } from "node:zlib";

import { site as dist } from "../e2e/harness/places.js";
import { serve } from "../e2e/harness/server.js";
import { withPage } from "../e2e/harness/session.js";
import { readCount } from "./harness/count.js";
import { place } from "./harness/machine.js";
import { sources, target } from "./harness/places.js";
import { Table, cell } from "./harness/table.js";

/** @import { Page } from "../e2e/harness/page.js" */

const folder = join(sources, "pythons");
const modules = join(folder, "node_modules");
const site = join(target, "pythons");

/** Who runs Python in a page: what of the files goes where. */
const CONTENDERS = [
  { name: "interleaved", from: dist, to: "site" },
  { name: "pyodide", from: join(modules, "pyodide"), to: "pyodide" },
  { name: "micropython", from: join(modules, "@micropython/micropython-webassembly-pyscript"), to: "micropython" },
  { name: "skulpt", from: join(modules, "skulpt/dist"), to: "skulpt" },
];

const NAMES = { interleaved: "interleaved", pyodide: "Pyodide", micropython: "MicroPython", skulpt: "Skulpt" };
const COMPUTING = ["loops", "calls", "lists", "dicts", "text", "floats"];
const WAITING = ["threads", "tasks"];

const rounds = readCount("rounds", 5);

/** @param {string} name */
const program = (name) => readFileSync(join(folder, "programs", `${name}.py`), "utf8");

/** Installs what is compared, unless it is there. */
function install() {
  if (existsSync(modules)) return;
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder, stdio: "inherit" });
}

/** Writes the folder that is served: each contender with a page of its own. */
async function writeSite() {
  await rm(site, { recursive: true, force: true });
  for (const { name, from, to } of CONTENDERS) {
    const own = join(site, name);
    await mkdir(own, { recursive: true });
    await cp(from, join(own, to), { recursive: true });
    await cp(join(folder, "pages/page.html"), join(own, "page.html"));
    await cp(join(folder, "pages", `${name}.js`), join(own, "contender.js"));
  }
}

/** Waits for a page's first output, and says when that was and what it has loaded; this runs in the page. */
async function first() {
  while (!("first" in window)) await new Promise((resolve) => setTimeout(resolve, 1));
  const loaded = ["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type));
  const shown = document.querySelector("pre")?.textContent;
  return { time: Number(Reflect.get(window, "first")), loaded: loaded.map(({ name }) => name), shown };
}

/** How many bytes these are, as servers compress them at their hardest. @param {string[]} addresses @param {string} url */
async function weigh(addresses, url) {
  const names = new Set(addresses.filter((address) => address.startsWith(url)).map((address) => address.slice(url.length)));
  let sum = 0;
  // Browsers ask for this one by themselves, and there is none.
  names.delete("favicon.ico");
  for (const name of names) sum += brotliCompressSync(await readFile(join(site, name))).length;
  return sum;
}

/** Runs a program in the page that is open. @param {Page} page @param {string} name @returns {Promise<{time: number, output: string}>} */
function measure(page, name) {
  return page.run((_, text) => Reflect.get(window, "measure")(text), program(name));
}

/** The same on this machine, without a page, less the time in which nothing is run. @param {string} name */
function measureNatively(name) {
  // Unbuffered output would be another program's.
  const { PYTHONUNBUFFERED: _, ...rest } = env;
  const timed = `import time; begin = time.perf_counter(); exec(compile(open(${JSON.stringify(
    join(folder, "programs", `${name}.py`),
  )}).read(), "program", "exec"), {"__name__": "__main__"}); print((time.perf_counter() - begin) * 1000)`;
  const lines = execFileSync("python3", ["-c", timed], { encoding: "utf8", env: rest }).trimEnd().split("\n");
  return { time: Number(lines.at(-1)), output: `${lines.slice(0, -1).join("\n")}\n` };
}

install();
await writeSite();
/** @type {{ devDependencies: Record<string, string> }} */
const { devDependencies } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
const machine = [...place(), ...Object.entries(devDependencies).map(([name, version]) => `${name} ${version}`)];
const server = await serve(site);
/** @type {Record<string, Record<string, number[]>>} */
const times = {};
/** @type {Record<string, number>} */
const bytes = {};
/** @param {string} who @param {string} what @param {number} time */
const note = (who, what, time) => ((times[who] ??= {})[what] ??= []).push(time);

try {
  await withPage(async (page) => {
    await page.driver.manage().setTimeouts({ script: 600_000 });
    for (let round = 0; round < rounds; round += 1) {
      for (const { name } of CONTENDERS) {
        await page.goto("about:blank");
        await page.goto(`${server.url}${name}/page.html`);
        const { time, loaded, shown } = await page.run(first);
        assert.equal(shown, "hi\n", name);
        note(name, "first", time);
        bytes[name] ??= await weigh(loaded, server.url);
      }
    }
    for (let round = 0; round < Math.min(rounds, 3); round += 1) {
      for (const what of COMPUTING) {
        const { time, output } = measureNatively(what);
        note("cpython", what, time);
        for (const { name } of CONTENDERS) {
          console.error(`${what}: ${name}`);
          await page.goto(`${server.url}${name}/page.html`);
          await page.run(first);
          const found = await measure(page, what);
          assert.equal(found.output, output, `${what} in ${name}`);
          note(name, what, found.time);
        }
      }
      for (const what of WAITING) {
        note("cpython", what, measureNatively(what).time);
        await page.goto(`${server.url}interleaved/page.html`);
        await page.run(first);
        const { time, output } = await measure(page, what);
        assert.equal(output, "Done!!!\n");
        note("interleaved", what, time);
      }
    }
  });
} finally {
  await server.close();
}

const loading = new Table(
  "Python in a page: what a reader waits for",
  'All that is loaded until `print("hi")` has printed, in KB of 1,000 bytes, as servers compress it at their hardest; and ' +
    "the milliseconds from the navigation to that output. The server is on this machine, sends everything uncompressed, and " +
    "lets nothing be cached. Behind the comma is how many times MicroPython's figure it is.",
  ["brotli", "first output"],
);
for (const [who, name] of Object.entries(NAMES)) {
  loading.push(name, [cell([(bytes[who] ?? NaN) / 1e3]), cell(times[who]?.first ?? [])]);
}
const computing = new Table(
  "Python: computing",
  "Milliseconds for each of the programs in `bench/pythons/programs/`, in a fresh page, compiling included. CPython runs on " +
    "this machine without a page; behind the comma is how many times its figure it is. All print the same.",
  COMPUTING,
);
computing.push(
  "CPython 3.11",
  COMPUTING.map((what) => cell(times.cpython?.[what] ?? [])),
);
for (const [who, name] of Object.entries(NAMES))
  computing.push(
    name,
    COMPUTING.map((what) => cell(times[who]?.[what] ?? [])),
  );
const waiting = new Table(
  "Python: waiting",
  "Milliseconds for 1,000 threads that sleep 100 times for a millisecond, and for 10,000 tasks of asyncio that sleep 5 times. " +
    "Here time is virtual, and every event is recorded; CPython waits. The others have no threads.",
  WAITING,
);
waiting.push(
  "CPython 3.11",
  WAITING.map((what) => cell(times.cpython?.[what] ?? [])),
);
waiting.push(
  "interleaved",
  WAITING.map((what) => cell(times.interleaved?.[what] ?? [])),
);
const tables = [loading.withRatios("MicroPython"), computing.withRatios("CPython 3.11"), waiting.withRatios("CPython 3.11")];
const about = `# Pythons

What \`node bench/python.js\` measured, all in turn in one browser; compare ratios, each of which is of one run. A median, and
in brackets the least and the most of ${rounds}.

${machine.map((fact) => `- ${fact}\n`).join("")}`;
await writeFile(join(sources, "PYTHONS.md"), [about, ...tables.map((table) => table.markdown())].join("\n"));
for (const table of tables) console.log(`\n${table.markdown()}`);
