// What is said of a Python program's threads: each event, each state, each end.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { circle, conclusion, resourceState, sentence, stateOf } from "../../www/python/sentences.js";
import { learnWords, wordsIn } from "../../www/python/words.js";

/** @import { PythonEvent } from "../../www/python/python-log.js" */
/** @import { Moment, Thread } from "../../www/python/run.js" */

before(() => Promise.all([learnWords("en"), learnWords("ko")]));

const time = (/** @type {number} */ millis) => `${(millis / 1000).toFixed(1)} s`;

/** @param {number} index @param {string} name @param {Partial<Thread>} [rest] @returns {Thread} */
const thread = (index, name, rest = {}) => ({ index, name, state: "ready", frames: [], ...rest });

/** @type {Moment} */
const MOMENT = {
  threads: [thread(0, "MainThread"), thread(1, "A"), thread(2, "B")],
  globals: [],
  resources: [
    { index: 3, kind: "Lock", name: "lock", holder: 1, line: 12, waiters: [2, 0] },
    { index: 4, kind: "Event", name: "go", waiters: [] },
    { index: 5, kind: "Queue", name: "jobs", waiters: [1], contents: ["1", "'two'"] },
    { index: 6, kind: "Lock", name: "Lock 6", waiters: [] },
  ],
  shared: [],
  outcome: null,
};

/** @param {Partial<PythonEvent>} event @param {"en" | "ko"} [language] */
function said(event, language = "en") {
  const { index = 2 } = event;
  const task = MOMENT.threads[index]?.name ?? "";
  return sentence(/** @type {PythonEvent} */ ({ at: 0, index, task, ...event }), MOMENT, task, wordsIn(language), time);
}

test("who waits is told for what, who has it, and since which line", () => {
  const waits = { kind: /** @type {const} */ ("waiting"), on: /** @type {const} */ ("resource"), of: 3, resource: "Lock", line: 20 };
  assert.equal(said(waits), "Line 20: B wants lock, which A holds since line 12, and waits");
  assert.equal(said({ ...waits, until: 2500 }), "Line 20: B wants lock, which A holds since line 12, and waits, until 2.5 s at most");
  assert.equal(said({ ...waits, of: 4 }), "Line 20: B wants go (event), and waits");
  assert.equal(said({ ...waits, of: 6 }), "Line 20: B wants Lock 6, and waits");
  assert.equal(said({ kind: "waiting", on: "task", of: 1, line: 7 }), "Line 7: B waits for the end of A");
  assert.equal(said({ kind: "waiting", on: "time", until: 1000, line: 7 }), "Line 7: B sleeps until 1.0 s");
  assert.equal(said(waits, "ko"), "20번째 줄: B 스레드가 lock (락)을 기다립니다. A 스레드가 쥐고 있습니다(12번째 줄부터)");
});

test("each kind of event is a sentence of its own, in both languages", () => {
  /** @type {Partial<PythonEvent>[]} */
  const events = [
    { kind: "created", index: 0, by: 0 },
    { kind: "created", by: 0 },
    { kind: "started" },
    { kind: "resumed" },
    { kind: "preempted" },
    { kind: "waiting", on: "time", until: 5 },
    { kind: "woke" },
    { kind: "acquired", of: 3, resource: "Lock" },
    { kind: "acquired", of: 4, resource: "Event" },
    { kind: "released", of: 3, resource: "Lock" },
    { kind: "released", of: 4, resource: "Event" },
    { kind: "wrote", text: "hello\n", stream: "output" },
    { kind: "wrote", text: "\n", stream: "output" },
    { kind: "wrote", text: "Traceback", stream: "error" },
    { kind: "raised", text: "ValueError: no" },
    { kind: "finished" },
    { kind: "deadlocked" },
    { kind: "done" },
  ];
  for (const language of /** @type {const} */ (["en", "ko"])) {
    const sentences = events.map((event) => said(event, language));
    assert.equal(new Set(sentences).size, events.length);
    for (const text of sentences) assert.doesNotMatch(text, /undefined|null|\[object|\n/);
  }
  assert.equal(said({ kind: "wrote", text: "[B] total=5", line: 11, stream: "output" }), "Line 11: B writes “[B] total=5”");
});

test("what is written in several lines, or too long, is said in a few words", () => {
  assert.equal(said({ kind: "wrote", text: "a\n  b\n", stream: "output" }), "B writes “a ⏎ b”");
  const long = said({ kind: "wrote", text: "x".repeat(5000), stream: "output" });
  assert.ok(long.length < 100, long);
});

test("a thread's state and a resource's are said with names", () => {
  const states = (/** @type {Partial<Thread>} */ rest) => stateOf(thread(2, "B", rest), MOMENT, wordsIn("en"), time);
  assert.equal(states({ state: "waiting", resource: 3 }), "waits for lock, held by A since line 12");
  assert.equal(states({ state: "waiting", resource: 4, until: 1500 }), "waits for go (event), until 1.5 s at most");
  assert.equal(states({ state: "joining", task: 1 }), "waits for the end of A");
  assert.equal(states({ state: "sleeping", until: 3000 }), "sleeps until 3.0 s");
  assert.equal(states({ state: "running" }), "runs");
  assert.equal(states({ state: "ended" }), "has ended");
  const resources = MOMENT.resources.map((resource) => resourceState(resource, MOMENT, wordsIn("en")));
  assert.deepEqual(resources, ["held by A since line 12; waiting: B, MainThread", "", "contents: 1, 'two'; waiting: A", "free"]);
});

test("a deadlock is told as who waits for whom", () => {
  /** @type {Moment} */
  const moment = {
    ...MOMENT,
    outcome: {
      kind: "deadlock",
      waits: [
        { thread: 0, task: 1 },
        { thread: 1, resource: 6, holder: 2 },
        { thread: 2, resource: 3, holder: 1, line: 9 },
      ],
    },
  };
  const told =
    "A deadlock: MainThread waits for the end of A, and A waits for Lock 6, which B holds, and B waits for lock, which A holds. None of them can go on.";
  assert.equal(circle(moment, wordsIn("en")), told);
  const answer = { outcome: /** @type {const} */ ("deadlock"), errors: "", schedule: "" };
  assert.equal(conclusion(moment, answer, wordsIn("en"), "0.1 s"), told);
  assert.match(circle(moment, wordsIn("ko")), /^교착 상태입니다. MainThread 스레드는 .*A.*B/);
});

test("an error at the end is said by its last line", () => {
  const answer = {
    outcome: /** @type {const} */ ("raised"),
    errors: "Traceback (most recent call last):\n  ...\nValueError: no\n",
    schedule: "",
  };
  assert.equal(conclusion(MOMENT, answer, wordsIn("en"), "1.0 s"), "It has ended with an error: ValueError: no.");
});
