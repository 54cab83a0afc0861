// What the executor of a lane does: who is ready, who is polled, who sleeps until when.
//
//   started ──> ready ──polled──> running ──waiting──> sleeping or locked ──woke──> ready
//                 ^                  ├──finished──> finished
//                 └── gave way ──────┘   (a thread between its two writes: no event tells it)

import { element, icon, setText } from "./dom.js";
import { mark } from "./lane-view.js";
import { textsIn } from "./texts.js";

/** @typedef {import("./engine.js").DemoEvent} DemoEvent */
/** @typedef {import("./engine.js").Player} Player */
/** @typedef {import("./panel.js").Context} Context */

/** The place of the main program, which is none of the tasks. */
const MAIN = -1;

/**
 * @typedef {object} State Where each task of a lane is. Every collection is in
 *   the order in which they came.
 * @property {number} events After how many events.
 * @property {DemoEvent} [last] The last of them.
 * @property {keyof typeof en["did"]} step What it did.
 * @property {number | undefined} [gaveWay] Who gave way, which is seen when the next one is polled.
 * @property {number} started How many tasks are.
 * @property {Map<number, "start" | "wake" | "gave way">} ready Who is, and why.
 * @property {number | undefined} [running] Who is being polled.
 * @property {Map<number, number>} sleeping Who sleeps, and until when.
 * @property {Set<number>} locked Who waits for the lock.
 * @property {Set<number>} finished
 */

/** @returns {State} */
export function start() {
  return {
    events: 0,
    step: "nothing",
    started: 0,
    ready: new Map(),
    sleeping: new Map(),
    locked: new Set(),
    finished: new Set(),
  };
}

/** @param {State} state @returns {State} */
function copy(state) {
  const { ready, sleeping, locked, finished } = state;
  return {
    ...state,
    ready: new Map(ready),
    sleeping: new Map(sleeping),
    locked: new Set(locked),
    finished: new Set(finished),
  };
}

/** Takes the state to what it is after one more event. @param {State} state @param {DemoEvent} event */
export function apply(state, event) {
  const { kind, index = MAIN, until, text } = event;
  const { ready, running, sleeping, locked, finished } = state;
  state.events += 1;
  state.last = event;
  state.gaveWay = undefined;
  if (kind === "started") {
    state.started += 1;
    state.running = MAIN;
    ready.set(index, "start");
    state.step = kind;
  } else if (kind === "polled") {
    if (running !== undefined && running !== MAIN) {
      state.gaveWay = running;
      ready.set(running, "gave way");
    }
    const again = ready.get(index) === "start" ? "polled" : "resumed";
    state.step = state.gaveWay === undefined ? again : running === index ? "wentOn" : "tookOver";
    ready.delete(index);
    state.running = index;
  } else if (kind === "wrote") {
    state.running = index;
    state.step = index === MAIN ? "mainWrote" : text === "\n" ? "newline" : "wrote";
  } else if (kind === "woke") {
    state.step = sleeping.delete(index) ? "woke" : "handed";
    locked.delete(index);
    ready.set(index, "wake");
  } else {
    state.running = undefined;
    state.step = kind;
    if (kind === "finished") finished.add(index);
    if (kind === "waiting" && typeof until === "number") sleeping.set(index, until);
    if (kind === "waiting" && until === null) {
      locked.add(index);
      state.step = "locked";
    }
  }
}

/** The sleeping tasks and their deadlines, the next to be woken first. @param {State} state */
export function sleepers(state) {
  // The clock's rule: by deadline, and of equal ones the first to wait goes first.
  // While every step waits the same interval, all who sleep have one deadline.
  return [...state.sleeping].sort(([, one], [, other]) => one - other);
}

/**
 * What comes next, and to which task: the rules by which the core goes on.
 * @param {State} state @param {string} lane Its kind. @param {number} tasks How many there are.
 * @returns {{what: keyof typeof en["next"], task?: number | undefined, until?: number | undefined}}
 */
