// What a demo does at a key.

/**
 * @typedef {object} Commands
 * @property {boolean} paused
 * @property {number} currentTime
 * @property {number} duration
 * @property {() => unknown} play
 * @property {() => unknown} pause
 * @property {() => unknown} reset
 */

/** @typedef {(forward: boolean) => unknown} Step */

/** @type {Record<string, (demo: Commands, interval: number, step: Step) => unknown>} */
const KEYS = {
  " ": (demo) => (demo.paused ? demo.play() : demo.pause()),
  ".": (demo, interval, step) => step(true),
  ",": (demo, interval, step) => step(false),
  ArrowRight: (demo, interval) => (demo.currentTime += interval),
  ArrowLeft: (demo, interval) => (demo.currentTime -= interval),
  Home: (demo) => (demo.currentTime = 0),
  End: (demo) => (demo.currentTime = demo.duration),
  r: (demo) => demo.reset(),
};

/** What opens the list of the keys. */
const HELP = "?";

/**
 * The command of a key, if it has one.
 * @param {KeyboardEvent} event @param {Commands} demo
 * @param {number} interval In seconds.
 * @param {Step} step One step, as the reader has chosen. @param {() => void} help
 */
export function commandOf({ key, code, ctrlKey, metaKey, altKey }, demo, interval, step, help) {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === HELP) return help;
  // By its place as well, because a Korean keyboard writes ㄱ there.
  const command = KEYS[code === "KeyR" ? "r" : key];
  return command && (() => command(demo, interval, step));
}
