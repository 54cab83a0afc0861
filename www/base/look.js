// The look of a name: which of the colours and shapes a task has. It belongs to the
// name as long as anything on the page shows it, so that A looks the same in each
// demo, in its editor and in the checker.

import { LOOKS } from "./dom.js";

/** The names that the page shows: the look of each, and how many views show it. @type {Map<string, {look: number, views: number}>} */
const shown = new Map();

/** The looks of the names that one view shows. */
export class Looks {
  /** @type {Set<string>} */
  #names = new Set();

  /**
   * The view shows these names from now on. Those that the page shows already keep
   * their looks; each other takes the look of its place in the list if no other name
   * has it, else the next free one. There are only so many: more names share them.
   * @param {Iterable<string>} names In the order of the tasks.
   */
  show(names) {
    const before = this.#names;
    this.#names = new Set(names);
    // First those that stay, so that their looks aren't given to others.
    for (const name of this.#names) {
      const entry = shown.get(name);
      if (entry) entry.views += 1;
    }
    forget(before);
    const here = new Set([...this.#names].flatMap((name) => shown.get(name)?.look ?? []));
    const anywhere = new Set([...shown.values()].map(({ look }) => look));
    let place = 0;
    for (const name of this.#names) {
      if (!shown.has(name)) {
        const look = choose(place, here, anywhere);
        shown.set(name, { look, views: 1 });
        here.add(look);
        anywhere.add(look);
      }
      place += 1;
    }
  }

  /** The look of a name that the view shows, from 0 to `LOOKS - 1`. @param {string} name */
  of(name) {
    return shown.get(name)?.look ?? 0;
  }

  /** The view shows no names any more. */
  clear() {
    forget(this.#names);
    this.#names = new Set();
  }
}

/** @param {Set<string>} names Of a view that doesn't show them any more. */
function forget(names) {
  for (const name of names) {
    const entry = shown.get(name);
    if (!entry) continue;
    entry.views -= 1;
    if (entry.views === 0) shown.delete(name);
  }
}

/**
 * The look for a new name: its place's, else the next one; free on the page if there is
 * one, else free in the view.
 * @param {number} place @param {Set<number>} here @param {Set<number>} anywhere
 */
function choose(place, here, anywhere) {
  const wanted = place % LOOKS;
  const order = [wanted, ...Array(LOOKS).keys()];
  return order.find((look) => !anywhere.has(look)) ?? order.find((look) => !here.has(look)) ?? wanted;
}
