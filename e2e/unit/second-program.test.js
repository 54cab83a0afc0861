// A program that is no summation, in what views are made from: tasks that tasks start, a
// queue, two locks, prints of several writes, a deadlock.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";

import { piecesOf } from "../../www/base/pieces.js";
import { trace } from "../../www/log/trace.js";
import { did, next } from "../../www/panels/executor-steps.js";
import { TEXTS } from "../../www/panels/executor-texts.js";
import { Counts } from "../../www/view/counts.js";
import { momentOf } from "../../www/view/moment.js";
import { Plot } from "../../www/view/plot.js";
import { learn, textsIn } from "../../www/words/texts.js";
import { kitchen } from "../harness/kitchen.js";
import { native } from "../harness/places.js";

/** @import { Told } from "../harness/kitchen.js" */

before(() => learn("en"));

/** The machine, and the lane whose words say what it does. */
const RUNS = /** @type {const} */ ([
  ["futures", "async"],
  ["threads", "threads"],
]);

/** @param {string} run @returns {Told} */
const told = (run) => JSON.parse(readFileSync(native("kitchen.json"), "utf8"))[run];

/** @param {ReturnType<typeof kitchen>} program @param {string} name */
const laneOf = ({ log }, name) => ({ index: 0, name, log, lookOf: (/** @type {number} */ task) => task });

/** @param {ReturnType<typeof kitchen>} program @param {number} shown @param {string} lane */
function plotOf(program, shown, lane) {
  const { duration } = program.show(program.count, lane);
  program.show(shown, lane);
  const plot = new Plot(laneOf(program, lane), { interval: 1, duration }, 600, 16, "en");
  assert.ok(plot.read(shown));
  return plot;
}

test("a task has a row from when it is made, and what it did before stays where it was in time", () => {
  for (const [run, lane] of RUNS) {
    const program = kitchen(told(run));
    const whole = plotOf(program, program.count, lane);
    assert.equal(whole.count, 5);
    const counts = new Set();
    for (let shown = 1; shown <= program.count; shown += 1) {
      const plot = plotOf(program, shown, lane);
      counts.add(plot.count);
      const place = (/** @type {{ event: number, kind: string, x: number }} */ { event, kind, x }) => [event, kind, x];
      assert.deepEqual(plot.strokes.map(place), whole.strokes.slice(0, whole.strokesOf(shown)).map(place));
    }
    assert.deepEqual([...counts], [0, 1, 2, 3, 4, 5]);
  }
});

test("who waits for a lock, for an order or for a cook has a line from then until it is over", () => {
  const program = kitchen(told("futures"));
  const plot = plotOf(program, program.count, "async");
  const { axis, strokes } = plot;
  const waits = strokes.filter(({ kind }) => kind === "wait").map(({ path }) => [...path.matchAll(/[\d.]+/g)].map(Number));
  const has = (/** @type {number} */ task, /** @type {number} */ from, /** @type {number} */ to) => {
    const wanted = [axis.x(from), plot.y(task), axis.x(to)];
    const isIt = (/** @type {number[]} */ wait) => wanted.every((number, place) => Math.abs(number - (wait[place] ?? NaN)) < 0.11);
    assert.ok(waits.some(isIt), `task ${task} from ${from} to ${to}: ${JSON.stringify(waits)}`);
  };
  // The chef for the first order, then for the end of the first cook.
  has(1, 0, 2);
  has(1, 6, 9);
  // The cook of the pie for the oven, in vain.
  has(3, 7, 9);
  const stuck = strokes.filter(({ kind }) => kind === "stuck").map(({ y }) => y);
  assert.deepEqual(
    stuck,
    [1, 3, 4].map((task) => plot.y(task)),
  );
});

test("a print is one print, however many writes it is", () => {
  for (const [run, lane] of RUNS) {
    const program = kitchen(told(run));
    const counts = new Counts(program.log);
    program.show(program.count, lane);
    assert.ok(counts.read(program.count, Infinity));
    const [waiter, chef, soup, pie, stew] = [0, 1, 2, 3, 4].map((task) => counts.of(task));
    assert.equal(waiter?.doing, "finished");
    assert.deepEqual([soup?.prints, soup?.torn, soup?.doing], [1, 0, "finished"]);
    assert.deepEqual([pie?.prints, pie?.doing, pie?.waitsFor], [1, "stuck", { on: "resource", of: 0 }]);
    assert.deepEqual([stew?.prints, stew?.doing, stew?.waitsFor], [1, "stuck", { on: "resource", of: 1 }]);
    assert.deepEqual([chef?.doing, chef?.waitsFor], ["stuck", { on: "task", of: 4 }]);
    const { writes } = program.log.line(2);
    assert.ok(writes.length > 4);
    assert.deepEqual(piecesOf(writes), [{ text: "soup is ready", index: 3 }]);
    // Back to where nobody has been made.
    program.show(2, lane);
    assert.ok(counts.read(2, Infinity));
    assert.equal(counts.of(0).doing, "early");
  }
});

test("each event is told of in words, in the panel and below the lane", () => {
  for (const [run, lane] of RUNS) {
    const program = kitchen(told(run));
    const words = TEXTS.en[lane];
    const said = new Set();
    for (let shown = 1; shown <= program.count; shown += 1) {
      program.show(shown, lane);
      const { log } = program;
      const event = log.event(shown - 1);
      assert.ok(event);
      const state = log.state(shown);
      const step = did(event, state);
      said.add(step);
      assert.ok(words.did[step]("A", "1 s", "B"), step);
      assert.ok(words.next[next(log.event(shown), state, event.at, lane)]("A", "1 s", "B", "2") !== undefined);
      const moment = momentOf(laneOf(program, lane), event, textsIn("en"), String);
      assert.ok(moment && !/undefined|null/.test(moment), moment);
    }
    for (const step of ["spawned", "joins", "locked", "handed", "acquired", "deadlocked"]) assert.ok(said.has(step), `${run}: ${step}`);
  }
});

test("in a trace each task is a thread, and what it waits for is said", () => {
  const program = kitchen(told("threads"));
  const { time } = program.show(program.count, "threads");
  const { traceEvents } = JSON.parse(trace([["threads", program.log.events(0, program.count)]], time, {}));
  const names = traceEvents.filter((/** @type {{ name: string }} */ { name }) => name === "thread_name");
  assert.deepEqual(
    names.map((/** @type {{ args: { name: string } }} */ { args }) => args.name),
    ["main", "waiter", "chef", "soup", "pie", "stew"],
  );
  const waits = traceEvents.filter((/** @type {{ name: string }} */ { name }) => name === "waiting");
  const args = waits.map((/** @type {{ args: object }} */ { args }) => JSON.stringify(args));
  for (const wanted of ['{"on":"resource","resource":"orders"}', '{"on":"resource","resource":"oven"}', '{"on":"task","of":"soup"}']) {
    assert.ok(args.includes(wanted), `${wanted} of ${args.join(" ")}`);
  }
  const created = traceEvents.filter((/** @type {{ name: string }} */ { name }) => name === "created");
  assert.deepEqual(
    created.map((/** @type {{ args: { by: string } }} */ { args }) => args.by),
    ["main", "main", "main", "chef", "chef", "chef"],
  );
});
