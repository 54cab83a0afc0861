// How many different logs threads may print.

/** Up to so many digits a number is told exactly. */
const EXACT_DIGITS = 15;

/**
 * How many different logs a scheduler can bring about that switches at any write.
 *
 * Virtual time separates the instants, so this is a product over instants. At an
 * instant `n` tasks are due, and each writes its text, then a newline. The texts
 * come in any of `n!` orders. Newlines are all alike, and at no point may there
 * be more of them than texts: Catalan(n) ways. Together that is (2n)! / (n + 1)!.
 * Under the lock a newline follows its text at once, which leaves the `n!`.
 * Equal texts can change places unseen: those of tasks with one name and one low
 * end, whose totals are always equal.
 *
 * @param {readonly {name: string, low: string, steps: number}[]} tasks
 * @param {boolean} lock
 * @returns {bigint | number} The number; if it is too long, the power of ten near it.
 */
export function countLogs(tasks, lock) {
  // Between two of these numbers of steps it is always the same tasks that are due.
  const ends = [...new Set(tasks.map(({ steps }) => steps))].sort((a, b) => a - b);
  const spans = ends.map((end, index) => {
    /** @type {Record<string, number>} */
    const alike = {};
    let due = 0;
    for (const { name, low, steps } of tasks) {
      if (steps < end) continue;
      const text = `${name}:${low}`;
      alike[text] = (alike[text] ?? 0) + 1;
      due++;
    }
    return {
      instants: end - (ends[index - 1] ?? 0),
      over: lock ? factors(2, due) : factors(due + 2, 2 * due),
      under: Object.values(alike).flatMap((count) => factors(2, count)),
    };
  });
  const digits = spans.reduce((sum, { instants, over, under }) => sum + instants * (log10(over) - log10(under)), 0);
  if (digits >= EXACT_DIGITS) return Math.round(digits);
  return spans.reduce((all, { instants, over, under }) => all * (product(over) / product(under)) ** BigInt(instants), 1n);
}

/** The whole numbers from `first` to `last`. @param {number} first @param {number} last */
function factors(first, last) {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The common logarithm of their product. @param {number[]} numbers */
function log10(numbers) {
  return numbers.reduce((sum, number) => sum + Math.log10(number), 0);
}

/** @param {number[]} numbers */
function product(numbers) {
  return numbers.reduce((all, number) => all * BigInt(number), 1n);
}
