// What the page says of the executor: that it is what the core did.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { loaded, Player } from "../../www/engine.js";
import { apply, next, sleepers, start } from "../../www/executor-state.js";

/** @import { DemoEvent } from "../../www/engine.js" */
/** @import { State } from "../../www/executor-state.js" */

before(loaded);

/**
 * Whether an event is what was said to come next.
 *
 * @param {ReturnType<typeof next>} foreseen
 * @param {DemoEvent} event
 * @param {State} state before the event
 * @param {string} lane
 */
function isForeseen({ what, task, until }, { at, kind, index }, state, lane) {
  const now = what === "advances" ? until : (state.last?.at ?? 0);
  if (at !== now) return false;
  const ofTask = index === task;
  switch (what) {
    case "starts":
      return kind === "started" && ofTask;
    case "main":
      return index === undefined;
    case "polled":
      return kind === "polled" && ofTask;
    case "picks":
      return kind === "polled" && index !== undefined && state.ready.has(index);
    case "runs": {
      const goesOn = ofTask && ["wrote", "waiting", "finished"].includes(kind);
      const givesWay = lane === "threads" && state.step === "wrote" && kind === "polled";
      return goesOn || givesWay;
    }
    case "woke":
      return kind === "woke" && ofTask;
    case "handed":
      return kind === "woke" && ofTask && task !== undefined && state.locked.has(task);
    case "advances":
      return kind === "woke" && ofTask && task !== undefined && state.sleeping.has(task);
    default:
      return false;
  }
}

/**
 * Where the tasks are, each as often as it is somewhere, in order.
 *
 * @param {State} state
 */
function places({ ready, running = -1, sleeping, locked, finished }) {
  const places = [...ready.keys(), ...sleeping.keys(), ...locked, ...finished];
  if (running >= 0) places.push(running);
  return places.sort((one, other) => one - other);
}

test("every state of the executor follows from the core's events", () => {
  const many = Array.from({ length: 40 }, (_, task) => `T${task}:0:${task % 4}`).join(" ");
  const lanes = "sequential async threads";
  let count = 0;
  for (const tasks of [
    "A:1:5 B:5:10 C:10:15",
    "A:0:0",
    "A:0:0 B:3:1",
    "A:0:1 B:0:0 C:0:3 D:0:1",
    many,
  ]) {
    for (const lock of [{}, { lock: "" }]) {
      for (const seed of ["1", "2", "7"]) {
        const player = new Player(new Map(Object.entries({ tasks, lanes, seed, ...lock })));
        while (!player.state.ended) player.stepForward();
        for (const [lane, kind] of player.lanes.entries()) {
          const state = start();
          const { shown = 0 } = player.state.lanes[lane] ?? {};
          for (const event of player.events(lane, 0, shown)) {
            const foreseen = next(state, kind, player.tasks.length);
            const told = () => JSON.stringify({ tasks, kind, seed, lock, foreseen, event });
            assert.ok(isForeseen(foreseen, event, state, kind), told());
            apply(state, event);
            // Each task that has been started is in one place.
            assert.deepEqual(places(state), [...Array(state.started).keys()], told());
            count += 1;
          }
          assert.equal(next(state, kind, player.tasks.length).what, "over");
        }
        player.free();
      }
    }
  }
  assert.ok(count > 5_000, `only ${count} events`);
});

test("sleepers stand by deadline, then by when they began to wait", () => {
  const state = start();
  for (const { index, until } of [
    { index: 2, until: 50 },
    { index: 0, until: 70 },
    { index: 3, until: 50 },
    { index: 1, until: 20 },
  ]) {
    for (const kind of /** @type {const} */ (["started", "polled", "waiting"])) {
      apply(state, { at: 0, kind, index, until });
    }
  }
  const order = sleepers(state).map(([task]) => task);
  assert.deepEqual(order, [1, 2, 3, 0]);
  assert.deepEqual(next(state, "async", 4), { what: "advances", task: 1, until: 20 });
});
