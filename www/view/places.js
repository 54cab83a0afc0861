// The places of a demo where panels go: parts that are loaded only when they are wanted.

import { element } from "../base/dom.js";
import { addStyles } from "../base/home.js";
import { wish } from "../base/wish.js";
import { textsIn } from "../words/texts.js";

/** @typedef {import("../log/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../words/texts.js").Language} Language */

/**
 * @typedef {object} Context What a panel is made from. A new run makes new panels, but for
 *   those that `attach`.
 * @property {readonly import("./lane.js").Lane[]} lanes
 * @property {Readonly<Snapshot>} snapshot As it is when the panel is made.
 * @property {import("./scale.js").Scale} scale
 * @property {import("./pointing.js").Pointing} pointing
 * @property {Readonly<Record<string, string>>} settings Those in force, as text by name.
 * @property {string} setting The value of the setting that asks for this panel.
 *   When it changes, the panel is made anew.
 * @property {string} autoplay When the demo starts by itself, and
 * @property {number} startAt where, by the newest settings: those of the run may be older.
 * @property {(name: string) => string} numbered The name of a region of this demo.
 * @property {Map<string, unknown>} kept What panels keep from one run to the next.
 */

/**
 * @typedef {object} Panel It says what it wishes for as events: see `wish.js`.
 * @property {HTMLElement} root
 * @property {(language: Language) => void} translate
 * @property {(snapshot: Readonly<Snapshot>, until: number) => boolean | void} update
 *   Called after each change of what is shown, and once at the start, after `translate`.
 *   Whatever has to read many events for it stops at `until` (of `performance.now()`) and
 *   returns true, to be called again in the next frame.
 * @property {(context: Context) => void} [attach] A panel that has this outlives a run, with
 *   its focus and whatever it remembers: it gets the context of the next one.
 * @property {() => void} [played] The run has been started, or goes on.
 * @property {() => void} [remove] Takes back what the panel has set up outside its root.
 */

/**
 * Each panel's module exports `create(context)` and `styles`, the text of a sheet.
 * @typedef {{create: (context: Context) => Panel, styles: string}} PanelModule
 */

/** @typedef {Record<string, () => Promise<PanelModule>>} Loaders By the panels' names. */

export class Places {
  #root;
  #loaders;
  #contextOf;
  /** Where a panel goes, by its name. @type {Record<string, HTMLElement>} */
  nodes;
  /** The panels that are there, by name. @type {Map<string, Panel>} */
  #panels = new Map();
  /** Those that are wanted: the values of their settings. @type {Record<string, string>} */
  #wanted = {};
  /** @type {Language} */
  #language = "en";

  /**
   * @param {ShadowRoot} root Which gets their styles. @param {Loaders} loaders
   * @param {(setting: string) => Context | undefined} contextOf None, if there is nothing to show.
   */
  constructor(root, loaders, contextOf) {
    this.#root = root;
    this.#loaders = loaders;
    this.#contextOf = contextOf;
    this.nodes = Object.fromEntries(Object.keys(loaders).map((name) => [name, element("div", { class: "place", "data-panel": name })]));
  }

  /** @param {Language} language */
  translate(language) {
    this.#language = language;
    for (const panel of this.#panels.values()) panel.translate(language);
  }

  /** Another run is shown. */
  show() {
    for (const [name, panel] of this.#panels) {
      const context = this.#contextOf(this.#wanted[name] ?? "");
      if (panel.attach && context) panel.attach(context);
      else this.#remove(name, panel);
    }
    for (const name of Object.keys(this.#wanted)) this.#load(name);
  }

  /**
   * Says which panels there are to be, each by the value of its setting; it comes
   * once it is loaded, and anew when the value changes.
   * @param {Record<string, string>} wanted
   */
  want(wanted) {
    for (const [name, panel] of this.#panels) {
      if (wanted[name] !== this.#wanted[name]) this.#remove(name, panel);
    }
    this.#wanted = { ...wanted };
    for (const [name, place] of Object.entries(this.nodes)) {
      place.classList.toggle("wanted", name in wanted);
      if (this.#panels.has(name)) continue;
      // What is there says that it couldn't be loaded.
      place.replaceChildren();
      if (name in wanted) this.#load(name);
    }
  }

  /** Returns whether a panel is behind. @param {Readonly<Snapshot>} snapshot @param {number} until */
  update(snapshot, until) {
    let behind = false;
    for (const panel of this.#panels.values()) {
      if (panel.update(snapshot, until)) behind = true;
    }
    return behind;
  }

  /** The run has been started, or goes on. */
  played() {
    for (const panel of this.#panels.values()) panel.played?.();
  }

  /** @param {string} name */
  async #load(name) {
    let module;
    try {
      module = await this.#loaders[name]?.();
    } catch {
      // Older browsers never ask for such a module again, until the page is reloaded.
      if (name in this.#wanted) this.miss(this.nodes[name], () => this.#load(name));
      return;
    }
    const context = this.#contextOf(this.#wanted[name] ?? "");
    // Meanwhile it may have come, or nobody wants it any more.
    if (!module || !context || this.#panels.has(name) || !(name in this.#wanted)) return;
    addStyles(this.#root, module.styles);
    const panel = module.create(context);
    this.#panels.set(name, panel);
    this.nodes[name]?.replaceChildren(panel.root);
    panel.translate(this.#language);
    if (panel.update(context.snapshot, 0)) wish(panel.root, { type: "update" });
  }

  /** Says in its place that a part is missing, and offers to load it again. @param {HTMLElement | undefined} place @param {() => Promise<void>} load */
  miss(place, load) {
    const { missing, retry } = textsIn(this.#language);
    const again = element("button", { type: "button" }, retry);
    again.addEventListener("click", async () => {
      await load();
      // The button has gone, whether or not the panel has come.
      /** @type {HTMLElement | null | undefined} */ (place?.querySelector("button, input, textarea"))?.focus();
    });
    place?.replaceChildren(element("p", { class: "missing", role: "alert" }, missing, " ", again));
  }

  /** @param {string} name @param {Panel} panel */
  #remove(name, panel) {
    panel.remove?.();
    panel.root.remove();
    this.#panels.delete(name);
  }
}
