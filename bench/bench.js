// How fast and how large everything is, against what one would use instead.
//
// One run measures all contenders in turn, so that what else the machine does meets them
// all. Its figures are for a report: no test depends on them.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { engine } from "../e2e/harness/engine.js";
import { serve } from "../e2e/harness/server.js";
import { withPage } from "../e2e/harness/session.js";
import { Bench } from "./harness/bench.js";
import { facts } from "./harness/machine.js";
import { contenders, sources, target } from "./harness/places.js";
import { writeSite } from "./harness/site.js";
import { concurrent } from "./parts/concurrent.js";
import { drift } from "./parts/drift.js";
import { pages } from "./parts/pages.js";
import { smooth } from "./parts/smooth.js";
import { virtualTime } from "./parts/virtual-time.js";

/** @import { Table } from "./harness/table.js" */

/** @type {Record<string, (bench: Bench) => Promise<Table[]>>} */
const PARTS = { concurrent, virtual: virtualTime, drift, pages, smooth };
const NAMES = Object.keys(PARTS);

const { positionals: words } = parseArgs({ allowPositionals: true, options: {} });
const unknown = words.find((word) => !NAMES.includes(word));
if (unknown !== undefined) {
  console.error(`error: the bench has no part \`${unknown}\`, only ${NAMES.join(", ")}`);
  process.exit(1);
}

const machine = facts();
/** @type {Table[]} */
const tables = [];
await writeSite();
const server = await serve(contenders);
try {
  await withPage(async (page) => {
    machine.push(`${engine} ${(await page.driver.getCapabilities()).getBrowserVersion()}`);
    const bench = new Bench(page, server.url);
    await bench.bePatient();
    for (const [name, measure] of Object.entries(PARTS)) {
      if (words.length > 0 && !words.includes(name)) continue;
      const start = performance.now();
      for (const table of await measure(bench)) {
        console.log(`\n${table.markdown()}`);
        tables.push(table);
      }
      console.error(`${name}: ${Math.round((performance.now() - start) / 1_000)} s`);
    }
  });
} finally {
  await server.close();
}

await mkdir(target, { recursive: true });
await write(join(target, "bench.json"), `${JSON.stringify({ machine, tables }, null, 2)}\n`);
// For people, if it is everything.
if (words.length === 0 && engine === "chrome") {
  const about = await readFile(join(sources, "report.md"), "utf8");
  const list = machine.map((fact) => `- ${fact}\n`).join("");
  await write(join(sources, "BENCHMARKS.md"), [about + list, ...tables.map((table) => table.markdown())].join("\n"));
}

/** @param {string} file @param {string} text */
async function write(file, text) {
  await writeFile(file, text);
  console.log(`written: ${file}`);
}
