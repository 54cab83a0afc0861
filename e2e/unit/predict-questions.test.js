// The questions of a prediction, and their answers.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { loaded } from "../../www/engine/core.js";
import { model } from "../../www/engine/model.js";
import { lessonSession } from "../../www/engine/lesson.js";
import { findNext, kindsOf, questions, runThreads, stepsOf } from "../../www/panels/predict-questions.js";
import { TEXTS } from "../../www/panels/predict-texts.js";
import { Scale } from "../../www/view/scale.js";
import { lesson } from "../../www/summation/lesson.js";
import { learn } from "../../www/words/texts.js";

before(loaded);
before(() => learn("en"));

/**
 * What the card knows of a demo with these settings.
 *
 * @param {Record<string, string>} settings
 */
function contextOf(settings) {
  const { snapshot, tasks, logs } = lessonSession(new Map(Object.entries(settings)));
  const lanes = snapshot.lanes.map(({ name }, index) => ({ index, name, log: logs[index] ?? assert.fail(), lookOf: () => 0 }));
  const context = { lanes, snapshot, settings, scale: new Scale(lesson(tasks), snapshot) };
  return { context, known: { tasks, model } };
}

/**
 * The right answers, by their questions.
 *
 * @param {Record<string, string>} settings
 */
async function answers(settings) {
  const { context, known } = contextOf(settings);
  const threads = await runThreads(context, known, "threads", new AbortController().signal);
  const next = await findNext(context, known, 0);
  const pages = questions(context, known, { language: "en", words: TEXTS.en, threads, next });
  const all = pages.flatMap(({ questions }) => questions);
  return Object.fromEntries(all.map(({ id, choices, right }) => [id, choices[right]?.value]));
}

test("it is asked of lanes that are understood, and of tasks that have steps", () => {
  const { context, known } = contextOf({ lanes: "workers threads async", tasks: "A:1:5 B:5:5 C:9:10" });
  assert.deepEqual(kindsOf(context.lanes), ["threads", "async"]);
  assert.deepEqual(stepsOf(known.tasks), [4, 1]);
});

test("the answers are what the lanes do", async () => {
  assert.deepEqual(await answers({ lanes: "sequential async threads" }), {
    "duration:sequential": 14,
    "duration:async": 5,
    "duration:threads": 5,
    "order-varies:sequential": false,
    "order-varies:async": false,
    "order-varies:threads": true,
    "can-tear:sequential": false,
    "can-tear:async": false,
    "can-tear:threads": true,
    "next-line": "[A] total=3",
  });
});

test("under a lock no line tears, and one task alone leaves nothing open", async () => {
  const locked = await answers({ lanes: "threads", lock: "" });
  assert.equal(locked["order-varies:threads"], true);
  assert.equal(locked["can-tear:threads"], false);
  const alone = await answers({ lanes: "threads", tasks: "A:1:5 B:5:5" });
  assert.equal(alone["order-varies:threads"], false);
  assert.equal(alone["can-tear:threads"], false);
});

test("what computes takes its time in the async lane too", async () => {
  const computing = await answers({ lanes: "async threads", work: "compute" });
  assert.equal(computing["duration:async"], 14);
  assert.equal(computing["duration:threads"], 5);
  const blocking = await answers({ lanes: "async", work: "block" });
  assert.equal(blocking["duration:async"], 9);
});

test("each choice is another one, and each wrong one is told the right answer", async () => {
  const { context, known } = contextOf({ lanes: "sequential async threads" });
  const found = { words: TEXTS.en, threads: { orders: 9, torn: 3 }, next: await findNext(context, known, 0) };
  for (const { questions: asked } of questions(context, known, { language: "en", ...found })) {
    for (const { id, choices, right } of asked) {
      assert.equal(new Set(choices.map(({ text }) => text)).size, choices.length, id);
      assert.ok(choices.length >= 2 && choices.length <= 4, id);
      for (const [choice, { verdict }] of choices.entries()) {
        const opening = choice === right ? "Right." : `Not so. The answer is ${choices[right]?.text}.`;
        assert.ok(verdict.startsWith(opening), verdict);
      }
    }
  }
});

test("each round is about another moment, and the line is that of the run", async () => {
  const settings = { lanes: "async", interval: "500", tasks: "가:1:5 B:5:10" };
  const { context, known } = contextOf(settings);
  const session = model.session(settings);
  const shownAt = (/** @type {number} */ time) => {
    session.seek(time);
    return session.snapshot.lanes[0]?.shown ?? 0;
  };
  const moments = [];
  for (const round of [0, 1, 2, 3]) {
    const next = await findNext(context, known, round);
    assert.ok(next);
    moments.push(next.time);
    const shown = shownAt(next.time);
    assert.equal(next.shown, shown);
    const [line] = session.logs[0]?.text(shown, shownAt(next.time + 500)).split("\n") ?? [];
    assert.equal(next.right, line);
    assert.ok(next.choices.some(([text]) => text === line));
  }
  assert.equal(new Set(moments).size, 4);
});

test("where nothing comes next nothing is asked", async () => {
  const { context, known } = contextOf({ lanes: "async", tasks: "A:5:5" });
  assert.equal(await findNext(context, known, 0), undefined);
});
