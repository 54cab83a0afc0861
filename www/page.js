// What index.html and embed.html do with their addresses: the query holds the
// first demo's settings, by the same names as the element's attributes.

import { SETTINGS } from "./interleaved-demo.js";

const query = new URLSearchParams(location.search);
const demo = document.querySelector("interleaved-demo");
for (const name of SETTINGS) {
  const value = query.get(name);
  if (value !== null) demo?.setAttribute(name, value);
}
