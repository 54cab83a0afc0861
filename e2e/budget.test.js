// What a visitor downloads: no more than its budget, as brotli sends it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";

import { inRoot, site } from "./harness/places.js";

/** The budgets, in KiB: of a page or module with all that it loads, and of its wasm file. */
const [DEMO, CORE] = [59, 28];
const [CHECKER, CHECKER_CORE] = [56, 35];
const [PYTHON, PYTHON_CORE] = [568, 553];
const ONE_FILE = 458;

/** It lies beside what is built of the rest. */
const PYTHON_WASM = "bindings/python_bg.wasm";

/** The words of one language, which pages name when they know their reader's: the larger of the two. */
const WORDS = "words/texts-ko.js";

/** What a page or a module names, which is loaded with it. */
const NAMED = {
  html: /<(?:script|link)[^>]* (?:src|href)="(?:\.\/)?([\w.-]+)"/g,
  js: /(?:\bfrom|\bimport)\s*["'`]\.\/([\w./-]+)["'`]|new URL\(["'`](?:\.\/)?([\w./-]+\.wasm)["'`]/g,
};

/**
 * The names of the files that are loaded at once, itself included.
 * @param {string[]} first
 */
function loaded(first) {
  const names = new Set(first);
  // A set is walked to its end, and grows on the way.
  for (const name of names) {
    const pattern = name.endsWith(".html") ? NAMED.html : name.endsWith(".js") ? NAMED.js : undefined;
    const text = readFileSync(join(site, name), "utf8");
    for (const [, file, wasm] of pattern ? text.matchAll(pattern) : []) names.add(file ?? wasm ?? "");
  }
  return [...names];
}

/** @param {string[]} first @param {(name: string) => boolean} counts @param {number} kibibytes */
function check(first, counts, kibibytes) {
  const sizes = loaded(first)
    .filter(counts)
    .map((name) => ({ name, size: brotliCompressSync(readFileSync(join(site, name))).length }));
  const sum = sizes.reduce((sum, { size }) => sum + size, 0);
  const table = sizes.map(({ name, size }) => `${String(size).padStart(6)} ${name}`).join("\n");
  assert.ok(sum <= kibibytes * 1024, `${sum} bytes are more than ${kibibytes} KiB:\n${table}`);
  // A check of nothing would pass as well.
  assert.ok(sum > kibibytes * 512, `${sum} bytes are surprisingly few:\n${table}`);
}

const isWasm = (/** @type {string} */ name) => name.endsWith(".wasm");
/** Modules name all that they may want; a demo alone wants one wasm file, and a checker one. */
const only = (/** @type {string} */ wasm) => (/** @type {string} */ name) => !isWasm(name) || name === wasm;

test("the demo alone is within its budget", () => {
  check(["embed.html", WORDS], only("core_bg.wasm"), DEMO);
  check(["embed.html"], (name) => name === "core_bg.wasm", CORE);
});

test("the checker alone is within its budget", () => {
  check(["interleaved-check.js", WORDS], only("check_bg.wasm"), CHECKER);
  check(["interleaved-check.js"], (name) => name === "check_bg.wasm", CHECKER_CORE);
});

test("running Python is within its budget", () => {
  check(["run-python.js", WORDS], only(PYTHON_WASM), PYTHON);
  check(["run-python.js"], (name) => name === PYTHON_WASM, PYTHON_CORE);
});

test("the one file is within its budget, as it is passed on", () => {
  const { length } = readFileSync(join(site, "standalone.html"));
  assert.ok(length <= ONE_FILE * 1024, `${length} bytes`);
});

test("what a demo loads after its first picture is one file", () => {
  const demo = readFileSync(join(site, "interleaved-demo.js"), "utf8");
  const later = [...demo.matchAll(/import\([`"']\.\/([\w./-]+)/g)].map(([, name]) => name);
  assert.ok(later.filter((name) => name === "afterwards.js").length > 1, `it asks for ${later.join(", ")}`);
  for (const part of ["end.js", "model.js", "outline.js", "spoken.js"]) assert.ok(!later.includes(part), part);
});

for (const language of ["docs", "docs/ko"]) {
  test(`${language} names these budgets`, () => {
    const text = readFileSync(inRoot(language, "architecture.md"), "utf8");
    const named = [...text.matchAll(/(\d+) KiB/g)].map(([, kibibytes]) => Number(kibibytes));
    assert.deepEqual(named, [DEMO, CORE, CHECKER, CHECKER_CORE, PYTHON, PYTHON_CORE, ONE_FILE]);
  });
}
