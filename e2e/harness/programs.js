// The programs beside the run, opened and read.

/** @import { InPage } from "./in-page.js" */
/** @import { Page } from "./page.js" */

/** A mark is the name beside it, its place in the program, and the line's text. */
/** @typedef {{ who: string, at: string, text: string }} Mark */

// What follows up to `openPrograms` runs in the page.

/**
 * Leaves in the page what reads the programs.
 *
 * @param {InPage} page
 */
export function makeReaders({ demo, all, kept }) {
  const textOf = (/** @type {Node | null | undefined} */ node) => node?.textContent ?? "";
  /** The program of a lane. @type {(lane: string) => HTMLElement} */
  const listing = (lane) => {
    const program = all(".program")[demo.laneNames.indexOf(lane)];
    if (!program) throw new Error(`the lane ${lane} shows no program`);
    return program;
  };
  /** @type {(lane: string) => Mark[]} */
  const marks = (lane) => {
    return all(".who:not(.away)", listing(lane)).map((who) => {
      const line = /** @type {HTMLElement} */ (who.closest(".line"));
      const code = textOf(line.querySelector("code")).trim();
      return { who: textOf(who), at: line.dataset.at ?? "", text: code };
    });
  };
  /** Who is at which line. @type {(lane: string) => string[]} */
  const stands = (lane) =>
    marks(lane)
      .map(({ who, text }) => `${who}: ${text}`)
      .sort();
  /** Who is at which place. @type {(lane: string) => string[]} */
  const places = (lane) =>
    marks(lane)
      .map(({ who, at }) => `${who}: ${at}`)
      .sort();
  /**
   * Where the events say that everybody is, who looks at the whole of them each time.
   *
   * @type {(lane: string) => string[]}
   */
  const expected = (lane) => {
    const events = demo.events(lane);
    const has = (/** @type {string} */ at) => all(`[data-at="${at}"]`, listing(lane)).length > 0;
    const places = new Map();
    for (const { kind, task, index, on, text } of events) {
      if (index === 0) {
        if (kind === "waiting" && has("join")) places.set(task, "join");
        if (kind === "wrote") places.set(task, "done");
        if (kind === "finished") places.delete(task);
        continue;
      }
      if (kind === "created") places.set("main", "call");
      if (kind === "started") places.set(task, "head");
      if (kind === "waiting") places.set(task, on === "resource" ? "lock" : "wait");
      if (kind === "wrote") places.set(task, text === "\n" && has("newline") ? "newline" : "text");
      if (kind === "finished") places.delete(task);
    }
    return Array.from(places, ([who, at]) => `${who}: ${at}`).sort();
  };
  /** The lanes whose marks are elsewhere, and how many have a program. */
  const compare = () => {
    const lanes = demo.laneNames.filter((lane) => all(".line", listing(lane)).length > 0);
    const differing = lanes.filter((lane) => places(lane).join() !== expected(lane).join());
    const differences = differing.map((lane) => `${lane}: ${places(lane)} instead of ${expected(lane)}`);
    return { compared: lanes.length, differences };
  };
  /** How many marks there are that aren't written out. @type {(scope?: ParentNode) => string[]} */
  const others = (scope) => all(".others:not(:empty)", scope).map(textOf);
  /** The whole program of the first lane. */
  const whole = () => all(".program:first-of-type pre code").map(textOf).join("");
  const readers = { listing, marks, stands, compare, others, whole };
  kept.readers = readers;
  return readers;
}

/** @typedef {ReturnType<typeof makeReaders>} Readers */

/**
 * @param {InPage} page
 * @param {string} lane
 * @returns {string[]}
 */
export function stands({ kept }, lane) {
  return kept.readers.stands(lane);
}

/**
 * @param {InPage} page
 * @param {string} lane
 * @returns {Mark[]}
 */
export function marks({ kept }, lane) {
  return kept.readers.marks(lane);
}

// What follows runs here.

/**
 * Opens the demo alone with its programs, and waits for them.
 *
 * @param {Page} page
 * @param {string} query
 */
export async function openPrograms(page, query) {
  await page.open(`embed.html?lang=en&${query}`);
  await page.until(({ root }) => root.querySelector(".program"));
  await page.run(makeReaders);
}

/**
 * @param {Page} page
 * @param {number} time in seconds
 */
export async function seek(page, time) {
  await page.run(({ demo }, time) => void (demo.currentTime = time), time);
}
