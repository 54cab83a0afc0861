// What runs in a web worker: one real thread. It is told what to run, and tells
// what it does as it does it; each write of a print is a message of its own.

import { event, EVENT_SIZE } from "../bindings/crossing.js";
import { initSync, Order, Worker as Core } from "../bindings/worker.js";

/**
 * @typedef {object} Start What a thread is to run.
 * @property {"start"} type
 * @property {WebAssembly.Module} module
 * @property {string} settings See `Worker` of the core.
 * @property {number} rounds How many rounds of computing a millisecond has.
 * @property {string} lock The name of the lock among threads; none where there are no Web Locks.
 *
 * @typedef {{type: "play" | "pause" | "lock" | "written" | "ask"}} Command
 * @typedef {{type: "calibrate", module: WebAssembly.Module}} Calibrate
 *
 * @typedef {{type: "ready" | "here"}
 *   | {type: "rounds", rounds: number}
 *   | {type: "lock"}
 *   | {type: "event", numbers: Float64Array, text: string}} Report
 */

/** What the core answers instead of a number of milliseconds. */
const WANTS_LOCK = -2;
/** The longest delay of `setTimeout`; a longer one would fire at once. */
const MAX_DELAY = 2147483647;
/** At least so many milliseconds it takes to see how fast this machine computes. */
const CALIBRATION = 20;

/** @type {Core | undefined} */
let core;
/** The name of the lock. */
let lock = "";
let asked = false;
/** Gives the lock back. @type {(_: unknown) => void} */
let written = () => {};
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

// Who posts to itself comes back after whatever else has been posted meanwhile.
const turn = new MessageChannel();
turn.port1.onmessage = () => act(Order.Tick);

onmessage = ({ data }) => {
  /** @type {Start | Command | Calibrate} */
  const command = data;
  switch (command.type) {
    case "calibrate":
      initSync({ module: command.module });
      tell({ type: "rounds", rounds: calibrate() });
      break;
    case "start":
      initSync({ module: command.module });
      core = new Core(command.settings, command.rounds);
      lock = command.lock;
      tell({ type: "ready" });
      break;
    case "play":
      act(Order.Play);
      break;
    case "pause":
      act(Order.Pause);
      break;
    case "lock":
      asked = false;
      act(Order.Lock);
      break;
    case "written":
      written(null);
      break;
    case "ask":
      tell({ type: "here" });
  }
};

/** @param {Report} report */
function tell(report) {
  postMessage(report);
}

/** How many rounds of computing take a millisecond here. */
function calibrate() {
  const core = new Core("", 0);
  for (let rounds = 10_000; ; rounds *= 4) {
    const start = performance.now();
    core.act(Order.Compute, rounds, 0);
    const millis = performance.now() - start;
    if (millis >= CALIBRATION) return rounds / millis;
  }
}

/** @param {Order} order @param {number} [value] */
function act(order, value = 0) {
  if (!core) return;
  clearTimeout(timer);
  const wait = core.act(order, value, performance.now());
  report(core);
  if (wait === WANTS_LOCK) askForLock();
  else if (wait === 0) turn.port2.postMessage(null);
  else if (wait > 0) timer = setTimeout(act, Math.min(wait, MAX_DELAY), Order.Tick);
}

/** Tells what has happened. @param {Core} core */
function report(core) {
  const news = core.news();
  if (news.length === 0) return;
  const text = core.text(news.length / EVENT_SIZE);
  let written = 0;
  for (let first = 0; first < news.length; first += EVENT_SIZE) {
    const { length } = event(news, first);
    tell({ type: "event", numbers: news.slice(first, first + EVENT_SIZE), text: text.slice(written, (written += length)) });
  }
}

async function askForLock() {
  if (asked) return;
  asked = true;
  if (lock) {
    try {
      return await navigator.locks.request(lock, () => {
        asked = false;
        // Both writes; and the lock goes back when they have come where all threads
        // write, since messages of two threads keep no order.
        return new Promise((resolve) => {
          written = resolve;
          act(Order.Lock);
        });
      });
    } catch {
      // A page without an origin has no locks.
      lock = "";
    }
  }
  // Whoever has started this thread keeps the lock.
  tell({ type: "lock" });
}
