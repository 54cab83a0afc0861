// What the executor of a lane does: who is ready, who is polled, who sleeps until when.

import { element, icon, label, setText } from "../base/dom.js";
import { Station } from "./executor-station.js";
import { did, next } from "./executor-steps.js";
import { TEXTS } from "./executor-texts.js";
import { OfRun } from "../log/replay.js";
import { traits } from "../log/lanes.js";
import { textsIn } from "../words/texts.js";
import { ICONS } from "../view/icons.js";
import { laneName } from "../view/lane.js";
import { isolated } from "../base/names.js";
import { wish } from "../base/wish.js";

export { styles } from "./executor-styles.js";

/** @typedef {import("../log/log.js").DemoEvent} DemoEvent */
/** @typedef {import("../log/log.js").Tasks} Tasks */
/** @typedef {import("../log/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../view/lane.js").Lane} Lane */
/** @typedef {import("./executor-texts.js").Words} Words */
/** @typedef {import("../view/places.js").Context} Context */

/** So many tasks are drawn in one place; the others are counted. */
const DRAWN = 12;

/** Under this name the lane that the reader has chosen is kept for the next run. */
const CHOICE = "executor lane";

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
  #kept;
  #scale;
  /** Those that can be looked into. @type {readonly Lane[]} */
  #lanes;
  /** The one that is. @type {Lane} */
  #lane;
  /** What is shown. */
  #snapshot;
  /** @type {import("../words/texts.js").Language} */
  #language = "en";
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

  #cycle = element("div", { class: "cycle" });

  /** @param {Context} context @param {readonly Lane[]} lanes Those that can be looked into: at least one. */
  constructor({ scale, snapshot, settings, kept }, lanes) {
    this.#scale = scale;
    this.#snapshot = snapshot;
    this.#kept = kept;
    this.#lanes = lanes;
    const chosen = lanes.find(({ name }) => name === kept.get(CHOICE));
    // Unless the reader has chosen, the one that has an executor.
    const first = lanes.find(({ name }) => traits(name).oneThread && !traits(name).oneByOne);
    const lane = chosen ?? first ?? /** @type {Lane} */ (lanes[0]);
    this.#lane = lane;
    this.#told = new OfRun(lane.log, () => ({ shown: -1 }));
    const stations = {
      ready: new Station("ready", lane),
      thread: new Station("thread", lane),
      sleeping: new Station("sleeping", lane, this.#deadlines),
      locked: new Station("locked", lane),
      finished: new Station("finished", lane),
    };
    this.#stations = stations;
    const { poll, pending, wake, handed, ended } = this.#edges;
    const { ready, thread, sleeping, finished } = stations;
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
    this.#cycle.append(ready.root, poll, thread.root, pending, sleeping.root, wake, ended, finished.root);
    if ("lock" in settings) this.#showResources();
    this.#buttons = lanes.map(({ name }) => element("button", { type: "button", "data-lane": name }));
    this.#choice = element("div", { role: "group" }, ...(lanes.length > 1 ? this.#buttons : []));
    for (const [index, button] of this.#buttons.entries()) button.addEventListener("click", () => this.#choose(lanes[index]));
    this.#back.addEventListener("click", () => this.#step(false));
    this.#on.addEventListener("click", () => this.#step(true));
    const tools = element("div", { class: "tools" }, this.#choice, element("div", {}, this.#back, this.#on));
    this.root = element("div", { class: "executor" }, tools, this.#did.root, this.#next.root, this.#cycle, this.#note);
  }

  /** Gives those a place who wait for what others have. */
  #showResources() {
    const { locked } = this.#stations;
    if (locked.root.isConnected || locked.root.parentNode) return;
    this.#cycle.classList.add("with-lock");
    this.#edges.ended.before(locked.root, this.#edges.handed);
  }

  /** @param {Lane | undefined} lane */
  #choose(lane) {
    if (!lane) return;
    this.#kept.set(CHOICE, lane.name);
    this.#lane = lane;
    for (const station of Object.values(this.#stations)) station.look(lane);
    this.#translate();
    this.update(this.#snapshot);
  }

  /** Goes on, or back, to this lane's next event, past those of other lanes. @param {boolean} forward */
  #step(forward) {
    wish(this.root, { type: "step", forward, lane: this.#lane.index });
  }

  get #texts() {
    return textsIn(this.#language);
  }

  get #own() {
    return TEXTS[this.#language][traits(this.#lane.name).model];
  }

  /** @param {import("../words/texts.js").Language} language */
  translate(language) {
    this.#language = language;
    this.#translate();
  }

  /** Sets all words that stay from one event to the next, and the room for those that don't. */
  #translate() {
    const own = this.#own;
    const { more } = this.#texts;
    const { tasks } = this.#lane.log;
    const { oneByOne, oneThread } = traits(this.#lane.name);
    for (const [index, lane] of this.#lanes.entries()) {
      const button = this.#buttons[index];
      if (!button) continue;
      setText(button, laneName(lane.name, this.#language));
      button.setAttribute("aria-pressed", String(lane === this.#lane));
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
    const most = oneByOne ? [1] : all;
    // Threads that compute have a processor each.
    const running = !oneThread && this.#snapshot.work !== "wait" ? all : [1];
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

  /** @param {Readonly<Snapshot>} snapshot */
  update(snapshot) {
    this.#snapshot = snapshot;
    const lane = snapshot.lanes[this.#lane.index];
    if (!lane) return false;
    // Whoever steps wants to hear each sentence; whoever lets it run couldn't follow.
    this.#did.root.setAttribute("aria-live", snapshot.paused ? "polite" : "off");
    const told = this.#told.now;
    if (lane.shown === told.shown) return false;
    told.shown = lane.shown;
    const { log } = this.#lane;
    const tasks = log.state(lane.shown);
    const last = log.event(lane.shown - 1);
    if (tasks.wanting.length) this.#showResources();
    const step = did(last, tasks);
    this.#say(step, last, log.next(lane.shown), tasks);
    this.#draw(last, tasks, lane.duration);
    const highlight = this.#highlights[step];
    for (const node of Object.values(this.#highlights)) node.classList.toggle("on", node === highlight);
    return false;
  }

  /** What a task is called in a sentence. @param {number} [index] */
  #name(index = 0) {
    return index === 0 ? this.#own.main : isolated(this.#lane.log.nameOf(index));
  }

  /** @param {keyof Words["did"]} step @param {DemoEvent | undefined} last @param {DemoEvent | undefined} following @param {Tasks} tasks */
  #say(step, last, following, tasks) {
    const { did: happened, next: then } = this.#own;
    setText(
      this.#did.text,
      happened[step](this.#name(last?.index), this.#seconds(last?.until ?? last?.at), this.#name(last?.of ?? last?.by)),
    );
    const what = next(following, tasks, last?.at ?? 0, this.#lane.name);
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

/** @param {Context} context @returns {import("../view/places.js").Panel} */
export function create(context) {
  // What is real has no executor that could be looked into.
  const lanes = context.lanes.filter(({ name }) => !traits(name).real);
  if (lanes.length) return new ExecutorView(context, lanes);
  return { root: element("div", { class: "executor", hidden: "" }), translate() {}, update() {} };
}
