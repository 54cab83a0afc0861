// The search through all schedules, beside frontrun, which explores those of CPython. These are
// figures for a report; nothing is asserted but that the verdicts agree. `node bench/search.js`,
// with the site in dist/, writes SEARCH.md.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { inRoot } from "../e2e/harness/places.js";
import { withPage } from "../e2e/harness/session.js";
import { readCount } from "./harness/count.js";
import { place } from "./harness/machine.js";
import { sources, target } from "./harness/places.js";
import { Table, cell } from "./harness/table.js";

/** @import * as Interleaved from "../packages/npm/interleaved.js" */

const folder = join(sources, "search");
const peer = join(target, "frontrun");
const pinned = readFileSync(join(folder, "requirements.txt"), "utf8").trim();

/** The programs, and the most outcomes that are found of each: those that look at no value find one. */
const PROGRAMS = { counter_2: 3, counter_3: 5, locked_3: 1, philosophers_3: 1, ordered_3: 1 };
const NAMES = Object.keys(PROGRAMS);

const rounds = readCount("rounds", 5);

/** @typedef {{time: number, schedules: number, states?: number, outcomes: number}} Found */

function install() {
  if (existsSync(peer)) return;
  execFileSync("python3", ["-m", "venv", peer], { stdio: "inherit" });
  execFileSync(join(peer, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", pinned], { stdio: "inherit" });
}

/** @param {string} name @returns {Found} */
function askPeer(name) {
  const words = [join(peer, "bin/python"), join(folder, "peer.py"), name];
  const printed = execFileSync(join(peer, "bin/frontrun"), words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return JSON.parse(printed.trim().split("\n").at(-1) ?? "");
}

/** The whole process, from its start. @param {string} name @returns {Found} */
function askCommand(name) {
  const begin = performance.now();
  const words = ["explore", join(folder, `${name}.py`), "--json"];
  let printed;
  try {
    printed = execFileSync(inRoot("target/release/interleaved"), words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    // Its status tells that an outcome is an error.
    printed = String(Reflect.get(Object(error), "stdout"));
  }
  const time = performance.now() - begin;
  const { complete, schedules, states, outcomes } = JSON.parse(printed);
  assert.ok(complete, name);
  return { time, schedules, states, outcomes: outcomes.length };
}

install();
execFileSync("cargo", ["build", "--release", "--quiet", "--package", "interleaved-python", "--bin", "interleaved"], {
  cwd: inRoot("."),
  stdio: "inherit",
});
/** @type {Record<string, Record<string, Found[]>>} */
const found = { frontrun: {}, native: {}, page: {} };
/** @param {string} who @param {string} what @param {Found} one */
const note = (who, what, one) => ((found[who] ??= {})[what] ??= []).push(one);

await withPage(async (page) => {
  await page.open("embed.html");
  await page.run(async ({ kept }) => {
    kept.module = await import(new URL("interleaved.js", document.baseURI).href);
    // What it needs is there when it is measured.
    await kept.module.explorePython("print()");
  });
  for (let round = 0; round < rounds; round += 1) {
    for (const name of NAMES) {
      note("frontrun", name, askPeer(name));
      note("native", name, askCommand(name));
      const here = await page.run(
        async ({ kept: { module } }, program) => {
          const { explorePython } = /** @type {typeof Interleaved} */ (module);
          const begin = performance.now();
          const { complete, schedules, states, outcomes } = await explorePython(program);
          return { time: performance.now() - begin, complete, schedules, states, outcomes: outcomes.length };
        },
        readFileSync(join(folder, `${name}.py`), "utf8"),
      );
      assert.ok(here.complete, name);
      note("page", name, here);
    }
  }
});
for (const [name, outcomes] of Object.entries(PROGRAMS)) {
  if (name.startsWith("counter"))
    for (const who of Object.keys(found)) assert.equal(found[who]?.[name]?.[0]?.outcomes, outcomes, `${who}: ${name}`);
}

/** @param {string} who @param {"time" | "schedules" | "states"} what */
const row = (who, what) => NAMES.map((name) => cell((found[who]?.[name] ?? []).map((one) => one[what] ?? NaN)));

const times = new Table(
  "Search: until the verdict",
  "Milliseconds for each of the programs in `bench/search/`: two and three threads that add twice, three that do so under a " +
    "lock, three philosophers, and three who take their forks in order. frontrun interrupts a run at most twice, which is its " +
    "default, and of the philosophers it looks for the first deadlock alone; interleaved goes through all schedules. The command's " +
    "time is that of its whole process; frontrun's is without the start of Python. Behind the comma is how many times frontrun's " +
    "figure it is.",
  NAMES,
);
times.push("frontrun", row("frontrun", "time"));
times.push("interleaved explore", row("native", "time"));
times.push("explorePython in a page", row("page", "time"));
const counts = new Table(
  "Search: how many",
  "Schedules that were run to their ends; and of interleaved, which goes on once from states that are alike, the states.",
  NAMES,
);
counts.push("frontrun: schedules", row("frontrun", "schedules"));
counts.push("interleaved: schedules", row("native", "schedules"));
counts.push("interleaved: states", row("native", "states"));
const tables = [times.withRatios("frontrun"), counts];
const about = `# Search

What \`node bench/search.js\` measured, all in turn; compare ratios, each of which is of one run. A median, and in brackets the
least and the most of ${rounds}.

${[...place(), pinned].map((fact) => `- ${fact}\n`).join("")}`;
await writeFile(join(sources, "SEARCH.md"), [about, ...tables.map((table) => table.markdown())].join("\n"));
for (const table of tables) console.log(`\n${table.markdown()}`);
