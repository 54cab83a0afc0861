// What is real is measured in real time, and told so.

import assert from "node:assert/strict";

import { test } from "./harness/test.js";

test("what real threads took is told in real milliseconds, whatever the speed", async (page) => {
  for (const speed of [10, 0.5]) {
    await page.openDemo(`lanes=async,workers&tasks=A:1:3,B:5:6&interval=200&speed=${speed}&lang=en`);
    const { took, note, live, duration } = await page.run(async ({ demo, find, event, drawn }) => {
      let ended = false;
      event("ended").then(() => (ended = true));
      const note = () => find(".lane + .lane .measured").innerText;
      const live = [];
      const start = performance.now();
      await demo.play();
      while (!ended) {
        live.push(note());
        await drawn();
      }
      const took = performance.now() - start;
      await drawn();
      return { took, note: note(), live: live.join(" "), duration: demo.duration };
    });
    const [, measured] = /Measured here: ([\d.]+) s/.exec(note) ?? [];
    assert.equal(Number(measured), duration);
    // Two steps of 200 ms at the least, and no more than passed on the test's own clock.
    assert.ok(duration >= 0.4 && duration * 1000 <= took, `${duration} s within ${took} ms at ${speed} ×`);
    assert.match(live, /in real time, at 1 ×/);
  }
});
