// What the menu copies and saves: logs, events, the trace, the timeline, links, code.

import assert from "node:assert/strict";

import { Key } from "selenium-webdriver";

import { lastCopy, refuseCopies, takeCopies } from "./harness/clipboard.js";
import { checkFocused, openMenu, openPage, press, untilDialogs, untilTold } from "./harness/menu.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

/**
 * Takes what is saved in a window, as the name and the text of the file, and counts the
 * addresses that are revoked. This runs in the page.
 *
 * @param {InPage} page
 * @param {boolean} [inFrame] in the window of the page's frame
 */
function takeDownloads({ frames, kept }, inFrame = false) {
  const inner = inFrame ? frames()[0].window : window;
  const blobs = new Map();
  const { createObjectURL, revokeObjectURL } = inner.URL;
  inner.URL.createObjectURL = (blob) => {
    const address = createObjectURL.call(inner.URL, blob);
    blobs.set(address, blob);
    return address;
  };
  kept.revoked = 0;
  inner.URL.revokeObjectURL = (address) => {
    kept.revoked += 1;
    revokeObjectURL.call(inner.URL, address);
  };
  inner.HTMLAnchorElement.prototype.click = function () {
    kept.saved = blobs
      .get(this.href)
      .text()
      .then((/** @type {string} */ text) => [this.download, text]);
  };
}

/**
 * What was saved last.
 *
 * @param {InPage} page
 * @returns {Promise<[name: string, text: string]>}
 */
function lastSaved({ kept }) {
  return kept.saved;
}

/**
 * What the menu copies under a name.
 *
 * @param {Page} page
 * @param {string} name
 */
async function copy(page, name) {
  await press(page, `Copy: ${name}`);
  await untilTold(page, `Copied: ${name}`);
  return page.run(lastCopy);
}

test("what is copied is what is shown", async (page) => {
  await openPage(page, "embed.html?lanes=async,threads&seed=7&tasks=가:1:4,B:5:9&start-at=2.5");
  await openMenu(page);
  await page.run(takeCopies);
  const shown = await page.run(async ({ demo }) => ({
    settings: demo.toJSON(),
    lanes: Object.fromEntries(demo.laneNames.map((lane) => [lane, { log: demo.logText(lane), events: demo.events(lane) }])),
    trace: await demo.trace(),
    svg: await demo.toSVG(),
    link: demo.permalink,
  }));
  assert.equal(await copy(page, "Log: Async"), "[가] total=1\n[B] total=5\n[가] total=3\n[B] total=11\n");
  const data = JSON.parse(await copy(page, "Events (JSON)"));
  for (const lane of ["async", "threads"]) {
    assert.deepEqual(data.lanes[lane].events, shown.lanes[lane]?.events);
    assert.equal(data.lanes[lane].log, shown.lanes[lane]?.log);
  }
  assert.deepEqual(data.settings, shown.settings);
  assert.equal(await copy(page, "Trace (Perfetto)"), shown.trace);
  assert.equal(await copy(page, "Timeline (SVG)"), shown.svg);
  assert.equal(await copy(page, "Link to this moment"), shown.link);
});

test("what is saved is a file", async (page) => {
  await openPage(page, "embed.html?start-at=2");
  await page.run(takeDownloads);
  await openMenu(page);
  await press(page, "Save: Log: Async");
  await untilTold(page, "Saved: interleaved-async.txt");
  const log = "[A] total=1\n[B] total=5\n[C] total=10\n[A] total=3\n[B] total=11\n[C] total=21\n";
  assert.deepEqual(await page.run(lastSaved), ["interleaved-async.txt", log]);
  await press(page, "Save: Events (JSON)");
  await untilTold(page, "Saved: interleaved-events.json");
  const [name, events] = await page.run(lastSaved);
  assert.equal(name, "interleaved-events.json");
  assert.equal(JSON.parse(events).lanes.async.log, log);
  // The addresses are free once the menu is closed.
  await page.keys(Key.ESCAPE);
  await untilDialogs(page, 0);
  await page.until(({ kept }) => kept.revoked === 2);
});

