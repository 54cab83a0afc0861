// The real threads of a demo's lanes: its web workers, what they are told, and
// what they tell. It is loaded only where a lane has such threads.

import { CREATED, DONE, event, EVENT_FIELDS, RELEASED, STARTED } from "../bindings/crossing.js";
import { traits } from "../log/lanes.js";
import { settingsText } from "./core.js";
import { TEXTS } from "./crew-texts.js";
import { eventLoopWasm, loopThreadScript, threadScript, workerWasm } from "../site.js";
import { textsIn } from "../words/texts.js";

/** @typedef {import("./real.js").Recorder} Recorder */
/** @typedef {import("./real.js").LaneSnapshot} LaneSnapshot */
/** @typedef {import("./thread.js").Report} Report */
/** @typedef {import("./thread.js").Start} Start */
/** @typedef {import("./thread.js").Command} Command */
/** @typedef {import("./crew-texts.js").Failure} Failure */

/**
 * So often a worker may say nothing when it is looked at, once a second; when half of
 * that is over, it is asked. While everything stands still, nobody looks either.
 */
const PATIENCE = 10;

/**
 * Where Trusted Types are required, an address becomes a worker's only by a policy.
 * Those that come here name a file of ours or a text that we wrote. A page may allow
 * this policy by its name, or no policy at all: then there is no worker.
 * @type {{createScriptURL(address: string): string} | undefined}
 */
const policy = (() => {
  try {
    return Reflect.get(globalThis, "trustedTypes")?.createPolicy("interleaved", { createScriptURL: String });
  } catch {
    return undefined;
  }
})();

/** Why a thread can't be had, for those who tell the reader. */
class Failed extends Error {
  /** @param {Failure} failure @param {string} reason */
  constructor(failure, reason) {
    super(reason);
    this.failure = failure;
  }
}

/**
 * What every thread needs: the compiled core, an address at which workers start
 * here, and how fast this machine computes.
 * @typedef {{module: WebAssembly.Module, address: string, rounds: number}} Means
 */

/** Makes an address at which a script can start. @typedef {(script: string) => string} Address */

/** @type {Promise<Means> | undefined} */
let finding;

/**
 * Finds them, before they are needed: so that starting is measured by itself.
 * @returns {Promise<Means>}
 */
export function means() {
  finding ??= find().catch((error) => {
    // The next try may have more luck.
    finding = undefined;
    throw error;
  });
  return finding;
}

/** The addresses of scripts that import another, by the other's. @type {Map<string, string>} */
const importing = new Map();

/**
 * A worker's script must come from the page's own origin. Where it comes from another,
 * or the page has none, a script that imports it will do; what that is told before is
 * kept for it.
 * @type {Address}
 */
function imports(script) {
  const text = `const early = [];
    onmessage = (event) => early.push(event);
    import(${JSON.stringify(script)}).then(
      () => early.forEach((event) => onmessage(event)),
    ).catch((error) => setTimeout(() => { throw error; }));`;
  const address = importing.get(script) ?? URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  importing.set(script, address);
  return address;
}

/** By which of the addresses workers start here, once that is known. @type {Address} */
let addressOf = String;

async function find() {
  const module = await compile(await workerWasm());
  const script = await threadScript();
  /** @type {unknown} */
  let reason;
  for (const make of [String, imports]) {
    try {
      addressOf = make;
      const address = make(script);
      const worker = new Thread(address);
      try {
        return { module, address, rounds: await worker.calibrate(module) };
      } finally {
        worker.end();
      }
    } catch (error) {
      reason = error;
      // One that has started has nothing against its address.
      if (error instanceof Failed && error.failure !== "refused") break;
    }
  }
  throw reason;
}

/**
 * What a worker needs whose event loop polls the futures.
 * @returns {Promise<Means>}
 */
async function loopMeans() {
  const { rounds } = await means();
  const module = await compile(await eventLoopWasm());
  return { module, address: addressOf(await loopThreadScript()), rounds };
}

/** @param {import("../site.js").Wasm} source */
async function compile(source) {
  if (!(source instanceof Response)) return WebAssembly.compile(source);
  if (!source.ok) throw new Failed("refused", `${source.url}: ${source.status}`);
  // Not while it streams: that fails where a host doesn't know what wasm is.
  return WebAssembly.compile(await source.arrayBuffer());
}

