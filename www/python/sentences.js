// What has happened, and what has come of it, in sentences: as they are read, and as they
// are heard.

import { isolated } from "../base/names.js";
import { written } from "../base/pieces.js";

/** @typedef {import("./python-log.js").PythonEvent} PythonEvent */
/** @typedef {import("./run.js").Moment} Moment */
/** @typedef {import("./run.js").Resource} Resource */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {(millis: number) => string} Time How a time is written. */

/** So much of a text is said. */
const MOST = 60;

/** Those that one holds; others let through or stop. */
const HELD = ["Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition"];

/** @param {Moment} moment @param {number} [number] */
function resourceOf({ resources }, number) {
  return resources.find(({ index }) => index === number);
}

/** What a resource is called: by its variable and its kind. @param {Resource} resource @param {Words} words */
export function called({ name, kind }, words) {
  const word = words.kinds[kind];
  return word && name !== word && !name.startsWith(kind) ? `${isolated(name)} (${word})` : isolated(name);
}

/** The name of a thread. @param {Moment} moment @param {number} [index] */
function threadName({ threads }, index) {
  return isolated(threads.find((thread) => thread.index === index)?.name ?? "");
}

/** The beginning of a text, in one line. @param {string} text */
function brief(text) {
  const line = text.trim().replace(/\s*\n\s*/g, " ⏎ ");
  return isolated(line.length > MOST ? `${line.slice(0, MOST)}…` : line);
}

/**
 * An event in a sentence.
 * @param {PythonEvent} event @param {Moment} moment As it is after the event.
 * @param {string} task The name of its thread. @param {Words} words @param {Time} time
 */
export function sentence(event, moment, task, words, time) {
  const where = event.line === undefined ? "" : words.atLine(event.line);
  return `${where}${what(event, moment, isolated(task), words, time)}`;
}

/** @param {PythonEvent} event @param {Moment} moment @param {string} task @param {Words} words @param {Time} time @returns {string} */
function what(event, moment, task, words, time) {
  const { events } = words;
  const known = resourceOf(moment, event.of);
  const resource = known ? called(known, words) : isolated(event.resource ?? "");
  const isHeld = HELD.includes(known?.kind ?? event.resource ?? "");
  switch (event.kind) {
    case "created":
      return event.index === 0 ? events.begins : events.created(threadName(moment, event.by), task);
    case "started":
      return events.started(task);
    case "polled":
    case "resumed":
      return events.runs(task);
    case "preempted":
      return events.preempted(task);
    case "waiting":
      return waiting(event, moment, task, resource, known, words, time);
    case "woke":
      return events.woke(task);
    case "acquired":
      return isHeld ? events.takes(task, resource) : events.passes(task, resource);
    case "released":
      return isHeld ? events.gives(task, resource) : events.signals(task, resource);
    case "wrote":
      return wrote(event, task, words);
    case "raised":
      return events.raised(task, brief(event.text ?? ""));
    case "finished":
      return events.finished(task);
    case "deadlocked":
      return events.stuck(task);
    case "done":
      return events.done;
  }
}

/**
 * @param {PythonEvent} event @param {Moment} moment @param {string} task @param {string} resource
 * @param {Resource | undefined} known @param {Words} words @param {Time} time
 */
function waiting(event, moment, task, resource, known, { events, since, states }, time) {
  if (event.on === "time") return event.until === undefined ? events.stands(task) : events.sleeps(task, time(event.until));
  const atMost = event.until === undefined ? "" : states.until(time(event.until));
  if (event.on === "task") return events.joins(task, threadName(moment, event.of)) + atMost;
  if (event.on !== "resource") return events.stands(task) + atMost;
  const { holder, line } = known ?? {};
  if (holder === undefined || holder === event.index) return events.wants(task, resource) + atMost;
  return events.wantsHeld(task, resource, threadName(moment, holder), line === undefined ? "" : since(line)) + atMost;
}

/** @param {PythonEvent} event @param {string} task @param {Words} words */
function wrote({ text = "", stream }, task, { events }) {
  if (stream === "error") return events.complains(task, brief(text));
  return written(text).text ? events.writes(task, brief(text)) : events.newline(task);
}

/**
 * What a thread is at.
 * @param {import("./run.js").Thread} thread @param {Moment} moment @param {Words} words @param {Time} time
 */
export function stateOf(thread, moment, words, time) {
  const { states, since } = words;
  const { until } = thread;
  const atMost = until === undefined ? "" : states.until(time(until));
  switch (thread.state) {
    case "sleeping":
      return states.sleeping(time(until ?? 0));
    case "joining":
      return states.joining(threadName(moment, thread.task)) + atMost;
    case "waiting": {
      const known = resourceOf(moment, thread.resource);
      if (!known) return states.waiting("?") + atMost;
      const { holder, line } = known;
      const held = holder === undefined || holder === thread.index ? "" : `, ${words.heldBy(threadName(moment, holder))}`;
      return states.waiting(called(known, words)) + held + (held && line !== undefined ? since(line) : "") + atMost;
    }
    default:
      return states[thread.state];
  }
}

/** What a resource is at. @param {Resource} resource @param {Moment} moment @param {Words} words */
export function resourceState({ kind, holder, line, waiters, contents }, moment, words) {
  const parts = [];
  if (holder !== undefined) parts.push(words.heldBy(threadName(moment, holder)) + (line === undefined ? "" : words.since(line)));
  else if (HELD.includes(kind)) parts.push(words.free);
  if (contents) parts.push(contents.length ? words.contents(contents.map(isolated).join(", ")) : words.empty);
  if (waiters.length) parts.push(words.waiters(waiters.map((index) => threadName(moment, index)).join(", ")));
  return parts.join("; ");
}

/** Who waits for whom in a deadlock, in a sentence. @param {Moment} moment @param {Words} words */
export function circle(moment, { outcomes, ...words }) {
  const waits = (moment.outcome?.waits ?? []).map(({ thread, resource, holder, task }) => {
    const name = threadName(moment, thread);
    if (task !== undefined) return outcomes.waitsForEnd(name, threadName(moment, task));
    const known = resourceOf(moment, resource);
    const what = known ? called(known, /** @type {Words} */ ({ outcomes, ...words })) : "?";
    return holder === undefined ? outcomes.waitsFor(name, what) : outcomes.waitsForHeld(name, what, threadName(moment, holder));
  });
  return outcomes.deadlock(waits.join(outcomes.and));
}

/**
 * What has come of a run, in a sentence.
 * @param {Moment} moment At its end. @param {import("./run.js").Answer} answer
 * @param {Words} words @param {string} time How long it took.
 */
export function conclusion(moment, answer, words, time) {
  const { outcomes } = words;
  switch (answer.outcome) {
    case "deadlock":
      return circle(moment, words);
    case "raised":
      return outcomes.raised(brief(answer.errors.trim().split("\n").at(-1) ?? ""));
    case "limit":
      return outcomes.limit;
    case "refused":
      return outcomes.refused;
    default:
      return outcomes.done(time);
  }
}
