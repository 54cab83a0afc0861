// How smooth the page is with the largest run that it allows: figures for a report, each
// beside that of a run of three tasks.

import { parseArgs } from "node:util";

import { withPage } from "../e2e/harness/session.js";
import { COLUMNS, LARGE, SMALL, beside, heapsText, measurePage } from "./harness/large-run.js";
import { Table } from "./harness/table.js";

const CASES = {
  "1,000 tasks of 100 steps, three lanes": `${SMALL}&${LARGE}`,
  "the same, async and threads": `lanes=async,threads&${LARGE}`,
  "the same, three lanes, with the program and the executor": `${SMALL}&code=python&${LARGE}`,
};

const { positionals } = parseArgs({ allowPositionals: true, options: {} });
const words = positionals.join(" ");
const cases = Object.entries(CASES).filter(([name]) => name.includes(words));
if (cases.length === 0) {
  console.error(`error: no case has \`${words}\` in its name; there are:\n  ${Object.keys(CASES).join("\n  ")}`);
  process.exit(1);
}

await withPage(async (page) => {
  const baseline = await measurePage(page, SMALL);
  for (const [name, query] of /** @type {const} */ ([["3 tasks, three lanes", undefined], ...cases])) {
    const measured = query === undefined ? baseline : await measurePage(page, query);
    const about = `Milliseconds. The heap before, after, and after the same again: ${heapsText(measured.heaps)}.`;
    const table = new Table(name, about, COLUMNS);
    for (const row of beside(measured, baseline)) table.push(row.name, row.cells);
    console.log(`\n${table.markdown()}`);
  }
});
