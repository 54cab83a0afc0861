// Where everything stands in a lane's timeline.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { loaded, Player } from "../../www/engine.js";
import { firstWhere, heightOf, plot } from "../../www/plot.js";
import { learn } from "../../www/texts.js";

before(loaded);
before(() => learn("en"));

const LANES = ["sequential", "async", "threads"];

/**
 * A player that has come to the end.
 *
 * @param {Record<string, string>} settings
 */
function ended(settings) {
  const all = { lanes: LANES.join(" "), seed: "7", ...settings };
  const player = new Player(new Map(Object.entries(all)));
  player.seek(player.state.duration);
  return player;
}

/**
 * @param {Player} player
 * @param {number} lane
 */
function plotOf(player, lane) {
  const { interval, duration } = player.state;
  return plot(player, lane, { interval, duration }, 600, 16, "en");
}

test("the first of the numbers is found, if there is one", () => {
  for (let end = 0; end < 9; end += 1) {
    for (let first = 0; first <= end; first += 1) {
      assert.equal(firstWhere(end, (index) => index >= first), first);
    }
  }
});

test("a prefix of the events draws a prefix of the strokes, read in pieces or at once", () => {
  const player = ended({ tasks: "A:1:5 B:5:10 C:10:15" });
  for (const lane of LANES.keys()) {
    const { shown = 0 } = player.state.lanes[lane] ?? {};
    const [pieces, whole] = [plotOf(player, lane), plotOf(player, lane)];
    assert.equal(whole.read(shown), true);
    let before = 0;
    for (let events = 0; events <= shown; events += 1) {
      assert.equal(pieces.read(events), true);
      const count = pieces.count(events);
      assert.ok(count >= before);
      assert.deepEqual(pieces.strokes.slice(0, count), whole.strokes.slice(0, whole.count(events)));
      for (const { event } of pieces.strokes.slice(before, count)) assert.ok(event < events);
      before = count;
    }
    assert.ok(before > 20, `${before} strokes`);
    assert.equal(before, whole.strokes.length);
  }
  player.free();
});

test("a place is found by its column, in the order of time", () => {
  const player = ended({});
  for (const lane of LANES.keys()) {
    const { columns, strokes, read } = plotOf(player, lane);
    read(Infinity);
    assert.deepEqual(columns, [...new Set(columns)].sort((one, other) => one - other));
    assert.equal(columns[0], 0);
    assert.ok(columns.every((first) => first < strokes.length));
  }
  player.free();
});

test("an axis is from the left edge to the end, and each task has a row", () => {
  const player = ended({ interval: "250" });
  const { x, y, left, interval, height } = plotOf(player, 0);
  assert.equal(x(0), left);
  assert.ok(Math.abs(x(250) - left - interval) < 1e-9);
  assert.ok(x(player.state.duration) < 600);
  const rows = [0, 1, 2].map(y);
  assert.deepEqual(rows, rows.toSorted((one, other) => one - other));
  assert.ok(rows.every((row) => row > 0 && row < height));
  player.free();
});

test("a timeline is as high as its tasks need, and no higher than there is room", () => {
  const three = ended({});
  // Of one thread there is a row more, in which all turns of one instant have room.
  assert.ok(heightOf(three, 1) > heightOf(three, 0));
  assert.ok(heightOf(three, 0) > heightOf(three, 2));
  const tasks = Array.from({ length: 500 }, (_, task) => `T${task}:0:1`).join(" ");
  const many = ended({ tasks });
  assert.ok(heightOf(many, 2) > heightOf(three, 2));
  assert.ok(heightOf(many, 2) <= 13);
  three.free();
  many.free();
});
