// The settings that the form changes: what they are, what they mean, what is wrong with them.

import { Player, RefusedError } from "../engine/engine.js";

/** @typedef {import("./panel.js").Context} Context */

/**
 * The settings that the form changes, as text by name; those that are absent have
 * their defaults.
 * @typedef {Record<string, string>} Settings
 */
export const NAMES = ["tasks", "interval", "lanes", "seed", "lock", "work"];

/** @param {Context["host"]} host */
export function inForce(host) {
  return pick(host.toJSON());
}

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

/** What settings that are right mean, defaults included. @param {Settings} settings */
export function meaningOf(settings) {
  const player = new Player(new Map(Object.entries(settings)));
  const { tasks: list, lanes, state } = player;
  player.free();
  return {
    list,
    tasks: list.map(({ name, low, high }) => `${name}:${low}:${high}`).join(" "),
    interval: String(state.interval),
    lanes: lanes.join(" "),
    seed: String(Number(settings["seed"] ?? 1)),
    lock: "lock" in settings ? "" : undefined,
    work: state.work,
  };
}

/** What the core finds wrong with a setting. @param {string} name @param {string} value */
export function refusalOf(name, value) {
  try {
    new Player(new Map([[name, value]])).free();
    return undefined;
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
}
