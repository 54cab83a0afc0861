// What is told to who listens: each line with its lane and its time, those of one instant
// together; where a step prints nothing, what has happened; and in the end what has come of it.

import { element, setText } from "../base/dom.js";
import { isolated } from "../base/names.js";
import { OfRun } from "../log/replay.js";
import { laneName } from "./lane.js";
import { momentOf } from "./moment.js";

/** @typedef {import("./lane.js").Lane} Lane */
/** @typedef {import("../log/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../words/texts.js").Texts} Texts */

/** Of more lines of a lane at once only the last are told. */
const MOST = 9;

export class Announcer {
  root = element("p", { class: "heard", role: "status" });
  /** Of each lane: how many of its events and lines have been told. @type {{lane: Lane, told: OfRun<{shown: number, lines: number}>}[]} */
  #lanes = [];
  #ended = false;

  /** Tells of these lanes from now on. @param {readonly Lane[]} lanes */
  show(lanes) {
    this.#lanes = lanes.map((lane) => ({ lane, told: new OfRun(lane.log, () => ({ shown: 0, lines: 0 })) }));
    setText(this.root, "");
  }

  /**
   * @param {Readonly<Snapshot>} snapshot @param {(millis: number) => string} time How a time is written.
   * @param {Texts} texts @param {import("../words/texts.js").Language} language
   * @param {string} conclusion What has come of it, once all have ended.
   */
  update({ paused, ended, lanes }, time, texts, language, conclusion) {
    /** @type {string[]} */
    const said = [];
    for (const { lane, told } of this.#lanes) {
      const { shown = 0, lines = 0 } = lanes[lane.index] ?? {};
      const before = told.now;
      if (shown === before.shown) continue;
      const fresh = lines > before.lines ? this.#lines(lane, Math.max(before.lines, lines - MOST), lines, time, texts) : "";
      const last = paused ? lane.log.event(shown - 1) : undefined;
      const what = fresh || (last && momentOf(lane, last, texts, time));
      if (what) said.push(`${laneName(lane.name, language)}, ${what}.`);
      Object.assign(before, { shown, lines });
    }
    if (ended && !this.#ended) said.push(conclusion);
    this.#ended = ended;
    this.root.lang = language;
    if (said.length) setText(this.root, said.join(" "));
  }

  /** What the lines `from..to` say, with the time once for all of one instant. @param {Lane} lane @param {number} from @param {number} to @param {(millis: number) => string} time @param {Texts} texts */
  #lines({ log }, from, to, time, texts) {
    let at = -1;
    /** @type {string[]} */
    const said = [];
    for (let line = from; line < to; line += 1) {
      const { writes } = log.line(line);
      const [first] = writes;
      if (!first) continue;
      const text = isolated(
        writes
          .map(({ text = "" }) => text)
          .join("")
          .trim(),
      );
      const torn = new Set(writes.map(({ index }) => index)).size > 1;
      said.push(`${first.at === at ? "" : `${time(first.at)}: `}${text || texts.emptyLine}${torn ? ` (${texts.torn})` : ""}`);
      at = first.at;
    }
    return said.join(", ");
  }
}
