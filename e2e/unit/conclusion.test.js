// What the demo concludes from the times of its lanes.

import assert from "node:assert/strict";
import { test } from "node:test";

import { conclude, sentences } from "../../www/summation/conclusion.js";
import { texts as en } from "../../www/words/texts-en.js";
import { texts as ko } from "../../www/words/texts-ko.js";

/** @import { Ended } from "../../www/summation/conclusion.js" */

const steady = Array.from({ length: 14 }, () => 1000);

/**
 * @param {string} name
 * @param {number} duration
 * @param {number} expected
 * @param {number[]} [steps] measured, if given
 * @returns {Ended}
 */
function lane(name, duration, expected, steps) {
  return { name, duration, expected, measured: Boolean(steps), failed: false, threads: 3, steps: steps ?? [] };
}

/**
 * @param {Ended[]} lanes
 * @param {"wait" | "compute" | "block"} work
 * @param {number} [processors]
 */
function concluded(lanes, work, processors = 4, texts = en) {
  const { ratios, said } = conclude(lanes, work, processors, texts, (millis) => `${(millis / 1000).toFixed(1)} s`);
  return { ratios, sentences: sentences(said, texts) };
}

test("what is simulated is exact", () => {
  const lanes = [lane("sequential", 14_000, 14_000), lane("async", 5_000, 5_000), lane("threads", 5_000, 5_000)];
  const { ratios, sentences } = concluded(lanes, "wait");
  assert.deepEqual(ratios, ["", "2.8 ×", "2.8 ×"]);
  const why = "2.8 × faster, because the tasks wait at the same time. Nothing was computed faster.";
  assert.deepEqual(sentences, [`Async, Threads (simulated): ${why}`], "what is the same is said once");
});

test("a difference that one thread can't make is the machine's own noise", () => {
  const slow = steady.map(() => 1600);
  const lanes = [lane("sequential", 22_400, 14_000, slow), lane("async", 14_000, 14_000, steady)];
  const { ratios, sentences } = concluded(lanes, "compute");
  // No figure stands against the sentence.
  assert.deepEqual(ratios, ["", "1.0 ×"]);
  assert.match(sentences.join(" "), /Async: no faster/);
  assert.match(sentences.join(" "), /1\.6 × is this machine’s own noise: one step took 1\.0 s, another 1\.6 s/);
  assert.match(sentences.join(" "), /Sequential: 22\.4 s, where 14\.0 s would do/);
  assert.doesNotMatch(sentences.join(" "), /× faster/);
});

test("a ratio within the noise is said to be, and one beyond it stands", () => {
  const uneven = Array.from({ length: 16 }, (_, step) => (step % 2 ? 1500 : 900));
  const sequential = lane("sequential", 19_200, 16_000, uneven);
  const near = concluded([sequential, lane("workers", 15_000, 5_000, steady)], "compute");
  assert.deepEqual(near.ratios, ["", "1.0 ×"]);
  assert.match(near.sentences.join(" "), /no difference that could be measured. That it came to 1\.3 ×/);
  const far = concluded([sequential, lane("workers", 5_400, 5_000, steady)], "compute");
  assert.deepEqual(far.ratios, ["", "3.6 ×"]);
  assert.match(far.sentences.join(" "), /3\.6 × faster, because threads compute on several processors/);
});

test("one hiccup is no noise", () => {
  const hiccup = [...steady.slice(2), 0, 2000];
  const { ratios } = concluded([lane("sequential", 14_000, 14_000, hiccup), lane("workers", 5_100, 5_000, steady)], "compute");
  assert.deepEqual(ratios, ["", "2.7 ×"]);
});

test("a lane that is slower than it should be is explained", () => {
  const sequential = lane("sequential", 14_000, 14_000, steady);
  const late = (/** @type {Ended} */ other, /** @type {"wait" | "compute"} */ work, processors = 4) =>
    concluded([sequential, other], work, processors).sentences.join(" ");
  assert.match(
    late(lane("workers", 7_000, 5_000, steady), "compute", 2),
    /7\.0 s, where 5\.0 s would do\. The 3 threads had to share 2 processors/,
  );
  assert.match(late(lane("workers", 7_000, 5_000, steady), "compute", 1), /share 1 processor\./);
  assert.match(late(lane("workers", 7_000, 5_000, steady), "compute"), /computed more slowly/);
  assert.match(late(lane("workers", 7_000, 5_000, steady), "wait"), /timers were late/);
  assert.match(late(lane("workers", 15_500, 5_000, steady), "compute"), /slower\. It took 15\.5 s, and in sequence it took 14\.0 s/);
});

test("a lane that failed compares with nothing", () => {
  const failed = { ...lane("sequential", 2_000, 14_000, []), failed: true };
  const { ratios, sentences } = concluded([failed, lane("async", 5_000, 5_000)], "wait");
  assert.deepEqual([ratios, sentences], [["", ""], []]);
});

test("in Korean every sentence is there", () => {
  const lanes = [
    lane(
      "sequential",
      22_400,
      14_000,
      steady.map(() => 1600),
    ),
    lane("async", 14_000, 14_000, steady),
    lane("workers", 12_000, 5_000, steady),
  ];
  for (const work of /** @type {const} */ (["wait", "compute", "block"])) {
    const { sentences } = concluded(lanes, work, 2, ko);
    assert.ok(sentences.length >= 3 && sentences.every((sentence) => /[가-힣]/.test(sentence) && !sentence.includes("undefined")));
  }
});
