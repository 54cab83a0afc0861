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
  "working-together": [
    {
      right: [["jobs.put(None)\n", "jobs.put(None)\njobs.put(None)\n"]],
      wrong: {
        "nobody waits for the consumers": [
          ["target=consume)", "target=consume, daemon=True)"],
          ["for thread in threads:\n    thread.join()\n", ""],
        ],
        "both ends come before the work": [
          ["jobs.put(None)\n", ""],
          ["for job in", "jobs.put(None)\njobs.put(None)\nfor job in"],
        ],
      },
    },
    {
      right: [
        ["    shares[n]", "    barrier.wait()\n    shares[n]"],
        ["def work", "barrier = threading.Barrier(2)\n\ndef work"],
      ],
      wrong: {
        "the barrier comes too early": [
          ["    parts[n]", "    barrier.wait()\n    parts[n]"],
          ["def work", "barrier = threading.Barrier(2)\n\ndef work"],
        ],
        "a lock takes the place of the barrier": [
          ["    parts[n] = part\n    shares", "    with lock:\n        parts[n] = part\n    with lock:\n        shares"],
          ["def work", "lock = threading.Lock()\n\ndef work"],
        ],
      },
    },
    {
      right: [
        ["total = 0\n\ndef add_square(n):\n    global total\n    total += n * n", "def square(n):\n    return n * n"],
        ["    for n in (1, 2):\n        pool.submit(add_square, n)\nprint(total)", "    print(sum(pool.map(square, (1, 2))))"],
      ],
      wrong: {
        "what is added is only worked out before": [["    total += n * n", "    square = n * n\n    total += square"]],
      },
    },
  ],
  asyncio: [
    {
      right: [
        [
          "    if balance >= amount:\n        await asyncio.sleep(1)\n        balance",
          "    async with lock:\n        if balance >= amount:\n            await asyncio.sleep(1)\n            balance",
        ],
        ["async def withdraw", "lock = asyncio.Lock()\n\nasync def withdraw"],
      ],
      wrong: {
        "a lock of threads stops the whole loop": [
          [
            "    if balance >= amount:\n        await asyncio.sleep(1)\n        balance",
            "    with lock:\n        if balance >= amount:\n            await asyncio.sleep(1)\n            balance",
          ],
          ["async def withdraw", "lock = threading.Lock()\n\nasync def withdraw"],
          ["import asyncio", "import asyncio\nimport threading"],
        ],
        "only paying is locked": [
          ["        balance -=", "        async with lock:\n            balance -="],
          ["async def withdraw", "lock = asyncio.Lock()\n\nasync def withdraw"],
        ],
      },
    },
    {
      right: [
        [
          "    results = []\n    for n in range(3):\n        results.append(await fetch(n))",
          "    results = await asyncio.gather(*(fetch(n) for n in range(3)))",
        ],
      ],
      wrong: {
        "each task is waited for at once": [["await fetch(n)", "await asyncio.create_task(fetch(n))"]],
        "a call blocks": [
          ["    await asyncio.sleep(1)", "    time.sleep(1)"],
          [
            "    results = []\n    for n in range(3):\n        results.append(await fetch(n))",
            "    results = await asyncio.gather(*(fetch(n) for n in range(3)))",
          ],
        ],
      },
    },
    {
      right: [["    await asyncio.sleep(10)\n    print", "    try:\n        await asyncio.sleep(10)\n    finally:\n        print"]],
      wrong: {
        "a cancellation is taken for an exception of the usual kind": [
          [
            "    await asyncio.sleep(10)\n    print",
            "    try:\n        await asyncio.sleep(10)\n    except Exception:\n        pass\n    print",
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
