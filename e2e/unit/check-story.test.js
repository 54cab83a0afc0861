// A checked log, prepared for being shown.

import assert from "node:assert/strict";
import { test } from "node:test";

import { examine } from "../../www/check/check-log.js";
import { Story } from "../../www/check/check-story.js";
import { Looks } from "../../www/base/look.js";

/** @param {string} log */
async function story(log) {
  const { result, writes, lines } = await examine(log, "", "en");
  const looks = new Looks();
  looks.show(result.tasks.map(({ name }) => name));
  return new Story(log, result, writes, lines, looks);
}

test("each line is between its places, whatever ends it", async () => {
  const log = "[A] total=1\r\n[B] total=5\n[C] total=10\n\n";
  const told = await story(log);
  const lines = Array.from({ length: told.lines }, (_, index) => {
    const { from, to } = told.line(index + 1);
    return log.slice(from, to);
  });
  assert.deepEqual(lines, ["[A] total=1", "[B] total=5", "[C] total=10"]);
});

test("a torn line is known, and each newline belongs to its own text", async () => {
  const log = "[C] total=10\n[B] total=5\n[A] total=1\n[C] total=21[A] total=3\n[B] total=11\n\n";
  const told = await story(log);
  assert.deepEqual([...told.torn], [4]);
  const { first, end } = told.writesOf(4);
  const texts = [];
  for (let index = first; index < end; index += 1) if (told.isText(index)) texts.push(index);
  assert.equal(texts.length, 2);
  for (const [index, partner] of told.partners.entries()) {
    if (partner < 0) continue;
    assert.equal(told.partners[partner], index, "partners are each other's");
    assert.equal(told.writes[index]?.task, told.writes[partner]?.task);
    assert.notEqual(told.isText(index), told.isText(partner));
    const [text, newline] = told.isText(index) ? [index, partner] : [partner, index];
    assert.ok(newline > text, "a newline comes after its text");
  }
  assert.deepEqual(
    told.texts.map((texts) => texts.length),
    told.result.tasks.map(() => 2),
  );
});

test("a log of whole lines has none that is torn", async () => {
  const told = await story("[A] total=1\n[B] total=5\n[A] total=3\n[B] total=11\n");
  assert.equal(told.torn.size, 0);
  assert.equal(told.lines, 4);
});
