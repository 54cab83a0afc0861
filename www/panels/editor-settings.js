// The settings that the form changes: which they are, and whether they have changed.

/**
 * The settings that the form changes, as text by name; those that are absent have
 * their defaults.
 * @typedef {Record<string, string>} Settings
 */
export const NAMES = ["tasks", "interval", "lanes", "seed", "lock", "work"];

/** The form's part of all settings, in one order, so that they can be compared. @param {Record<string, string | undefined>} settings */
export function pick(settings) {
  /** @type {Settings} */
  const picked = {};
  for (const name of NAMES) {
    const value = settings[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
}

/** @param {Settings} a @param {Settings} b */
export function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}