export function next(state, lane, tasks) {
  const { last, step, started, ready, running, finished } = state;
  if (step === "done") return { what: "over" };
  if (step === "mainWrote") return { what: "main" };
  if (running !== undefined && running !== MAIN) return { what: "runs", task: running };
  // The main program goes on at the start and after each end of a task.
  if (!last || step === "finished" || step === "started") {
    const starts = lane !== "sequential" || step !== "started";
    if (starts && started < tasks) return { what: "starts", task: started };
    if (finished.size === tasks) return { what: "main" };
  }
  // Whoever has waited or ended after its prints has given the lock back.
  const [locked] = state.locked;
  if (locked !== undefined && (step === "waiting" || step === "finished")) return { what: "handed", task: locked };
  const [sleeper] = sleepers(state);
  if (step === "woke" && sleeper?.[1] === last?.at) return { what: "woke", task: sleeper?.[0] };
  const [head] = ready.keys();
  if (head !== undefined) return lane === "threads" && ready.size > 1 ? { what: "picks" } : { what: "polled", task: head };
  return { what: "advances", task: sleeper?.[0], until: sleeper?.[1] };
}

/** Every so many events the state is kept, for the way back. */
const KEEP_EVERY = 4096;

/** The states of one lane, each made from the nearest one before it. */
class History {
  #player;
  #lane;
  #state = start();
  #kept = [start()];

  /** @param {Player} player @param {number} lane */
  constructor(player, lane) {
    this.#player = player;
    this.#lane = lane;
  }

  /** The state after so many events; it changes with the next call. @param {number} shown */
  at(shown) {
    if (shown < this.#state.events) {
      this.#state = copy(this.#kept[Math.floor(shown / KEEP_EVERY)] ?? start());
    }
    const state = this.#state;
    while (state.events < shown) {
      const part = Math.floor(state.events / KEEP_EVERY) + 1;
      const to = Math.min(shown, part * KEEP_EVERY);
      for (const event of this.#player.events(this.#lane, state.events, to)) apply(state, event);
      if (to === part * KEEP_EVERY) this.#kept[part] ??= copy(state);
    }
    return state;
  }
}

/** So many tasks are drawn in one place; the others are counted. */
const DRAWN = 12;

const BACK = "M18 4v16L8 12zM5 4h2v16H5z";
const ON = "M6 4v16l10-8zM17 4h2v16h-2z";

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
    const name = this.#player.tasks[item]?.name ?? "";
    return element("li", { class: moved ? "token moved" : "token" }, mark(item), element("span", {}, name));
  }
}

/** A way from one station to the next. @param {string} name */
function edge(name) {
  return element("div", { class: `edge ${name}` }, element("span"));
}

