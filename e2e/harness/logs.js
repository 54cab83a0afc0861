// What can be said of a log, however its lines are torn.

/**
 * The totals of each task, in order.
 *
 * @param {string} log
 */
export function totals(log) {
  /** @type {Record<string, number[]>} */
  const of = {};
  for (const [, name = "", total] of log.matchAll(/\[(.*?)\] total=(-?\d+)/g)) {
    (of[name] ??= []).push(Number(total));
  }
  return of;
}

/**
 * How many lines have more than one text.
 *
 * @param {string} log
 */
export function tornLines(log) {
  return log.split("\n").filter((line) => line.lastIndexOf("[") > 0).length;
}
