// A name has one look, wherever the page shows it.

import assert from "node:assert/strict";

import { ELEMENT } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** The looks of each name, by where they are seen. This runs in the page. */
function looks() {
  /** @type {Record<string, string[]>} */
  const looks = {};
  /** @type {(host: string, selector: string, name: (node: HTMLElement) => string | undefined) => void} */
  const see = (host, selector, name) => {
    for (const { shadowRoot } of document.querySelectorAll(host)) {
      const nodes = /** @type {NodeListOf<HTMLElement> | undefined} */ (shadowRoot?.querySelectorAll(selector));
      for (const node of nodes ?? []) {
        const colour = [...node.classList, ...(node.querySelector(".mark")?.classList ?? [])].filter((each) => each.startsWith("look"));
        for (const each of colour) (looks[name(node) ?? ""] ??= []).push(`${host} ${selector}: ${each}`);
      }
    }
  };
  const own = (/** @type {HTMLElement} */ node) => node.querySelector("bdi")?.textContent ?? "";
  see("interleaved-demo", ".tasks li", own);
  see("interleaved-demo", ".row .piece:not(.main)", own);
  see("interleaved-demo", ".editor li", (node) => node.querySelector("input")?.value);
  see("interleaved-demo", ".executor .station:not(.room) .token", own);
  see("interleaved-demo", ".code .who:not(.main)", own);
  see("interleaved-check", ".tasks > span", own);
  see("interleaved-check", ".names > span", own);
  see("interleaved-check", ".log .piece:not(.end)", own);
  return looks;
}

test("a name looks the same in demos, their forms, programs and executors, and in checkers", async (page) => {
  const demo = (/** @type {string} */ tasks) =>
    `<interleaved-demo lanes="async" start-at="2" editor code="python" tasks="${tasks}"></interleaved-demo>`;
  await page.openStage(
    `${ELEMENT}<script type="module" src="interleaved-check.js"></script>${demo("A:1:4 B:5:9")}${demo("C:1:4 A:5:9 D:1:3")}<interleaved-check log="[C] total=10&#10;[B] total=5&#10;[A] total=1&#10;[E] total=1&#10;"></interleaved-check>`,
  );
  // What is loaded when it is asked for comes at its own time.
  await page.until(() => {
    const has = (/** @type {string} */ host, /** @type {string[]} */ selectors) =>
      Array.from(document.querySelectorAll(host), ({ shadowRoot }) => {
        shadowRoot?.querySelector("details")?.setAttribute("open", "");
        return selectors.every((selector) => shadowRoot?.querySelector(selector));
      }).every(Boolean);
    const isDrawn = has("interleaved-demo", [".row .piece", ".editor li", ".executor .token", ".code .who:not(.main)"]);
    return isDrawn && has("interleaved-check", [".names > span", ".log .piece"]);
  });
  const check = async (/** @type {string[]} */ names) => {
    const found = await page.run(looks);
    assert.deepEqual(Object.keys(found).toSorted(), names);
    const kinds = Object.fromEntries(Object.entries(found).map(([name, seen]) => [name, new Set(seen.map((each) => each.split(": ")[1]))]));
    for (const [name, seen] of Object.entries(kinds)) assert.equal(seen.size, 1, `${name}: ${found[name]?.join("\n")}`);
    assert.equal(new Set(Object.values(kinds).map((seen) => [...seen][0])).size, names.length);
    return found;
  };
  const found = await check(["A", "B", "C", "D", "E"]);
  assert.equal(new Set(found["A"]?.map((each) => each.split(": ")[0])).size, 8);
  // Where the order changes, and a name comes that wasn't there.
  await page.run(async ({ demo, drawn }) => {
    demo.tasks = "F:1:3 B:1:3 A:1:3";
    demo.currentTime = 2;
    await demo.ready;
    await drawn();
  });
  await check(["A", "B", "C", "D", "E", "F"]);
});
