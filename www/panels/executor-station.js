// A place in the picture of the executor, with the tasks that are there.

import { element, mark, named, setText } from "../base/dom.js";

/** @typedef {import("../view/lane.js").Lane} Lane */

/** A place where tasks can be, with room for all that can be there at once. */
export class Station {
  /** The lane that is looked into. @type {Lane} */
  #lane;
  #title = element("span");
  #count = element("b");
  #list = element("ul");
  #room = element("ul", { class: "room", "aria-hidden": "true" });
  #shown = "";
  /** What the main program is called. */
  #main = "";

  /** @param {string} name @param {Lane} lane @param {Node[]} more What stands above the tasks. */
  constructor(name, lane, ...more) {
    this.#lane = lane;
    this.root = element(
      "div",
      { class: `station ${name}` },
      element("p", {}, this.#title, " ", this.#count),
      ...more,
      element("div", { class: "stack" }, this.#list, this.#room),
    );
  }

  /** Another lane is looked into. @param {Lane} lane */
  look(lane) {
    this.#lane = lane;
  }

  /** @param {string} title @param {string} main @param {(number | string)[]} most What takes the most room. */
  translate(title, main, most) {
    this.#main = main;
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

  /** @param {number | string} item A task's number, or words. @param {boolean} moved */
  #item(item, moved) {
    if (typeof item === "string") return element("li", {}, item);
    if (item === 0) return element("li", { class: moved ? "token moved" : "token" }, this.#main);
    const { log, lookOf } = this.#lane;
    return element("li", { class: moved ? "token moved" : "token" }, mark(lookOf(item - 1)), named(log.nameOf(item)));
  }
}
