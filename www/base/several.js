// The demos of a page don't know of each other, but for a number: without it their regions
// would have the same names, and nobody could tell one from the other in a list of them.

/** The demos that are in a page, each at its place. @type {(object | undefined)[]} */
const demos = [];

/** A demo comes: it gets the first number that is free. @param {object} demo */
export function enter(demo) {
  if (demos.includes(demo)) return;
  const free = demos.findIndex((each) => !each);
  demos[free < 0 ? demos.length : free] = demo;
}

/** @param {object} demo */
export function leave(demo) {
  const place = demos.indexOf(demo);
  if (place >= 0) demos[place] = undefined;
}

/** The name of a region of a demo; the first demo's is as it is. @param {object} demo @param {string} name */
export function numbered(demo, name) {
  const place = demos.indexOf(demo);
  return place > 0 ? `${name} (${place + 1})` : name;
}
