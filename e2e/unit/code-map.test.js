// The code map of the documentation has what is there, and nothing else.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { inRoot } from "../harness/places.js";

/** The paths that a page of the documentation names. @param {string} page */
function named(page) {
  const [, map = ""] = readFileSync(inRoot(page), "utf8").split("```text\n");
  const lines = map.slice(0, map.indexOf("```")).split("\n");
  return lines.filter(Boolean).map((line) => line.split(" ")[0] ?? "");
}

/** The modules of a folder, those in its folders too. @param {string} folder @param {string} end */
function modules(folder, end) {
  const files = readdirSync(inRoot(folder), { recursive: true }).map(String);
  return files.filter((file) => file.endsWith(end) && !file.startsWith("bindings")).map((file) => `${folder}/${file}`);
}

for (const page of ["docs/architecture.md", "docs/ko/architecture.md"]) {
  test(`${page} names every module, and no other`, () => {
    const paths = named(page);
    assert.deepEqual(
      paths.filter((path) => !existsSync(inRoot(path))),
      [],
    );
    const isNamed = (/** @type {string} */ file) => paths.some((path) => (path.endsWith("/") ? file.startsWith(path) : file === path));
    // What a folder has in common is told of by its parts.
    const all = [...modules("src", ".rs"), ...modules("crates/web/src", ".rs"), ...modules("www", ".js")].filter(
      (file) => !file.endsWith("/mod.rs"),
    );
    assert.ok(all.length > 50);
    assert.deepEqual(
      all.filter((file) => !isNamed(file)),
      [],
    );
  });
}
