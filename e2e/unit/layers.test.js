// The modules of the page use each other in one direction, in code and in types.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, normalize } from "node:path";
import { test } from "node:test";

import { inRoot } from "../harness/places.js";

/** From the bottom up: each may use itself and those before it, and no other. */
const LAYERS = ["bindings", "base", "words", "log", "check", "engine", "view", "summation", "panels", "element", "pages", "standalone"];

/** The layers of the modules whose addresses are promised, which therefore lie beside the pages. */
const BESIDE_PAGES = new Map([
  ["site.js", "base"],
  ["thread.js", "engine"],
  ["interleaved-demo.js", "element"],
  ["interleaved-check.js", "element"],
  ["interleaved.js", "pages"],
  ["language.js", "pages"],
  ["resize.js", "pages"],
]);

/** Arrows against the direction that are still there. */
const KNOWN = new Set([
  "log/replay.js -> engine/engine.js",
  "log/trace.js -> engine/engine.js",
  "panels/menu.js -> interleaved-demo.js",
  "panels/panel.js -> interleaved-demo.js",
  "panels/predict.js -> interleaved-demo.js",
  "view/lane-view.js -> panels/panel.js",
  "view/lane-view.js -> summation/conclusion.js",
  "view/timeline-pointer.js -> panels/panel.js",
  "view/timeline.js -> panels/panel.js",
  "view/view.js -> summation/conclusion.js",
  "view/view.js -> panels/panel.js",
  "view/view.js -> interleaved-demo.js",
  "view/view.js -> panels/menu.js",
  "words/texts-en.js -> engine/engine.js",
  "words/texts.js -> engine/engine.js",
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
  return named(path, text).filter((other) => layerOf(other) > layerOf(path));
}

test("modules use each other in one direction", () => {
  assert.ok(modules.length > 60);
  const wrong = modules.flatMap((path) => wrongArrows(path, textOf(path)).map((other) => `${path} -> ${other}`));
  assert.deepEqual(
    wrong.filter((arrow) => !KNOWN.has(arrow)),
    [],
  );
  assert.deepEqual(
    [...KNOWN].filter((arrow) => !wrong.includes(arrow)),
    [],
    "these are right by now",
  );
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
});
