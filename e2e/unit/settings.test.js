// Names of settings: how others write them, and which are taken for slips.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LANE_NAMES } from "../../www/bindings/settings.js";
import { meant, misspelt, pageSettings, SETTINGS, settingOf, settingsAmong } from "../../www/element/settings.js";
import { LANES } from "../../www/log/lanes.js";

test("a setting has its own name, and the one that HTML makes of its property", () => {
  for (const name of SETTINGS) assert.equal(settingOf(name), name);
  assert.equal(settingOf("startat"), "start-at");
  for (const name of ["", "startAt", "taks", "toString", "__proto__"]) {
    assert.equal(settingOf(name), undefined, name);
  }
});

test("a switch is off where it is written as false, and nothing else is changed", () => {
  for (const name of ["lock", "editor", "predict", "autoplay"]) {
    assert.equal(meant(name, "false"), null);
    assert.equal(meant(name, " false "), null);
    assert.equal(meant(name, ""), "");
    assert.equal(meant(name, "true"), "true");
  }
  assert.equal(meant("controls", "false"), "none");
  assert.equal(meant("seed", "false"), "false");
  assert.equal(meant("lock", null), null);
});

test("of all names the settings are found, each once, its own name before the other", () => {
  const found = settingsAmong([
    ["utm_source", "mail"],
    ["startat", "1"],
    ["start-at", "2"],
    ["lock", "false"],
    ["theme", "dark"],
    ["tasks", "A:1:2"],
  ]);
  assert.deepEqual(
    [...found],
    [
      ["tasks", "A:1:2"],
      ["start-at", "2"],
      ["theme", "dark"],
    ],
  );
  assert.deepEqual([...settingsAmong([["startat", "3"]])], [["start-at", "3"]]);
});

test("a letter too many, missing, wrong or in its neighbour's place is a slip", () => {
  for (const [name, setting] of [
    ["taskss", "tasks"],
    ["taks", "tasks"],
    ["tazks", "tasks"],
    ["tsaks", "tasks"],
    ["speeed", "speed"],
    ["sed", "seed"],
    ["start_at", "start-at"],
    ["star-at", "start-at"],
    ["autopaly", "autoplay"],
    ["lan", "lang"],
    ["langg", "lang"],
    ["theem", "theme"],
  ]) {
    assert.equal(misspelt(String(name)), setting, name);
  }
});

test("the names of settings are none, nor are those that belong to others", () => {
  const others = ["utm_source", "fbclid", "gclid", "mode", "t", "page", "ref", "q", "", "settings"];
  // The first letter is hardly ever a slip, and two slips are a word of its own.
  const far = ["masks", "bode", "need", "talk", "speeeed"];
  for (const name of [...SETTINGS, ...others, ...far]) {
    assert.equal(misspelt(name), undefined, name);
  }
});

test("whatever letter but the first is left out or doubled, a setting is meant", () => {
  for (const setting of SETTINGS) {
    for (const at of [...setting].keys()) {
      if (at === 0) continue;
      const without = setting.slice(0, at) + setting.slice(at + 1);
      const doubled = setting.slice(0, at) + setting.slice(at - 1);
      for (const slip of [without, doubled]) {
        // `speed` without its second letter is another setting, and `startat` no slip.
        if (settingOf(slip)) continue;
        // It may be near two of them, as `sped` is.
        const meant = misspelt(slip);
        assert.ok(meant !== undefined && SETTINGS.includes(meant), `${slip} is taken for ${meant}`);
      }
    }
  }
});

test("what settings say of the page is read of their texts", () => {
  const nothing = { autoplay: "off", controls: true, startAt: 0, code: "none", editor: false, predict: false };
  const of = (/** @type {Record<string, string>} */ settings) => pageSettings(new Map(Object.entries(settings)));
  assert.deepEqual(of({}), nothing);
  assert.deepEqual(of({ autoplay: "false", controls: "", editor: "false", predict: " false ", "start-at": "0", code: "none" }), nothing);
  for (const on of ["", "true", "autoplay"]) assert.equal(of({ autoplay: on }).autoplay, "load", on);
  assert.equal(of({ autoplay: " visible " }).autoplay, "visible");
  for (const off of ["none", "false"]) assert.equal(of({ controls: off }).controls, false, off);
  for (const [text, millis] of [
    [".5", 500],
    ["2.", 2000],
    ["3.0014", 3001],
  ])
    assert.equal(of({ "start-at": String(text) }).startAt, millis);
  assert.deepEqual(of({ code: "rust", editor: "", predict: "predict" }), { ...nothing, code: "rust", editor: true, predict: true });
});

test("the page knows every lane of the core, in the core's order", () => {
  assert.deepEqual(Object.keys(LANES), LANE_NAMES);
});
