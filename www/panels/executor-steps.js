// What a lane's last event was for its executor, and what the next one will be. Where the
// tasks are the core tells; here it only gets its words.

import { written } from "../base/pieces.js";
import { traits } from "../log/lanes.js";

/** @typedef {import("../log/log.js").DemoEvent} DemoEvent */
/** @typedef {import("../log/log.js").Tasks} Tasks */
/** @typedef {import("./executor-texts.js").Words} Words */

/**
 * What the last event did.
 * @param {DemoEvent | undefined} event @param {Tasks} tasks Where they are after it.
 * @returns {keyof Words["did"]}
 */
export function did(event, { before }) {
  if (!event) return "nothing";
  const { kind, index, on, text, by } = event;
  const isMain = index === 0;
  switch (kind) {
    case "created":
      return isMain ? "begun" : by ? "spawned" : "created";
    case "started":
      return isMain ? "mainStarted" : "started";
    case "polled":
    case "resumed":
      return before === "started" ? "polled" : "resumed";
    case "waiting":
      return on === "task" ? "joins" : on === "resource" ? "locked" : "waiting";
    case "woke":
      return before === "task" ? "joined" : before === "resource" ? "handed" : "woke";
    case "wrote":
      return !written(text ?? "").text ? "newline" : isMain ? "mainWrote" : "wrote";
    case "raised":
      return "stuck";
    default:
      return kind;
  }
}

/**
 * What the next event will do.
 * @param {DemoEvent | undefined} event @param {Tasks} tasks Where they are before it.
 * @param {number} now When the last one was. @param {string} lane Its name.
 * @returns {keyof Words["next"]}
 */
export function next(event, tasks, now, lane) {
  if (!event) return "over";
  const { at, kind, index } = event;
  switch (kind) {
    case "created":
    case "started":
      return index === 0 ? "begins" : "starts";
    case "polled":
    case "resumed":
      return traits(lane).order === "chance" && tasks.ready.length > 1 ? "picks" : "polled";
    case "preempted":
      return "switches";
    case "acquired":
      return tasks.running.includes(index) ? "runs" : "handed";
    case "woke":
      if (at > now) return "advances";
      if (tasks.joining.some(([task]) => task === index)) return "joined";
      return tasks.wanting.includes(index) ? "handed" : "woke";
    case "done":
    case "raised":
    case "deadlocked":
      return "ends";
    default:
      return index === 0 && tasks.ready.length + tasks.sleeping.length === 0 ? "main" : "runs";
  }
}
