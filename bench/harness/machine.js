// Where it was measured, and with what.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { arch, availableParallelism, cpus, loadavg, platform } from "node:os";
import { join } from "node:path";

import { sources } from "./places.js";

const CRATES = ["criterion", "futures-util", "gloo-timers", "interleaved", "tokio_with_wasm", "wasm-bindgen", "wasmtimer"];

/** What machine it is, and how busy, a line each. */
export function place() {
  const [load = 0] = loadavg();
  return [
    `${platform()} ${arch()}, ${cpus()[0]?.model ?? "an unknown processor"}, ${availableParallelism()} processors`,
    `${load < 0.5 ? "little else" : "other work"} ran on the machine when it began (load average ${load.toFixed(2)})`,
  ];
}

/** Facts of the machine and of the versions of everything, a line each. */
export function facts() {
  const lock = readFileSync(join(sources, "Cargo.lock"), "utf8");
  /** @type {{ devDependencies: { pyodide: string } }} */
  const { devDependencies } = JSON.parse(readFileSync(join(sources, "pyodide", "package.json"), "utf8"));
  return [
    ...place(),
    execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim(),
    ...CRATES.map((name) => {
      const [, version] = new RegExp(`name = "${name}"\nversion = "(.*?)"`).exec(lock) ?? [];
      if (!version) throw new Error(`the crate ${name} isn't locked`);
      return `${name} ${version}`;
    }),
    `Pyodide ${devDependencies.pyodide}`,
  ];
}
