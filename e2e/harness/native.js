// What the crate does natively, as its own tests have written it down and checked it.

import { readFileSync } from "node:fs";

import { native } from "./places.js";

/** @typedef {Record<string, unknown>} NativeEvent an event as the element's `events` has it */
/** @typedef {{ log: string, events: number }} Shown what a lane shows, and how many events that is */
/** @typedef {{ at: number, shown: Shown[] }} Moment what lanes show from a millisecond on */
/** @typedef {{ name: string, duration: number, log: string, events: NativeEvent[] }} NativeLane at its end */

/**
 * @typedef {object} Run
 * @property {Record<string, string>} settings
 * @property {NativeLane[]} lanes
 * @property {Moment[]} moments
 */

/**
 * What is said of a setting with a wrong value.
 *
 * @typedef {{ setting: string, value: string, told: string, message: string }} Refusal
 */

/**
 * What is found in a log.
 *
 * @typedef {{ log: string, result: { verdict: string } & Record<string, unknown> }} Check
 */

/**
 * A run with too many events to be written down: the hashes of its lanes.
 *
 * @typedef {{ settings: Record<string, string>, hashes: string }} LargeRun
 */

/** @type {{ runs: Run[], large: LargeRun, refusals: Refusal[], checks: Check[] }} */
const { runs, large, refusals, checks } = JSON.parse(readFileSync(native("native.json"), "utf8"));

export { checks, large, refusals };

/**
 * The run of these settings.
 *
 * @param {Record<string, string>} settings
 */
function runOf(settings) {
  const wanted = JSON.stringify(Object.entries(settings).sort());
  const run = runs.find((run) => JSON.stringify(Object.entries(run.settings).sort()) === wanted);
  if (!run) throw new Error(`tests/it/runs.rs writes down no run of ${wanted}`);
  return run;
}

/**
 * What lanes with these settings have done at their ends, by their names.
 *
 * @param {Record<string, string>} settings
 */
export function nativeEnd(settings) {
  return Object.fromEntries(runOf(settings).lanes.map(({ name, ...lane }) => [name, lane]));
}

/**
 * What lanes with these settings show at a millisecond: their logs, and their events.
 *
 * @param {Record<string, string>} settings
 * @param {number} millis
 */
export function nativeMoment(settings, millis) {
  const run = runOf(settings);
  const moment = run.moments.findLast(({ at }) => at <= millis);
  if (!moment) throw new Error(`nothing was written down of ${millis} ms`);
  return {
    logs: moment.shown.map(({ log }) => log),
    /** Of each lane by its name. */
    events: Object.fromEntries(run.lanes.map(({ name, events }, lane) => [name, events.slice(0, moment.shown[lane]?.events)])),
  };
}
