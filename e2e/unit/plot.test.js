// Where everything stands in a lane's timeline.

import assert from "node:assert/strict";
import { before, test } from "node:test";

import { WROTE } from "../../www/bindings/crossing.js";
import { loaded } from "../../www/engine/core.js";
import { lessonSession } from "../../www/engine/lesson.js";
import { firstWhere, heightOf, Plot } from "../../www/view/plot.js";
import { learn } from "../../www/words/texts.js";

/** @import { Lane } from "../../www/view/lane.js" */

before(loaded);
before(() => learn("en"));

const LANES = ["sequential", "async", "threads"];

/**
 * A session that has come to the end.
 *
 * @param {Record<string, string>} settings
 */
function ended(settings) {
  const all = { lanes: LANES.join(" "), seed: "7", ...settings };
  const session = lessonSession(new Map(Object.entries(all)));
  session.seek(session.snapshot.duration);
  return session;
}

/**
 * @param {ReturnType<typeof lessonSession>} session
 * @param {number} index
 * @returns {Lane}
 */
function laneOf({ lanes, logs }, index) {
  const log = logs[index];
  assert.ok(log);
  return { index, name: lanes[index] ?? "", log, lookOf: (task) => task % 8 };
}

/**
 * @param {ReturnType<typeof lessonSession>} session
 * @param {number} lane
 */
function plotOf(session, lane) {
  return new Plot(laneOf(session, lane), session.snapshot, 600, 16, "en");
}

test("the first of the numbers is found, if there is one", () => {
  for (let end = 0; end < 9; end += 1) {
    for (let first = 0; first <= end; first += 1) {
      assert.equal(
        firstWhere(end, (index) => index >= first),
        first,
      );
    }
  }
});

test("a prefix of the events draws a prefix of the strokes, read in pieces or at once", () => {
  const session = ended({ tasks: "A:1:5 B:5:10 C:10:15" });
  for (const lane of LANES.keys()) {
    const { shown = 0 } = session.snapshot.lanes[lane] ?? {};
    const [pieces, whole] = [plotOf(session, lane), plotOf(session, lane)];
    assert.equal(whole.read(shown), true);
    let before = 0;
    for (let events = 0; events <= shown; events += 1) {
      assert.equal(pieces.read(events), true);
      const count = pieces.strokesOf(events);
      assert.ok(count >= before);
      assert.deepEqual(pieces.strokes.slice(0, count), whole.strokes.slice(0, whole.strokesOf(events)));
      for (const { event } of pieces.strokes.slice(before, count)) assert.ok(event < events);
      before = count;
    }
    assert.ok(before > 20, `${before} strokes`);
    assert.equal(before, whole.strokes.length);
  }
  session.free();
});

test("a place is found by its column, in the order of time", () => {
  const session = ended({});
  for (const lane of LANES.keys()) {
    const plot = plotOf(session, lane);
    plot.read(Infinity);
    const { columns, strokes } = plot;
    assert.deepEqual(
      columns,
      [...new Set(columns)].sort((one, other) => one - other),
    );
    assert.equal(columns[0], 0);
    assert.ok(columns.every((first) => first < strokes.length));
  }
  session.free();
});

test("an axis is from the left edge to the end, and each task has a row", () => {
  const session = ended({ interval: "250" });
  const plot = plotOf(session, 0);
  const { axis, height } = plot;
  assert.equal(plot.x(0), axis.left);
  assert.ok(Math.abs(plot.x(250) - axis.left - axis.interval) < 1e-9);
  assert.ok(plot.x(session.snapshot.duration) < 600);
  const rows = [0, 1, 2].map((task) => plot.y(task));
  assert.deepEqual(
    rows,
    rows.toSorted((one, other) => one - other),
  );
  assert.ok(rows.every((row) => row > 0 && row < height));
  session.free();
});

test("a timeline is as high as its tasks need, and no higher than there is room", () => {
  const three = ended({});
  // Of one thread there is a row more, in which all turns of one instant have room.
  assert.equal(heightOf(laneOf(three, 1)), heightOf(laneOf(three, 0)));
  assert.ok(heightOf(laneOf(three, 0)) > heightOf(laneOf(three, 2)));
  const tasks = Array.from({ length: 500 }, (_, task) => `T${task}:0:1`).join(" ");
  const many = ended({ tasks });
  assert.ok(heightOf(laneOf(many, 2)) > heightOf(laneOf(three, 2)));
  assert.ok(heightOf(laneOf(many, 2)) <= 13);
  three.free();
  many.free();
});

/**
 * From where to where the path of a shape reaches, across and down.
 *
 * @param {string} path
 */
