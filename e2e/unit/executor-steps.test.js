// What the page says of the executor: that it is what the core does.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { loaded } from "../../www/engine/core.js";
import { lessonSession } from "../../www/engine/lesson.js";
import { did, next } from "../../www/panels/executor-steps.js";
import { TEXTS } from "../../www/panels/executor-texts.js";

/** @import { Tasks } from "../../www/log/log.js" */

before(loaded);

/**
 * Where the tasks are, each as often as it is somewhere, in order.
 *
 * @param {Tasks} tasks
 */
function places({ ready, running, sleeping, joining, wanting, finished }) {
  const waiting = [...sleeping, ...joining].map(([task]) => task);
  return [...ready, ...running, ...waiting, ...wanting, ...finished].sort((one, other) => one - other);
}

/** What an event can have been, by what was said to come next. @type {Record<string, string[]>} */
const KINDS = {
  begins: ["started"],
  starts: ["created", "started"],
  runs: ["wrote", "waiting", "finished", "acquired", "released"],
  main: ["wrote", "finished"],
  polled: ["polled", "resumed"],
  picks: ["resumed"],
  switches: ["preempted"],
  woke: ["woke"],
  joined: ["woke"],
  handed: ["acquired", "woke"],
  advances: ["woke"],
  ends: ["done"],
};

test("every task is in one place after each event, and what comes next is what is said", () => {
  const many = Array.from({ length: 40 }, (_, task) => `T${task}:0:${task % 4}`).join(" ");
  const said = new Set();
  for (const tasks of ["A:1:5 B:5:10 C:10:15", "A:0:0", "A:0:1 B:0:0 C:0:3 D:0:1", many]) {
    for (const lock of [{}, { lock: "" }]) {
      const settings = { tasks, lanes: "sequential async threads", seed: "7", ...lock };
      const session = lessonSession(new Map(Object.entries(settings)));
      const foreseen = session.lanes.map(() => "begins");
      while (session.step(true)) {
        for (const [lane, log] of session.logs.entries()) {
          const { shown = 0, name: kind = "" } = session.snapshot.lanes[lane] ?? {};
          const event = log.event(shown - 1);
          if (!event) continue;
          const now = log.state(shown);
          const told = () => JSON.stringify({ settings, kind, event, now });
          const created = log.events(0, shown).filter(({ kind }) => kind === "created").length;
          // Who has been made and not started is nowhere yet.
          const waits = event.kind === "created" ? 1 : 0;
          assert.deepEqual(places(now), [...Array(created - waits).keys()], told());
          const step = did(event, now);
          said.add(step);
          const words = TEXTS.en[/** @type {keyof typeof TEXTS.en} */ (kind)];
          assert.ok(words.did[step]("A", "1 s", "B").length > 0, told());
          foreseen[lane] = next(log.next(shown), now, event.at, kind);
        }
      }
      assert.deepEqual(new Set(foreseen), new Set(["over"]));
      session.free();
    }
  }
  for (const step of ["mainStarted", "preempted", "joins", "locked", "joined", "handed", "mainWrote", "newline"]) {
    assert.ok(said.has(step), step);
  }
});

test("what was said to come next is what came", () => {
  for (const lane of ["sequential", "async", "threads"]) {
    const settings = { lanes: lane, seed: "4", lock: "" };
    const session = lessonSession(new Map(Object.entries(settings)));
    const [log] = session.logs;
    assert.ok(log);
    session.step(true);
    for (let more = true; more;) {
      const { shown = 0 } = session.snapshot.lanes[0] ?? {};
      const foreseen = next(log.next(shown), log.state(shown), log.event(shown - 1)?.at ?? 0, lane);
      more = session.step(true);
      const came = log.event(shown);
      if (!more) assert.equal(foreseen, "over");
      else assert.ok(KINDS[foreseen]?.includes(came?.kind ?? ""), `${foreseen}, but ${JSON.stringify(came)}`);
    }
    session.free();
  }
});

test("sleepers stand by deadline", () => {
  const session = lessonSession(new Map(Object.entries({ lanes: "async", interval: "1000" })));
  session.seek(1_000);
  const state = session.logs[0]?.state(session.snapshot.lanes[0]?.shown ?? 0);
  assert.deepEqual(state?.sleeping, [
    [1, 2_000],
    [2, 2_000],
    [3, 2_000],
  ]);
  assert.deepEqual(state?.joining, [[0, 1]]);
  session.free();
});
