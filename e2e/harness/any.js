// A reporter of tests beside another: a run in which no test has the words that were asked
// for is an error, and not a run in which everything has passed.

/** @typedef {{ type: string, data: { skip?: string | boolean } }} TestEvent as far as it is looked at */

/** What Node says of the others, as long as it tells of them at all. */
const OTHER = "test name does not match pattern";

/** @param {AsyncIterable<TestEvent>} events */
export default async function* any(events) {
  let count = 0;
  for await (const { type, data } of events) {
    if ((type === "test:pass" || type === "test:fail") && data.skip !== OTHER) count += 1;
  }
  if (count > 0) return;
  process.exitCode = 1;
  yield "No test has these words in its name.\n";
}
