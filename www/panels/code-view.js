// The lanes' programs below the run, with the line at which each task is.

import { copyText, element, mark, named, setText } from "../base/dom.js";
import { CREATED, FINISHED, ON_RESOURCE, POLLED, RESUMED, STARTED, WAITING, WROTE } from "../bindings/crossing.js";
import { isNewline } from "../engine/engine.js";
import { traits } from "../engine/lanes.js";
import { isolated } from "../base/names.js";
import { lines, program, writtenOut } from "../summation/programs.js";
import { Replay } from "../log/replay.js";
import { RUST } from "../bindings/rust-source.js";
import { numbered } from "../base/several.js";
import { textsIn } from "../words/texts.js";

/** @typedef {import("../engine/engine.js").Player} Player */
/** @typedef {import("./panel.js").Context} Context */
/** @typedef {import("../summation/programs.js").Line} Line */

const en = {
  title: (/** @type {string} */ name) => `The program in ${name}`,
  legend: "A mark stands at the line that its task has come to.",
  show: "Show the program of a lane",
  main: "main",
  copy: "Copy",
  copied: "Copied",
  selected: "Press Ctrl+C or ⌘C",
  none: "For this lane there is no program in this language.",
  /** @type {Record<string, string>} */
  notes: {
    rust: "This is the source that runs here, compiled to WebAssembly. Tasks and interval are settings.",
    "python threads compute":
      "CPython runs one thread at a time (its global interpreter lock), so there threads that compute take turns, unless it is a free-threaded build. The lane here has a processor for each.",
    "python threads": "Prints can tear in a Jupyter notebook or with python -u. With ordinary buffering a print is one write.",
    "javascript threads":
      "JavaScript has no threads that share a print: workers share no variables, and each console.log is one message, which can’t tear. So there is no program to show.",
  },
  comments: {
    notebook: "in a notebook",
    more: (/** @type {number} */ count) => `… and ${count} more`,
  },
};

/** @type {typeof en} */
const ko = {
  title: (name) => `${name} 프로그램`,
  legend: "표시는 각 태스크가 지금 어느 줄에 있는지 보여 줍니다.",
  show: "프로그램을 볼 레인",
  main: "메인",
  copy: "복사",
  copied: "복사했습니다",
  selected: "Ctrl+C나 ⌘C를 누르세요",
  none: "이 레인에는 이 언어로 된 프로그램이 없습니다.",
  notes: {
    rust: "여기서 실행되는 소스 그대로이며, WebAssembly로 컴파일되었습니다. 태스크와 간격은 설정에서 정합니다.",
    "python threads compute":
      "CPython은 전역 인터프리터 락(GIL) 때문에 한 번에 스레드 하나만 실행합니다. 그래서 프리 스레드 빌드가 아니면 계산하는 스레드들은 번갈아 실행됩니다. 이 레인에서는 스레드마다 프로세서를 하나씩 씁니다.",
    "python threads": "출력은 Jupyter 노트북이나 python -u에서 찢어질 수 있습니다. 보통의 버퍼링에서는 print 한 번이 쓰기 한 번입니다.",
    "javascript threads":
      "JavaScript에는 출력을 함께 쓰는 스레드가 없습니다. 워커는 변수를 공유하지 않고, console.log 한 번은 메시지 하나라서 찢어지지 않습니다. 그래서 보여 줄 프로그램이 없습니다.",
  },
  comments: {
    notebook: "노트북에서는",
    more: (count) => `… 외 ${count}개`,
  },
};

const TEXTS = { en, ko };

/** @type {Record<string, string>} */
const NAMES = { python: "Python", rust: "Rust", javascript: "JavaScript" };