function extent(path) {
  const numbers = (/** @type {string} */ text) => [...text.matchAll(/-?[\d.]+/g)].map(Number);
  const [head = "", arc] = path.split("a");
  const [x = 0, y = 0, ...more] = numbers(head);
  const radius = arc === undefined ? 0 : (numbers(arc)[0] ?? 0);
  const [xs, ys] = [
    [x, x + 2 * radius],
    [y - radius, y + radius],
  ];
  const steps = head.includes("v") ? [x, y + (more.at(-1) ?? 0)] : more;
  for (const [index, number] of steps.entries()) (index % 2 ? ys : xs).push(number);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

test("one instant is one place, and what one thread does there is stacked in its order", () => {
  for (const tasks of ["A:1:5 B:5:10 C:10:15", "A:0:2 B:0:2 C:0:2 D:0:2 E:0:2 F:0:2 G:0:2 H:0:2 I:0:0", "A:0:0 B:0:0 C:0:3"]) {
    const session = ended({ tasks });
    for (const lane of [0, 1]) {
      const plot = plotOf(session, lane);
      plot.read(Infinity);
      const { strokes, height } = plot;
      const events = laneOf(session, lane).log.events(0, session.snapshot.lanes[lane]?.shown ?? 0);
      /** What is stacked, by its time. @type {Map<number, {task: number, top: number, bottom: number}[]>} */
      const stacks = new Map();
      for (const { event, classes, path, x: across } of strokes) {
        const { at = 0, index: task = -1 } = events[event] ?? {};
        assert.ok(Math.abs(across - plot.x(at)) < 0.1 || classes.startsWith("wait"), `${classes} of ${at} at ${across}`);
        if (classes.startsWith("turn")) stacks.set(at, [...(stacks.get(at) ?? []), { task, ...extent(path) }]);
      }
      for (const [at, stack] of stacks) {
        const polled = events.filter((event) => event.at === at && event.index > 0 && event.kind === "polled").map(({ index }) => index);
        assert.deepEqual(
          stack.map(({ task }) => task),
          polled,
        );
        for (const [place, { top, bottom }] of stack.entries()) {
          assert.ok(top >= (stack[place - 1]?.bottom ?? 0) && bottom <= height, `${tasks} in lane ${lane} at ${at}`);
        }
      }
      assert.ok(lane === 0 || Math.max(...[...stacks.values()].map(({ length }) => length)) > 1);
    }
    session.free();
  }
});

test("of what a thread does at one instant nothing covers another thing", () => {
  const session = ended({});
  const plot = plotOf(session, 2);
  plot.read(Infinity);
  const events = laneOf(session, 2).log.events(0, session.snapshot.lanes[2]?.shown ?? 0);
  /** @type {Map<string, {kind: string, left: number, right: number, top: number, bottom: number}[]>} */
  const instants = new Map();
  for (const { event, classes, path, points } of plot.strokes) {
    const { at, index } = events[event] ?? {};
    const key = `${index} at ${at}`;
    if (points) instants.set(key, [...(instants.get(key) ?? []), { kind: classes.split(" ")[0] ?? "", ...extent(path) }]);
  }
  const kinds = new Set();
  for (const [instant, marks] of instants) {
    const of = (/** @type {string} */ kind) => marks.find((mark) => mark.kind === kind);
    const [poll, print, newline, end] = ["poll", "print", "newline", "end"].map(of);
    for (const { kind } of marks) kinds.add(kind);
    assert.equal(new Set(marks.map(({ kind }) => kind)).size, marks.length, instant);
    // The bar reaches out of the shape above and below, and foot and cap to its left.
    if (poll && print) assert.ok(poll.top < print.top && poll.bottom > print.bottom, instant);
    if (print && newline) assert.ok(newline.top > print.bottom, instant);
    if (poll && end) assert.ok(end.left < poll.left && end.bottom <= poll.bottom + 0.1, instant);
  }
  assert.deepEqual([...kinds].toSorted(), ["end", "newline", "poll", "print"]);
  session.free();
});

test("a line is torn by what others write, not by the time between its text and its newline", () => {
  const [text, newline] = [
    { length: 3, other: 0 },
    { length: 1, other: 1 },
  ];
  /** @param {[at: number, place: number, what: typeof text][]} writes What one of two writes at a time, its text or a newline. */
  const kinds = (writes) => {
    const log = /** @type {any} */ ({
      run: 0,
      tasks: [{ name: "A" }, { name: "B" }],
      /** @param {number} from @param {number} to @param {(event: number, numbers: any, place: number) => void} read */
      each(from, to, read) {
        for (const [index, [at, place, what]] of writes.slice(from, to).entries()) {
          read(from + index, { kind: WROTE, at, task: place + 1, on: -1, until: -1, line: -1, ...what }, place);
        }
        return to - from;
      },
    });
    const lane = { index: 0, name: "threads", log, lookOf: (/** @type {number} */ task) => task };
    const plot = new Plot(lane, { interval: 1000, duration: 5000 }, 600, 16, "en");
    plot.read(writes.length);
    return plot.strokes.map(({ kind }) => kind);
  };
  // A print whose newline comes later, and one of nothing but that.
  assert.deepEqual(
    kinds([
      [1000, 0, text],
      [3000, 0, newline],
      [4000, 1, newline],
    ]),
    ["print", "newline", "newline"],
  );
  // B has written into A's line, however much later.
  assert.deepEqual(
    kinds([
      [1000, 0, text],
      [3000, 1, text],
      [4000, 0, newline],
      [4500, 1, newline],
    ]).sort(),
    ["print", "print", "torn", "torn", "torn", "torn"],
  );
});
