// The comparison is seen whole: what moves during a run is on one screen, on a phone and on a
// projector, and nothing jumps.

import assert from "node:assert/strict";

import { engine } from "./harness/engine.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

const SIZES = /** @type {const} */ ([
  [1280, 800],
  [1366, 768],
  [1920, 1080],
  [360, 780],
]);

/**
 * The boxes of what moves during a run, by what they are. This runs in the page.
 *
 * @param {InPage} page
 */
async function boxes({ all, drawn }) {
  await drawn();
  const parts = [".bar", ".conclusion", ".outline .line", ".head", ".track", ".tasks li", ".log", ".moment", ".plot"];
  return parts.flatMap((part) => {
    const found = all(part).map((node) => {
      const { left, top, right, bottom } = node.getBoundingClientRect();
      return { part, box: [left, top + scrollY, right, bottom + scrollY].map(Math.round) };
    });
    return found.length ? found : [{ part, box: [] }];
  });
}

for (const [width, height] of SIZES) {
  test(`at ${width} × ${height} all that moves is on the screen, and nothing jumps`, async (page) => {
    await page.resize(width, height);
    // On a phone fingers need room as well.
    if (engine === "chrome") await page.emulation.touch(width < 600);
    for (const lang of ["en", "ko"]) {
      await page.openDemo(`lang=${lang}`);
      await page.until(({ root }) => root.querySelector(".outline"));
      const before = await page.run(boxes);
      for (const { part, box } of before) {
        const [left = -1, , right = Infinity, bottom = Infinity] = box;
        assert.ok(left >= 0 && right <= width && bottom <= height, `${part} is at ${box} (${lang})`);
      }
      for (const time of [0.5, 1, 3.2, 5, 7, 14]) {
        await page.run(({ demo }, time) => void (demo.currentTime = time), time);
        assert.deepEqual(await page.run(boxes), before, `at ${time} s (${lang})`);
      }
      // And the page itself needn't be scrolled to see them, also on a machine that shows bars.
      assert.ok(await page.run(({ all }) => all(".row").every((row) => row.getBoundingClientRect().bottom <= innerHeight)));
    }
    if (engine === "chrome") await page.emulation.touch(false);
  });
}

test("what moves in a demo of one lane is on the screen as well, with its program beside it where there is room", async (page) => {
  for (const [width, height] of SIZES) {
    await page.resize(width, height);
    if (engine === "chrome") await page.emulation.touch(width < 600);
    for (const query of ["lanes=threads", ...(width < 600 ? [] : ["lanes=async&code=python"])]) {
      await page.openDemo(`lang=ko&${query}&start-at=3.4`);
      await page.until(({ root }) => root.querySelector(".outline .mark, .code .who:not(.away)"));
      const below = await page.run(async ({ all, drawn }) => {
        await drawn();
        const moving = all(".bar, .conclusion, .outline .line, .head, .tasks li, .log, .moment, .plot, .code .line:has(.who:not(.away))");
        return moving
          .map((node) => [node.className, node.getBoundingClientRect().bottom])
          .filter(([, bottom]) => Number(bottom) > innerHeight);
      });
      assert.deepEqual(below, [], `${query} at ${width} × ${height}`);
    }
  }
  if (engine === "chrome") await page.emulation.touch(false);
});

test("the logs stand side by side on a phone as well", async (page) => {
  await page.resize(360, 780);
  await page.openDemo("start-at=99");
  const [one, other] = await page.run(({ all }) => all(".log").map((log) => log.getBoundingClientRect().toJSON()));
  assert.equal(one.top, other.top);
  assert.ok(one.right <= other.left);
  assert.deepEqual(await page.run(({ all }) => all(".log").map((log) => log.scrollWidth <= log.clientWidth)), [true, true]);
});

test("what happens at one instant stands in one band, and each time is said once", async (page) => {
  await page.resize(1280, 800);
  await page.openDemo("lang=en&start-at=99");
  const bands = await page.run(({ root }) => {
    return Array.from(root.querySelectorAll(".lane"), (lane) =>
      Array.from(lane.querySelectorAll(".band"), (band) => band.querySelectorAll(".row").length),
    );
  });
  assert.deepEqual(bands, [
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2],
    [3, 3, 3, 3, 3],
  ]);
  await page.resize(360, 780);
  await page.until(({ root }) => !root.querySelector(".ladder"));
  const times = await page.run(({ all }) => all(".lane:last-child .at").map(({ textContent }) => textContent));
  assert.deepEqual(
    times.filter((time) => time),
    ["1.0", "2.0", "3.0", "4.0", "5.0"],
  );
});

