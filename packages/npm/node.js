// In the npm package this stands in the place of www/node.js: nothing has to be fetched.

/** @param {unknown} _load @param {string} _file */
export async function readInNode(_load, _file) {}
