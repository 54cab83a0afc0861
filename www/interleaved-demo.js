// The element: settings in, a media element's methods and events out.
//
// Its states, and what leads from one to the next:
//
//   empty    no player yet
//   ready    a player, paused at 0                  <- apply() | reset()
//   playing  the playhead moves                     <- play()
//   held     playing, but the page is hidden        <- visibilitychange
//   paused   the playhead stands                    <- pause() | a step | a seek
//   ended    every lane is shown to its end         <- the playhead | a step | a seek
//
// A change of tasks, interval, lanes, seed, lock or work makes a new player: ready.
// A setting that is refused counts as it did before; at first, as if it weren't there.

import { loaded, Player, RefusedError } from "./engine/engine.js";
import { addStyles, renewStyles, windowOf } from "./base/home.js";
import { focused, keepKeys } from "./base/keys.js";
import { LOWERED, meant, misspelt, SETTINGS, settingsAmong, SWITCHES } from "./element/settings.js";
import { enter, leave } from "./base/several.js";
import { demoPage } from "./site.js";
import { styles } from "./base/style.js";
import { chooseLanguage, failed, languageOf, learn, SettingError, textsIn } from "./words/texts.js";
import { timelineSvg } from "./view/timeline-svg.js";
import { trace } from "./log/trace.js";
import { View } from "./view/view.js";

/** Settings without which the same player can't go on. */
const STRUCTURAL = ["tasks", "interval", "lanes", "seed", "lock", "work"];

/** What is told before and after a page is printed. */
const PRINTING = ["beforeprint", "afterprint"];

/** At most so often, in milliseconds, does `timeupdate` tell of time that only passes. */
const TIMEUPDATE_EVERY = 250;

/** What part of a demo, or of the window's height, is in view when it starts by itself. */
const IN_VIEW = 0.4;

/** Lets what comes next be a task of its own. No timer, which browsers hold back in hidden pages. */
function ownTask() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}

/**
 * A time in whole milliseconds, never so late that more is shown than at that
 * time: cut, but not where a fraction is only what seconds make of milliseconds.
 * @param {number} seconds
 */
function wholeMillis(seconds) {
  return Math.floor(seconds * 1000 + 1e-7);
}

/** The names that a setting's attribute may have, its own first. @param {string} setting */
function namesOf(setting) {
  return [setting, ...Object.entries(LOWERED).flatMap(([name, meant]) => (meant === setting ? [name] : []))];
}

