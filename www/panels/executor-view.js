// What the executor of a lane does: who is ready, who is polled, who sleeps until when.

import { element, icon, label, setText } from "../base/dom.js";
import { Station } from "./executor-station.js";
import { did, next } from "./executor-steps.js";
import { TEXTS } from "./executor-texts.js";
import { OfRun } from "../log/replay.js";
import { traits } from "../engine/lanes.js";
import { textsIn } from "../words/texts.js";
import { ICONS } from "../view/view.js";
import { isolated } from "../base/names.js";

/** @typedef {import("../engine/engine.js").Player} Player */
/** @typedef {import("../engine/engine.js").DemoEvent} DemoEvent */
/** @typedef {import("../engine/engine.js").Tasks} Tasks */
/** @typedef {import("./executor-texts.js").Words} Words */
/** @typedef {import("./panel.js").Context} Context */

/** So many tasks are drawn in one place; the others are counted. */
const DRAWN = 12;

/** The kind of lane that a demo's reader has chosen, which a new run keeps. @type {WeakMap<object, string>} */
const choices = new WeakMap();

/** A way from one station to the next. @param {string} name */
function edge(name) {
  return element("div", { class: `edge ${name}` }, element("span"));
}

/** A paragraph, and unseen behind it the longest that it can be. */
function paragraph() {
  const text = element("p");
  const room = element("p", { class: "room", "aria-hidden": "true" });
  return { text, room, root: element("div", { class: "stack" }, text, room) };
}

class ExecutorView {
  #host;
  #player;
  #scale;
  /** @type {import("../words/texts.js").Language} */
  #language = "en";
  /** The chosen lane: its place among the lanes, and its kind. */
  #lane = 0;
  #kind = "";
  /** After how many events it is shown. */
  #told;
  #buttons;
  #back = element("button", { type: "button" }, icon(ICONS.stepBack));
  #on = element("button", { type: "button" }, icon(ICONS.stepForward));
  #choice;
  #did = paragraph();
  #next = paragraph();
  #note = element("p", { class: "note" });
  #deadlines = element("div", { class: "deadlines", "aria-hidden": "true" });
  #stations;
  #edges = { poll: edge("poll"), pending: edge("pending"), wake: edge("wake"), handed: edge("handed"), ended: edge("ended") };
  /** What each step highlights. @type {Partial<Record<keyof Words["did"], HTMLElement>>} */
  #highlights;

