// The element for a Python program of the reader's own: the program and settings in, a media
// element's methods and events out. What plays it and what shows it are the lesson's.

import { addStyles, renewStyles, windowOf } from "./base/home.js";
import { focused, keepKeys } from "./base/keys.js";
import { enter, leave } from "./base/several.js";
import { styles } from "./base/style.js";
import { onWish } from "./base/wish.js";
import { openDialog } from "./element/dialogs.js";
import { commandOf } from "./element/keymap.js";
import { permalink } from "./element/permalink.js";
import { Playback, wholeMillis } from "./element/playback.js";
import { Played } from "./element/played.js";
import { takeProperties } from "./element/properties.js";
import { whenVisible } from "./element/visible.js";
import { granting } from "./element/wishes.js";
import { Session } from "./engine/session.js";
import { fragmentOf } from "./python/fragment.js";
import { runFor, scriptsOf, structureOf } from "./python/made.js";
import { pythonPanels, wantedFor } from "./python/panels.js";
import { shownRun } from "./python/program-shown.js";
import { defineProperties, pageOf, refusalOf, SETTINGS, settingsOf } from "./python/settings.js";
import { styles as pythonStyles } from "./python/styles.js";
import { learnWords } from "./python/words.js";
import { loaded } from "./run-python.js";
import { View } from "./view/view.js";
import { chooseLanguage, failed, languageOf, learn, SettingError, textsIn } from "./words/texts.js";

/** @typedef {import("./words/refusal.js").Refusal} Refusal */

/** After so many milliseconds without typing the program is taken as it is. */
const PAUSE = 500;
/** What a step may be. @type {import("./base/wish.js").Unit[]} */
const UNITS = ["line", "over", "print", "switch", "event"];

/** The lesson's view, but how much there is to be seen is known only when it has happened. */
class RunView extends View {
  /** What is shown. @type {import("./python/run.js").PythonRun | undefined} */
  program;

  get isLarge() {
    return this.program?.isLarge() ?? false;
  }
}

export class InterleavedPython extends Played {
  static observedAttributes = [...SETTINGS, "startat"];

