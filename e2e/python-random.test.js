// Whatever a reader types: the page stays alive, and what was typed stays.

import assert from "node:assert/strict";

import { openPlayground, show } from "./harness/playground.js";
import { randomProgram } from "./harness/random-programs.js";
import { test } from "./harness/test.js";

const PROGRAMS = 40;

test("the page outlives programs made at random, whatever is done with them", async (page) => {
  await openPlayground(page);
  for (let seed = 1; seed <= PROGRAMS; seed += 1) {
    const program = randomProgram(seed);
    await show(page, program, { seed: String(seed % 3), speed: "100" });
    const told = await page.run(async ({ drawn }) => {
      const node = /** @type {import("../www/interleaved-python.js").InterleavedPython} */ (document.querySelector("interleaved-python"));
      node.play();
      await drawn();
      node.pause();
      node.stepBack();
      await drawn();
      node.stepForward();
      node.currentTime = 0.001;
      await drawn();
      const stopped = new AbortController();
      const search = node.explore({ signal: stopped.signal, limits: { states: 200, steps: 20_000 } });
      await drawn();
      stopped.abort();
      const { outcomes } = await search;
      node.reset();
      await drawn();
      return {
        program: node.program,
        time: node.currentTime,
        outcomes: outcomes.length,
        alert: node.shadowRoot?.querySelector(".alert")?.textContent,
      };
    });
    assert.deepEqual({ ...told, outcomes: 0 }, { program, time: 0, outcomes: 0, alert: "" }, program);
  }
  // And then another one runs as ever.
  await show(page, "print(1)\n", { seed: "0" });
  assert.deepEqual(
    await page.run(async () => [
      await document.querySelector("interleaved-python")?.run(),
      document.querySelector("interleaved-python")?.logText(),
    ]),
    ["done", "1\n"],
  );
});