test("each task says its i and its total, and stands at its line", async (page) => {
  await page.openDemo("lang=en&start-at=2.5");
  await page.until(({ root }) => root.querySelector(".outline .mark"));
  const tasks = await page.run(({ all }) =>
    all(".tasks").map((list) => all("li", list).map(({ innerText }) => innerText.replaceAll(/\s+/g, " ").trim())),
  );
  assert.deepEqual(tasks, [
    ["A i=3 total=6", "B range(5, 10)", "C range(10, 15)"],
    ["A i=3 total=6", "B i=7 total=18", "C i=12 total=33"],
  ]);
  const lines = await page.run(({ all }) =>
    all(".outline .line").flatMap((line) => {
      const marks = all(".who", line).map((who) => who.querySelectorAll(".mark").length);
      return marks.some(Boolean) ? [[line.innerText.trim(), marks]] : [];
    }),
  );
  assert.deepEqual(lines, [
    ["time.sleep(1)", [1, 0]],
    ["await asyncio.sleep(1)", [0, 3]],
  ]);
});

test("what all lanes run stands once, and what differs one below the other", async (page) => {
  await page.openDemo("lanes=sequential,async,threads&lock");
  await page.until(({ root }) => root.querySelector(".outline"));
  const lines = await page.run(({ all }) => all(".outline code").map(({ textContent }) => textContent));
  assert.deepEqual(lines, [
    "def sum_range(name, low, high):",
    "async def sum_range(name, low, high):",
    "    total = 0",
    "    for i in range(low, high):",
    "        total += i",
    "        time.sleep(1)",
    "        await asyncio.sleep(1)",
    '        print(f"[{name}] total={total}")',
    "        with lock:",
    '            print(f"[{name}] total={total}")',
  ]);
});

test("a line of the program is one line, however many lanes there are", async (page) => {
  await page.resize(1280, 800);
  for (const lanes of ["threads", "sequential,async"]) {
    await page.openDemo(`lanes=${lanes}`);
    await page.until(({ root }) => root.querySelector(".outline"));
    const high = await page.run(({ all }) =>
      all(".outline .line").filter((line) => line.offsetHeight > 1.5 * parseFloat(getComputedStyle(line).fontSize)),
    );
    assert.deepEqual(high, [], lanes);
  }
});

test("a step goes to the next line, the next turn, or the next event, and back the same way", async (page) => {
  await page.openDemo("lang=en");
  const lines = () => page.run(({ demo }) => demo.laneNames.map((lane) => demo.logText(lane).split("[").length - 1));
  const on = "[aria-label$=' on']";
  await page.click(on);
  assert.deepEqual(await lines(), [1, 0]);
  await page.click(on);
  assert.deepEqual(await lines(), [1, 1]);
  await page.click("[aria-label$=' back']");
  assert.deepEqual(await lines(), [1, 0]);
  let presses = 1;
  for (; !(await page.run(({ demo }) => demo.ended)); presses += 1) await page.run(({ find }, on) => find(on).click(), on);
  assert.ok(presses <= 32, `${presses} presses`);

  await page.openDemo("lang=en&lanes=sequential");
  const turns = await page.run(({ demo, all, find }, on) => {
    const [units] = all("select");
    if (!units) return [];
    const kinds = [];
    for (const unit of ["task", "event"]) {
      units.value = unit;
      units.dispatchEvent(new Event("change"));
      for (let step = 0; step < 3; step += 1) {
        find(on).click();
        kinds.push(demo.events("sequential").at(-1)?.kind);
      }
    }
    return kinds;
  }, on);
  assert.deepEqual(turns, ["polled", "polled", "polled", "wrote", "wrote", "waiting"]);
});

