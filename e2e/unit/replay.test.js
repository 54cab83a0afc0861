// A state after any number of events: whichever way it is asked for, it is the same.

import assert from "node:assert/strict";
import { test } from "node:test";

import { EVENT_SIZE } from "../../www/bindings/crossing.js";
import { Log } from "../../www/log/log.js";
import { OfRun, Replay, SLICE } from "../../www/log/replay.js";

/** @import { Source } from "../../www/log/log.js" */

/**
 * A log whose events have their own numbers as their times, and the run that it is of.
 *
 * @param {number} events how many there are
 */
function numbered(events) {
  const records = (/** @type {number} */ from, /** @type {number} */ to) => {
    const there = Math.max(0, Math.min(to, events) - from);
    return Float64Array.from({ length: EVENT_SIZE * there }, (_, at) => (at % EVENT_SIZE === 1 ? from + Math.floor(at / EVENT_SIZE) : 0));
  };
  const source = { run: 0, records };
  return { source, log: new Log(/** @type {Source} */ (/** @type {unknown} */ (source))) };
}

/** @param {Log} log */
function sums(log) {
  const copy = (/** @type {{ sum: number }} */ state) => ({ ...state });
  return new Replay(log, { sum: 0 }, copy, (state, event, { at }) => {
    assert.equal(at, event);
    state.sum += event;
  });
}

const sumTo = (/** @type {number} */ events) => Math.max(0, (events * (events - 1)) / 2);

test("each event is taken once, in order, as far as there are any", () => {
  const seen = /** @type {number[]} */ ([]);
  const count = numbered(5).log.each(2, 9, (event, { at }) => {
    assert.equal(at, event);
    seen.push(event);
  });
  assert.equal(count, 3);
  assert.deepEqual(seen, [2, 3, 4]);
});

test("forwards, back and by leaps a state is that after so many events", () => {
  const replay = sums(numbered(5 * SLICE).log);
  const stops = [0, 1, SLICE, SLICE - 1, 4 * SLICE + 3, 2 * SLICE + 1, 7, 5 * SLICE, 0];
  for (const shown of stops) {
    assert.equal(replay.go(shown), true);
    assert.equal(replay.state.sum, sumTo(shown), `after ${shown}`);
  }
});

test("who runs out of time goes on from there", () => {
  const replay = sums(numbered(4 * SLICE).log);
  let calls = 1;
  while (!replay.go(3 * SLICE + 5, 0)) calls += 1;
  assert.equal(calls, 4, "one slice a call");
  assert.equal(replay.state.sum, sumTo(3 * SLICE + 5));
});

test("who asks for more than has happened gets what has", () => {
  const replay = sums(numbered(10).log);
  assert.equal(replay.go(20), false);
  assert.equal(replay.state.sum, sumTo(10));
});

test("in another run everything begins anew", () => {
  const { source, log } = numbered(100);
  const replay = sums(log);
  replay.go(50);
  const made = new OfRun(log, () => ({ of: log.run }));
  const first = made.now;
  assert.equal(made.now, first);
  source.run += 1;
  assert.deepEqual(made.now, { of: 1 });
  assert.equal(replay.state.sum, 0);
  assert.equal(replay.go(3), true);
  assert.equal(replay.state.sum, sumTo(3));
  made.forget();
  assert.notEqual(made.now, first);
});
