// A crate of somebody else's that depends on ours, as a wasm file.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";

import { inRoot } from "../harness/places.js";

const MANIFEST = `[package]
name = "dependent"
version = "0.0.0"
edition = "2024"

[lib]
crate-type = ["cdylib"]

[dependencies]
interleaved = { path = ${JSON.stringify(inRoot("."))} }

[workspace]
`;

const SOURCE = `use interleaved::{Config, Demo};

#[unsafe(no_mangle)]
pub extern "C" fn duration() -> u32 {
    Demo::new(Config::default()).duration() as u32
}
`;

test("a wasm crate that depends on ours gets neither exports nor an allocator of the site", () => {
  const folder = inRoot("target/dependent");
  mkdirSync(`${folder}/src`, { recursive: true });
  writeFileSync(`${folder}/Cargo.toml`, MANIFEST);
  writeFileSync(`${folder}/src/lib.rs`, SOURCE);
  // The versions that the builds before have left here.
  copyFileSync(inRoot("Cargo.lock"), `${folder}/Cargo.lock`);
  execFileSync("cargo", ["build", "--quiet", "--offline", "--target", "wasm32-unknown-unknown"], {
    cwd: folder,
    env: { ...process.env, CARGO_TARGET_DIR: `${folder}/target` },
    stdio: "inherit",
  });
  const bytes = readFileSync(`${folder}/target/wasm32-unknown-unknown/debug/dependent.wasm`);
  const module = new WebAssembly.Module(bytes);
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  assert.deepEqual(names.filter((name) => !name.startsWith("__")).sort(), ["duration", "memory"]);
  assert.deepEqual(
    names.filter((name) => name.startsWith("__wb")),
    [],
  );
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  // The names of all functions are in a file like this.
  assert.ok(bytes.includes("interleaved"));
  assert.ok(!bytes.includes("talc"));
  const { exports } = new WebAssembly.Instance(module);
  assert.equal(/** @type {() => number} */ (exports["duration"])(), 14_000);
});
