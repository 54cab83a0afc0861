// What of the course the reader has done, for this visit: the questions answered rightly and the
// exercises proved, by chapter. Where a browser keeps nothing for us, nothing is kept.

const KEY = "interleaved.course";

/** @returns {Record<string, string[]>} */
function kept() {
  try {
    const value = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return value && typeof value === "object" ? value : {};
  } catch {
    return {};
  }
}

/** What of a chapter is done. @param {string} chapter @returns {Set<string>} */
export function doneIn(chapter) {
  const value = kept()[chapter];
  return new Set(Array.isArray(value) ? value : []);
}

/** @param {string} chapter @param {string} task */
export function done(chapter, task) {
  const value = { ...kept(), [chapter]: [...doneIn(chapter).add(task)] };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(value));
  } catch {
    // The course can be read without.
  }
}
