// An exercise is solved if no schedule of its program ends otherwise than it should.

/** @typedef {import("../explore-python.js").Ending} Ending */
/** @typedef {import("../explore-python.js").PythonSearch} PythonSearch */

/**
 * What is to be said of a program, after its schedules have been gone through.
 * @typedef {{verdict: "proved" | "open"} | {verdict: "refused", ending: Ending}} Judgement
 */

/**
 * @param {Pick<PythonSearch, "outcomes" | "complete">} found
 * @param {string} always What every schedule is to print. White space at the end is forgiven.
 * @returns {Judgement} Refused by the ending with the fewest interruptions.
 */
export function judge({ outcomes, complete }, always) {
  const isRight = (/** @type {Ending} */ { kind, output, fails }) => kind === "done" && !fails && output.trimEnd() === always.trimEnd();
  const [ending] = outcomes.filter((each) => !isRight(each)).toSorted((one, other) => one.interruptions - other.interruptions);
  if (ending) return { verdict: "refused", ending };
  return { verdict: complete ? "proved" : "open" };
}
