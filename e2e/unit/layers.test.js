// The modules of the page use each other in one direction, in code and in types.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, normalize } from "node:path";
import { test } from "node:test";

import { inRoot } from "../harness/places.js";

/** From the bottom up: each may use itself and those before it, and no other. */
const LAYERS = [
  "bindings",
  "base",
  "words",
  "log",
  "check",
  "engine",
  "view",
  "summation",
  "panels",
  "element",
  "python",
  "pages",
  "standalone",
  "python-standalone",
];

/** What is shown knows snapshots and logs, not who makes them. */
const SHOWN = ["view", "summation", "panels"];

/** The layers of the modules whose addresses are promised, which therefore lie beside the pages. */
const BESIDE_PAGES = new Map([
  ["site.js", "base"],
  ["thread.js", "engine"],
  ["loop-thread.js", "engine"],
  ["run-python.js", "engine"],
  ["explore-python.js", "engine"],
  ["interleaved-demo.js", "element"],
  ["interleaved-check.js", "element"],
  ["interleaved-python.js", "python"],
  ["interleaved.js", "pages"],
  ["language.js", "pages"],
  ["resize.js", "pages"],
]);

/** What runs in the page, by its path in `www`. */
const modules = readdirSync(inRoot("www"), { recursive: true, encoding: "utf8" }).filter(
  (path) => path.endsWith(".js") && !/^(bindings|build)\/|\.config\.js$/.test(path),
);

/** @param {string} path */
const textOf = (path) => readFileSync(inRoot("www", path), "utf8");

/** @param {string} path */
function layerOf(path) {
  const layer = path.includes("/") ? path.slice(0, path.indexOf("/")) : BESIDE_PAGES.get(path);
  const place = LAYERS.indexOf(layer ?? "");
  assert.ok(place >= 0, `${path} has no layer`);
  return place;
}

/** The modules that a module names: it imports them, now or later, or their types. @param {string} path @param {string} text */
function named(path, text) {
  const names = [...text.matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"?]+)[^"]*"/g)].map(([, name = ""]) => name);
  return [...new Set(names.map((name) => normalize(`${dirname(path)}/${name}`)))];
}

/** Those of them that it may not use. @param {string} path @param {string} text */
function wrongArrows(path, text) {
  const own = LAYERS[layerOf(path)] ?? "";
  return named(path, text).filter((other) => layerOf(other) > layerOf(path) || (SHOWN.includes(own) && other.startsWith("engine/")));
}

test("modules use each other in one direction", () => {
  assert.ok(modules.length > 80);
  assert.deepEqual(
    modules.flatMap((path) => wrongArrows(path, textOf(path)).map((other) => `${path} -> ${other}`)),
    [],
  );
});

/**
 * The modules from which one can come back to where one was.
 *
 * @param {Map<string, string[]>} arrows
 */
function inCycles(arrows) {
  const reached = (/** @type {string} */ from) => {
    const seen = new Set(arrows.get(from));
    for (const path of seen) for (const other of arrows.get(path) ?? []) seen.add(other);
    return seen;
  };
  return [...arrows.keys()].filter((path) => reached(path).has(path));
}

test("no module needs itself, by whatever way", () => {
  assert.deepEqual(inCycles(new Map(modules.map((path) => [path, named(path, textOf(path))]))), []);
  const cycle = /** @type {const} */ ([
    ["a", ["b"]],
    ["b", ["c"]],
    ["c", ["b"]],
  ]);
  assert.deepEqual(inCycles(new Map(cycle.map(([path, others]) => [path, [...others]]))), ["b", "c"]);
});

test("no module is too long to be read", () => {
  const long = modules.filter((path) => textOf(path).trimEnd().split("\n").length > 400);
  assert.deepEqual(long, []);
});

test("an arrow against the direction is found, however it is written", () => {
  for (const text of [
    'import { View } from "../view/view.js";',
    'import {\n  View,\n} from "../view/view.js";',
    'import "../view/view.js";',
    'export * from "../view/view.js";',
    'const { View } = await import("../view/view.js");',
    '/** @typedef {import("../view/view.js").View} View */',
    '/** @import { View } from "../view/view.js" */',
    'import view from "../view/view.js?raw";',
  ]) {
    assert.deepEqual(wrongArrows("log/log.js", text), ["view/view.js"], text);
    assert.deepEqual(wrongArrows("panels/panel.js", text), [], text);
  }
  assert.deepEqual(wrongArrows("view/view.js", 'import { Session } from "../engine/session.js";'), ["engine/session.js"]);
});
