// Runs lanes to their ends at once, in virtual time, and says what they did.

import { tasksText } from "../base/headless.js";
import { loaded, RefusedError } from "./core.js";
import { lessonSession } from "./lesson.js";
import { learn, readersLanguage, SettingError, textsIn } from "../words/texts.js";

/** @typedef {import("../log/log.js").DemoEvent} DemoEvent */

/**
 * @typedef {object} Run What a lane did: JSON can say it all.
 * @property {string} log What it has printed, byte for byte.
 * @property {DemoEvent[]} events What happened; times are in milliseconds.
 * @property {number} duration In virtual milliseconds, as the times of the events.
 */

/**
 * Runs the lanes of some settings: those of the element, by the names of its
 * attributes or properties. A switch is on with `true`, and off with `false`,
 * `null` or `undefined`; what is no text is made one. Tasks may be objects.
 * @param {Record<string, unknown>} [settings]
 * @returns {Promise<Record<string, Run>>} By the lanes' names, in the order of the
 *   settings. Rejected with a `SettingError` if a setting can't be used.
 */
export async function simulate(settings = {}) {
  const given = new Map();
  for (const [property, value] of Object.entries(settings)) {
    if (value === undefined || value === null || value === false) continue;
    const name = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    given.set(name, value === true ? "" : name === "tasks" ? tasksText(value) : String(value));
  }
  await loaded();
  const session = await ended(given).catch(async (error) => {
    if (!(error instanceof RefusedError)) throw error;
    const language = readersLanguage(given.get("lang"));
    await learn(language);
    throw new SettingError(textsIn(language), error.refusal);
  });
  /** @type {Record<string, Run>} */
  const runs = {};
  const { lanes } = session.snapshot;
  for (const [lane, log] of session.logs.entries()) {
    const { name = "", shown = 0, duration = 0 } = lanes[lane] ?? {};
    runs[name] = { log: log.text(0, shown), events: log.events(0, shown), duration };
  }
  session.free();
  return runs;
}

/** @param {Map<string, string>} settings @returns {Promise<ReturnType<typeof lessonSession>>} A session at its end. */
function ended(settings) {
  return new Promise((resolve, reject) => {
    try {
      // A long run takes several turns of the event loop, which others can use.
      const session = lessonSession(settings, () => session.snapshot.ended && resolve(session));
      // A run that takes no time has no end to seek: it has to be played.
      session.play();
      session.seek(session.snapshot.duration);
      if (session.snapshot.ended) resolve(session);
    } catch (error) {
      reject(error);
    }
  });
}