/** @param {Context} context @returns {import("./panel.js").Panel} */
export function create({ host, player, pointing, setting: code }) {
  const title = element("p", { class: "title" });
  const legend = element("p", { class: "legend" });
  const note = element("p", { class: "note" });
  const chooser = element("div", { class: "chooser", role: "group" });
  const listings = player.lanes.map((_, lane) => new Listing(player, lane, code, "lock" in host.toJSON()));
  const choices = listings.map((listing) => {
    const choice = element("button", { type: "button" });
    choice.addEventListener("click", () => choose(listing));
    chooser.append(choice);
    return choice;
  });
  const root = element(
    "section",
    { class: "code" },
    element("header", {}, title, legend),
    note,
    chooser,
    element("div", { class: "programs" }, ...listings.map((listing) => listing.root)),
  );
  root.dataset["lanes"] = String(listings.length);
  root.style.setProperty("--lanes", String(listings.length));
  const unlisten = pointing.listen((at) => {
    for (const listing of listings) listing.point(at);
  });

  /** Where there is no room for all programs, one is shown. @param {Listing | undefined} chosen */
  function choose(chosen) {
    for (const [lane, listing] of listings.entries()) {
      listing.root.classList.toggle("chosen", listing === chosen);
      choices[lane]?.setAttribute("aria-pressed", String(listing === chosen));
    }
  }
  choose(listings[0]);

  return {
    root,
    translate(language) {
      const texts = TEXTS[language];
      const { lanes } = textsIn(language);
      setText(title, texts.title(NAMES[code] ?? ""));
      root.setAttribute("aria-label", numbered(host, title.textContent ?? ""));
      setText(legend, texts.legend);
      setText(note, texts.notes[code] ?? "");
      chooser.setAttribute("aria-label", texts.show);
      for (const [lane, listing] of listings.entries()) {
        const { name } = lanes[/** @type {keyof typeof lanes} */ (player.lanes[lane])];
        listing.translate(texts, name);
        const choice = choices[lane];
        if (choice) setText(choice, name);
      }
    },
    update(state, _, until) {
      let behind = false;
      for (const [lane, listing] of listings.entries()) {
        if (!listing.update(state.lanes[lane]?.shown ?? 0, until)) behind = true;
      }
      return behind;
    },
    remove: unlisten,
  };
}

/** The program of one lane. */
class Listing {
  #player;
  #lane;
  #code;
  #settings;
  /** So many tasks have a mark each; the others are counted. */
  #few;
  /** The line of each task, then of the main program; -1 is none. */
  #trail;
  /** The elements of the lines. @type {HTMLElement[]} */
  #rows = [];
  /** The lines by what happens there. @type {Map<string, number>} */
  #places = new Map();
  /** The lines at which the main program starts tasks. @type {number[]} */
  #calls = [];
  /** @type {HTMLElement[]} */
  #marks;
  #main = element("span", { class: "who main" }, element("i", { class: "mark", "aria-hidden": "true" }));
  #mainName = element("span");
  /** The mark of whoever did what the reader points at. @type {HTMLElement | undefined} */
  #pointed;
  #text = "";
  #shown = 0;
  #name = element("p", { class: "name" });
  #said = element("span", { class: "said", role: "status" });
  #copy = element("button", { type: "button" });
  #pre = element("pre", { translate: "no" });
  #note = element("p", { class: "note" });
  #texts = en;

