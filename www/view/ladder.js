// Whether lanes have room for a ladder: time goes down, and what is printed at one time stands
// side by side.

import { traits } from "../log/lanes.js";
import { BOX_LINES } from "./log-view.js";

/** What a letter, and what is around the letters of a line, take in the log's type. */
const LETTER = 0.6;
const AROUND = 1.7;
/** With what is said of a line that may be torn. */
const AROUND_TORN = 3 * AROUND;
/** What the axis and the gap before each lane take, in the demo's type. */
const AXIS = 3.4;
const GAP = 1.2;

/**
 * How wide the lanes have to be together for a ladder, in the demo's type; there may be none.
 * @param {import("./scale.js").Scale} scale @param {readonly import("./lane.js").Lane[]} lanes
 * @param {number} type The size of the log's type, in the demo's.
 */
export function ladderWidth({ rungs, widest: { letters, lines } }, lanes, type) {
  if (letters === 0 || rungs > BOX_LINES) return Infinity;
  const tears = lanes.some(({ name }) => !traits(name).oneThread);
  const lane = (letters * LETTER + lines * (tears ? AROUND_TORN : AROUND)) * type + GAP;
  return AXIS + lanes.length * lane;
}
