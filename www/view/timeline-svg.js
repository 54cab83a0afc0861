// The timelines of all lanes as the text of one SVG file, which needs nothing else.

import { isolated } from "../base/names.js";
import { styles } from "../base/style.js";
import { textsIn } from "../words/texts.js";
import { ems } from "./axis.js";
import { laneName } from "./lane.js";
import { Plot } from "./plot.js";

/** How wide the picture is, its margin and the size of its type, in pixels. */
const [WIDTH, MARGIN, EM] = [960, 16, 14];
/** How thick each kind of line is; what has none is filled. @type {Record<string, number>} */
const LINES = { grid: 1, wait: 1.5, poll: 1.5, newline: 1.5, end: 3, torn: 2, stuck: 2 };

/**
 * @param {readonly import("./lane.js").Lane[]} lanes
 * @param {import("../log/snapshot.js").Snapshot} snapshot
 * @param {import("./scale.js").Scale} scale
 * @param {import("./axis.js").Language} language
 */
export function timelineSvg(lanes, snapshot, scale, language) {
  const { of, seconds, time } = textsIn(language);
  // Of each pair of colours the first is the light theme's.
  const colors = [...styles.matchAll(/--(\w+): ?light-dark\((#\w+)/g)];
  /** @type {Record<string, string>} */
  const color = Object.fromEntries(colors.map(([, name, value]) => [name, value]));

  /** @param {string} string @param {number} x @param {number} y @param {string} [attributes] */
  const text = (string, x, y, attributes = "") =>
    `<text x="${x.toFixed(1)}" y="${(y + EM * 0.35).toFixed(1)}"${attributes}>${escape(string)}</text>`;

  /** @param {[string, string][]} paths @param {boolean} dense */
  const draw = (paths, dense) => {
    let drawn = "";
    for (const [classes, path] of paths) {
      const [kind = "", look = "ink"] = classes.split(" ");
      const paint = color[{ grid: "hair", torn: "alarm", stuck: "alarm" }[kind] ?? look];
      const line = (LINES[kind] ?? 0) / (dense ? 2 : 1);
      const pen = line ? `fill="none" stroke="${paint}" stroke-width="${line}"` : `fill="${paint}"`;
      drawn += `<path ${pen}${kind === "torn" ? ' stroke-dasharray="3 2"' : ""} d="${path}"/>`;
    }
    return drawn;
  };

  let height = MARGIN;
  let body = "";
  for (const lane of lanes) {
    const picture = new Plot(lane, scale, WIDTH - 2 * MARGIN, EM, language);
    picture.read(snapshot.lanes[lane.index]?.shown ?? 0);
    const { axis, columns, dense, still, strokes, words } = picture;
    const now = axis.x(snapshot.time).toFixed(1);
    const paths = columns.flatMap((from, column) => Object.entries(picture.paths(from, columns[column + 1] ?? strokes.length)));
    const isWait = (/** @type {[string, string]} */ [classes]) => classes.startsWith("wait");
    body += `<g transform="translate(${MARGIN} ${height})">`;
    body += text(laneName(lane.name, language), 0, EM / 2, ' font-weight="bold"');
    body += `<g transform="translate(0 ${1.6 * EM})">`;
    body += draw([...Object.entries(still), ...paths.filter(isWait)], dense);
    body += `<path fill="${color["paper"]}" fill-opacity=".65" d="M${now} 0H${WIDTH}V${picture.height}H${now}z"/>`;
    body += `<path stroke="${color["accent"]}" stroke-width="2" d="M${now} 0V${picture.height}"/>`;
    body += draw(
      paths.filter((path) => !isWait(path)),
      dense,
    );
    for (const [kind, string, x, y] of words) {
      const room = (axis.left - x) / EM - 1;
      body +=
        kind === "task" ? text(isolated(shorten(string, room)), x, y) : text(string, x, y, kind === "tick" ? ' text-anchor="middle"' : "");
    }
    body += "</g></g>";
    height += picture.height + 4 * EM;
  }
  const names = lanes.map(({ name }) => laneName(name, language)).join(", ");
  const moment = of(seconds(scale.seconds(snapshot.time)), seconds(scale.seconds(snapshot.duration)));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${language}" role="img" aria-labelledby="t d" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="${EM}" fill="${color["ink"]}">` +
    `<title id="t">${escape(names)}</title><desc id="d">${time}: ${moment}</desc>` +
    `<path fill="${color["paper"]}" d="M0 0H${WIDTH}V${height}H0z"/>${body}</svg>\n`
  );
}

/** What is left of a name where there is room for so many ems. @param {string} name @param {number} room */
function shorten(name, room) {
  let short = "";
  for (const letter of name) {
    room -= ems(letter);
    if (room < 0) return `${short}…`;
    short += letter;
  }
  return name;
}

/** @param {string} text */
function escape(text) {
  // What XML can't hold at all goes; the rest that has a meaning there is written otherwise.
  const allowed = text.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
  return allowed.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