/** A web worker. */
class Thread {
  #worker;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  #timer;
  #silent = 0;
  /** Called with all that it tells. @type {(report: Report) => void} */
  told = () => {};
  /** Called if it can't go on. @type {(failed: Failed) => void} */
  failed = () => {};

  /**
   * @param {string} address
   * @param {number} [patience] How many seconds it may say nothing.
   * @throws If no worker can start there.
   */
  constructor(address, patience = PATIENCE) {
    // Chromium starts no module from a blob where the page has no origin.
    this.#worker = new Worker(policy?.createScriptURL(address) ?? address, { type: address.startsWith("blob:") ? "classic" : "module" });
    this.#worker.onmessage = ({ data }) => {
      this.#silent = 0;
      this.told(data);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      // A script that couldn't be loaded has no words for it.
      this.failed(event.message ? new Failed("broken", event.message) : new Failed("refused", address));
    };
    this.#timer = setInterval(() => {
      this.#silent += 1;
      if (this.#silent === PATIENCE / 2) this.tell({ type: "ask" });
      if (this.#silent >= patience) this.failed(new Failed("silent", address));
    }, 1000);
  }

  /** @param {Start | Command} command */
  tell(command) {
    this.#worker.postMessage(command);
  }

  /**
   * How many rounds of computing take a millisecond.
   * @param {WebAssembly.Module} module @returns {Promise<number>}
   */
  calibrate(module) {
    return new Promise((resolve, reject) => {
      this.failed = reject;
      this.told = (report) => {
        if (report.type === "rounds") resolve(report.rounds);
      };
      this.#worker.postMessage({ type: "calibrate", module });
    });
  }

  end() {
    clearInterval(this.#timer);
    this.#worker.terminate();
  }
}

/** The threads of one lane. */
export class Crew {
  #recorder;
  #settings;
  /** @type {Thread[]} */
  #threads = [];
  /** Who waits for the lock, where it is kept here; the first one has it. @type {Thread[]} */
  #waiting = [];
  #live = false;
  /** Stands for the run that has been started, until it is over. @type {object | undefined} */
  #run;
  /** Why there are no threads, for the reader, and as it was told. @type {[Failure, string] | undefined} */
  failure;
  /** How long each thread took until it could run, in real milliseconds. @type {number[]} */
  starts = [];

  /**
   * @param {Recorder} recorder @param {number} lane
   * @param {Map<string, string>} settings Those of the session.
   */
  constructor(recorder, lane, settings) {
    this.#recorder = recorder;
    this.lane = lane;
    this.#settings = settings;
  }

  /** Gets what its threads need, before they are started. */
  async prepare() {
    await this.#means();
  }

