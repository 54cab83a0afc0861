// The exercises of the course: what solves them is proved, and what only seems to is refused, with
// the schedule that breaks it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { readCourse } from "../../www/build/chapters.js";
import { explorePython } from "../../www/explore-python.js";
import { judge } from "../../www/python/judge.js";
import { runPython } from "../../www/run-python.js";

/** A change of a program: what is replaced, and by what. @typedef {[from: string, to: string]} Edit */
/** @typedef {{ right: Edit[], wrong: Record<string, Edit[]> }} Answers Those to an exercise; the wrong ones by what is wrong. */

/** By chapter, in the order of its exercises. @type {Record<string, Answers[]>} */
const ANSWERS = {
  "shared-data": [
    {
      right: [["    value = counter\n    with lock:\n        counter = value + 1", "    with lock:\n        counter += 1"]],
      wrong: {
        "the lock is held for reading alone": [
          ["    value = counter\n    with lock:\n        ", "    with lock:\n        value = counter\n    "],
        ],
        "each thread has a lock of its own": [
          ["    value = counter\n    with lock:", "    with threading.Lock():\n        value = counter"],
        ],
        "the lock is released in between": [["    value = counter\n", "    with lock:\n        value = counter\n"]],
      },
    },
    {
      right: [
        [
          "    if balance >= amount:\n        with lock:\n            balance -= amount\n",
          "    with lock:\n        if balance >= amount:\n            balance -= amount\n",
        ],
      ],
      wrong: {
        "the lock is released between checking and paying": [
          ["    if balance >= amount:\n", "    with lock:\n        enough = balance >= amount\n    if enough:\n"],
        ],
        "it is checked afterwards": [["            paid += amount\n", "            paid += amount\n    assert balance >= 0\n"]],
      },
    },
    {
      right: [
        ["    lock = threading.Lock()\n", ""],
        ["def connect", "lock = threading.Lock()\n\ndef connect"],
      ],
      wrong: {
        "it is made under the lock, but checked before": [
          [
            "    lock = threading.Lock()\n    with lock:\n        if shared is None:\n            shared = make()",
            "    if shared is None:\n        with lock:\n            shared = make()",
          ],
          ["def connect", "lock = threading.Lock()\n\ndef connect"],
        ],
      },
    },
  ],
  deadlock: [
    {
      right: [["    with locks[source]:\n        with locks[target]:", '    with locks["a"]:\n        with locks["b"]:']],
      wrong: {
        "there are no locks": [["    with locks[source]:\n        with locks[target]:", "    if True:\n        if True:"]],
        "each change has its lock alone": [
          [
            "        with locks[target]:\n            balance[source] -= amount\n            balance",
            "        balance[source] -= amount\n        if True:\n            balance",
          ],
        ],
      },
    },
    {
      right: [["    with left:\n", "    if place == 2:\n        left, right = right, left\n    with left:\n"]],
      wrong: {
        "there are no forks": [["    with left:\n        with right:", "    if True:\n        if True:"]],
        "one fork is enough": [["        with right:", "        if True:"]],
        "all begin with the right one": [["    with left:\n        with right:", "    with right:\n        with left:"]],
      },
    },
    {
      right: [["            changed.wait()", "            while not jobs:\n                changed.wait()"]],
      wrong: {
        "it waits only at the first time": [
          [
            "    for _ in range(2):\n        with changed:\n            changed.wait()\n",
            "    with changed:\n        changed.wait()\n    for _ in range(2):\n        with changed:\n",
          ],
        ],
        "it looks without the lock": [
          [
            "        with changed:\n            changed.wait()",
            "        if not jobs:\n            with changed:\n                changed.wait()\n        with changed:",
          ],
        ],
      },
    },
  ],
};

/** @param {string} program @param {Edit[]} edits */
function edited(program, edits) {
  return edits.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), `there is no ${JSON.stringify(from)} in\n${text}`);
    return text.replace(from, to);
  }, program);
}

for (const [chapter, answers] of Object.entries(ANSWERS)) {
  const exercises = [...(readCourse().en.get(chapter)?.blocks ?? [])].flatMap((block) => (block.kind === "exercise" ? [block] : []));

  test(`each exercise of ${chapter} has answers here`, () => assert.equal(answers.length, exercises.length));

  for (const [index, { right, wrong }] of answers.entries()) {
    const { code = "", always = "" } = exercises[index] ?? {};

    test(`exercise ${index + 1} of ${chapter} is proved to be solved`, async () => {
      const found = await explorePython(edited(code, right));
      assert.deepEqual(judge(found, always), { verdict: "proved" }, JSON.stringify(found.outcomes));
    });

    for (const [what, edits] of Object.entries(wrong)) {
      test(`exercise ${index + 1} of ${chapter} is refused where ${what}`, async () => {
        const program = edited(code, edits);
        const judgement = judge(await explorePython(program), always);
        assert.ok(judgement.verdict === "refused");
        // Played, that schedule does what is said of it.
        const { output, outcome } = await runPython(program, { schedule: judgement.ending.schedule });
        assert.deepEqual([outcome, output], [judgement.ending.kind, judgement.ending.output]);
      });
    }
  }
}

test("every chapter with exercises has answers here", () => {
  const withExercises = [...readCourse().en].filter(([, { blocks }]) => blocks.some(({ kind }) => kind === "exercise"));
  assert.deepEqual(Object.keys(ANSWERS).sort(), withExercises.map(([name]) => name).sort());
});
