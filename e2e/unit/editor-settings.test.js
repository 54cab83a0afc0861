// What settings mean, as the editor's form says it.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { loaded } from "../../www/engine/core.js";
import { model } from "../../www/engine/model.js";
import { pick, same } from "../../www/panels/editor-settings.js";

const { meaningOf, refusalOf } = model;

before(loaded);

test("the form's part of the settings is in one order, whatever theirs", () => {
  const picked = pick({ lock: "", theme: "dark", seed: "7", tasks: "A:1:2", speed: undefined });
  assert.deepEqual(Object.entries(picked), [
    ["tasks", "A:1:2"],
    ["seed", "7"],
    ["lock", ""],
  ]);
  assert.ok(same(picked, pick({ tasks: "A:1:2", seed: "7", lock: "", lang: "ko" })));
  assert.ok(!same(picked, pick({ tasks: "A:1:2", seed: "7" })));
});

test("settings that are absent mean their defaults", () => {
  const { list, ...meaning } = meaningOf({});
  assert.deepEqual(meaning, {
    tasks: "A:1:5 B:5:10 C:10:15",
    interval: "1000",
    lanes: "sequential async",
    seed: "1",
    lock: undefined,
    work: "wait",
  });
  assert.deepEqual(list[0], { name: "A", low: "1", high: "5", steps: 4 });
});

test("whatever way they are written, settings mean the same", () => {
  const meaning = meaningOf({
    tasks: " 가:1:4,x:y:-2:3\n:::0:1 ",
    interval: " 0250 ",
    lanes: "threads,async",
    seed: "007",
    lock: "true",
    work: "block",
  });
  const { list, ...said } = meaning;
  assert.deepEqual(said, {
    tasks: "가:1:4 x:y:-2:3 :::0:1",
    interval: "250",
    lanes: "threads async",
    seed: "7",
    lock: "",
    work: "block",
  });
  assert.deepEqual(
    list.map(({ name, steps }) => [name, steps]),
    [
      ["가", 3],
      ["x:y", 5],
      ["::", 1],
    ],
  );
  // And what they mean is right as a setting.
  const again = meaningOf(pick(said));
  assert.deepEqual(again, meaning);
});

test("of a wrong setting it is known what is wrong, of a right one nothing", () => {
  assert.equal(refusalOf("tasks", "A:1:5"), undefined);
  assert.equal(refusalOf("interval", "1"), undefined);
  const refusal = refusalOf("interval", "0");
  assert.equal(refusal?.setting, "interval");
  assert.equal(refusal?.value, "0");
  assert.equal(refusalOf("lanes", "async fibers")?.value, "fibers");
});
