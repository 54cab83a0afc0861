// What `simulate` and `checkLog` have in common.

/**
 * Tasks in the form of the setting; a list may have them as objects.
 * @param {unknown} tasks
 */
export function tasksText(tasks) {
  const text = (/** @type {any} */ task) => (typeof task === "object" ? `${task?.name}:${task?.low}:${task?.high}` : String(task));
  return Array.isArray(tasks) ? tasks.map(text).join(" ") : String(tasks);
}
