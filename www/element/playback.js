// What plays in an element: its session, and what a media element tells of it. All times
// here are in seconds of virtual time, as a media element has them.
//
// Its states, and what leads from one to the next:
//
//   empty    no session yet
//   ready    a session, paused at 0                  <- apply() | reset()
//   playing  the playhead moves                     <- play()
//   held     playing, but the page is hidden        <- visibilitychange
//   paused   the playhead stands                    <- pause() | a step | a seek
//   ended    every lane is shown to its end         <- the playhead | a step | a seek
//
// A change of tasks, interval, lanes, seed, lock or work makes a new session: ready.
// A setting that is refused counts as it did before; at first, as if it weren't there.

import { Picture } from "./picture.js";

/** @typedef {import("../engine/session.js").Session<any>} Session */

/** At most so often, in milliseconds, does `timeupdate` tell of time that only passes. */
const TIMEUPDATE_EVERY = 250;

/**
 * @typedef {object} Around What it needs of its element.
 * @property {(event: Event) => void} tell Tells the page of something.
 * @property {() => Promise<void>} ready Resolves when the settings as they now stand are in force.
 * @property {() => boolean} hidden Whether nobody can see it.
 * @property {(error: unknown) => void} fail Something that it needs couldn't be loaded.
 */

export class Playback {
  #view;
  #around;
  /** @type {Session | undefined} */
  #session;
  /** Resolves once the session has what it needs to play. @type {Promise<void> | undefined} */
  #hired;
  #wantsToPlay = false;
  /** Whether `play` has been told and its end hasn't. */
  #playing = false;
  #seeking = false;
  #wasEnded = false;
  #lastTimeupdate = 0;
  /** Where the next session starts; undefined is where the settings say. @type {number | undefined} */
  #startAt;
  picture;

  /** @param {import("../view/view.js").View} view @param {Around} around */
  constructor(view, around) {
    this.#view = view;
    this.#around = around;
    this.picture = new Picture(
      view,
      () => this.#session?.snapshot,
      () => this.#moved(),
    );
  }

  get session() {
    return this.#session;
  }

  /** Whether it is where the settings say, since nobody has played or moved it. */
  get isFresh() {
    return this.#startAt === undefined;
  }

  /** Another session plays. @param {Session} session @param {number} startAt Where the settings say, in milliseconds. */
  take(session, startAt) {
    this.#session?.free();
    this.#session = session;
    this.#wasEnded = false;
    // Once it has been played or moved, the next are new runs.
    const start = this.#startAt === undefined ? startAt : wholeMillis(this.#startAt);
    if (this.#startAt !== undefined) this.#startAt = 0;
    if (start > 0) session.seek(start);
    this.#hired = undefined;
  }

  /** Ends the session; the next will be where this one was. @param {number} time */
  leave(time) {
    this.#session?.free();
    this.#session = undefined;
    this.#startAt = time;
  }

  /** Starts, or goes on; at the end, starts again. @returns {Promise<void>} */
  async play() {
    this.#wantsToPlay = true;
    await this.#around.ready();
    this.#startAt ??= 0;
    const session = this.#session;
    if (!this.#wantsToPlay || !session) return;
    this.#hired ??= session.hire().catch((error) => {
      // The next try may have more luck.
      this.#hired = undefined;
      this.#around.fail(error);
    });
    await this.#hired;
    if (!this.#wantsToPlay) return;
    // Meanwhile there may be other settings.
    if (this.#session !== session) return this.play();
    this.#wantsToPlay = false;
    if (!this.paused) return;
    this.#wasEnded = false;
    session.play();
    session.hide(this.#around.hidden());
    // One that was only moved has told so already.
    if (!this.#playing) {
      this.#playing = true;
      this.#around.tell(new Event("play"));
      this.#view.played();
    }
    this.passed();
  }

  pause() {
    this.#wantsToPlay = false;
    if (!this.#session || this.paused) return;
    this.#session.pause();
    this.stopped();
    this.changed();
  }

  /** Time has passed: at the end, and at a breakpoint, it stops by itself. */
  passed() {
    this.changed();
    if (this.paused) this.stopped();
  }

  /** It plays no more. */
  stopped() {
    if (!this.#playing) return;
    this.#playing = false;
    this.#around.tell(new Event("pause"));
  }

  /** Back to the start, paused. */
  reset() {
    this.pause();
    this.#startAt = 0;
    this.#session?.reset();
    this.#wasEnded = false;
    this.changed();
  }

  /**
   * @param {boolean} forward @param {{lane?: number, by?: import("../base/wish.js").Unit, thread?: number}} [how]
   *   Past the events of other lanes, or to where a line or a turn begins.
   */
  step(forward, { lane, by, thread } = {}) {
    this.pause();
    this.#startAt ??= 0;
    const session = this.#session;
    const moved = (lane === undefined ? session?.step(forward, by, thread) : session?.stepLane(forward, lane)) ?? false;
    if (moved) this.#wasEnded = false;
    this.#seeking = true;
    this.changed();
    return moved;
  }

  /** One step, as the reader has chosen. @param {boolean} forward */
  stepAsChosen(forward) {
    return this.step(forward, { by: this.#view.unit });
  }

  get paused() {
    return this.#session?.snapshot.paused ?? true;
  }

  get time() {
    return this.#session ? this.#session.snapshot.time / 1000 : (this.#startAt ?? 0);
  }

  set time(time) {
    if (!this.#session) {
      this.#startAt = time;
      return;
    }
    this.#startAt = 0;
    this.#wasEnded = false;
    this.#session.seek(time * 1000);
    this.#seeking = true;
    this.changed();
  }

  /** @param {number} speed */
  setSpeed(speed) {
    const session = this.#session;
    if (!session || session.snapshot.speed === speed) return;
    session.setSpeed(speed);
    this.#around.tell(new Event("ratechange"));
  }

  /** Something has changed: shows it, tells of it, and keeps the picture moving. */
  changed() {
    const session = this.#session;
    if (!session) return;
    const snapshot = session.snapshot;
    this.picture.show(snapshot);
    this.#timeupdate();
    if (this.#seeking && !snapshot.behind) {
      this.#seeking = false;
      this.#around.tell(new Event("seeked"));
    }
    // Those who were told may have changed it again.
    const { ended, moves } = this.#session?.snapshot ?? snapshot;
    if (ended && !this.#wasEnded) {
      this.#wasEnded = true;
      this.stopped();
      this.#around.tell(new Event("ended"));
    }
    if (moves) this.picture.next();
  }

  /** Time has passed in a frame. */
  #moved() {
    // Either way: the browser's clock may jump back.
    if (Math.abs(performance.now() - this.#lastTimeupdate) >= TIMEUPDATE_EVERY) this.#timeupdate();
  }

  #timeupdate() {
    this.#lastTimeupdate = performance.now();
    this.#around.tell(new Event("timeupdate"));
  }
}

/**
 * A time in whole milliseconds, never so late that more is shown than at that
 * time: cut, but not where a fraction is only what seconds make of milliseconds.
 * @param {number} seconds
 */
export function wholeMillis(seconds) {
  return Math.floor(seconds * 1000 + 1e-7);
}
