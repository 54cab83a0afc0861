// The element: settings in, a media element's methods and events out.
// playback.js has its states.

import { addStyles, renewStyles, windowOf } from "./base/home.js";
import { focused, keepKeys } from "./base/keys.js";
import { enter, leave } from "./base/several.js";
import { styles } from "./base/style.js";
import { onWish } from "./base/wish.js";
import { openDialog } from "./element/dialogs.js";
import { commandOf } from "./element/keymap.js";
import { sessionFor, slipsAmong, structureOf } from "./element/made.js";
import { Paper, PRINTING } from "./element/paper.js";
import { permalink } from "./element/permalink.js";
import { Playback, wholeMillis } from "./element/playback.js";
import { lessonPanels } from "./element/panels.js";
import { attributesOf, defineSettings, namesOf, settingText, takeProperties } from "./element/properties.js";
import { LOWERED, pageSettings, SETTINGS, settingsAmong } from "./element/settings.js";
import { Turn } from "./element/turn.js";
import { whenVisible } from "./element/visible.js";
import { granting } from "./element/wishes.js";
import { loaded, refusalOf } from "./engine/core.js";
import { wanted } from "./panels/panels.js";
import { lesson } from "./summation/lesson.js";
import { View } from "./view/view.js";
import { chooseLanguage, failed, languageOf, learn, SettingError, textsIn } from "./words/texts.js";

/** @typedef {import("./words/refusal.js").Refusal} Refusal */

