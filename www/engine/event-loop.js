// The futures of a lane that the browser's own event loop polls: what they are told, and
// what they tell. It is loaded only where a lane has them.

import load, { EventLoop as Core } from "../bindings/event-loop.js";
import { settingsText } from "./core.js";
import { eventLoopWasm } from "../site.js";
import { textsIn } from "../words/texts.js";

/** @typedef {import("./real.js").Recorder} Recorder */
/** @typedef {import("./real.js").LaneSnapshot} LaneSnapshot */

const en = {
  failed: (/** @type {string} */ reason) => `The part of the demo that runs this lane couldn’t be loaded. (${reason})`,
  held: (/** @type {string} */ time) =>
    `What the browser runs can’t be stepped, nor sent to another time. There is a record of it up to ${time}: you can step in that. Run lets it go on from there.`,
  record: "This is the record of what the browser’s event loop did. You can step in it, and see it again.",
  rate: "The browser’s timers run in real time, at 1 ×. The speed is for seeing their record again.",
  measured: (/** @type {string} */ time) => `Measured here: ${time}.`,
  late: (/** @type {string} */ middle, /** @type {string} */ most, /** @type {string} */ sum) =>
    `Each wait is a timer of the browser: they fired ${middle} late in the middle, ${most} at most. Each begins when the one before has fired, so the delays add up: to ${sum} in the latest task. In the lane Async deadlines are exact.`,
};

/** @type {typeof en} */
const ko = {
  failed: (reason) => `이쪽을 실행하는 부분을 불러오지 못했습니다. (${reason})`,
  held: (time) =>
    `브라우저가 직접 실행하는 것은 한 단계씩 넘기거나 다른 시각으로 옮길 수 없습니다. ${time}까지의 기록이 있으며, 그 안에서는 단계별로 볼 수 있습니다. 실행을 누르면 거기서부터 계속됩니다.`,
  record: "브라우저의 이벤트 루프가 한 일의 기록입니다. 단계별로 보거나 다시 볼 수 있습니다.",
  rate: "브라우저의 타이머는 언제나 실제 시간(1배)으로 움직입니다. 속도는 기록을 다시 볼 때만 쓰입니다.",
  measured: (time) => `이 기기에서 잰 결과: ${time}.`,
  late: (middle, most, sum) =>
    `기다림 하나하나가 브라우저의 타이머입니다. 타이머는 중앙값으로 ${middle}, 가장 늦을 때 ${most} 늦게 울렸습니다. 앞의 타이머가 울려야 다음 기다림이 시작되므로 늦은 시간이 쌓여, 가장 늦은 태스크에서는 모두 ${sum}가 되었습니다. 비동기 실행 레인에서는 기다림이 정확한 시각에 끝납니다.`,
};

const TEXTS = { en, ko };

/** @type {Promise<unknown> | undefined} */
let loading;

/** Resolves once the core's part can be used. */
function loaded() {
  loading ??= load({ module_or_path: eventLoopWasm() }).catch((error) => {
    // The next try may have more luck.
    loading = undefined;
    throw error;
  });
  return loading;
}

/** The futures of one lane. */
export class EventLoop {
  #recorder;
  #settings;
  #live = false;
  /** The run that has been started, until it is over. @type {Core | undefined} */
  #run;
  /** How late its timers have fired, in milliseconds: see `lateness` of the core. @type {number[]} */
  #lateness = [];
  /** Whether it has been started, and not ended since. */
  #started = false;
  /** Why there is no run, as it was told. @type {string | undefined} */
  failure;

  /** @param {Recorder} recorder @param {number} lane @param {Map<string, string>} settings Those of the session. */
  constructor(recorder, lane, settings) {
    this.#recorder = recorder;
    this.lane = lane;
    this.#settings = settings;
  }

  /** Gets what it needs, before it is started. */
  async prepare() {
    await loaded();
  }

  /** Does as the lane's state has it. @param {LaneSnapshot} state */
  follow({ live, kept, done }) {
    if (live !== this.#live) {
      this.#live = live;
      if (live && kept === 0 && !this.#started) this.#start();
      else if (live) this.#run?.play();
      else this.#run?.pause();
    }
    if (done) this.#stop();
  }

  /**
   * What there is to say of the lane, if there is something.
   * @param {import("../words/texts.js").Language} language @param {LaneSnapshot} lane
   * @param {{paused: boolean, speed: number}} state
   */
  note(language, lane, { paused, speed }) {
    const texts = TEXTS[language];
    if (this.failure !== undefined) return texts.failed(this.failure);
    const seconds = (/** @type {number} */ millis) => textsIn(language).seconds((millis / 1000).toFixed(3));
    if (lane.done && lane.shown === lane.kept) {
      const [middle, most, sum] = this.#lateness.map((millis) => `${millis.toFixed(1)} ms`);
      const late = middle && most && sum ? ` ${texts.late(middle, most, sum)}` : "";
      return texts.measured(seconds(lane.duration)) + late;
    }
    if (lane.kept > 0 && !this.#started) return texts.record;
    if (lane.live && speed !== 1) return texts.rate;
    return paused && lane.kept > 0 ? texts.held(seconds(lane.recorded)) : "";
  }

  /** Ends the run: none of its timers is left. */
  end() {
    this.#stop();
    this.#lateness = [];
  }

  #stop() {
    this.#started = false;
    this.#live = false;
    if (!this.#run) return;
    this.#lateness = [...this.#run.lateness()];
    this.#run.end();
    this.#run.free();
    this.#run = undefined;
  }

  async #start() {
    this.#started = true;
    this.failure = undefined;
    try {
      await loaded();
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
      this.end();
      this.#recorder.giveUp(this.lane);
      return;
    }
    // Meanwhile it may have been ended, or another one may have been started.
    if (!this.#started || this.#run) return;
    const record = (/** @type {Float64Array} */ numbers, /** @type {string} */ text) => this.#recorder.record(this.lane, numbers, text);
    this.#run = new Core(settingsText(this.#settings), 0, { record });
    if (this.#live) this.#run.play();
  }
}