  /** Does as the lane's state has it. @param {LaneSnapshot} state */
  follow({ live, kept, done }) {
    if (live !== this.#live) {
      this.#live = live;
      if (live && kept === 0 && !this.#run) this.#start();
      else this.#tell({ type: live ? "play" : "pause" });
    }
    if (done) this.end();
  }

  /**
   * What there is to say of the lane, if there is something.
   * @param {import("../words/texts.js").Language} language @param {LaneSnapshot} lane
   * @param {{paused: boolean, speed: number}} state
   */
  note(language, lane, { paused, speed }) {
    const texts = TEXTS[language];
    if (this.failure) return `${texts.failures[this.failure[0]]} (${this.failure[1]})`;
    const seconds = (/** @type {number} */ millis) => textsIn(language).seconds((millis / 1000).toFixed(3));
    if (lane.done && lane.shown === lane.kept) {
      const starts = this.starts.map((millis) => Math.round(millis));
      const range = [...new Set([Math.min(...starts), Math.max(...starts)])].join("–");
      return texts.measured(seconds(lane.duration), `${range} ms`, starts.length, navigator.hardwareConcurrency);
    }
    if (lane.kept === 0 && !lane.live && !paused) return texts.turn;
    if (lane.kept > 0 && !this.#run) return texts.record;
    if (lane.live && speed !== 1) return texts.rate;
    return paused && lane.kept > 0 ? texts.held(seconds(lane.recorded)) : "";
  }

  /** Ends all threads. */
  end() {
    for (const thread of this.#threads) thread.end();
    this.#threads = [];
    this.#waiting = [];
    this.#live = false;
    this.#run = undefined;
  }

  /** @param {Command} command */
  #tell(command) {
    for (const thread of this.#threads) thread.tell(command);
  }

  #means() {
    return traits(this.#recorder.lanes[this.lane]).runner === "eventLoop" ? loopMeans() : means();
  }

  async #start() {
    const run = {};
    this.#run = run;
    this.failure = undefined;
    this.starts = [];
    try {
      const found = await this.#means();
      // Meanwhile it may have been ended.
      if (run === this.#run) this.#begin(found);
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    }
  }

  /** @param {Means} means @throws If a worker can't be started. */
  #begin({ module, address, rounds }) {
    const { runner } = traits(this.#recorder.lanes[this.lane]);
    const own = runner === "workers";
    const eventLoop = runner === "eventLoop";
    const { tasks, snapshot } = this.#recorder;
    // A future that computes lets its event loop answer nobody before the step ends.
    const patience = PATIENCE + (eventLoop ? snapshot.interval / 100 : 0);
    // A worker for each task, or one for all of them.
    const shares = own ? tasks.map((task) => [task]) : [tasks];
    const lock = navigator.locks ? `interleaved ${performance.timeOrigin} ${Math.random()}` : "";
    for (const [index, share] of shares.entries()) {
      const thread = new Thread(address, patience);
      const begun = performance.now();
      this.#threads.push(thread);
      thread.failed = (failed) => this.#fail(failed);
      thread.told = (report) => {
        if (report.type === "ready") this.starts[index] = performance.now() - begun;
        else if (report.type === "lock") this.#queue(thread);
        else if (report.type === "event") this.#hear(thread, report, own ? index : undefined);
      };
      thread.tell({ type: "start", module, settings: this.#share(share, index, own), rounds, lock });
      if (this.#live) thread.tell({ type: "play" });
      if (own) this.#recorder.record(this.lane, numbersOf({ kind: STARTED, task: index + 1 }));
    }
  }

  /**
   * The settings of one thread, as the core reads them.
   * @param {Recorder["tasks"]} tasks @param {number} index @param {boolean} own Whether they are one task.
   */
  #share(tasks, index, own) {
    const settings = new Map(this.#settings);
    settings.set("tasks", tasks.map(({ name, low, high }) => `${name}:${low}:${high}`).join(" "));
    settings.set("lanes", this.#recorder.lanes[this.lane] ?? "");
    // Alone, each task is the first of its thread.
    if (own && index > 0 && settings.get("work")?.trim() === "block") settings.set("work", "wait");
    return settingsText(settings);
  }

  /** @param {Thread} thread @param {Extract<Report, {type: "event"}>} report @param {number} [index] Whose thread it is. */
  #hear(thread, { numbers, text }, index) {
    const told = event(numbers, 0);
    const { kind, task } = told;
    if (index === undefined) {
      this.#recorder.record(this.lane, numbers, text);
    } else if (kind === DONE) {
      thread.end();
    } else if (task > 0 && kind !== CREATED && kind !== STARTED) {
      // The main program is this one here, and that it has started the task was written
      // down when it did.
      this.#recorder.record(this.lane, numbersOf({ ...told, task: index + 1 }), text);
    }
    if (kind !== RELEASED) return;
    if (this.#waiting[0] === thread) {
      this.#waiting.shift();
      this.#waiting[0]?.tell({ type: "lock" });
    } else {
      thread.tell({ type: "written" });
    }
  }

  /** @param {Thread} thread */
  #queue(thread) {
    this.#waiting.push(thread);
    if (this.#waiting.length === 1) thread.tell({ type: "lock" });
  }

  /** @param {unknown} error */
  #fail(error) {
    const failure = error instanceof Failed ? error.failure : "refused";
    this.failure = [failure, error instanceof Error ? error.message : String(error)];
    this.end();
    this.#recorder.giveUp(this.lane);
  }
}

/** An event in numbers. @param {Partial<Record<typeof EVENT_FIELDS[number], number>>} event */
function numbersOf(event) {
  return Float64Array.from(EVENT_FIELDS, (name) => event[name] ?? -1);
}
