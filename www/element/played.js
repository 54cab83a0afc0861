// The words of a media element, for an element that plays something.

/** Where there is no page, as in Node or in a worker, the module can be imported all the same. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** @typedef {import("./playback.js").Playback} Playback */

/** What plays in each. @type {WeakMap<Played, Playback>} */
const playbacks = new WeakMap();

export class Played extends Base {
  /** Says what plays in it. @param {Played} element @param {Playback} playback */
  static plays(element, playback) {
    playbacks.set(element, playback);
    return playback;
  }

  get #playback() {
    return /** @type {Playback} */ (playbacks.get(this));
  }

  /** Starts, or goes on; at the end, starts again. */
  play() {
    return this.#playback.play();
  }

  pause() {
    this.#playback.pause();
  }

  /** Back to the start, paused. */
  reset() {
    this.#playback.reset();
  }

  /** Shows one more event. Returns whether there was one. */
  stepForward() {
    return this.#playback.step(true);
  }

  /** Hides the last event. Returns whether there was one. */
  stepBack() {
    return this.#playback.step(false);
  }

  get paused() {
    return this.#playback.paused;
  }

  get ended() {
    return this.#playback.session?.snapshot.ended ?? false;
  }

  /** In seconds of virtual time. */
  get currentTime() {
    return this.#playback.time;
  }

  set currentTime(seconds) {
    // As a media element takes a text as well.
    const time = Math.max(0, Number(seconds));
    if (!Number.isFinite(time)) throw new TypeError(`currentTime: ${seconds} is not a number of seconds`);
    this.#playback.time = time;
  }

  /** In seconds of virtual time, as far as it is known; NaN before it is. */
  get duration() {
    const { session } = this.#playback;
    return session ? session.snapshot.duration / 1000 : NaN;
  }

  /** How many times faster than real time. */
  get speed() {
    return this.#playback.session?.snapshot.speed ?? Number(this.getAttribute("speed") ?? 1);
  }

  set speed(speed) {
    this.setAttribute("speed", String(speed));
    // At once, so that it can be read back.
    this.#playback.setSpeed(Math.round(Number(speed || 1) * 1000) / 1000);
  }

  get playbackRate() {
    return this.speed;
  }

  set playbackRate(speed) {
    this.speed = speed;
  }

  /** The runs' names, in the order shown. */
  get laneNames() {
    return this.#playback.session?.lanes ?? [];
  }

  /** What a run, the first without a name, has printed up to `currentTime`, byte for byte. @param {string} [lane] */
  logText(lane) {
    const { log, shown } = this.#lane(lane);
    return log?.text(0, shown) ?? "";
  }

  /** What has happened in a run, the first without a name, up to `currentTime`: times in milliseconds. @param {string} [lane] */
  events(lane) {
    const { log, shown } = this.#lane(lane);
    return log?.events(0, shown) ?? [];
  }

  /** @param {string} [name] */
  #lane(name) {
    const { laneNames } = this;
    const lane = name === undefined ? 0 : laneNames.indexOf(name);
    if (lane < 0 && laneNames.length) throw new RangeError(`lane: “${name}” is not one of ${laneNames.join(", ")}`);
    const { session } = this.#playback;
    return { log: session?.logs[lane], shown: session?.snapshot.lanes[lane]?.shown ?? 0 };
  }
}
