// What views wish for, as events that reach whoever owns them: a view does nothing itself
// but show.

/**
 * What a step is: to the next line, to the next turn of a task, or one event; in a program,
 * where a line is one of its source, also to the next print, to the next switch of threads,
 * or over a call.
 * @typedef {"line" | "task" | "event" | "print" | "switch" | "over"} Unit
 */

/**
 * @typedef {{type: "play"}
 *   | {type: "pause"}
 *   | {type: "reset"}
 *   | {type: "step", forward: boolean, lane?: number, by?: Unit, thread?: number}
 *   | {type: "seek", time: number}
 *   | {type: "speed", speed: number}
 *   | {type: "open", what: "menu" | "keys", button: HTMLElement}
 *   | {type: "set", settings: Record<string, string | undefined>, stay?: boolean}
 *   | {type: "tell", event: CustomEvent}
 *   | {type: "program", text: string}
 *   | {type: "update"}} Wish
 * Times are in virtual milliseconds. A step may be one of a lane, or of a thread, by its place. Settings that
 * are undefined are left out; who wants to `stay` wants to be at the same moment with them.
 * `tell` has the page around told of something, `program` tells of what the reader has typed,
 * and `update` asks for a snapshot.
 */

const NAME = "wish";

/** @param {Node} node Where it comes from. @param {Wish} wish */
export function wish(node, wish) {
  node.dispatchEvent(new CustomEvent(NAME, { bubbles: true, detail: wish }));
}

/** Hears the wishes that come from within. @param {EventTarget} owner @param {(wish: Wish) => void} grant */
export function onWish(owner, grant) {
  owner.addEventListener(NAME, (event) => {
    event.stopPropagation();
    grant(/** @type {CustomEvent<Wish>} */ (event).detail);
  });
}
