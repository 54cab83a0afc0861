// Tables of the bench.

import assert from "node:assert/strict";
import { test } from "node:test";

import { BASELINE } from "../../bench/harness/contenders.js";
import { Table, cell, compare, number } from "../../bench/harness/table.js";

test("numbers have three digits", () => {
  const texts = [0, 0.01234, 0.5, -1.239, 59.04, 999.6, 1234567.8].map(number);
  assert.deepEqual(texts, ["0", "0.0123", "0.500", "-1.24", "59.0", "1,000", "1,234,568"]);
});

test("a table shows medians, ranges and ratios", () => {
  const table = new Table("Speed", "In ms.", ["a", "b"]);
  table.push(BASELINE, [cell([3, 1, 2]), cell([])]);
  table.push("ours", [cell([1]), cell([1, 2])]);
  const expected = `### Speed

In ms.

|                  | a            | b          |
|------------------|-------------:|-----------:|
| plain JavaScript | 2 (1–3), 1 × | –          |
| ours             | 1, 0.500 ×   | 1.50 (1–2) |
`;
  assert.equal(table.withRatios().markdown(), expected);
});

test("nothing is a multiple of nothing", () => {
  assert.deepEqual(compare(cell([2]), cell([0])), cell([2]));
});
