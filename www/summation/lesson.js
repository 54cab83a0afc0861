// The lesson's program as views show it: what is known of it before it runs.

/**
 * @typedef {object} Summation Its ends are numbers in decimal.
 * @property {string} name
 * @property {string} low
 * @property {string} high
 * @property {number} steps
 */

/** Says what has come of it, once that is loaded: at first nobody needs it. @type {typeof import("./end.js").endOf | undefined} */
let endOf;
/** How many letters the last line has. */
const DONE = 7;

/** How many letters the longest line of a summation has. @param {Summation} task */
function lettersOf({ name, low, steps }) {
  const total = BigInt(low) * BigInt(steps) + (BigInt(steps) * BigInt(steps - 1)) / 2n;
  return `[${name}] total=`.length + Math.max(low.length, `${total}`.length);
}

/** @param {readonly Summation[]} tasks @returns {import("../view/scale.js").Program} */
export function lesson(tasks) {
  const busy = tasks.filter(({ steps }) => steps > 0);
  const longest = Math.max(...tasks.map(({ steps }) => steps));
  const letters = (/** @type {Summation[]} */ among) => among.reduce((sum, task) => sum + lettersOf(task), 0);
  // The last line comes with those that end last.
  const last = tasks.filter(({ steps }) => steps === longest);
  return {
    tasks: tasks.map(({ name, low, high }) => ({ name, says: ` range(${low}, ${high})` })),
    // One for each step, and the last.
    lines: tasks.reduce((sum, { steps }) => sum + steps, 1),
    widest: { letters: Math.max(letters(busy), letters(last) + DONE), lines: Math.max(busy.length, last.length + 1) },
    load: async () => ({ endOf } = await import("./end.js")),
    conclude: (end) => endOf?.(tasks, end) ?? { ratios: [], sentences: [] },
  };
}