/** Where there is no page, as in Node or in a worker, the module can be imported all the same. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

export class InterleavedDemo extends Base {
  static observedAttributes = [...SETTINGS, ...Object.keys(LOWERED)];

  #root = this.attachShadow({ mode: "open" });
  #view;
  /** @type {Player | undefined} */
  #player;
  /** What the player was made from, to see what has changed. */
  #structure = "";
  /** @type {Map<string, string>} */
  #settings = new Map();
  /** What they say of the page. @type {import("./engine/engine.js").PageSettings | undefined} */
  #page;
  /** @type {Promise<void> | undefined} */
  #applying;
  /** Resolves once the player has what it needs to play. @type {Promise<void> | undefined} */
  #hired;
  #wantsToPlay = false;
  #held = false;
  #autoplayed = false;
  /** Whether `play` has been told and its end hasn't. */
  #playing = false;
  #seeking = false;
  #wasEnded = false;
  /** Where the next player starts, in seconds; undefined is where the settings say. @type {number | undefined} */
  #startAt;
  /** Where it is shown, or was. @type {Window & typeof globalThis} */
  #window = window;
  #frame = 0;
  /** Whether it has been drawn in this frame, and whether that isn't all, or not the newest. */
  #drawn = false;
  #stale = false;
  /** Whether it has been run for paper only. */
  #printed = false;
  #lastTimeupdate = 0;
  /** @type {IntersectionObserver | undefined} */
  #intersection;
  #language = chooseLanguage();

  constructor() {
    super();
    addStyles(this.#root, styles);
    this.#view = new View(this, this.#root, () => this.#again());
    this.addEventListener("keydown", this.#onKey);
    keepKeys(this, (event) => this.#actionOf(event) !== undefined);
  }

  connectedCallback() {
    enter(this);
    this.#takeProperties();
    this.#window = windowOf(this);
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
    this.#intersection?.disconnect();
    this.#intersection = undefined;
    const time = this.currentTime;
    const playing = !this.paused;
    this.#player?.pause();
    this.#window.cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    queueMicrotask(() => {
      if (this.isConnected) {
        // It was only moved.
        this.#again();
        if (playing) this.play();
        return;
      }
      leave(this);
      this.#view.leave();
      this.#player?.free();
      this.#player = undefined;
      this.#structure = "";
      this.#startAt = time;
      this.#held = false;
    });
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#apply();
  }

  // Playback, in the words of a media element.

  /** Resolves when the settings as they now stand are in force. */
  get ready() {
    if (this.#applying) return this.#applying;
    return this.#player || !this.isConnected ? Promise.resolve() : this.#apply();
  }

  /** Starts, or goes on; at the end, starts again. @returns {Promise<void>} */
  async play() {
    this.#wantsToPlay = true;
    await this.ready;
    this.#startAt ??= 0;
    const player = this.#player;
    if (!this.#wantsToPlay || !player) return;
    this.#hired ??= player.hire().catch((error) => {
      // The next try may have more luck.
      this.#hired = undefined;
      this.#fail(error, this.texts.missing);
    });
    await this.#hired;
    if (!this.#wantsToPlay) return;
    // Meanwhile there may be other settings.
    if (this.#player !== player) return this.play();
    this.#wantsToPlay = false;
    if (!this.paused) return;
    this.#wasEnded = false;
    player.play();
    this.#held = this.#window.document.hidden;
    if (this.#held) player.pause();
    // One that was only moved has told so already.
    if (!this.#playing) {
      this.#playing = true;
      this.dispatchEvent(new Event("play"));
    }
    this.#changed();
  }

  pause() {
    this.#wantsToPlay = false;
    if (!this.#player || this.paused) return;
    this.#held = false;
    this.#player.pause();
    this.#stopped();
    this.#changed();
  }

  #stopped() {
    if (!this.#playing) return;
    this.#playing = false;
    this.dispatchEvent(new Event("pause"));
  }

  /** Back to the start, paused. */
  reset() {
    this.pause();
    this.#startAt = 0;
    this.#player?.reset();
    this.#wasEnded = false;
    this.#changed();
  }

  /** Shows one more event. Returns whether there was one. */
  stepForward() {
    return this.#step("stepForward");
  }

  /** Hides the last event. Returns whether there was one. */
  stepBack() {
    return this.#step("stepBack");
  }

  /** @param {"stepForward" | "stepBack"} direction */
  #step(direction) {
    this.pause();
    this.#startAt ??= 0;
    const moved = this.#player?.[direction]() ?? false;
    if (moved) this.#wasEnded = false;
    this.#seeking = true;
    this.#changed();
    return moved;
  }

  get paused() {
    return !this.#held && (this.#player?.state.paused ?? true);
  }

  get ended() {
    return this.#player?.state.ended ?? false;
  }

  /** In seconds of virtual time. */
  get currentTime() {
    return this.#player ? this.#player.state.time / 1000 : (this.#startAt ?? 0);
  }

  set currentTime(seconds) {
    // As a media element takes a text as well.
    const time = Math.max(0, Number(seconds));
    if (!Number.isFinite(time)) {
      throw new TypeError(`currentTime: ${seconds} is not a number of seconds`);
    }
    if (!this.#player) {
      this.#startAt = time;
      return;
    }
    this.#startAt = 0;
    this.#wasEnded = false;
    this.#player.seek(Math.round(time * 1000));
    this.#seeking = true;
    this.#changed();
  }

  /** The longest lane's, in seconds of virtual time; NaN before it is known. */
  get duration() {
    return this.#player ? this.#player.state.duration / 1000 : NaN;
  }

  /** How many times faster than real time. */
  get speed() {
    return this.#player?.state.speed ?? Number(this.getAttribute("speed") ?? 1);
  }

  set speed(speed) {
    this.#setSetting("speed", speed);
    // At once, so that it can be read back.
    this.#setSpeed(Math.round(Number(speed || 1) * 1000) / 1000);
  }

  get playbackRate() {
    return this.speed;
  }

  set playbackRate(speed) {
    this.speed = speed;
  }

  // What is shown, as data.

  /** The lanes' names, in the order shown. */
  get laneNames() {
    return this.#player?.lanes ?? [];
  }

  /**
   * What a lane has printed up to `currentTime`, byte for byte.
   * @param {string} lane
   */
  logText(lane) {
    const index = this.#laneIndex(lane);
    return this.#player?.text(index, 0, this.#shown(index)) ?? "";
  }

  /**
   * What has happened in a lane up to `currentTime`: times in milliseconds.
   * @param {string} lane
   */
  events(lane) {
    const index = this.#laneIndex(lane);
    return this.#player?.events(index, 0, this.#shown(index)) ?? [];
  }

  /** What has happened up to `currentTime`, as JSON which Perfetto opens. */
  trace() {
    const lanes = this.laneNames.map((lane) => /** @type {const} */ ([lane, this.events(lane)]));
    return trace(lanes, this.currentTime * 1000, this.toJSON());
  }

  /** @param {number} lane */
  #shown(lane) {
    return this.#player?.state.lanes[lane]?.shown ?? 0;
  }

  /** The lanes' timelines at `currentTime`, as the text of an SVG file. */
  toSVG() {
    return this.#player ? timelineSvg(this.#player, this.#language) : "";
  }

  /** The settings that were given and are in force, as text by name. */
  toJSON() {
    return Object.fromEntries(this.#settings);
  }

  /** The address of a page that shows this demo at this moment; empty if there is none. */
  get permalink() {
    const url = demoPage();
    if (!url) return "";
    for (const [name, value] of this.#settings) {
      if (name !== "autoplay" && name !== "start-at") url.searchParams.set(name, value);
    }
    const time = wholeMillis(this.currentTime) / 1000;
    if (time > 0) url.searchParams.set("start-at", String(time));
    return url.href;
  }

  /** @param {string} lane */
  #laneIndex(lane) {
    const index = this.laneNames.indexOf(lane);
    if (index < 0 && this.#player) {
      throw new RangeError(`lane: “${lane}” is not one of ${this.laneNames.join(", ")}`);
    }
    return index;
  }

  // Settings.

  /** The words of the reader's language. */
  get texts() {
    return textsIn(this.#language);
  }

  /** What was set as a property before the class was there hides the class's own property. */
  #takeProperties() {
    for (const name of Object.keys(this)) {
      if (!Object.getOwnPropertyDescriptor(InterleavedDemo.prototype, name)?.get) continue;
      const value = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      try {
        Reflect.set(this, name, value);
      } catch (error) {
        // It is thrown where others of that page's are, since who set it can't catch it any more.
        reportError(error);
      }
    }
  }

  /**
   * The setter of every setting's property.
   * @param {string} name @param {unknown} value
   */
  #setSetting(name, value) {
    // Without the attribute the controls are shown.
    if (name === "controls" && value === false) value = "none";
    if (value === null || value === undefined || value === false) {
      for (const other of namesOf(name)) this.removeAttribute(other);
      return;
    }
    const text = value === true ? "" : String(value);
    if (this.#player) {
      try {
        new Player(new Map([[name, text]])).free();
      } catch (error) {
        throw error instanceof RefusedError ? this.#refuse([error])[0] : error;
      }
    }
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
    // A first picture takes a while, so each demo of a page makes it in a task of its
    // own, between which the page can answer its reader.
    if (!this.#player) await ownTask();
    if (languageOf(this) !== language) await this.#prepare();
  }

  #applyNow() {
    this.#language = languageOf(this);
    const texts = this.getAttributeNames().map((name) => /** @type {[string, string]} */ ([name, this.getAttribute(name) ?? ""]));
    const given = settingsAmong(texts);
    const slips = texts.flatMap(([setting, value]) => {
      const right = misspelt(setting);
      return right ? [new RefusedError({ code: "unknown", setting, value, allowed: [right] })] : [];
    });
    const { player, refused } = this.#made(given);
    this.#settings = given;
    const { page } = player;
    const { speed } = player.state;
    this.#page = page;
    const structure = JSON.stringify(STRUCTURAL.map((name) => given.get(name) ?? null));
    if (this.#player && structure === this.#structure) {
      player.free();
      this.#setSpeed(speed);
      if (this.#startAt === undefined) this.#player.seek(page.startAt);
    } else {
      this.#structure = structure;
      this.#replacePlayer(player, page.startAt);
    }
    // After that, because what the player before has shown may be gone with it.
    this.#view.set(this.#language, page);
    this.#changed();
    this.dispatchEvent(new Event("settingschange"));
    this.#refuse([...slips, ...refused]);
    if (!this.#autoplayed) this.#autoplay(page.autoplay);
  }

  /**
   * A player of these settings. Each that is refused is put back to what it was, or, if that is
   * refused too, left out.
   * @param {Map<string, string>} settings They become those of the player.
   */
  #made(settings) {
    /** @type {RefusedError[]} */
    const refused = [];
    for (;;) {
      try {
        return { player: new Player(settings, () => this.#changed(), true), refused };
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        const { setting } = error.refusal;
        const before = this.#settings.get(setting);
        if (before !== undefined && before !== settings.get(setting)) settings.set(setting, before);
        else if (!settings.delete(setting)) throw error;
        if (!refused.some(({ refusal }) => refusal.setting === setting)) refused.push(error);
      }
    }
  }

  /** @param {Player} player @param {number} startAt */
  #replacePlayer(player, startAt) {
    this.#player?.free();
    this.#player = player;
    this.#held = false;
    this.#wasEnded = false;
    // Once it has been played or moved, the next are new runs.
    const start = this.#startAt === undefined ? startAt : wholeMillis(this.#startAt);
    if (this.#startAt !== undefined) this.#startAt = 0;
    if (start > 0) player.seek(start);
    this.#view.show(player);
    this.#hired = undefined;
    this.#stopped();
  }

  /** @param {number} speed */
  #setSpeed(speed) {
    const player = this.#player;
    if (!player || player.state.speed === speed) return;
    player.setSpeed(speed);
    this.dispatchEvent(new Event("ratechange"));
  }

  /** @param {string} when */
  #autoplay(when) {
    this.#intersection?.disconnect();
    this.#intersection = undefined;
    if (when === "load") {
      this.#autoplayed = true;
      this.play();
    } else if (when === "visible") {
      this.#intersection = new this.#window.IntersectionObserver(
        (entries) => {
          // Of a demo that is higher than its frame there is never much to see at once.
          const enough = entries.some(
            ({ boundingClientRect, intersectionRect }) =>
              // In a frame that is hidden, or has no width yet, nothing is all there is.
              intersectionRect.width * intersectionRect.height > 0 &&
              intersectionRect.height >= IN_VIEW * Math.min(boundingClientRect.height, this.#window.innerHeight),
          );
          if (!enough) return;
          this.#intersection?.disconnect();
          this.#autoplayed = true;
          this.play();
        },
        { threshold: Array.from({ length: 21 }, (_, step) => (step / 20) * IN_VIEW) },
      );
      this.#intersection.observe(this);
    }
  }

  /**
   * Says what is wrong with settings, in the reader's language. Returns the errors.
   * @param {RefusedError[]} refused
   */
  #refuse(refused) {
    const errors = refused.map(({ refusal }) => new SettingError(this.texts, refusal));
    if (errors.length) this.#view.refuse(errors.map(({ message }) => message).join("\n"), this.#language);
    for (const error of errors) this.dispatchEvent(new ErrorEvent("error", { error, message: error.message }));
    return errors;
  }

  /** @param {unknown} error @param {string} message For the reader. */
  #fail(error, message) {
    this.#view.refuse(message, this.#language);
    this.dispatchEvent(new ErrorEvent("error", { error, message }));
  }

  // Time.

  /** Something has changed: shows it, tells of it, and keeps the picture moving. */
  #changed() {
    const player = this.#player;
    if (!player) return;
    // A seek may have ended what was to go on later.
    if (player.state.ended) this.#held = false;
    // Of a large run once a frame is enough, however often it is sent elsewhere meanwhile.
    if (this.#drawn && this.#view.isLarge) this.#stale = true;
    else this.#draw(player);
    this.#timeupdate();
    if (this.#seeking && !player.behind) {
      this.#seeking = false;
      this.dispatchEvent(new Event("seeked"));
    }
    const { ended, paused } = player.state;
    if (ended && !this.#wasEnded) {
      this.#wasEnded = true;
      this.#stopped();
      this.dispatchEvent(new Event("ended"));
    }
    if (!paused) this.#nextFrame();
  }

  /** @param {Player} player */
  #draw(player) {
    this.#drawn = true;
    this.#stale = this.#view.update(player, this.paused);
    this.#nextFrame();
  }

  /** Has it drawn in the next frame. */
  #again() {
    this.#stale = true;
    this.#nextFrame();
  }

  #nextFrame() {
    this.#frame ||= this.#window.requestAnimationFrame(this.#onFrame);
  }

  #onFrame = () => {
    this.#frame = 0;
    this.#drawn = false;
    const player = this.#player;
    if (!player) return;
    const { state } = player;
    if (this.#stale) this.#draw(player);
    if (state.paused) return;
    this.#view.tick(state);
    // Either way: the browser's clock may jump back.
    if (Math.abs(performance.now() - this.#lastTimeupdate) >= TIMEUPDATE_EVERY) this.#timeupdate();
    this.#nextFrame();
  };

  #timeupdate() {
    this.#lastTimeupdate = performance.now();
    this.dispatchEvent(new Event("timeupdate"));
  }

  #onVisibility = () => {
    const player = this.#player;
    if (!player) return;
    const { hidden } = this.#window.document;
    if (hidden && !player.state.paused) {
      this.#held = true;
      player.pause();
    } else if (!hidden && this.#held) {
      this.#held = false;
      player.play();
    }
    this.#changed();
  };

  /** On paper nobody can press Run: what hasn't been run is printed as it ends. @param {Event} event */
  #onPrint = ({ type }) => {
    const player = this.#player;
    if (!player) return;
    const before = type === PRINTING[0];
    const { duration, lanes, paused } = player.state;
    // Where the reader is asked first, paper asks.
    if (before) this.#printed = paused && !this.#page?.predict && lanes.every(({ shown }) => shown === 0);
    if (this.#printed && before) player.seek(duration);
    if (this.#printed && !before) player.reset();
    this.#view.print(player, before);
  };

  /** @type {Record<string, () => unknown>} */
  #keys = {
    " ": () => (this.paused ? this.play() : this.pause()),
    ".": () => this.stepForward(),
    ",": () => this.stepBack(),
    ArrowRight: () => this.#move(1),
    ArrowLeft: () => this.#move(-1),
    Home: () => (this.currentTime = 0),
    End: () => (this.currentTime = this.duration),
    r: () => this.reset(),
    "?": () => this.#view.open("openHelp"),
  };

  /** @param {number} intervals */
  #move(intervals) {
    this.currentTime += (intervals * (this.#player?.state.interval ?? 0)) / 1000;
  }

  /** What the demo does at a key, unless a control makes its own use of it. @param {KeyboardEvent} event */
  #actionOf({ key, code, ctrlKey, metaKey, altKey }) {
    if (!this.#player || ctrlKey || metaKey || altKey) return undefined;
    // By its place as well, because a Korean keyboard writes ㄱ there.
    return this.#keys[code === "KeyR" ? "r" : key];
  }

  /** @param {KeyboardEvent} event */
  #onKey = (event) => {
    const action = this.#actionOf(event);
    if (!action || event.defaultPrevented || this.#view.usesKey(focused(event), event.key)) return;
    event.preventDefault();
    action();
  };

  // Each setting is a property as well; `speed` and `lang` are above and HTML's own.
  static {
    for (const name of SETTINGS) {
      const property = name.replace(/-./g, (part) => part.slice(1).toUpperCase());
      if (property in InterleavedDemo.prototype) continue;
      Object.defineProperty(InterleavedDemo.prototype, property, {
        configurable: true,
        enumerable: true,
        /** @this {InterleavedDemo} */
        get() {
          const [text = null] = namesOf(name).flatMap((each) => this.getAttribute(each) ?? []);
          return SWITCHES.includes(name) ? meant(name, text) !== null : text;
        },
        /** @this {InterleavedDemo} @param {unknown} value */
        set(value) {
          this.#setSetting(name, value);
        },
      });
    }
  }
}
