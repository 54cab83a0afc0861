// What was measured, as numbers and as text.

import { BASELINE } from "./contenders.js";

/**
 * The same measured several times.
 *
 * @typedef {object} Cell
 * @property {number} median
 * @property {number} least
 * @property {number} most
 * @property {number} runs
 * @property {number} [ratio] how many times the baseline's median this one's is
 */

/** @typedef {{ name: string, cells: (Cell | undefined)[] }} Row a cell for each column, if it was measured */

/**
 * The middle one; the mean of both, of an even number.
 *
 * @param {number[]} values
 */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const high = Math.floor(sorted.length / 2);
  const low = sorted.length % 2 === 1 ? high : high - 1;
  return ((sorted[low] ?? NaN) + (sorted[high] ?? NaN)) / 2;
}

/**
 * What is told of values; nothing if nothing was measured.
 *
 * @param {number[]} values
 * @returns {Cell | undefined}
 */
export function cell(values) {
  if (values.length === 0) return undefined;
  return { median: median(values), least: Math.min(...values), most: Math.max(...values), runs: values.length };
}

/**
 * A cell beside that of a baseline, of which nobody has seen a multiple if it is nothing.
 *
 * @param {Cell | undefined} cell
 * @param {Cell | undefined} base
 * @returns {Cell | undefined}
 */
export function compare(cell, base) {
  return cell && base?.median ? { ...cell, ratio: cell.median / base.median } : cell;
}

/** A table of measurements, for people and for programs. */
export class Table {
  /** @type {Row[]} */
  rows = [];

  /**
   * @param {string} title
   * @param {string} about what was measured, and how
   * @param {string[]} columns
   */
  constructor(title, about, columns) {
    this.title = title;
    this.about = about;
    this.columns = columns;
  }

  /**
   * @param {string} name
   * @param {(Cell | undefined)[]} cells
   */
  push(name, cells) {
    this.rows.push({ name, cells });
  }

  /**
   * Compares each cell with that of the baseline in its column.
   *
   * @param {string} [name] of the baseline's row
   */
  withRatios(name = BASELINE) {
    const baseline = this.rows.find((row) => row.name === name);
    for (const row of baseline ? this.rows : []) {
      row.cells = row.cells.map((cell, column) => compare(cell, baseline?.cells[column]));
    }
    return this;
  }

  /** The table in Markdown, its columns aligned. */
  markdown() {
    const lines = [["", ...this.columns], ...this.rows.map(({ name, cells }) => [name, ...cells.map(text)])];
    const widths = ["", ...this.columns].map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
    const [head, ...body] = lines.map((line) => {
      return `| ${widths.map((width, column) => (line[column] ?? "").padEnd(width)).join(" | ")} |\n`;
    });
    const rule = widths.map((width, column) => `|${"-".repeat(width + 1)}${column === 0 ? "-" : ":"}`).join("");
    return `### ${this.title}\n\n${this.about}\n\n${head}${rule}|\n${body.join("")}`;
  }
}

/**
 * The median, the range if it was measured more than once, and the ratio.
 *
 * @param {Cell | undefined} cell
 */
function text(cell) {
  if (!cell) return "–";
  const range = cell.least < cell.most ? ` (${number(cell.least)}–${number(cell.most)})` : "";
  const ratio = cell.ratio === undefined ? "" : `, ${number(cell.ratio)} ×`;
  return number(cell.median) + range + ratio;
}

/**
 * Three digits, or all that stand before the point; a whole number as it is.
 *
 * @param {number} value
 */
export function number(value) {
  const size = Math.abs(value);
  const steps = [100, 10, 1, 0.1];
  const decimals = Number.isInteger(value) ? 0 : steps.filter((step) => size < step).length;
  return value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