/** @param {HTMLElement} button @param {string} text */
function label(button, text) {
  button.setAttribute("aria-label", text);
  button.title = text;
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
  #texts = textsIn("en");
  #own = TEXTS.en;
  /** The chosen lane: its place among the lanes, and its kind. */
  #lane = 0;
  #kind = "";
  /** @type {History} */
  #history;
  #shown = -1;
  #buttons;
  #back = element("button", { type: "button" }, icon(BACK));
  #on = element("button", { type: "button" }, icon(ON));
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
    const lane = () => player.state.lanes[this.#lane];
    const { shown = 0, done } = lane() ?? {};
    if (direction === "stepForward" ? done : shown === 0) return;
    this.#host.pause();
    while (lane()?.shown === shown) player[direction]();
    // The last step once more, so that everybody hears of it.
    player[direction === "stepForward" ? "stepBack" : "stepForward"]();
    this.#host[direction]();
  }

  /** @param {"ko" | "en"} language */
  translate(language) {
    this.#texts = textsIn(language);
    this.#own = TEXTS[language];
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
    setText(this.#note, this.#kind === "threads" ? own.threads : "");

    const longest = tasks.reduce((name, task) => (task.name.length > name.length ? task.name : name), "");
    /** @param {Record<string, (...parts: string[]) => string>} sentences */
    const room = (sentences) =>
      Object.values(sentences)
        .map((sentence) => sentence(longest, time, longest, String(tasks.length)))
        .reduce((one, other) => (other.length > one.length ? other : one));
    setText(this.#did.room, room(own.did));
    setText(this.#next.room, room(own.next));
    this.#shown = -1;
  }

  /** @param {Player["state"]} state @param {boolean} paused */
  update({ lanes }, paused) {
    const lane = lanes[this.#lane];
    if (!lane) return;
    // Whoever steps wants to hear each sentence; whoever lets it run couldn't follow.
    this.#did.root.setAttribute("aria-live", paused ? "polite" : "off");
    if (lane.shown === this.#shown) return;
    this.#shown = lane.shown;
    const now = this.#history.at(lane.shown);
    this.#say(now);
    this.#draw(now, lane.duration);
    const highlight = this.#highlights[now.step];
    for (const node of Object.values(this.#highlights)) node.classList.toggle("on", node === highlight);
  }

  /** @param {State} now */
  #say(now) {
    const { did, next: then } = this.#own;
    const { tasks } = this.#player;
    const name = (/** @type {number | undefined} */ task) => tasks[task ?? MAIN]?.name ?? "";
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

const en = {
  lane: "Lane",
  back: "Back to this lane's event before",
  on: "On to this lane's next event",
  ready: "Ready queue",
  thread: "Thread",
  sleeping: "Sleeping",
  locked: "Waiting for the lock",
  finished: "Finished",
  edges: { poll: "poll", pending: "Pending", wake: "deadline: wake", handed: "lock: wake", ended: "Ready" },
  none: "nobody",
  idle: "idle",
  until: (/** @type {string} */ time) => `until ${time}`,
  threads:
    "Threads are simulated here: each is a future that gives way wherever an interruption would show. The ready ones stand in the order in which they became ready, but the scheduler may pick any of them.",
  /** What has happened: to which task, with which time, and who gave way. */
  did: {
    nothing: () => "Nothing has run yet.",
    started: (/** @type {string} */ task) => `The main program started ${task}: its future joined the ready queue, and has not run yet.`,
    polled: (/** @type {string} */ task) => `${task} was polled for the first time: its future runs from its beginning.`,
    resumed: (/** @type {string} */ task) => `${task} was polled again: its future goes on from the await where it stopped.`,
    wentOn: (/** @type {string} */ task) => `${task} gave way between its two writes, but the scheduler picked it again: it goes on.`,
    tookOver: (/** @type {string} */ task, /** @type {string} */ _, /** @type {string} */ other) =>
      `${other} gave way between its two writes and is ready again; the scheduler picked ${task}.`,
    wrote: (/** @type {string} */ task) => `${task}, still being polled, wrote its text.`,
    newline: (/** @type {string} */ task) => `${task}, still being polled, wrote its newline.`,
    mainWrote: () => "All tasks have ended, so the main program went on, and printed.",
    waiting: (/** @type {string} */ task, /** @type {string} */ time) =>
      `${task}'s poll returned Pending: ${task} sleeps until ${time}. The clock keeps its waker, and the thread is free.`,
    locked: (/** @type {string} */ task) => `${task}'s poll returned Pending: another task holds the lock, and ${task} queues for it.`,
    woke: (/** @type {string} */ task, /** @type {string} */ time) =>
      `The deadline ${time} came: the clock called ${task}'s waker, and ${task} joined the ready queue.`,
    handed: (/** @type {string} */ task) => `The lock was handed to ${task}: its waker was called, and ${task} joined the ready queue.`,
    finished: (/** @type {string} */ task) => `${task}'s poll returned Ready: its future has ended, and is never polled again.`,
    done: () => "The main program has ended, and with it the run: no future is left.",
  },
  /** What comes next: to which task, with which time, and out of how many. */
  next: {
    starts: (/** @type {string} */ task) => `Next, the main program starts ${task}.`,
    runs: (/** @type {string} */ task) => `Next, ${task} runs on, until its poll returns Pending or Ready.`,
    main: () => "Next, the main program runs on, to its end.",
    polled: (/** @type {string} */ task) => `Next, ${task} is polled: it is the head of the ready queue.`,
    picks: (/** @type {string} */ _, /** @type {string} */ __, /** @type {string} */ ___, /** @type {string} */ count) =>
      `Next, one of the ${count} ready tasks is polled: the scheduler may pick any.`,
    woke: (/** @type {string} */ task) => `Next, ${task} is woken: it has the same deadline.`,
    handed: (/** @type {string} */ task) => `Next, the lock is handed to ${task}, which has waited the longest.`,
    advances: (/** @type {string} */ task, /** @type {string} */ time) =>
      `Nobody is ready: nothing runs until somebody is woken. Next, the clock moves on to ${time} and wakes ${task}.`,
    over: () => "",
  },
};

/** @type {typeof en} */
const ko = {
  lane: "실행 방식",
  back: "이 실행 방식의 이전 이벤트로",
  on: "이 실행 방식의 다음 이벤트로",
  ready: "준비 큐",
  thread: "스레드",
  sleeping: "기한을 기다림",
  locked: "락을 기다림",
  finished: "끝남",
  edges: { poll: "폴링", pending: "Pending", wake: "기한: 깨움", handed: "락: 깨움", ended: "Ready" },
  none: "없음",
  idle: "쉬는 중",
  until: (time) => `${time}까지`,
  threads:
    "여기서 스레드는 시뮬레이션입니다. 스레드 하나가 퓨처 하나이고, 중간에 끊기면 결과가 달라질 수 있는 곳마다 양보합니다. 준비된 순서대로 늘어놓았지만, 스케줄러는 그 가운데 어느 것이든 고를 수 있습니다.",
  did: {
    nothing: () => "아직 아무것도 실행되지 않았습니다.",
    started: (task) => `메인 프로그램이 ${task} 태스크를 시작했습니다. 그 퓨처는 준비 큐에 들어갔고, 아직 실행되지 않았습니다.`,
    polled: (task) => `${task} 태스크가 처음 폴링되었습니다. 퓨처가 처음부터 실행됩니다.`,
    resumed: (task) => `${task} 태스크가 다시 폴링되었습니다. 퓨처가 멈췄던 await에서 이어집니다.`,
    wentOn: (task) => `${task} 태스크가 두 번의 쓰기 사이에서 양보했지만, 스케줄러가 다시 골라 이어서 실행됩니다.`,
    tookOver: (task, _, other) => `${other} 태스크가 두 번의 쓰기 사이에서 양보하고 다시 준비되었습니다. 스케줄러는 ${task} 태스크를 골랐습니다.`,
    wrote: (task) => `${task} 태스크가 같은 폴링 안에서 텍스트를 썼습니다.`,
    newline: (task) => `${task} 태스크가 같은 폴링 안에서 줄바꿈을 썼습니다.`,
    mainWrote: () => "모든 태스크가 끝나서 메인 프로그램이 이어서 실행되어 출력했습니다.",
    waiting: (task, time) => `${task} 태스크의 폴링이 Pending을 반환했습니다. 기한은 ${time}입니다. 웨이커는 시계가 보관하고, 스레드는 비었습니다.`,
    locked: (task) => `${task} 태스크의 폴링이 Pending을 반환했습니다. 다른 태스크가 락을 쥐고 있어 줄을 서서 기다립니다.`,
    woke: (task, time) => `기한 ${time}가 되었습니다. 시계가 ${task} 태스크의 웨이커를 불렀고, 태스크는 준비 큐에 들어갔습니다.`,
    handed: (task) => `락이 ${task} 태스크에 넘어왔습니다. 웨이커가 불렸고, 태스크는 준비 큐에 들어갔습니다.`,
    finished: (task) => `${task} 태스크의 폴링이 Ready를 반환했습니다. 퓨처가 끝났으므로 다시 폴링되지 않습니다.`,
    done: () => "메인 프로그램이 끝났고, 실행도 끝났습니다. 남은 퓨처가 없습니다.",
  },
  next: {
    starts: (task) => `이제 메인 프로그램이 ${task} 태스크를 시작할 차례입니다.`,
    runs: (task) => `이제 ${task} 태스크가 폴링이 Pending이나 Ready를 반환할 때까지 실행됩니다.`,
    main: () => "이제 메인 프로그램이 끝까지 실행될 차례입니다.",
    polled: (task) => `이제 준비 큐의 맨 앞에 있는 ${task} 태스크가 폴링될 차례입니다.`,
    picks: (_, __, ___, count) => `이제 준비된 태스크 ${count}개 가운데 하나가 폴링됩니다. 스케줄러는 어느 것이든 고를 수 있습니다.`,
    woke: (task) => `이제 기한이 같은 ${task} 태스크가 깨어날 차례입니다.`,
    handed: (task) => `이제 가장 오래 기다린 ${task} 태스크에 락이 넘어갈 차례입니다.`,
    advances: (task, time) => `준비된 태스크가 없어서, 하나라도 깨어날 때까지 아무것도 실행되지 않습니다. 이제 시계가 ${time}로 가서 ${task} 태스크를 깨울 차례입니다.`,
    over: () => "",
  },
};

const TEXTS = { en, ko };

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
.token span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
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

@container (max-width: 560px) {
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
