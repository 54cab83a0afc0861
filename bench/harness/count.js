// How often a script does what it measures.

import { parseArgs } from "node:util";

/**
 * Reads the script's only option, a whole number from 1; with another value the program ends.
 *
 * @param {string} name as in `runs`, which is given as `--runs 20`
 * @param {number} usual where it isn't given
 */
export function readCount(name, usual) {
  const { values } = parseArgs({ options: { [name]: { type: "string", default: String(usual) } } });
  const count = Number(values[name]);
  if (!Number.isInteger(count) || count < 1) {
    console.error(`error: --${name} takes a whole number from 1, not \`${values[name]}\``);
    process.exit(1);
  }
  return count;
}
