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

/**
 * @typedef {object} Player What plays in it.
 * @property {{snapshot: {interval: number}} | undefined} session
 * @property {(forward: boolean) => unknown} stepAsChosen
 */

/** With the interval in seconds. @type {Record<string, (demo: Commands, interval: number, player: Player) => unknown>} */
const KEYS = {
  " ": (demo) => (demo.paused ? demo.play() : demo.pause()),
  ".": (demo, interval, player) => player.stepAsChosen(true),
  ",": (demo, interval, player) => player.stepAsChosen(false),
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
 * @param {KeyboardEvent} event @param {Commands} demo @param {Player} player @param {() => void} help
 */
export function commandOf({ key, code, ctrlKey, metaKey, altKey }, demo, player, help) {
  const { session } = player;
  if (!session || ctrlKey || metaKey || altKey) return undefined;
  if (key === HELP) return help;
  // By its place as well, because a Korean keyboard writes ㄱ there.
  const command = KEYS[code === "KeyR" ? "r" : key];
  return command && (() => command(demo, session.snapshot.interval / 1000, player));
}
