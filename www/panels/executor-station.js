// A place in the picture of the executor, with the tasks that are there.

import { element, mark, named, setText } from "../base/dom.js";

/** @typedef {import("../engine/engine.js").Player} Player */

/** A place where tasks can be, with room for all that can be there at once. */
export class Station {
  #player;
  #title = element("span");
  #count = element("b");
  #list = element("ul");
  #room = element("ul", { class: "room", "aria-hidden": "true" });
  #shown = "";
  /** What the main program is called. */
  #main = "";

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
    const { name = "", look = 0 } = this.#player.tasks[item - 1] ?? {};
    return element("li", { class: moved ? "token moved" : "token" }, mark(look), named(name));
  }
}
