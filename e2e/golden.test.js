// The wasm file that the site ships, against hashes of native runs.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { hashes } from "./harness/hashes.js";
import { native } from "./harness/places.js";
import { test } from "./harness/test.js";

// The settings whose logs the crate's own test hashes, in its order: see golden.rs there.

const TASKS = [
  "A:1:5 B:5:10 C:10:15",
  "가:1:4 <b>:-3:2 x:y:9007199254740989:9007199254740991 e:5:1",
  "t0:0:0 t1:1:2 t2:2:4 t3:3:6 t4:4:8 t5:5:10 t6:6:12 t7:7:7 t8:8:9 t9:9:11 t10:10:13 t11:11:15",
  "only:0:9",
  "none:3:3 nothing:9:-9",
  "same:0:4 same:0:4 same:0:4 same:0:4",
  "😀:-9007199254740991:-9007199254740989 é:-1:1 \"'&:0:1 :::0:3",
  "a:0:1 b:0:2 c:0:3 d:0:4 e:0:5 f:0:6 g:0:7 h:0:8 i:0:9 j:0:1 k:0:1 l:0:1 m:0:5 n:0:5 o:0:5 p:0:5",
];
const WORKS = ["wait", "compute", "block"];
const INTERVALS = ["1", "7", "1000", "3600000"];
const SEEDS = ["0", "1", "2", "4294967295"];

function* configurations() {
  const lanes = "sequential async threads";
  for (const tasks of TASKS) {
    for (const work of WORKS) {
      for (const interval of INTERVALS) {
        for (const seed of SEEDS) {
          yield { lanes, tasks, work, interval, seed };
          yield { lanes, tasks, work, interval, seed, lock: "" };
        }
      }
    }
  }
}

test("the finished site's event logs are those of native runs, byte for byte", async (page) => {
  await page.openStage("");
  const all = [...configurations()];
  const lines = (await readFile(native("events.txt"), "utf8")).trimEnd().split("\n");
  assert.equal(all.length, lines.length);
  for (let start = 0; start < all.length; start += 64) {
    const some = all.slice(start, start + 64);
    assert.deepEqual(await page.run(hashes, some), lines.slice(start, start + 64));
  }
});
