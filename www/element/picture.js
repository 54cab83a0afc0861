// Keeps the picture of a demo as it should be: drawn after each change, and moved on in
// each frame while time passes. A frame has one snapshot.

/** @typedef {Readonly<import("../log/snapshot.js").Snapshot>} Snapshot */

export class Picture {
  #view;
  #now;
  #moved;
  /** Where it is shown, if it is. @type {Window | undefined} */
  #window;
  #frame = 0;
  /** Whether what is drawn isn't all, or not the newest. */
  #stale = false;

  /**
   * @param {{isLarge: boolean, update: (snapshot: Snapshot) => boolean, tick: (snapshot: Snapshot) => void}} view
   * @param {() => Snapshot | undefined} now @param {() => void} moved Called in each frame in which time has passed.
   */
  constructor(view, now, moved) {
    this.#view = view;
    this.#now = now;
    this.#moved = moved;
  }

  /** It is shown in this window from now on. @param {Window} window */
  goTo(window) {
    this.#window = window;
  }

  /** Something has changed. @param {Snapshot} snapshot */
  show(snapshot) {
    // A large run is drawn in frames alone: what a timer draws before, a frame would have
    // laid out twice.
    if (this.#view.isLarge) this.again();
    else this.#draw(snapshot);
  }

  /** Has it drawn in the next frame. */
  again() {
    this.#stale = true;
    this.next();
  }

  /** Something may be due in the next frame. */
  next() {
    this.#frame ||= this.#window?.requestAnimationFrame(this.#onFrame) ?? 0;
  }

  /** Nothing more is drawn until it is shown again, whatever comes meanwhile. */
  stop() {
    this.#window?.cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#window = undefined;
  }

  /** @param {Snapshot} snapshot */
  #draw(snapshot) {
    this.#stale = this.#view.update(snapshot);
    this.next();
  }

  #onFrame = () => {
    this.#frame = 0;
    const snapshot = this.#now();
    if (!snapshot) return;
    if (this.#stale) this.#draw(snapshot);
    if (!snapshot.moves) return;
    this.#view.tick(snapshot);
    this.#moved();
    this.next();
  };
}