test("where copying is refused the text is selected", async (page) => {
  await openPage(page, "embed.html?start-at=1");
  await page.run(refuseCopies);
  await openMenu(page);
  await press(page, "Copy: Log: Async");
  await page.until(({ root }) => root.activeElement?.matches("textarea:read-only"));
  const selected = await page.run(({ root }) => {
    const field = /** @type {HTMLTextAreaElement} */ (root.activeElement);
    return field.value.slice(field.selectionStart, field.selectionEnd);
  });
  assert.equal(selected, "[A] total=1\n[B] total=5\n[C] total=10\n");
  await page.until(({ find }) => find("[role=status]").textContent?.includes("Ctrl+C"));
  // The old command may do it; then there is no field, and the focus is where it was.
  await page.run(() => void (document.execCommand = () => true));
  await press(page, "Copy: Log: Async");
  await untilTold(page, "Copied: Log: Async");
  await page.until(({ root }) => !root.querySelector("textarea"));
  await checkFocused(page, "button", "Copy: Log: Async");
});

test("a frame that may refuse downloads is told of", async (page) => {
  await page.open("index.html");
  for (const { permissions, warns } of [
    { permissions: "allow-scripts allow-same-origin", warns: true },
    { permissions: "allow-scripts allow-same-origin allow-downloads", warns: false },
  ]) {
    await page.run((_, permissions) => {
      document.querySelector("iframe")?.remove();
      const frame = document.createElement("iframe");
      frame.setAttribute("sandbox", permissions);
      frame.src = "embed.html?lang=en";
      document.body.append(frame);
    }, permissions);
    await page.until(({ frames }) => frames()[0].demo.shadowRoot?.querySelector(".log"));
    await page.run(takeDownloads, true);
    await page.enterFrame("iframe");
    await page.run(({ find }) => find("[aria-haspopup]").click());
    await page.until(({ root }) => root.querySelector("[aria-label='Save: Events (JSON)']"));
    await page.run(({ find }) => find("[aria-label='Save: Events (JSON)']").click());
    await page.until(({ find }) => find("[role=status]").textContent?.startsWith("Saved"));
    const told = await page.run(({ text }) => text("[role=status]"));
    assert.equal(told.includes("copy instead"), warns, told);
    await page.leaveFrames();
  }
});

test("embed code works where it is pasted", async (page) => {
  // A name that would end an attribute, begin a tag, and stand for something else.
  const query = "tasks=%22%3Cb%3E%26quot;:1:3&lanes=async,threads&lock&lang=en&start-at=1";
  // Where it is pasted it inherits what its page is allowed, and it has a style.
  const stage = await page.stage({});
  await stage.open(`embed.html?${query}`);
  await page.until(({ demo }) => demo.laneNames.length > 0);
  await openMenu(page);
  await page.run(takeCopies);
  const { "start-at": start, ...wanted } = await page.run(({ demo }) => demo.toJSON());
  assert.equal(start, "1");
  for (const { name, frames } of [
    { name: "Embed code (iframe)", frames: 2 },
    { name: "Embed code (element)", frames: 1 },
  ]) {
    const code = await copy(page, name);
    await page.run(({ vouch }, code) => {
      document.querySelector("iframe")?.remove();
      const frame = document.createElement("iframe");
      frame.srcdoc = vouch("createHTML", code);
      document.body.append(frame);
    }, code);
    for (let frame = 0; frame < frames; frame += 1) {
      await page.until(() => document.querySelector("iframe")?.contentDocument?.readyState === "complete");
      await page.enterFrame("iframe");
    }
    await page.until(({ demo }) => demo.laneNames.length > 0);
    const pasted = await page.run(({ demo }) => [demo.toJSON(), demo.currentTime]);
    assert.deepEqual(pasted, [wanted, 0], name);
    await page.leaveFrames();
  }
});
