// What has come of a demo when all lanes have ended: how they compare, and why.

import { traits } from "../log/lanes.js";

/** @typedef {import("../words/texts.js").Texts} Texts */

/**
 * @typedef {object} Ended A lane that has come to its end. Times are in milliseconds.
 * @property {string} name
 * @property {number} duration
 * @property {number} expected How long it should take.
 * @property {boolean} measured Whether it was real, not simulated.
 * @property {boolean} failed Whether it has ended too early.
 * @property {number} threads How many threads it has that do something.
 * @property {number[]} steps How long each step took, where they are measured.
 */

/** What is said of lanes, in one sentence or more. @typedef {{lanes: string[], text: string}} Said */

/** What is measured is never quite the same: a difference of a twentieth is none. */
const LEAST = 1.05;
/** A lane that takes so many times as long as it should is explained. */
const LATE = 1.1;

/** Says something of a lane, together with others of which the same is to be said. @param {Said[]} said @param {string} lane @param {string} text */
export function say(said, lane, text) {
  const same = said.find((other) => other.text === text);
  if (same) same.lanes.push(lane);
  else said.push({ lanes: [lane], text });
}

/** What is said, each time of whom if that isn't known. @param {readonly Said[]} said @param {Texts} texts */
export function sentences(said, texts) {
  let before = "";
  return said.map(({ lanes, text }) => {
    const names = lanes.map((lane) => texts.lanes[/** @type {keyof Texts["lanes"]} */ (lane)].name).join(", ");
    const isKnown = names === before;
    before = names;
    return isKnown ? text : `${names}: ${text}`;
  });
}

/**
 * How each lane compares with the sequential one, for its bar, and what says why.
 * @param {Ended[]} lanes @param {"wait" | "compute" | "block"} work
 * @param {number} processors How many the machine has.
 * @param {Texts} texts @param {(millis: number) => string} time How a time is written.
 * @returns {{ratios: string[], said: Said[]}}
 */
export function conclude(lanes, work, processors, texts, time) {
  const { conclusion } = texts;
  const base = lanes.find(({ name, failed }) => traits(name).oneByOne && !failed);
  // In lanes with a thread for each task steps that compute may take each other's time.
  const steps = lanes.flatMap(({ name, steps }) => (work === "wait" || traits(name).oneThread ? steps : []));
  steps.sort((one, other) => one - other);
  // That the same step doesn't always take the same time is the machine's own noise; but
  // an eighth at each end may be what the page was told too late.
  const rest = Math.floor(steps.length / 8);
  const [quickest = 0, slowest = 0] = [steps[rest], steps.at(-1 - rest)];
  const noise = steps.length > 1 ? Math.max(LEAST, slowest / quickest) : LEAST;
  const isNear = (/** @type {number} */ ratio) => ratio <= LEAST && ratio >= 1 / LEAST;

  /** @type {Said[]} */
  const said = [];
  /** @param {Ended} lane What there is to show beside its bar. */
  function compare({ name: lane, duration, measured }) {
    const { oneByOne, oneThread, real } = traits(lane);
    if (!base || oneByOne || duration === 0) return "";
    const ratio = base.duration / duration;
    const times = texts.times(ratio.toFixed(1));
    const own = measured || base.measured ? noise : 1;
    // One thread computes no faster, whatever has been measured.
    const cannot = work === "compute" && oneThread;
    if (ratio > own && !cannot) {
      say(said, lane, conclusion.faster[work](times, { oneThread, real }));
      return times;
    }
    if (ratio < 1 / own && !cannot) {
      say(said, lane, conclusion.slower(time(duration), time(base.duration)));
      return times;
    }
    if (ratio === 1 && !cannot) return "";
    say(said, lane, cannot ? conclusion.noFaster : conclusion.same);
    if (!isNear(ratio)) say(said, lane, conclusion.noise(times, time(quickest), time(slowest)));
    return texts.times("1.0");
  }

  /** @param {Ended} lane */
  function explain({ name, duration, expected, threads, measured }) {
    if (!measured || duration <= LATE * expected) return;
    const shares = !traits(name).oneThread && work === "compute" && threads > processors;
    const reason = shares ? conclusion.shares(threads, processors) : work === "wait" ? conclusion.timers : conclusion.busy;
    say(said, name, `${conclusion.late(time(duration), time(expected))} ${reason}`);
  }

  const ratios = lanes.map((lane) => {
    if (lane.failed) return "";
    const ratio = compare(lane);
    explain(lane);
    return ratio;
  });
  return { ratios, said };
}