  /** @param {Player} player @param {number} lane @param {string} code @param {boolean} lock */
  constructor(player, lane, code, lock) {
    const { tasks } = player;
    this.#player = player;
    this.#lane = lane;
    this.#code = code;
    const { interval, work } = player.state;
    this.#settings = { tasks, interval, lock, work };
    this.#few = writtenOut(tasks.length);
    const start = new Int16Array(tasks.length + 1).fill(-1);
    this.#trail = new Replay(player, lane, start, (lines) => lines.slice(), this.#move);
    this.#marks = tasks.slice(0, this.#few).map((_, task) => {
      const who = this.#markOf(task, "who");
      who.style.setProperty("--column", String(task + 1));
      return who;
    });
    this.#main.append(this.#mainName);
    this.#name.id = `code-${lane}`;
    this.#copy.addEventListener("click", () => this.#copyText());
    this.#copy.addEventListener("blur", () => setText(this.#said, ""));
    this.#pre.style.setProperty("--few", String(this.#few));
    const others = tasks.length - this.#few;
    this.#pre.style.setProperty("--others", others ? `${String(others).length + 2}ch` : "0px");
    this.root = element(
      "div",
      { class: "program", role: "group", "aria-labelledby": this.#name.id },
      element("header", {}, this.#name, this.#said, this.#copy),
      this.#pre,
      this.#note,
    );
  }

  /** @param {typeof en} texts @param {string} name The lane's. */
  translate(texts, name) {
    this.#texts = texts;
    const lane = this.#kind;
    const program = this.#program(this.#few);
    this.#text = (this.#program() ?? []).map(({ text }) => `${text}\n`).join("");
    setText(this.#name, name);
    // Under a lock there is nothing to explain: no print is torn.
    const untorn = this.#settings.lock && program ? "" : texts.notes[`${this.#code} ${lane}`];
    const computing = this.#settings.work === "wait" ? undefined : texts.notes[`${this.#code} ${lane} compute`];
    const note = computing ?? untorn;
    setText(this.#note, note ?? (program ? "" : texts.none));
    setText(this.#said, "");
    setText(this.#copy, texts.copy);
    setText(this.#mainName, texts.main);
    this.#copy.setAttribute("aria-label", `${texts.copy}: ${name}`);
    this.#copy.hidden = this.#pre.hidden = !program;
    const written = program ?? [];
    this.#places = new Map(written.map(({ at }, line) => [at, line]));
    this.#calls = written.flatMap(({ at }, line) => (at === "call" ? [line] : []));
    this.#rows = written.map(({ at, text }) => {
      const row = element("span", { class: "line" }, element("code", {}, ...highlighted(text), "\n"));
      // A line that is too long goes on below, a little further in.
      row.style.setProperty("--indent", `${text.search(/\S|$/) + 2}ch`);
      row.dataset["at"] = at;
      return row;
    });
    this.#pre.replaceChildren(...this.#rows);
    this.update(this.#shown);
  }

  /** The lane of which this is the program: what is real and what isn't have the same. */
  get #kind() {
    return traits(this.#player.lanes[this.#lane]).kind;
  }

  /** @param {number} [most] At most so many tasks are written out. */
  #program(most) {
    const lane = this.#player.lanes[this.#lane] ?? "";
    if (this.#code !== "rust") return program(this.#code, this.#kind, this.#settings, this.#texts.comments, most);
    const source = RUST[lane];
    return source === undefined ? undefined : lines(source);
  }

  /** Returns whether it has come so far. @param {number} shown How many events. @param {number} [until] */
  update(shown, until) {
    this.#shown = shown;
    const [first] = this.#rows;
    if (!first) return true;
    if (!this.#trail.go(shown, until)) return false;
    const lines = this.#trail.state;
    for (const [task, who] of this.#marks.entries()) this.#stand(who, this.#rows[lines[task] ?? -1], first);
    this.#stand(this.#main, this.#rows[lines.at(-1) ?? -1], first);
    if (this.#few < this.#player.tasks.length) this.#showCounts(lines);
    return true;
  }

  /**
   * Puts a mark at its line. One that is at none is there unseen: it keeps its
   * column's width, so no line moves when it comes.
   * @param {HTMLElement} who @param {HTMLElement | undefined} row @param {HTMLElement} first
   */
  #stand(who, row, first) {
    who.classList.toggle("away", !row);
    const parent = row ?? first;
    if (who.parentElement !== parent) parent.prepend(who);
  }

  /** How many of the tasks without a mark are at each line. @param {Int16Array} lines */
  #showCounts(lines) {
    const counts = this.#rows.map(() => 0);
    for (const line of lines.subarray(this.#few, -1)) if (line >= 0) counts[line] = (counts[line] ?? 0) + 1;
    for (const [line, row] of this.#rows.entries()) {
      const node = row.querySelector(".others") ?? element("span", { class: "others" });
      const count = counts[line];
      setText(node, count ? `+${count}` : "");
      if (!node.isConnected) row.prepend(node);
    }
  }

  /**
   * Takes past one event.
   * @param {Int16Array} lines @param {number} _ @param {import("../log/replay.js").EventNumbers} event @param {number} task
   */
  #move = (lines, _, event, task) => {
    const main = lines.length - 1;
    if (task < 0) {
      lines[main] = this.#mainLine(event, lines[main] ?? -1);
      return;
    }
    lines[task] = this.#lineOf(event, task, lines[task] ?? -1);
    // Who makes a task and starts it is the main program.
    if (event.kind === CREATED) lines[main] = this.#calls[Math.min(task, this.#calls.length - 1)] ?? -1;
  };

  /**
   * The line to which an event brings the main program; -1 is none.
   * @param {import("../log/replay.js").EventNumbers} event @param {number} before Where it was.
   */
  #mainLine({ kind }, before) {
    if (kind === WROTE) return this.#line("done");
    if (kind === FINISHED) return -1;
    // It waits for nothing but the ends of tasks.
    return kind === WAITING && this.#places.has("join") ? this.#line("join") : before;
  }

  /**
   * The line to which an event brings its task; -1 is none.
   * @param {import("../log/replay.js").EventNumbers} event @param {number} task @param {number} before Where the task was.
   */
  #lineOf({ kind, on, length }, task, before) {
    if (kind === STARTED) return this.#line("head");
    const newline = kind === WROTE && isNewline(length);
    const begins = (kind === POLLED || kind === RESUMED) && before === this.#line("head");
    // Who computes isn't told of at each step: it does so from its first turn, or from the
    // end of a print, to the next print.
    if (this.#computes(task) && (begins || newline)) {
      return this.#line(this.#places.has("compute") ? "compute" : "wait");
    }
    if (kind === WAITING) return this.#line(on === ON_RESOURCE ? "lock" : "wait");
    if (kind === WROTE) return this.#line(newline && this.#places.has("newline") ? "newline" : "text");
    // To be woken or polled moves nobody: the line that waits is still the line.
    return kind === FINISHED ? -1 : before;
  }

  /** @param {number} task */
  #computes(task) {
    const { work } = this.#settings;
    return work === "compute" || (work === "block" && task === 0);
  }

  /** @param {string} at */
  #line(at) {
    return this.#places.get(at) ?? -1;
  }

  /** @param {{lane: number, event: number} | null} at */
  point(at) {
    this.#pointed?.parentElement?.classList.remove("pointed");
    this.#pointed?.remove();
    if (at?.lane !== this.#lane) return;
    const [event] = this.#player.events(this.#lane, at.event, at.event + 1);
    this.#trail.go(at.event + 1);
    const row = this.#rows[this.#trail.state.at((event?.index ?? 0) - 1) ?? -1];
    if (!row) return;
    this.#pointed = !event?.index ? element("span", { class: "by" }, this.#texts.main) : this.#markOf(event.index - 1, "by");
    row.classList.add("pointed");
    row.append(this.#pointed);
  }

  /** @param {number} task @param {string} className */
  #markOf(task, className) {
    const { name = "", look = 0 } = this.#player.tasks[task] ?? {};
    return element("span", { class: `${className} look${look}`, title: isolated(name) }, mark(look), named(name));
  }

  async #copyText() {
    setText(this.#said, "");
    const area = element("textarea", { readonly: "", rows: "3", "aria-labelledby": this.#name.id });
    area.value = this.#text;
    area.addEventListener("blur", () => area.remove(), { once: true });
    const isCopied = await copyText(this.#pre, this.#text, () => {
      this.#note.before(area);
      area.select();
    });
    if (isCopied && area.isConnected) this.#copy.focus();
    setText(this.#said, isCopied ? this.#texts.copied : this.#texts.selected);
  }
}

const TOKENS =
  /((?:# |\/\/).*)|("(?:\\.|[^"\\])*"|`[^`]*`)|\b(?:as|async|await|const|crate|def|else|fn|for|function|if|import|in|let|mut|new(?= )|pub|while|with)\b/g;

/** The text of a line, what is a comment, a string or a keyword in an element each. @param {string} text */
function highlighted(text) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(TOKENS)) {
    const [token, comment, string] = match;
    nodes.push(...breakable(text.slice(end, match.index)));
    nodes.push(element("span", { class: comment ? "comment" : string ? "string" : "keyword" }, token));
    end = match.index + token.length;
  }
  return [...nodes, ...breakable(text.slice(end))];
}

/** Lets a long line go on below after a bracket, not only after a space. @param {string} code */
function breakable(code) {
  return code.split(/(?<=\()/).flatMap((part, index) => (index ? [element("wbr"), part] : [part]));
}

/** Marks the template as a style sheet, for editors and for the build. */
const css = String.raw;

export const styles = css`
.code {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 0.7em;
  border-block-end: 1px solid var(--hair);
  padding-block-end: 0.9em;
  & header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1em }
  & .title { font-weight: 700; font-size: 1.12em }
  & .legend, & .note { color: var(--muted); font-size: 0.9em }
  & .note { max-width: 60em }
  & .note:empty { display: none }
  & button { min-height: 2em; padding: 0 0.8em; border: 1px solid var(--hair); border-radius: 0.4em; background: none; font-size: 0.9em; cursor: pointer }
  & button:hover { background: var(--wash) }
  & .chooser { display: none; flex-wrap: wrap; gap: 0.4em }
  & [aria-pressed="true"] { border-color: var(--accent); color: var(--accent); box-shadow: inset 0 -2px var(--accent); font-weight: 600 }
  & .programs { display: grid; grid-template-columns: repeat(var(--lanes), minmax(0, 1fr)); gap: 1em 2em; align-items: start }
  & .program { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.4em }
  & .program header { flex-wrap: nowrap; align-items: center; min-height: 2.2em }
  & .name { flex: 1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 1em }
  & .said { color: var(--muted); font-size: 0.9em }
  & pre, & textarea { font: 0.84em/1.6 var(--mono) }
  & textarea { width: 100%; border: 1px solid var(--hair); background: var(--paper); color: var(--ink) }
  & pre { display: grid; grid-template-columns: repeat(var(--few), max-content) var(--others) minmax(0, 1fr); direction: ltr }
  & .line { position: relative; display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: start }
  & .line:has(> .who:not(.away), > .others:not(:empty)) { background: var(--wash) }
  & .line > code { grid-column: -2; grid-row: 1; font: inherit; white-space: pre-wrap; word-break: normal; border-inline-start: 1px solid var(--hair); margin-inline-start: 0.4em; padding-inline-start: calc(0.6em + var(--indent)); text-indent: calc(-1 * var(--indent)) }
  & :is(.string, .comment) { unicode-bidi: isolate }
  & .who, & .others, & .by { color: var(--look, var(--ink)); user-select: none }
  & .who { grid-column: var(--column); grid-row: 1; max-width: 4.6em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding-inline: 0.15em 0.35em; font-weight: 600 }
  /* Inline, so that it is cut off with dots. */
  & bdi { display: inline }
  & .who .mark, & .by .mark { margin-inline-end: 0.25em }
  & .main { grid-column: 1 / -2; max-width: none }
  & .main .mark { background: currentColor; clip-path: polygon(0 0, 55% 0, 100% 50%, 55% 100%, 0 100%, 45% 50%) }
  & .away { visibility: hidden }
  & .others { grid-column: -3; grid-row: 1; text-align: end; color: var(--muted) }
  & .by { position: absolute; inset-block-start: 0; inset-inline-end: 0; max-width: 50%; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; padding-inline: 0.6em; background: var(--paper); font-weight: 600; outline: 1px solid var(--accent) }
  & .keyword { font-weight: 600 }
  & .string { color: var(--accent); unicode-bidi: isolate }
  & .comment { color: var(--muted) }
}
@container (max-width: 15rem) {
  .code pre { overflow-x: auto }
  .code .line > code { white-space: pre }
}
@container (max-width: 70rem) {
  [data-lanes="3"], [data-lanes="4"] {
    & .chooser { display: flex }
    & .programs { grid-template-columns: minmax(0, 1fr) }
    & .program:not(.chosen) { display: none }
  }
}
@container (max-width: 44rem) {
  [data-lanes="2"] {
    & .chooser { display: flex }
    & .programs { grid-template-columns: minmax(0, 1fr) }
    & .program:not(.chosen) { display: none }
  }
}
`;
