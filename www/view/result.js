// What to look for, and in the end what has come of the lanes.

import { element, setText } from "../base/dom.js";
import { laneName } from "./lane.js";

/** @typedef {import("../log/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../words/texts.js").Texts} Texts */

export class Result {
  #conclusion = element("p", { class: "conclusion" });
  /** Where it is said that something of it is missing. */
  missing = element("div");
  root = element("div", { class: "result" }, this.#conclusion, this.missing);

  /** What it says. */
  get text() {
    return this.#conclusion.textContent ?? "";
  }

  /**
   * Says it, and returns how each lane compares.
   * @param {Readonly<Snapshot>} snapshot @param {import("./scale.js").Program} program
   * @param {readonly import("./lane.js").Lane[]} lanes @param {import("./scale.js").Scale} scale
   * @param {Texts} texts @param {import("../words/texts.js").Language} language
   */
  conclude(snapshot, program, lanes, scale, texts, language) {
    const time = (/** @type {number} */ millis) => texts.seconds(scale.seconds(millis));
    const fresh = snapshot.lanes.every(({ shown }) => shown === 0);
    if (!snapshot.ended) {
      const { invite, watch } = program.own ?? { invite: () => texts.invite, watch: () => texts.watch };
      setText(this.#conclusion, fresh ? invite() : watch());
      return [];
    }
    const { ratios, sentences } = program.conclude({ snapshot, logs: lanes.map(({ log }) => log), texts, time });
    const times = snapshot.lanes.map(
      ({ name, duration, failed }) => `${laneName(name, language)} ${failed ? texts.states["failed"] : time(duration)}`,
    );
    setText(this.#conclusion, [...(program.own ? [] : [`${times.join(", ")}.`]), ...sentences].join(" "));
    return ratios;
  }
}
