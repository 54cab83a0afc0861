/**
 * @typedef {object} Refusal Which setting can't be used, and why.
 * @property {string} code
 * @property {string} setting
 * @property {string} value
 * @property {string[]} allowed
 */

export {};
