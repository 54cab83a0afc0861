// The few lines that every task runs, in Python: what lanes have in common once, and where
// they differ the line of each. Beside them stands which task of which lane is where.

import { element, mark, setText } from "../base/dom.js";
import { traits } from "../log/lanes.js";
import { program, standingFor, writtenOut } from "../summation/programs.js";
import { laneName } from "../view/lane.js";
import { TEXTS } from "./code-texts.js";
import { highlighted } from "./highlight.js";

export { styles } from "./outline-styles.js";

/** @typedef {import("../view/places.js").Context} Context */
/** @typedef {import("../summation/programs.js").Line} Line */
/** @typedef {{text: string, places: Map<number, string>}} Shared A line, and what it is called in each lane that has it. */

/** The lines of a lane's task, without what starts it. @param {Line[]} lines */
function linesOfTask(lines) {
  const from = lines.findIndex(({ at }) => at === "head");
  const to = lines.findLastIndex(({ at }) => at === "text" || at === "newline");
  return lines.slice(from, to + 1);
}

/** The lines of all lanes in one list, in which what is the same stands once. @param {Line[][]} all */
export function shared(all) {
  /** @type {Shared[]} */
  const list = [];
  for (const [lane, lines] of all.entries()) {
    let next = 0;
    for (const { at, text } of lines) {
      const same = list.findIndex((line, place) => place >= next && line.text === text);
      // Where it differs, it stands below the lines of the lanes before.
      const after = list.findIndex((line, place) => place >= next && lines.some((own) => own.text === line.text));
      const place = same >= 0 ? same : after >= 0 ? after : list.length;
      if (same < 0) list.splice(place, 0, { text, places: new Map() });
      list[place]?.places.set(lane, at);
      next = place + 1;
    }
  }
  return list;
}

/** @param {Context} context @param {import("./lesson.js").Lesson} lesson @returns {import("../view/places.js").Panel} */
export function create({ lanes, snapshot, settings, numbered, pointing }, { tasks }) {
  const { interval, work } = snapshot;
  const given = { tasks, interval, work, lock: "lock" in settings };
  const comments = TEXTS.en.comments;
  const lines = shared(lanes.map(({ name }) => linesOfTask(program("python", traits(name).model, given, comments, 0) ?? [])));
  const known = lanes.map((_, lane) => new Set(lines.flatMap(({ places }) => places.get(lane) ?? [])));
  /** Where in a lane each task is after so many events. @param {number} lane @param {number} events */
  const placesIn = (lane, events) => {
    const [, ...tasks] = lanes[lane]?.log.state(events).places ?? [];
    return tasks.map((place) => standingFor(place, known[lane] ?? new Set()));
  };
  const names = lanes.map(() => element("span"));
  /** Where the marks of each lane stand, by lines. */
  const cells = lines.map(({ places }) => lanes.map((_, lane) => element("span", { class: places.has(lane) ? "who" : "who no" })));
  const rows = lines.map(({ text }, line) => {
    const [first, ...others] = cells[line] ?? [];
    return element("div", { class: "line" }, first ?? "", element("code", {}, ...highlighted(text)), ...others);
  });
  const header = element("header", { "aria-hidden": "true" }, ...names);
  const root = element("div", { class: "outline", role: "group", translate: "no" }, header, ...rows);
  root.style.setProperty("--marks", String(Math.min(writtenOut(tasks.length), tasks.length)));
  const unlisten = pointing.listen((at) => {
    for (const row of rows) row.classList.remove("pointed");
    const event = at && lanes[at.lane]?.log.event(at.event);
    if (!at || !event?.index) return;
    const place = placesIn(at.lane, at.event + 1)[event.index - 1];
    rows[lines.findIndex(({ places }) => places.get(at.lane) === place)]?.classList.add("pointed");
  });

  /** Shows who of a lane is at a line. @param {HTMLElement} cell @param {number} lane @param {number[]} who */
  function show(cell, lane, who) {
    const text = who.join();
    if (cell.dataset["who"] === text) return;
    cell.dataset["who"] = text;
    const few = writtenOut(tasks.length);
    const marks = who.filter((task) => task < few).map((task) => mark(lanes[lane]?.lookOf(task) ?? 0));
    const rest = who.length - marks.length;
    cell.replaceChildren(...marks, rest > 0 ? `+${rest}` : "");
  }

  return {
    root,
    translate(language) {
      root.setAttribute("aria-label", numbered(TEXTS[language].title("Python")));
      for (const [lane, name] of names.entries()) setText(name, laneName(lanes[lane]?.name ?? "", language));
    },
    update(snapshot) {
      for (const [lane, { shown }] of snapshot.lanes.entries()) {
        /** Which tasks are where. @type {Map<string | undefined, number[]>} */
        const there = new Map();
        for (const [task, place] of placesIn(lane, shown).entries()) {
          const who = there.get(place);
          if (who) who.push(task);
          else there.set(place, [task]);
        }
        for (const [line, { places: names }] of lines.entries()) {
          const cell = cells[line]?.[lane];
          const at = names.get(lane);
          if (cell && at) show(cell, lane, there.get(at) ?? []);
        }
      }
    },
    remove: unlisten,
  };
}
