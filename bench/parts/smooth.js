// The page itself with the largest run that it allows.

import { COLUMNS, LARGE, SMALL, beside, heapsText, measurePage } from "../harness/large-run.js";
import { Table } from "../harness/table.js";

/** @import { Bench } from "../harness/bench.js" */

/** @param {Bench} bench */
export async function smooth({ page, isChromium }) {
  if (!isChromium) return [];
  const baseline = await measurePage(page, SMALL);
  const large = await measurePage(page, `${SMALL}&${LARGE}`);
  const table = new Table(
    "The page with its largest run",
    "embed.html with 1,000 tasks of 100 steps in three lanes: milliseconds between frames, 16.7 if none is " +
      "missed, and of the script of each seek; behind the comma, how many times those of three tasks they are. " +
      `JavaScript's heap before, after, and after the same again: ${heapsText(large.heaps)}.`,
    COLUMNS,
  );
  for (const { name, cells } of beside(large, baseline)) table.push(name, cells);
  return [table];
}
