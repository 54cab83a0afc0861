// The panels of the lesson, for the session of an element.

import { panels } from "../panels/panels.js";

/** @param {() => Pick<import("../panels/lesson.js").Lesson, "tasks"> | undefined} session */
export function lessonPanels(session) {
  const lesson = () => ({ tasks: session()?.tasks ?? [] });
  return panels(lesson, async () => (await import("../engine/model.js")).model);
}
