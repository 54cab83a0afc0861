// What the executor of a lane does: who is ready, who is polled, who sleeps until when.

import { element, icon, label, mark, named, setText } from "./dom.js";
import { History, MAIN, next, sleepers } from "./executor-state.js";
import { TEXTS } from "./executor-texts.js";
import { OfRun } from "./replay.js";
import { textsIn } from "./texts.js";
import { ICONS } from "./view.js";
import { isolated } from "./names.js";

/** @typedef {import("./engine.js").Player} Player */
/** @typedef {import("./executor-state.js").State} State */
/** @typedef {import("./panel.js").Context} Context */

/** So many tasks are drawn in one place; the others are counted. */
const DRAWN = 12;

/** The kind of lane that a demo's reader has chosen, which a new run keeps. @type {WeakMap<object, string>} */
const choices = new WeakMap();

/** A place where tasks can be, with room for all that can be there at once. */
class Station {
  #player;
  #title = element("span");
  #count = element("b");
  #list = element("ul");
  #room = element("ul", { class: "room", "aria-hidden": "true" });
  #shown = "";

  /** @param {string} name @param {Player} player @param {Node[]} more What stands above the tasks. */
  constructor(name, player, ...more) {
    this.#player = player;
    this.root = element(
      "div",
      { class: `station ${name}` },
      element("p", {}, this.#title, " ", this.#count),
      ...more,
      element("div", { class: "stack" }, this.#list, this.#room),
    );
  }

  /** @param {string} title @param {(number | string)[]} most What takes the most room. */
  translate(title, most) {
    setText(this.#title, title);
    this.#list.setAttribute("aria-label", title);
    this.#room.replaceChildren(...most.map((item) => this.#item(item, false)));
    this.#shown = "";
  }

  /** @param {string} count @param {(number | string)[]} items @param {number} [moved] The task that has just come. */
  update(count, items, moved) {
    const shown = [count, moved, ...items].join("\n");
    if (shown === this.#shown) return;
    this.#shown = shown;
    setText(this.#count, count);
    this.#list.replaceChildren(...items.map((item) => this.#item(item, item === moved)));
  }

  /** @param {number | string} item A task, or words. @param {boolean} moved */
  #item(item, moved) {
    if (typeof item === "string") return element("li", {}, item);
    const { name = "", look = 0 } = this.#player.tasks[item] ?? {};
    return element("li", { class: moved ? "token moved" : "token" }, mark(look), named(name));
  }
}

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
  /** @type {import("./texts.js").Language} */
  #language = "en";
  /** The chosen lane: its place among the lanes, and its kind. */
  #lane = 0;
  #kind = "";
  /** @type {History} */
  #history;
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
  /** What each step highlights. @type {Partial<Record<State["step"], HTMLElement>>} */
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
      started: ready.root,
      polled: poll,
      resumed: poll,
      wentOn: poll,
      tookOver: poll,
      wrote: thread.root,
      newline: thread.root,
      mainWrote: thread.root,
      waiting: pending,
      locked: pending,
      woke: wake,
      handed,
      finished: ended,
    };
    const lock = "lock" in host.toJSON() ? [locked.root, handed] : [];
    const cycle = element("div", { class: lock.length ? "cycle with-lock" : "cycle" });
    cycle.append(ready.root, poll, thread.root, pending, sleeping.root, wake, ...lock, ended, finished.root);

    // Real threads have no executor that could be looked into.
    const kinds = player.lanes.filter((kind) => kind !== "workers");
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
    this.#history = new History(player, this.#lane);
    this.root.hidden = this.#lane < 0;
  }

  /** @param {string} kind */
  #choose(kind) {
    choices.set(this.#host, kind);
    this.#kind = kind;
    this.#lane = this.#player.lanes.indexOf(kind);
    this.#history = new History(this.#player, this.#lane);
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

  /** @param {import("./texts.js").Language} language */
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
    const drawn = [...tasks.keys()].slice(0, DRAWN);
    const all = tasks.length > DRAWN ? [...drawn, more(tasks.length - DRAWN)] : drawn;
    // In sequence there is never more than one who hasn't finished.
    const most = this.#kind === "sequential" ? [0] : all;
    const { ready, thread, sleeping, locked, finished } = this.#stations;
    ready.translate(own.ready, most);
    thread.translate(own.thread, [0]);
    sleeping.translate(own.sleeping, [own.until(time), ...most]);
    locked.translate(own.locked, most);
    finished.translate(own.finished, all);
    setText(this.#note, own.note);

    const longest = tasks.reduce((name, task) => (task.name.length > name.length ? task.name : name), "");
    /** @param {Record<string, (...parts: string[]) => string>} sentences */
    const room = (sentences) =>
      Object.values(sentences)
        .map((sentence) => sentence(longest, time, longest, String(tasks.length)))
        .reduce((one, other) => (other.length > one.length ? other : one));
    setText(this.#did.room, room(own.did));
    setText(this.#next.room, room(own.next));
    this.#told.forget();
  }

  /** @param {Player["state"]} state @param {boolean} paused @param {number} [until] */
  update({ lanes }, paused, until) {
    const lane = lanes[this.#lane];
    if (!lane) return false;
    // Whoever steps wants to hear each sentence; whoever lets it run couldn't follow.
    this.#did.root.setAttribute("aria-live", paused ? "polite" : "off");
    const told = this.#told.now;
    if (lane.shown === told.shown) return false;
    const now = this.#history.at(lane.shown, until);
    if (!now) return true;
    told.shown = lane.shown;
    this.#say(now);
    this.#draw(now, lane.duration);
    const highlight = this.#highlights[now.step];
    for (const node of Object.values(this.#highlights)) node.classList.toggle("on", node === highlight);
    return false;
  }

  /** @param {State} now */
  #say(now) {
    const { did, next: then } = this.#own;
    const { tasks } = this.#player;
    const name = (/** @type {number | undefined} */ task) => isolated(tasks[task ?? MAIN]?.name ?? "");
    const what = next(now, this.#kind, tasks.length);
    setText(this.#did.text, did[now.step](name(now.last?.index), this.#seconds(now.last?.until ?? now.last?.at), name(now.gaveWay)));
    setText(this.#next.text, then[what.what](name(what.task), this.#seconds(what.until), "", String(now.ready.size)));
  }

  /** @param {State} now @param {number} duration */
  #draw(now, duration) {
    const own = this.#own;
    const { ready, thread, sleeping, locked, finished } = this.#stations;
    const moved = now.last?.index;
    /** @type {[Station, Iterable<number>, number][]} */
    const lists = [
      [ready, now.ready.keys(), now.ready.size],
      [locked, now.locked, now.locked.size],
      [finished, now.finished, now.finished.size],
    ];
    for (const [station, tasks, count] of lists) {
      station.update(String(count), this.#first([...tasks], count), moved);
    }
    const { running } = now;
    thread.update("", running === undefined ? [own.idle] : running === MAIN ? [this.#texts.main] : [running], running);

    const asleep = sleepers(now).slice(0, DRAWN);
    const deadlines = [...new Set(asleep.map(([, until]) => until))];
    const groups = deadlines.flatMap((deadline) => [
      own.until(this.#seconds(deadline)),
      ...asleep.flatMap(([task, until]) => (until === deadline ? [task] : [])),
    ]);
    sleeping.update(String(now.sleeping.size), this.#first(groups, now.sleeping.size, groups.length), moved);
    this.#deadlines.style.setProperty("--past", String((now.last?.at ?? 0) / (duration || 1)));
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
