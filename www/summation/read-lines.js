// What can be seen in the lines of a log: whether some are torn, and in which order they come.

/**
 * How many lines are torn, and whether the tasks have printed in turn, round after round.
 * @param {import("../log/log.js").Log} log @param {number} kept How many events there are.
 * @param {readonly {steps: number}[]} tasks
 */
export function readLines(log, kept, tasks) {
  const writes = log.events(0, kept).filter(({ kind }) => kind === "wrote");
  let torn = 0;
  /** Who has written in the line. @type {Set<number>} */
  let writers = new Set();
  for (const { index, text = "" } of writes) {
    if (text !== "\n") writers.add(index);
    if (!text.endsWith("\n")) continue;
    torn += Number(writers.size > 1);
    writers = new Set();
  }
  const order = writes.flatMap(({ index, text }) => (index && text !== "\n" ? [index] : []));
  const rounds = Math.max(0, ...tasks.map(({ steps }) => steps));
  const inTurn = Array.from({ length: rounds }, (_, round) =>
    [...tasks.keys()].flatMap((task) => ((tasks[task]?.steps ?? 0) > round ? [task + 1] : [])),
  );
  return { torn, inTurn: order.join() === inTurn.flat().join() };
}
