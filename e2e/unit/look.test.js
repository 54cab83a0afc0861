// The look of a name, which belongs to it as long as the page shows it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LOOKS } from "../../www/base/dom.js";
import { Looks } from "../../www/base/look.js";

/**
 * @param {Looks} view
 * @param {string[]} names
 */
function looks(view, ...names) {
  return names.map((name) => view.of(name));
}

test("names take the looks of their places", () => {
  const view = new Looks();
  view.show(["A", "B", "C"]);
  assert.deepEqual(looks(view, "A", "B", "C"), [0, 1, 2]);
  view.clear();
});

test("a name keeps its look when others come and go, and in another view", () => {
  const [one, other] = [new Looks(), new Looks()];
  one.show(["A", "B", "C"]);
  other.show(["X", "C"]);
  // X takes the next free one, since 0 is A's.
  assert.deepEqual(looks(other, "X", "C"), [3, 2]);
  one.show(["C", "A"]);
  assert.deepEqual(looks(one, "C", "A"), [2, 0]);
  one.clear();
  // C is still shown, A isn't any more, so its look is free.
  other.show(["C", "D"]);
  assert.deepEqual(looks(other, "C", "D"), [2, 1]);
  one.show(["D", "A"]);
  assert.deepEqual(looks(one, "D", "A"), [1, 0]);
  one.clear();
  other.clear();
});

test("a view has no look twice as long as there are enough", () => {
  const [one, other] = [new Looks(), new Looks()];
  one.show(Array.from({ length: LOOKS }, (_, place) => `T${place}`));
  other.show(["X", "Y"]);
  const [x, y] = looks(other, "X", "Y");
  assert.notEqual(x, y);
  one.clear();
  other.clear();
});

test("more names than looks share them, each by its place", () => {
  const view = new Looks();
  const names = Array.from({ length: 2 * LOOKS }, (_, place) => `T${place}`);
  view.show(names);
  for (const name of names) {
    const look = view.of(name);
    assert.ok(look >= 0 && look < LOOKS, `${name} has ${look}`);
  }
  assert.equal(new Set(looks(view, ...names)).size, LOOKS);
  view.clear();
});
