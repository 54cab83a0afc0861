// What panels know of the lesson.

/**
 * @typedef {object} Lesson What panels know of it, beside their context.
 * @property {readonly import("../summation/lesson.js").Summation[]} tasks
 * @property {Model} model
 */

/**
 * @typedef {object} Trial A run out of sight. It has to be freed.
 * @property {readonly string[]} lanes
 * @property {readonly import("../log/log.js").Log[]} logs
 * @property {Readonly<import("../log/snapshot.js").Snapshot>} snapshot
 * @property {(time: number) => void} seek
 * @property {() => void} free
 */

/**
 * @typedef {object} Meaning What settings mean, defaults included.
 * @property {readonly import("../summation/lesson.js").Summation[]} list
 * @property {string} tasks
 * @property {string} interval
 * @property {string} lanes
 * @property {string} seed
 * @property {string | undefined} lock
 * @property {string} work
 */

/**
 * @typedef {object} Model What can be found out of settings, without touching the demo.
 * @property {(settings: Record<string, string>) => Trial} session
 * @property {(settings: Record<string, string>, time: number) => Promise<Trial>} sessionAt The
 *   same, once it has come to a time.
 * @property {() => Promise<unknown>} rest Lets the page answer in between.
 * @property {(settings: Record<string, string>) => Meaning} meaningOf
 * @property {(name: string, value: string) => import("../words/refusal.js").Refusal | undefined} refusalOf
 *   What is wrong with a setting.
 */

export {};
