// What has come of the lesson's lanes when all have ended.

import { traits } from "../log/lanes.js";
import { conclude } from "./conclusion.js";
import { stepsOf } from "./steps.js";

/** How the lanes compare, and why. @param {readonly {steps: number}[]} tasks @param {import("../view/scale.js").End} end */
export function endOf(tasks, { snapshot, logs, texts, time }) {
  const threads = tasks.filter(({ steps }) => steps > 0).length;
  const ended = snapshot.lanes.map((lane, index) => {
    const measured = lane.recorded >= 0;
    const log = logs[index];
    return { ...lane, measured, threads, steps: measured && !lane.failed && log ? stepsOf(log, lane.kept) : [] };
  });
  const end = conclude(ended, snapshot.work, globalThis.navigator.hardwareConcurrency, texts, time);
  // Only where threads print there is something to compare.
  if (!snapshot.lanes.some(({ name }) => traits(name).model === "threads")) return end;
  const { lines, inOrder, outOfOrder } = texts.conclusion;
  for (const [index, { name, failed, kept }] of snapshot.lanes.entries()) {
    const log = logs[index];
    if (!log || failed || traits(name).oneByOne) continue;
    const { torn, inTurn } = log.state(kept);
    end.sentences.push(lines(texts.lanes[/** @type {keyof typeof texts.lanes} */ (name)].name, torn, inTurn ? inOrder : outOfOrder));
  }
  return end;
}