test("who listens hears each line with its lane and its time, and what a silent step does", async (page) => {
  await page.openDemo("lang=en");
  const heard = await page.run(({ demo, find, all }) => {
    const heard = [];
    demo.currentTime = 1;
    heard.push(find(".heard").textContent);
    demo.currentTime = 2;
    heard.push(find(".heard").textContent);
    demo.stepForward();
    heard.push(find(".heard").textContent);
    demo.currentTime = 99;
    heard.push(find(".heard").textContent?.replace(/.*(?=Sequential 14)/, ""));
    return { heard, logs: all("[role=log]").map((log) => log.getAttribute("aria-live")) };
  });
  assert.deepEqual(heard.heard.slice(0, 2), [
    "Sequential, 1.0 s: [A] total=1. Async, 1.0 s: [A] total=1, [B] total=5, [C] total=10.",
    "Sequential, 2.0 s: [A] total=3. Async, 2.0 s: [A] total=3, [B] total=11, [C] total=21.",
  ]);
  assert.match(heard.heard[2] ?? "", /^Sequential, A has waited\.$/);
  assert.match(heard.heard[3] ?? "", /^Sequential 14\.0 s, Async 5\.0 s\. .*2\.8 ×/);
  // They would say the same again, and not whose it is.
  assert.deepEqual(heard.logs, ["off", "off"]);
});

test("a torn line is shown as it was printed, then whose each part is", async (page) => {
  await page.openDemo("lang=en&lanes=async,threads&seed=1&start-at=99");
  const rows = await page.run(({ all }) => all(".row.torn").map((row) => row.innerText.replaceAll(/\s+/g, " ").trim()));
  assert.ok(rows.length >= 2);
  assert.match(rows[0] ?? "", /^\[(\w)\] total=\d+ ?\[(\w)\] total=\d+ ?↵ ?\1\2↵\w torn$/);
  assert.ok(
    rows.some((row) => /^↵ ?↵ ?\w newline only$/.test(row)),
    String(rows),
  );
  const styles = await page.run(({ find }) => {
    const pieces = [...find(".row.torn").querySelectorAll(".piece")].map((piece) => getComputedStyle(piece));
    return pieces.map(({ fontStyle, fontSize, textDecorationStyle }) => [fontStyle, fontSize, textDecorationStyle]);
  });
  assert.equal(new Set(styles.map(([, , line]) => line)).size, styles.length, "told apart by more than colour");
  assert.ok(styles.every(([style]) => style === "normal"));
  const verdict = await page.run(({ text }) => text(".conclusion"));
  assert.match(verdict, /Async: 0 lines torn, the tasks in turn\..*Threads \(simulated\): \d lines? torn, in another order\./);
});

test("an open question hides what would answer it, from the first picture on", async (page) => {
  await page.openDemoAfter(() => {
    window.kept = { clocks: 0 };
    const look = () => {
      const clock = document.querySelector("interleaved-demo")?.shadowRoot?.querySelector(".clock");
      if (clock?.checkVisibility({ visibilityProperty: true })) window.kept.clocks += 1;
      setTimeout(look);
    };
    look();
  }, "lang=en&predict");
  await page.until(({ root }) => root.querySelector(".predict .current"));
  assert.equal(await page.run(({ kept }) => kept.clocks), 0);
  const seen = () =>
    page.run(
      ({ all }) =>
        all(".time, .scrub, .clock, .track, .timeline").filter((node) => node.checkVisibility({ visibilityProperty: true })).length,
    );
  assert.equal(await seen(), 0);
  await page.click(".predict .skip");
  await page.until(({ demo }) => !demo.paused);
  assert.ok((await seen()) > 0);
});

test("for a projector no type is smaller than 24 pixels", async (page) => {
  await page.resize(1920, 1080);
  await page.openDemo("lang=en&size=large&start-at=3");
  await page.until(({ root }) => root.querySelector(".outline .mark"));
  const small = await page.run(({ root }) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const small = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !node.textContent?.trim() || parent.closest(".told, .heard") || !parent.checkVisibility()) continue;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      if (size < 24) small.push(`${parent.className} ${node.textContent}: ${size}`);
    }
    return small;
  });
  assert.deepEqual(small, []);
  for (const { part, box } of await page.run(boxes)) assert.ok((box[3] ?? Infinity) <= 1080, `${part} is at ${box}`);
});

test(
  "fingers find controls of 44 pixels",
  async (page) => {
    await page.resize(360, 780);
    await page.emulation.touch();
    await page.openDemo("lang=en");
    const small = await page.run(({ all }) =>
      all("button, select, input, summary")
        .filter((node) => node.checkVisibility())
        .map((node) => ({ name: node.className || node.localName, ...node.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => Math.min(width, height) < 44)
        .map(({ name, width, height }) => `${name} ${width} × ${height}`),
    );
    await page.emulation.touch(false);
    assert.deepEqual(small, []);
  },
  { engines: ["chrome"], why: "only there a test can have a touch screen" },
);