/** Where there is no page, as in Node or in a worker, the module can be imported all the same. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

export class InterleavedDemo extends Base {
  static observedAttributes = [...SETTINGS, ...Object.keys(LOWERED)];

  #root = this.attachShadow({ mode: "open" });
  /** @type {View} */
  #view = new View(
    this,
    this.#root,
    lessonPanels(() => this.#session),
  );
  /** @type {Playback} */
  #playback = new Playback(this.#view, {
    tell: (event) => void this.dispatchEvent(event),
    ready: () => this.ready,
    hidden: () => this.#window.document.hidden,
    fail: (error) => this.#fail(error, this.texts.missing),
  });
  #paper = new Paper();
  #turn = new Turn();
  /** What the session was made from, to see what has changed. */
  #structure = "";
  /** @type {Map<string, string>} */
  #settings = new Map();
  /** What they say of the page. @type {import("./element/settings.js").PageSettings | undefined} */
  #page;
  /** @type {Promise<void> | undefined} */
  #applying;
  #autoplayed = false;
  /** Where it is shown, or was. @type {Window & typeof globalThis} */
  #window = window;
  /** Ends the wait until it is visible. @type {(() => void) | undefined} */
  #stopWaiting;
  #language = chooseLanguage();

  constructor() {
    super();
    addStyles(this.#root, styles);
    onWish(this.#root, granting(this, this.#playback, this.#open));
    this.addEventListener("keydown", this.#onKey);
    keepKeys(this, (event) => this.#commandOf(event) !== undefined);
  }

  connectedCallback() {
    enter(this);
    takeProperties(this, InterleavedDemo.prototype);
    this.#window = windowOf(this);
    this.#playback.picture.goTo(this.#window);
    renewStyles(this.#root);
    this.#view.renew();
    this.#window.document.addEventListener("visibilitychange", this.#onVisibility);
    for (const moment of PRINTING) this.#window.addEventListener(moment, this.#onPrint);
    this.#apply();
  }

  disconnectedCallback() {
    this.#view.closeDialogs();
    this.#window.document.removeEventListener("visibilitychange", this.#onVisibility);
    for (const moment of PRINTING) this.#window.removeEventListener(moment, this.#onPrint);
    this.#stopWaiting?.();
    this.#turn.ask();
    const [time, playing] = [this.currentTime, !this.paused];
    this.#session?.pause();
    this.#playback.picture.stop();
    queueMicrotask(() => {
      if (this.isConnected) {
        // It was only moved.
        this.#playback.picture.again();
        if (playing) this.play();
        return;
      }
      leave(this);
      this.#view.leave();
      this.#playback.leave(time);
      this.#structure = "";
    });
  }

  get #session() {
    return this.#playback.session;
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#apply();
  }

  // Playback, in the words of a media element.

  /** Resolves when the settings as they now stand are in force. */
  get ready() {
    this.#turn.ask();
    return this.#applying ?? (this.#session || !this.isConnected ? Promise.resolve() : this.#apply());
  }

  /** Starts, or goes on; at the end, starts again. */
  play() {
    return this.#playback.play();
  }

  pause() {
    this.#playback.pause();
  }

  /** Back to the start, paused. */
  reset() {
    this.#playback.reset();
  }

  /** Shows one more event. Returns whether there was one. */
  stepForward() {
    return this.#playback.step(true);
  }

  /** Hides the last event. Returns whether there was one. */
  stepBack() {
    return this.#playback.step(false);
  }

  get paused() {
    return this.#playback.paused;
  }

  get ended() {
    return this.#session?.snapshot.ended ?? false;
  }

  /** In seconds of virtual time. */
  get currentTime() {
    return this.#playback.time;
  }

  set currentTime(seconds) {
    // As a media element takes a text as well.
    const time = Math.max(0, Number(seconds));
    if (!Number.isFinite(time)) {
      throw new TypeError(`currentTime: ${seconds} is not a number of seconds`);
    }
    this.#playback.time = time;
  }

  /** The longest lane's, in seconds of virtual time; NaN before it is known. */
  get duration() {
    return this.#session ? this.#session.snapshot.duration / 1000 : NaN;
  }

  /** How many times faster than real time. */
  get speed() {
    return this.#session?.snapshot.speed ?? Number(this.getAttribute("speed") ?? 1);
  }

  set speed(speed) {
    this.#setSetting("speed", speed);
    // At once, so that it can be read back.
    this.#playback.setSpeed(Math.round(Number(speed || 1) * 1000) / 1000);
  }

  get playbackRate() {
    return this.speed;
  }

  set playbackRate(speed) {
    this.speed = speed;
  }

  /** The lanes' names, in the order shown. */
  get laneNames() {
    return this.#session?.lanes ?? [];
  }

  /**
   * What a lane has printed up to `currentTime`, byte for byte.
   * @param {string} lane
   */
  logText(lane) {
    const index = this.#laneIndex(lane);
    return this.#session?.logs[index]?.text(0, this.#shown(index)) ?? "";
  }

  /**
   * What has happened in a lane up to `currentTime`: times in milliseconds.
   * @param {string} lane
   */
  events(lane) {
    const index = this.#laneIndex(lane);
    return this.#session?.logs[index]?.events(0, this.#shown(index)) ?? [];
  }

  /** What has happened up to `currentTime`, as JSON which Perfetto opens. */
  async trace() {
    const lanes = this.laneNames.map((lane) => /** @type {const} */ ([lane, this.events(lane)]));
    const [time, settings] = [this.currentTime * 1000, this.toJSON()];
    const { trace } = await import("./log/trace.js");
    return trace(lanes, time, settings);
  }

  /** @param {number} lane */
  #shown(lane) {
    return this.#session?.snapshot.lanes[lane]?.shown ?? 0;
  }

  /** The lanes' timelines at `currentTime`, as the text of an SVG file. */
  async toSVG() {
    const { timelineSvg } = await import("./view/timeline-svg.js");
    const { lanes, scale } = this.#view;
    return this.#session && scale ? timelineSvg(lanes, this.#session.snapshot, scale, this.#language) : "";
  }

  /** The settings that were given and are in force, as text by name. */
  toJSON() {
    return Object.fromEntries(this.#settings);
  }

  /** The address of a page that shows this demo at this moment; empty if there is none. */
  get permalink() {
    return permalink("embed.html", this.#settings, wholeMillis(this.currentTime) / 1000);
  }

  /** @param {string} lane */
  #laneIndex(lane) {
    const index = this.laneNames.indexOf(lane);
    if (index < 0 && this.#session) {
      throw new RangeError(`lane: “${lane}” is not one of ${this.laneNames.join(", ")}`);
    }
    return index;
  }

  // Settings.

  /** The words of the reader's language. */
  get texts() {
    return textsIn(this.#language);
  }

  /**
   * The setter of every setting's property.
   * @param {string} name @param {unknown} value
   */
  #setSetting(name, value) {
    const text = settingText(name, value);
    if (text === undefined) {
      for (const other of namesOf(name)) this.removeAttribute(other);
      return;
    }
    const refusal = this.#session && refusalOf(name, text);
    if (refusal) throw this.#refuse([refusal])[0];
    this.setAttribute(name, text);
  }

  /** Puts the attributes in force, once for all changes of this turn. */
  #apply() {
    this.#applying ??= Promise.resolve().then(async () => {
      try {
        await this.#prepare();
      } catch (error) {
        this.#applying = undefined;
        this.#language = languageOf(this);
        this.#fail(error, failed(this.#language, error));
        return;
      }
      this.#applying = undefined;
      if (this.isConnected) this.#applyNow();
    });
    return this.#applying;
  }

  /** Resolves once there is what the settings need as they stand then. @returns {Promise<void>} */
  async #prepare() {
    const language = languageOf(this);
    await Promise.all([loaded(), learn(language)]);
    if (!this.#session) await this.#turn.come(this, this.#window);
    if (languageOf(this) !== language) await this.#prepare();
  }

  #applyNow() {
    this.#language = languageOf(this);
    const attributes = attributesOf(this);
    const given = settingsAmong(attributes);
    const { session, refused } = sessionFor(given, this.#settings, () => this.#playback.changed());
    this.#settings = given;
    const page = pageSettings(given);
    const { speed } = session.snapshot;
    this.#page = page;
    const structure = structureOf(given);
    if (this.#session && structure === this.#structure) {
      session.free();
      this.#playback.setSpeed(speed);
      if (this.#playback.isFresh) this.#session.seek(page.startAt);
    } else {
      this.#structure = structure;
      this.#playback.take(session, page.startAt);
      this.#view.show({
        logs: session.logs,
        program: lesson(session.tasks),
        snapshot: () => session.snapshot,
        settings: () => this.toJSON(),
      });
      this.#playback.stopped();
    }
    if (this.#session) this.#session.language = this.#language;
    // After that, because what the session before has shown may be gone with it.
    this.#view.set(this.#language, { ...page, panels: wanted(page) });
    this.#playback.changed();
    this.dispatchEvent(new Event("settingschange"));
    this.#refuse([...slipsAmong(attributes), ...refused]);
    if (!this.#autoplayed) this.#autoplay(page.autoplay);
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

  /**
   * Says what is wrong with settings, in the reader's language. Returns the errors.
   * @param {Refusal[]} refused
   */
  #refuse(refused) {
    const errors = refused.map((refusal) => new SettingError(this.texts, refusal));
    if (errors.length) this.#view.refuse(errors.map(({ message }) => message).join("\n"), this.#language);
    for (const error of errors) this.dispatchEvent(new ErrorEvent("error", { error, message: error.message }));
    return errors;
  }

  /** @param {unknown} error @param {string} message For the reader. */
  #fail(error, message) {
    this.#view.refuse(message, this.#language);
    this.dispatchEvent(new ErrorEvent("error", { error, message }));
  }

  #onVisibility = () => {
    this.#session?.hide(this.#window.document.hidden);
    this.#playback.changed();
  };

  #onPrint = (/** @type {Event} */ event) => {
    const print = () => this.#session && this.#paper.print(event, this.#session, this.#view, Boolean(this.#page?.predict));
    if (this.#session) print();
    // What nobody has come near is made for paper.
    else this.ready.then(print);
  };

  #open = (/** @type {"menu" | "keys"} */ what, /** @type {HTMLElement} */ button) => {
    const missed = () => this.#view.refuse(this.texts.missing, this.#language);
    openDialog(what, button, this, this.#root, this.#view.frame, this.#language).catch(missed);
  };

  /** What the demo does at a key, unless a control makes its own use of it. @param {KeyboardEvent} event */
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

  // `speed` is above.
  static {
    defineSettings(InterleavedDemo.prototype, (demo, name, value) => demo.#setSetting(name, value));
  }
}