  /** @param {Context} context */
  constructor({ host, player, scale }) {
    this.#host = host;
    this.#player = player;
    this.#scale = scale;
    this.#told = new OfRun(player, () => ({ shown: -1 }));
    const stations = {
      ready: new Station("ready", player),
      thread: new Station("thread", player),
      sleeping: new Station("sleeping", player, this.#deadlines),
      locked: new Station("locked", player),
      finished: new Station("finished", player),
    };
    this.#stations = stations;
    const { poll, pending, wake, handed, ended } = this.#edges;
    const { ready, thread, sleeping, locked, finished } = stations;
    this.#highlights = {
      mainStarted: ready.root,
      started: ready.root,
      polled: poll,
      resumed: poll,
      preempted: ready.root,
      wrote: thread.root,
      newline: thread.root,
      mainWrote: thread.root,
      waiting: pending,
      joins: pending,
      locked: pending,
      woke: wake,
      joined: wake,
      handed,
      finished: ended,
    };
    const lock = "lock" in host.toJSON() ? [locked.root, handed] : [];
    const cycle = element("div", { class: lock.length ? "cycle with-lock" : "cycle" });
    cycle.append(ready.root, poll, thread.root, pending, sleeping.root, wake, ...lock, ended, finished.root);

    // What is real has no executor that could be looked into.
    const kinds = player.lanes.filter((kind) => !traits(kind).real);
    this.#buttons = kinds.map((kind) => element("button", { type: "button", "data-lane": kind }));
    this.#choice = element("div", { role: "group" }, ...(kinds.length > 1 ? this.#buttons : []));
    for (const button of this.#buttons) {
      button.addEventListener("click", () => this.#choose(button.dataset["lane"] ?? ""));
    }
    this.#back.addEventListener("click", () => this.#step("stepBack"));
    this.#on.addEventListener("click", () => this.#step("stepForward"));
    const tools = element("div", { class: "tools" }, this.#choice, element("div", {}, this.#back, this.#on));
    this.root = element("div", { class: "executor" }, tools, this.#did.root, this.#next.root, cycle, this.#note);

    const wanted = [choices.get(host), "async"].find((kind) => kind && kinds.includes(kind));
    this.#kind = wanted ?? kinds[0] ?? "";
    this.#lane = player.lanes.indexOf(this.#kind);
    this.root.hidden = this.#lane < 0;
  }

  /** @param {string} kind */
  #choose(kind) {
    choices.set(this.#host, kind);
    this.#kind = kind;
    this.#lane = this.#player.lanes.indexOf(kind);
    this.#translate();
    this.update(this.#player.state, this.#host.paused);
  }

  /** Goes on, or back, to this lane's next event, past those of other lanes. @param {"stepForward" | "stepBack"} direction */
  #step(direction) {
    const player = this.#player;
    this.#host.pause();
    const lane = player.state.lanes[this.#lane];
    if (!lane || !(direction === "stepForward" ? lane.hasMore : lane.shown > 0)) return;
    const shown = () => player.state.lanes[this.#lane]?.shown;
    let moved = true;
    while (moved && shown() === lane.shown) moved = player[direction]();
    // The last step once more, so that everybody hears of it.
    player[direction === "stepForward" ? "stepBack" : "stepForward"]();
    this.#host[direction]();
  }

  get #texts() {
    return textsIn(this.#language);
  }

  get #own() {
    const texts = TEXTS[this.#language];
    return texts[/** @type {import("./executor-texts.js").Kind} */ (this.#kind)] ?? texts.async;
  }

  /** @param {import("../words/texts.js").Language} language */
  translate(language) {
    this.#language = language;
    this.#translate();
  }

  /** Sets all words that stay from one event to the next, and the room for those that don't. */
  #translate() {
    const own = this.#own;
    const { lanes, more } = this.#texts;
    const { tasks } = this.#player;
    for (const button of this.#buttons) {
      const kind = button.dataset["lane"] ?? "";
      setText(button, lanes[/** @type {keyof typeof lanes} */ (kind)].name);
      button.setAttribute("aria-pressed", String(kind === this.#kind));
    }
    this.#choice.setAttribute("aria-label", own.lane);
    label(this.#back, own.back);
    label(this.#on, own.on);
    for (const [name, node] of Object.entries(this.#edges)) {
      setText(/** @type {Node} */ (node.firstChild), own.edges[/** @type {keyof typeof own.edges} */ (name)]);
    }
    const time = this.#seconds(this.#scale.duration);
    // The main program is number 0.
    const count = tasks.length + 1;
    const drawn = Array.from({ length: Math.min(count, DRAWN) }, (_, task) => task);
    const all = count > DRAWN ? [...drawn, more(count - DRAWN)] : drawn;
    // In sequence there is never more than one who hasn't finished.
    const most = this.#kind === "sequential" ? [1] : all;
    // Threads that compute have a processor each.
    const running = this.#kind === "threads" && this.#player.state.work !== "wait" ? all : [1];
    const { ready, thread, sleeping, locked, finished } = this.#stations;
    const longest = tasks.reduce((name, task) => (task.name.length > name.length ? task.name : name), "");
    ready.translate(own.ready, own.main, most);
    thread.translate(own.thread, own.main, running);
    sleeping.translate(own.sleeping, own.main, [own.until(time), ...most, own.ends(longest), 0]);
    locked.translate(own.locked, own.main, most);
    finished.translate(own.finished, own.main, all);
    setText(this.#note, own.note);

    /** @param {Record<string, (...parts: string[]) => string>} sentences */
    const room = (sentences) =>
      Object.values(sentences)
        .map((sentence) => sentence(longest, time, longest, String(tasks.length)))
        .reduce((one, other) => (other.length > one.length ? other : one));
    setText(this.#did.room, room(own.did));
    setText(this.#next.room, room(own.next));
    this.#told.forget();
  }

  /** @param {Player["state"]} state @param {boolean} paused */
  update({ lanes }, paused) {
    const lane = lanes[this.#lane];
    if (!lane) return false;
    // Whoever steps wants to hear each sentence; whoever lets it run couldn't follow.
    this.#did.root.setAttribute("aria-live", paused ? "polite" : "off");
    const told = this.#told.now;
    if (lane.shown === told.shown) return false;
    told.shown = lane.shown;
    const tasks = this.#player.tasksOf(this.#lane);
    const [last] = this.#player.events(this.#lane, lane.shown - 1, lane.shown);
    const step = did(last, tasks);
    this.#say(step, last, this.#player.next(this.#lane, lane.shown), tasks);
    this.#draw(last, tasks, lane.duration);
    const highlight = this.#highlights[step];
    for (const node of Object.values(this.#highlights)) node.classList.toggle("on", node === highlight);
    return false;
  }

  /** What a task is called in a sentence. @param {number} [index] */
  #name(index = 0) {
    return index === 0 ? this.#own.main : isolated(this.#player.nameOf(index));
  }

  /** @param {keyof Words["did"]} step @param {DemoEvent | undefined} last @param {DemoEvent | undefined} following @param {Tasks} tasks */
  #say(step, last, following, tasks) {
    const { did: happened, next: then } = this.#own;
    setText(this.#did.text, happened[step](this.#name(last?.index), this.#seconds(last?.until ?? last?.at), this.#name(last?.of)));
    const what = next(following, tasks, last?.at ?? 0, this.#kind);
    setText(this.#next.text, then[what](this.#name(following?.index), this.#seconds(following?.at), "", String(tasks.ready.length)));
  }

  /** @param {DemoEvent | undefined} last @param {Tasks} now @param {number} duration */
  #draw(last, now, duration) {
    const own = this.#own;
    const { ready, thread, sleeping, locked, finished } = this.#stations;
    const moved = last?.index;
    /** @type {[Station, number[]][]} */
    const lists = [
      [ready, now.ready],
      [locked, now.wanting],
      [finished, now.finished],
    ];
    for (const [station, tasks] of lists) station.update(String(tasks.length), this.#first(tasks, tasks.length), moved);
    const { running } = now;
    thread.update("", running.length ? this.#first(running, running.length) : [own.idle], moved);

    const asleep = now.sleeping.slice(0, DRAWN);
    const deadlines = [...new Set(asleep.map(([, until]) => until))];
    const groups = deadlines.flatMap((deadline) => [
      own.until(this.#seconds(deadline)),
      ...asleep.flatMap(([task, until]) => (until === deadline ? [task] : [])),
    ]);
    const joining = now.joining.flatMap(([task, other]) => [own.ends(this.#name(other)), task]);
    const slept = now.sleeping.length || !joining.length ? this.#first(groups, now.sleeping.length, groups.length) : [];
    sleeping.update(String(now.sleeping.length + now.joining.length), [...slept, ...joining], moved);
    this.#deadlines.style.setProperty("--past", String((last?.at ?? 0) / (duration || 1)));
    this.#deadlines.replaceChildren(
      ...deadlines.map((deadline) => {
        const dot = element("i");
        dot.style.setProperty("--x", String(deadline / (duration || 1)));
        return dot;
      }),
    );
  }

  /**
   * The first items, and how many tasks come after them.
   * @param {(number | string)[]} items @param {number} count @param {number} [most]
   */
  #first(items, count, most = DRAWN) {
    if (count === 0) return [this.#own.none];
    return [...items.slice(0, most), ...(count > DRAWN ? [this.#texts.more(count - DRAWN)] : [])];
  }

  /** @param {number} [millis] */
  #seconds(millis = 0) {
    return this.#texts.seconds(this.#scale.seconds(millis));
  }
}

/** @param {Context} context */
export function create(context) {
  return new ExecutorView(context);
}

/** Marks the template as a style sheet, for editors and for the build. */
const css = String.raw;

export const styles = css`
.executor { display: grid; gap: 0.5em; padding-block: 0.6em; max-width: 62em }
.executor .tools, .executor .tools div { display: flex; flex-wrap: wrap; gap: 0.3em }
.executor .tools { gap: 0.5em 1.2em; margin-block-end: 0.3em }
.executor .tools div:empty { display: none }
.executor button { display: inline-flex; align-items: center; justify-content: center; min-width: 2.4em; min-height: 2.2em; padding: 0 0.8em; border: 1px solid var(--hair); border-radius: 0.4em; background: none; color: var(--muted); cursor: pointer }
.executor button[aria-pressed="true"] { border-color: var(--accent); color: var(--ink); font-weight: 600; box-shadow: inset 0 -2px var(--accent) }
.executor svg { width: 1.1em; height: 1.1em; fill: currentColor }
.executor .stack { display: grid }
.executor .stack > * { grid-area: 1 / 1; min-width: 0 }
.executor .room { visibility: hidden }
.executor .stack + .stack, .executor .note { color: var(--muted) }
.executor .note { font-size: 0.9em; max-width: 52em }
.executor .note:empty { display: none }

.cycle { display: grid; grid-template-columns: minmax(7em, 11em) 7em minmax(0, 1fr); column-gap: 0.6em; padding-block: 0.6em }
.cycle.with-lock { grid-template-columns: minmax(7em, 11em) 7em repeat(2, minmax(0, 1fr)) }
.cycle .ready { grid-area: 1 / 3 / auto / -1 }
.cycle .poll { grid-area: 1 / 2 }
.cycle .thread { grid-area: 1 / 1 / 5 / auto }
.cycle .pending { grid-area: 3 / 2 }
.cycle .sleeping { grid-area: 3 / 3 }
.cycle .wake { grid-area: 2 / 3 }
.cycle .locked { grid-area: 3 / 4 }
.cycle .handed { grid-area: 2 / 4 }
.cycle .ended { grid-area: 4 / 2 }
.cycle .finished { grid-area: 4 / 3 / auto / -1; margin-block-start: 0.9em }

.station { min-width: 0 }
.station p { display: flex; gap: 0.6em; border-block-end: 1px solid var(--hair); color: var(--muted); font-size: 0.9em }
.station p b { color: var(--ink) }
.station.on p { color: var(--accent); border-color: currentColor; font-weight: 700 }
.station ul { display: flex; flex-wrap: wrap; align-items: center; align-content: start; gap: 0.3em; padding: 0.4em 0; list-style: none }
.station li { min-height: 2em; line-height: 2em; padding-inline-end: 0.3em; color: var(--muted) }
.station .token { display: flex; align-items: center; max-width: 100%; padding-inline: 0.6em; border: 1px solid var(--hair); border-radius: 1em; line-height: 1.8; color: var(--ink); font-weight: 600 }
.token .mark { flex: none }
.token bdi { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.token.moved { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent) }
.station.thread { display: grid; grid-template-rows: auto 1fr; padding: 0.5em 0.8em; border: 1px solid var(--hair); border-radius: 0.6em }
.station.thread.on { border-color: var(--accent) }
.thread p, .sleeping p { border-color: transparent !important }
.thread .stack { align-items: center }
.thread ul { justify-content: center }

.locked p { padding-block-end: 0.28em }
.deadlines { position: relative; margin-block-start: 0.25em; border-block-end: 1px solid var(--hair) }
.deadlines::before { content: ""; position: absolute; inset: auto auto -2px 0; width: calc(var(--past, 0) * 100%); border-block-end: 3px solid var(--accent) }
.deadlines i { position: absolute; inset-inline-start: calc(var(--x) * 100% - 2px); bottom: -0.35em; height: 0.7em; border-inline-start: 2px solid var(--ink) }

.edge { --line: 1px; position: relative; display: grid; place-items: center; min-height: 2.4em; color: var(--muted); font-size: 0.85em }
.edge span { position: relative; padding-inline: 0.4em; background: var(--paper); white-space: nowrap }
.edge::before, .edge::after { content: ""; position: absolute; border: 0 solid }
.edge::before { inset: calc(50% - var(--line) / 2) 0 auto; border-block-start-width: var(--line) }
.edge::after { inset: calc(50% - 0.225em) 0 auto auto; width: 0.45em; height: 0.45em; border-width: 1.5px 1.5px 0 0; rotate: 45deg }
.edge.poll::after { inset-inline: 0 auto; rotate: 225deg }
.edge.on { --line: 2.5px; color: var(--accent); font-weight: 700 }
.edge.on::after { border-width: 2.5px 2.5px 0 0 }
.edge:is(.wake, .handed) { justify-items: start; padding-inline-start: 1.1em }
.edge:is(.wake, .handed)::before { inset: 0.2em auto 0.1em calc(0.7em - var(--line) / 2); border-width: 0 0 0 var(--line) }
.edge:is(.wake, .handed)::after { inset: 0.2em auto auto 0.475em; rotate: -45deg }

@container (max-width: 35rem) {
  .cycle { grid-template-columns: 1.4em minmax(0, 1fr) 1.4em; column-gap: 0.5em }
  .cycle.with-lock { grid-template-columns: 1.4em minmax(0, 1fr) 1.2em 1.4em }
  .cycle .ready { grid-area: 1 / 2 }
  .cycle .poll { grid-area: 2 / 2 }
  .cycle .thread { grid-area: 3 / 2; grid-template: auto / auto 1fr; align-items: center; padding-block: 0 }
  .cycle .pending { grid-area: 4 / 2 }
  .cycle .sleeping { grid-area: 5 / 2 }
  .cycle .locked { grid-area: 6 / 2 }
  .cycle .finished { grid-area: 7 / 2; margin: 0 }
  .cycle .wake { grid-area: 1 / 3 / 5 }
  .cycle .handed { grid-area: 1 / 4 / 6 }
  .cycle .ended { grid-area: 3 / 1 / 7 }
  .edge:is(.poll, .pending) { justify-items: start; padding-inline-start: 1.1em }
  .edge:is(.poll, .pending)::before { inset: 0.2em auto 0.2em calc(0.7em - var(--line) / 2); border-width: 0 0 0 var(--line) }
  .edge:is(.poll, .pending)::after { inset: auto auto 0.2em 0.475em; rotate: 135deg }
  .edge:is(.wake, .handed, .ended) { place-items: center; padding: 0; margin-block-end: -0.8em }
  .edge:is(.wake, .handed, .ended) span { writing-mode: vertical-rl; padding: 0.4em 0 }
  .edge:is(.wake, .handed)::before { inset: 0.8em 50% 0 0; border-width: var(--line) var(--line) var(--line) 0 }
  .edge:is(.wake, .handed)::after { inset: calc(0.8em - 0.225em) auto auto 0; rotate: 225deg }
  .edge.handed::before, .edge.handed::after { inset-inline-start: -1.9em }
  .edge.ended::before { inset: 1.4em 0 0 50%; border-width: var(--line) 0 var(--line) var(--line) }
  .edge.ended::after { inset: auto 0 -0.225em auto }
}
`;
