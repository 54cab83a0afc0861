// The manifest of the npm package: it says of the elements what is true.

import assert from "node:assert/strict";

import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */

/**
 * @typedef {object} Declaration What the manifest says of an element.
 * @property {string} tagName
 * @property {{ name: string, default?: string, fieldName?: string }[]} attributes
 * @property {{ name: string, kind: "field" | "method" }[]} [members]
 * @property {{ name: string }[]} events
 */

/** What the class has for others of the site, or for the browser. */
const INTERNAL = ["attributeChangedCallback", "connectedCallback", "constructor", "disconnectedCallback", "texts"];

/** What is an attribute although the class doesn't look at it: the style alone knows it. */
const STYLED = { "interleaved-demo": [], "interleaved-check": ["theme"], "interleaved-python": [] };

// What makes the manifest is on a library without types.
const { manifest } = await import(new URL("../packages/npm/manifest.js", import.meta.url).href);

/**
 * @param {string} tag
 * @returns {Declaration}
 */
function declared(tag) {
  /** @type {{ declarations?: Declaration[] }[]} */
  const modules = manifest().modules;
  const declarations = modules.flatMap(({ declarations = [] }) => declarations);
  const found = declarations.find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`the manifest doesn't know ${tag}`);
  return found;
}

/** @param {{ name: string }[]} list */
function names(list) {
  return list.map(({ name }) => name).sort();
}

test("the manifest has every attribute, property and method", async (page) => {
  await page.openDemo("lang=en");
  await page.run(async () => {
    for (const name of ["interleaved-check.js", "interleaved-python.js"]) await import(new URL(name, document.baseURI).href);
  });
  for (const tag of /** @type {const} */ (["interleaved-demo", "interleaved-check", "interleaved-python"])) {
    const has = await page.run((_, tag) => {
      const element = /** @type {typeof HTMLElement & { observedAttributes: string[] }} */ (customElements.get(tag));
      const prototypes = [element.prototype];
      // What it shares with others is above it.
      if (tag === "interleaved-python") prototypes.push(Object.getPrototypeOf(element.prototype));
      const members = prototypes.flatMap((each) => Object.entries(Object.getOwnPropertyDescriptors(each)));
      return {
        attributes: element.observedAttributes,
        methods: members.filter(([, of]) => "value" in of).map(([name]) => name),
        fields: members.filter(([, of]) => !("value" in of)).map(([name]) => name),
      };
    }, tag);
    const { attributes, members = [] } = declared(tag);
    assert.deepEqual(names(attributes), [...has.attributes, ...STYLED[tag]].sort());
    const external = (/** @type {string[]} */ all) => all.filter((name) => !INTERNAL.includes(name)).sort();
    assert.deepEqual(names(members.filter(({ kind }) => kind === "method")), external(has.methods));
    assert.deepEqual(names(members.filter(({ kind }) => kind === "field")), external(has.fields));
  }
  // Every setting is a property by the name that the manifest gives; `lang` is HTML's own.
  const { attributes } = declared("interleaved-demo");
  const settings = await page.run(({ demo }) => {
    const { observedAttributes } = /** @type {any} */ (demo.constructor);
    return /** @type {string[]} */ ([...observedAttributes]);
  });
  const own = settings.filter((name) => name !== "lang");
  assert.deepEqual(names(attributes.filter(({ fieldName }) => fieldName)), own.sort());
  for (const { name, fieldName } of attributes) {
    if (!fieldName) continue;
    const isProperty = await page.run(({ demo }, field) => field in demo, fieldName);
    assert.ok(isProperty, `${name} is no property ${fieldName}`);
  }
});

test("attributes take what the manifest gives as their defaults", async (page) => {
  const state = (/** @type {InPage} */ { demo }) => [demo.duration, demo.speed, demo.laneNames];
  await page.openDemo("lang=en");
  await page.run(({ demo, kept }) => {
    kept.failed = [];
    demo.addEventListener("error", (event) => {
      kept.failed.push(/** @type {ErrorEvent} */ (event).message);
    });
  });
  const before = await page.run(state);
  const defaults = declared("interleaved-demo").attributes.filter((each) => each.default);
  assert.ok(defaults.length > 5, `${defaults.length} defaults`);
  for (const { name, default: value = "" } of defaults) {
    await page.run(
      ({ demo }, name, value) => {
        demo.setAttribute(name, value);
        return demo.ready;
      },
      name,
      value,
    );
  }
  assert.deepEqual(await page.run(({ kept }) => kept.failed), []);
  assert.deepEqual(await page.run(state), before);
});

/** Keeps the names of all events that the demo tells; this runs in the page. */
function record(/** @type {InPage} */ { demo, kept }) {
  kept.told = [];
  demo.dispatchEvent = function (event) {
    kept.told.push(event.type);
    return EventTarget.prototype.dispatchEvent.call(this, event);
  };
}

test("the manifest has every event", async (page) => {
  const told = (/** @type {InPage} */ { kept }) => /** @type {string[]} */ (kept.told);
  await page.openDemo("lang=en");
  await page.run(record);
  await page.run(({ demo }) => {
    demo.speed = 100;
    demo.currentTime = 2;
    return demo.play();
  });
  await page.until(({ demo }) => demo.ended);
  await page.run(({ demo }) => {
    demo.setAttribute("interval", "soon");
    return demo.ready;
  });
  const first = await page.run(told);

  await page.openDemo("lang=en&predict");
  await page.until(({ root }) => root.querySelector(".predict .current label"));
  await page.run(record);
  await page.run(({ root, find }) => {
    for (const group of root.querySelectorAll(".predict .current fieldset")) {
      group.querySelector("label")?.click();
    }
    find(".predict .main").click();
  });
  await page.until(({ kept }) => kept.told.includes("interleaved-answer"));
  const second = await page.run(told);
  const all = [...new Set([...first, ...second])].sort();
  assert.deepEqual(names(declared("interleaved-demo").events), all);
});
