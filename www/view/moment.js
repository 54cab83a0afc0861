// What has just happened in a lane, in a sentence.

import { isolated } from "../base/names.js";
import { written } from "../base/pieces.js";
import { traits } from "../log/lanes.js";
import { resourceName } from "./lane.js";

/** @typedef {import("../log/log.js").DemoEvent} DemoEvent */
/** @typedef {import("../words/texts.js").Texts} Texts */

/**
 * @param {import("./lane.js").Lane} lane @param {DemoEvent} event @param {Texts} texts
 * @param {(millis: number) => string} time How a time is written.
 */
export function momentOf({ name, log, say }, event, texts, time) {
  if (say) return say(log, event, time);
  const isMain = event.index === 0;
  const task = isMain ? texts.main : isolated(event.task);
  const { moments } = texts;
  const own = moments[traits(name).model];
  const resource = resourceName(event.resource ?? "", texts);
  const waiting = () => {
    if (event.on === "task") return moments.joins(task, isolated(log.nameOf(event.of ?? 0)));
    if (event.on === "resource") return moments.locked(task, resource);
    return typeof event.until === "number" ? own.waiting(task, time(event.until)) : moments.stands(task);
  };
  const turn = () => (isMain ? moments.main.turn : own.polled(task));
  /** @type {Record<DemoEvent["kind"], () => string>} */
  const sentences = {
    created: () => (isMain ? moments.main.created : moments.created(task)),
    started: () => (isMain ? moments.main.started : own.started(task)),
    polled: turn,
    resumed: turn,
    preempted: () => moments.preempted(task),
    waiting,
    woke: () => (isMain ? moments.main.woke : own.woke(task)),
    acquired: () => moments.acquired(task, resource),
    released: () => moments.released(task, resource),
    wrote: () => (written(event.text ?? "").text ? moments.wrote(task) : moments.newline(task)),
    raised: () => moments.raised(task),
    finished: () => moments.finished(task),
    deadlocked: () => moments.deadlocked(task),
    done: () => moments.done,
  };
  return sentences[event.kind]();
}
