// What has come of the lanes: a bar for each, drawn to scale, and what they teach.

import { element, setText } from "../base/dom.js";
import { progress } from "../log/snapshot.js";
import { laneName } from "./lane.js";

/** @typedef {import("../log/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../words/texts.js").Texts} Texts */
/** @typedef {import("./scale.js").Scale} Scale */
/** @typedef {import("./scale.js").Program} Program */

/** @typedef {{fill: HTMLElement, track: HTMLElement, value: HTMLElement, ratio: HTMLElement, name: HTMLElement}} Bar */

export class Result {
  #list = element("dl", { class: "bars" });
  #conclusion = element("p", { class: "conclusion" });
  /** @type {Bar[]} */
  #bars = [];
  root = element("div", { class: "result" }, this.#list, this.#conclusion);

  /** How many lanes there are. @param {number} count */
  show(count) {
    this.#bars = Array.from({ length: count }, bar);
    this.#list.replaceChildren(...this.#bars.map(({ name, track, ratio }) => element("div", {}, name, element("dd", {}, track, ratio))));
  }

  /** @param {readonly import("./lane.js").Lane[]} lanes @param {import("../words/texts.js").Language} language */
  translate(lanes, language) {
    for (const [lane, { name }] of lanes.entries()) {
      const bar = this.#bars[lane];
      if (bar) setText(bar.name, laneName(name, language));
    }
  }

  /** A lane takes longer than was known. @param {Readonly<Snapshot>} snapshot */
  fit({ duration, lanes }) {
    for (const [lane, { fill }] of this.#bars.entries()) {
      const own = lanes[lane]?.duration ?? 0;
      fill.style.setProperty("--share", String(duration ? own / duration : 0));
    }
  }

  /** Time has passed. @param {Readonly<Snapshot>} snapshot @param {Scale} scale @param {Texts} texts */
  tick({ time, lanes }, scale, texts) {
    for (const [index, { value, track }] of this.#bars.entries()) {
      const lane = lanes[index];
      if (!lane) continue;
      const own = progress(time, lane);
      setText(value, lane.failed ? texts.states["failed"] : texts.seconds(scale.seconds(own)));
      track.style.setProperty("--part", String(scale.duration ? own / scale.duration : 0));
    }
  }

  /**
   * Says what to look for, and in the end what there was.
   * @param {Readonly<Snapshot>} snapshot @param {Program} program
   * @param {readonly import("./lane.js").Lane[]} lanes @param {Scale} scale @param {Texts} texts
   */
  conclude(snapshot, program, lanes, scale, texts) {
    const { ended } = snapshot;
    const time = (/** @type {number} */ millis) => texts.seconds(scale.seconds(millis));
    // Only then it is known what has come of the lanes.
    const { ratios, sentences } = ended
      ? program.conclude({ snapshot, logs: lanes.map(({ log }) => log), texts, time })
      : { ratios: [], sentences: [] };
    for (const [lane, { ratio }] of this.#bars.entries()) setText(ratio, ratios[lane] ?? "");
    const longest = time(scale.duration);
    const [first, ...others] = snapshot.lanes.filter(({ failed }) => !failed);
    const same = others.length > 0 && others.every(({ duration }) => duration === first?.duration);
    const conclusion = sentences.join(" ") || (same ? texts.same(longest) : texts.ended(longest));
    const fresh = snapshot.lanes.every(({ shown }) => shown === 0);
    setText(this.#conclusion, ended ? conclusion : fresh ? texts.invite : texts.watch);
  }
}

/** @returns {Bar} */
function bar() {
  const fill = element("span", { class: "fill" });
  const value = element("span", { class: "value" });
  const track = element("span", { class: "track" }, fill, value);
  return { fill, value, track, name: element("dt"), ratio: element("span", { class: "ratio" }) };
}
