// A demo on paper, where nobody can press Run: what hasn't been run is printed as it ends.

/** What is told before and after a page is printed. */
export const PRINTING = ["beforeprint", "afterprint"];

export class Paper {
  /** Whether it has been run for paper only. */
  #ran = false;

  /**
   * @param {Event} event @param {import("../engine/session.js").Session<any>} session
   * @param {import("../view/view.js").View} view @param {boolean} asks Whether the reader is asked first: then paper asks.
   */
  print({ type }, session, view, asks) {
    const before = type === PRINTING[0];
    const { duration, lanes, paused } = session.snapshot;
    if (before) this.#ran = paused && !asks && lanes.every(({ shown }) => shown === 0);
    if (this.#ran && before) session.seek(duration);
    if (this.#ran && !before) session.reset();
    view.print(session.snapshot, before);
  }
}