  #root = this.attachShadow({ mode: "open" });
  /** The programs as they were typed last, and as they run. @type {readonly string[] | undefined} */
  #programs;
  /** @type {readonly string[]} */
  #running = [];
  /** @type {import("./python/run.js").PythonRun | undefined} */
  #run;
  #view = new RunView(
    this,
    this.#root,
    pythonPanels({
      program: () => this.program,
      isTyped: () => this.#isTyped,
      isReadOnly: () => this.#page.isReadOnly,
      isPlain: () => this.#page.isPlain,
      breakpoints: () => this.#page.breakpoints,
      isSeveral: () => this.laneNames.length > 1,
      moment: (lane) => this.#run?.moment(lane),
      refusals: () => this.#run?.refusals() ?? [],
      cuts: () => this.#run?.cuts ?? [],
      isChosen: () => this.#run?.isChosen ?? false,
      parts: (lane, object) => this.#run?.parts(lane, object) ?? [],
    }),
    UNITS,
  );
  #playback = Played.plays(
    this,
    new Playback(this.#view, {
      tell: (event) => void this.dispatchEvent(event),
      ready: () => this.ready,
      hidden: () => this.#window.document.hidden,
      fail: (error) => this.#fail(error, this.texts.missing),
    }),
  );
  /** What the session was made from, to see what has changed. */
  #structure = "";
  /** @type {Map<string, string>} */
  #settings = new Map();
  #page = pageOf(new Map());
  /** The program as an address holds it. */
  #fragment = "";
  /** @type {Promise<void> | undefined} */
  #applying;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #typing;
  #autoplayed = false;
  /** Where it is shown, or was. @type {Window & typeof globalThis} */
  #window = window;
  /** Ends the wait until it is visible. @type {(() => void) | undefined} */
  #stopWaiting;
  #language = chooseLanguage();

  constructor() {
    super();
    addStyles(this.#root, styles, pythonStyles);
    this.#view.frame.classList.add("python");
    const grant = granting(this, this.#playback, this.#open);
    onWish(this.#root, (wish) => {
      if (wish.type === "program") this.#typed(wish.text);
      else if (wish.type === "step") void this.#step(wish);
      else grant(wish);
    });
    this.addEventListener("keydown", this.#onKey);
    keepKeys(this, (event) => this.#commandOf(event) !== undefined);
  }

  connectedCallback() {
    enter(this);
    takeProperties(this, InterleavedPython.prototype);
    this.#window = windowOf(this);
    this.#playback.picture.goTo(this.#window);
    renewStyles(this.#root);
    this.#view.renew();
    this.#window.document.addEventListener("visibilitychange", this.#onVisibility);
    this.#apply();
  }

  disconnectedCallback() {
    this.#view.closeDialogs();
    this.#window.document.removeEventListener("visibilitychange", this.#onVisibility);
    this.#stopWaiting?.();
    const time = this.currentTime;
    const playing = !this.paused;
    this.#session?.pause();
    this.#playback.picture.stop();
    queueMicrotask(() => {
      if (this.isConnected) {
        // It was only moved.
        this.#playback.picture.again();
        if (playing) this.play();
        return;
      }
      clearTimeout(this.#typing);
      leave(this);
      this.#view.leave();
      this.#playback.leave(time);
      this.#run = undefined;
      this.#structure = "";
    });
  }

  get #session() {
    return this.#playback.session;
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#apply();
  }

  // The program.

  /** The program's text, as it is to run: of several, the first. */
  get program() {
    return this.programs[0] ?? "";
  }

  set program(text) {
    this.programs = [text];
  }

  /** The texts of the programs that run side by side. */
  get programs() {
    return this.#programs ?? scriptsOf(this);
  }

  set programs(texts) {
    this.#programs = texts.length ? texts.map(String) : [""];
    if (this.isConnected) this.#apply();
  }

  /** Whether something else runs than what has been typed. */
  get #isTyped() {
    const { programs } = this;
    return programs.length !== this.#running.length || programs.some((program, place) => program !== this.#running[place]);
  }

  /** @param {string} text What the reader has typed. */
  #typed(text) {
    this.#programs = [text, ...this.programs.slice(1)];
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#apply(), PAUSE);
    this.dispatchEvent(new Event("input", { bubbles: true }));
    // Marks stand at the lines of what runs.
    this.#playback.changed();
  }

  /** Runs the program to its end at once. Resolves with how it has ended. */
  async run() {
    await this.ready;
    const session = this.#session;
    if (!session) return this.outcome;
    this.pause();
    session.seek(Number.MAX_SAFE_INTEGER);
    while (session === this.#session && session.snapshot.behind) await new Promise((resolve) => setTimeout(resolve));
    this.#playback.changed();
    return this.outcome;
  }

  /**
   * Goes through all schedules of the program, with the settings that it has.
   * @param {import("./explore-python.js").SearchOptions} [options] Besides these, and before them.
   */
  async explore(options) {
    await this.ready;
    const { explorePython } = await import("./explore-python.js");
    const own = Object.fromEntries([...this.#settings].filter(([name]) => name === "switch" || name === "stdout"));
    return explorePython(this.program, { ...own, lang: this.#language, ...options });
  }

  /** How it has ended, as `runPython` has it; `running` before that. */
  get outcome() {
    return this.#run?.answer(0).outcome ?? "running";
  }

  // Playback: see `Played`.

  /** Resolves when the program and the settings as they now stand are in force. */
  get ready() {
    if (this.#applying) return this.#applying;
    if (!this.isConnected || (this.#session && !this.#isTyped)) return Promise.resolve();
    return this.#apply();
  }

  /** What has happened up to `currentTime`, as JSON which Perfetto opens. */
  async trace() {
    const lanes = this.laneNames.map((lane) => /** @type {const} */ ([lane, this.events(lane)]));
    const [time, settings] = [this.currentTime * 1000, this.toJSON()];
    const { trace } = await import("./log/trace.js");
    return trace(lanes, time, settings);
  }

  /** The timeline at `currentTime`, as the text of an SVG file. */
  async toSVG() {
    const { timelineSvg } = await import("./view/timeline-svg.js");
    const { lanes, scale } = this.#view;
    return this.#session && scale ? timelineSvg(lanes, this.#session.snapshot, scale, this.#language) : "";
  }

  /** The programs, with a NUL between them, and the settings that were given and are in force, as text by name. */
  toJSON() {
    return { ...Object.fromEntries(this.#settings), program: this.programs.join("\0") };
  }

  /** The address of a page that shows this program at this moment; empty if there is none. */
  get permalink() {
    const address = permalink("python.html", this.#settings, wholeMillis(this.currentTime) / 1000);
    return address && this.#fragment ? address + this.#fragment : "";
  }

  // Settings.

  /** The words of the reader's language. */
  get texts() {
    return textsIn(this.#language);
  }

  /** Puts the program and the attributes in force, once for all changes of this turn. */
  #apply() {
    clearTimeout(this.#typing);
    this.#applying ??= Promise.resolve().then(async () => {
      try {
        await this.#prepare();
        this.#applying = undefined;
        if (this.isConnected) this.#applyNow();
      } catch (error) {
        this.#applying = undefined;
        this.#language = languageOf(this);
        this.#fail(error, failed(this.#language, error));
      }
    });
    return this.#applying;
  }

  /** Resolves once there is what is needed. @returns {Promise<void>} */
  async #prepare() {
    const language = languageOf(this);
    const programs = this.programs.join("\0");
    const [, , , fragment] = await Promise.all([loaded(), learn(language), learnWords(language), fragmentOf(programs)]);
    this.#fragment = fragment;
    if (languageOf(this) !== language || this.programs.join("\0") !== programs) await this.#prepare();
  }

  #applyNow() {
    this.#language = languageOf(this);
    const settings = settingsOf(this);
    const refused = [...settings].flatMap(([name, text]) => refusalOf(name, text) ?? []);
    for (const { setting } of refused) settings.delete(setting);
    const structure = structureOf(this.programs, settings);
    if (!this.#session || structure !== this.#structure) this.#show(settings, refused);
    this.#structure = structure;
    this.#settings = settings;
    const page = (this.#page = pageOf(settings));
    this.#run?.speak(this.#language);
    this.#run?.breakAt(page.breakpoints);
    this.#playback.setSpeed(page.speed);
    if (this.#session && this.#playback.isFresh) this.#session.seek(page.startAt);
    if (this.#session) this.#session.language = this.#language;
    this.#view.set(this.#language, {
      controls: page.controls,
      autoplay: page.autoplay,
      startAt: page.startAt,
      panels: wantedFor(this.#run),
    });
    this.#playback.changed();
    this.dispatchEvent(new Event("settingschange"));
    this.#refuse(refused);
    if (!this.#autoplayed) this.#autoplay(page.autoplay);
  }

  /** Shows the program as it now stands. @param {Map<string, string>} settings @param {Refusal[]} refused */
  #show(settings, refused) {
    const run = runFor(this.programs, settings, this.#language, refused);
    const session = new Session(run, () => this.#playback.passed());
    this.#run = run;
    this.#view.program = run;
    this.#running = this.programs;
    this.#view.frame.classList.toggle("several", run.lanes.length > 1);
    this.#view.frame.classList.toggle("bare", run.programs > 1);
    this.#page = pageOf(settings);
    this.#playback.take(session, this.#page.startAt);
    const settingsNow = () => Object.fromEntries(this.#settings);
    this.#view.show(shownRun(run, session, settingsNow, () => this.#language));
    this.#playback.stopped();
  }

  /** @param {string} when */
  #autoplay(when) {
    this.#stopWaiting?.();
    const start = () => {
      this.#autoplayed = true;
      this.play();
    };
    if (when === "load") start();
    else if (when === "visible") this.#stopWaiting = whenVisible(this, this.#window, start);
  }

  /** Says what is wrong with settings, in the reader's language. @param {Refusal[]} refused */
  #refuse(refused) {
    const errors = refused.map((refusal) => new SettingError(this.texts, refusal));
    if (errors.length) this.#view.refuse(errors.map(({ message }) => message).join("\n"), this.#language);
    for (const error of errors) this.dispatchEvent(new ErrorEvent("error", { error, message: error.message }));
  }

  /** @param {unknown} error @param {string} message For the reader. */
  #fail(error, message) {
    this.#view.refuse(message, this.#language);
    this.dispatchEvent(new ErrorEvent("error", { error, message }));
  }

  /** A step of the program as it now stands. @param {Extract<import("./base/wish.js").Wish, {type: "step"}>} wish */
  async #step(wish) {
    if (this.#isTyped) await this.ready;
    this.#playback.step(wish.forward, wish);
  }

  #onVisibility = () => {
    this.#session?.hide(this.#window.document.hidden);
    this.#playback.changed();
  };

  #open = (/** @type {"menu" | "keys"} */ what, /** @type {HTMLElement} */ button) => {
    const missed = () => this.#view.refuse(this.texts.missing, this.#language);
    openDialog(what, button, this, this.#root, this.#view.frame, this.#language).catch(missed);
  };

  /** What it does at a key, unless a control makes its own use of it. @param {KeyboardEvent} event */
  #commandOf(event) {
    return commandOf(event, this, this.#playback, () => this.#view.open("keys"));
  }

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    const command = this.#commandOf(event);
    if (!command || event.defaultPrevented || this.#view.usesKey(focused(event), event.key)) return;
    event.preventDefault();
    command();
  };

  static {
    defineProperties(InterleavedPython.prototype);
  }
}

const elements = globalThis.customElements;
if (elements && !elements.get("interleaved-python")) elements.define("interleaved-python", InterleavedPython);
