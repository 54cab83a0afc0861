// What has come of the lesson's lanes when all have ended.

import { traits } from "../log/lanes.js";
import { conclude, say, sentences } from "./conclusion.js";
import { stepsOf } from "./steps.js";

/** How the lanes compare, and why. @param {readonly {steps: number}[]} tasks @param {import("../view/scale.js").End} end */
export function endOf(tasks, { snapshot, logs, texts, time }) {
  const threads = tasks.filter(({ steps }) => steps > 0).length;
  const ended = snapshot.lanes.map((lane, index) => {
    const measured = lane.recorded >= 0;
    const log = logs[index];
    return { ...lane, measured, threads, steps: measured && !lane.failed && log ? stepsOf(log, lane.kept) : [] };
  });
  const { ratios, said } = conclude(ended, snapshot.work, globalThis.navigator.hardwareConcurrency, texts, time);
  // Only where threads print there is something to compare.
  const isTold = snapshot.lanes.some(({ name }) => traits(name).model === "threads");
  const { lines, inOrder, outOfOrder } = texts.conclusion;
  for (const [index, { name, failed, kept }] of snapshot.lanes.entries()) {
    const log = logs[index];
    if (!isTold || !log || failed || traits(name).oneByOne) continue;
    const { torn, inTurn } = log.state(kept);
    say(said, name, lines(torn, inTurn ? inOrder : outOfOrder));
  }
  return { ratios, sentences: sentences(said, texts) };
}
