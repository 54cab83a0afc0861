// Settings that can't be used: what the reader is told, and what stays.

import assert from "node:assert/strict";

import { engine } from "./harness/engine.js";
import { refusals } from "./harness/native.js";
import { ELEMENT, html, inline } from "./harness/stage.js";
import { test } from "./harness/test.js";

/** @import { InterleavedDemo } from "../packages/npm/interleaved-demo.js" */
/** @import { InPage } from "./harness/in-page.js" */
/** @import { Refusal } from "./harness/native.js" */

/**
 * What became of a bad setting.
 *
 * @typedef {object} Outcome
 * @property {string} alert what `role=alert` says
 * @property {[setting: string, value: string, message: string][]} told what the error events said
 * @property {string[]} logs that are shown and returned
 * @property {[name: string, message: string] | null} thrown by the property's setter
 */

/**
 * Leaves in the page what tries settings, in three ways.
 *
 * @param {InPage} page
 */
function makeTries({ kept }) {
  /** @typedef {(demo: InterleavedDemo, name: string, value: string) => void} Way */

  /** @type {Record<string, Way>} */
  const ways = {
    attribute: (demo, name, value) => demo.setAttribute(name, value),
    property(demo, name, value) {
      const property = name.replace(/-(.)/, (_, letter) => letter.toUpperCase());
      /** @type {Record<string, any>} */ (demo)[property] = value;
    },
    made(demo, name, value) {
      demo.setAttribute(name, value);
      document.body.append(demo);
    },
  };
  /** @type {(demo: InterleavedDemo, name: string, value: string, way: string) => Promise<Outcome>} */
  kept.attempt = async (demo, name, value, way) => {
    /** @type {Outcome["told"]} */
    const told = [];
    const listen = (/** @type {any} */ { error, message }) => {
      told.push([error.setting, error.value, message]);
    };
    demo.addEventListener("error", listen);
    /** @type {Outcome["thrown"]} */
    let thrown = null;
    try {
      ways[way]?.(demo, name, value);
    } catch (error) {
      const { name, message } = /** @type {Error} */ (error);
      thrown = [name, message];
    }
    await demo.ready;
    demo.removeEventListener("error", listen);
    const shown = (/** @type {string} */ selector) =>
      Array.from(demo.shadowRoot?.querySelectorAll(selector) ?? [], (node) => {
        return /** @type {HTMLElement} */ (node).innerText;
      });
    const logs = [...shown(".row"), ...demo.laneNames.map((lane) => demo.logText(lane))];
    return { alert: shown("[role=alert]").join(""), told, thrown, logs };
  };
}

/**
 * Checks what was told of a bad setting, against what the native crate says of it.
 *
 * @param {string} lang
 * @param {Refusal} refusal
 * @param {Outcome} outcome
 */
function checkOutcome(lang, { setting, value, told, message }, outcome) {
  const which = `${setting}=${JSON.stringify(value)} in ${lang}`;
  if (lang === "en") {
    assert.equal(outcome.alert, message, which);
  } else {
    assert.ok(outcome.alert.startsWith(`${setting}: `), `${which}: ${outcome.alert}`);
    assert.ok(outcome.alert.includes(`“${told}”`), `${which}: ${outcome.alert}`);
    assert.match(outcome.alert, /[가-힣]/, which);
  }
  assert.deepEqual(outcome.told, [[setting, told, outcome.alert]], which);
}

test("a bad setting is told in the words of the native crate and in Korean", async (page) => {
  const body = `<body>${ELEMENT}<interleaved-demo></interleaved-demo>`;
  const stage = await page.stage({ "en.html": html("en", body), "ko.html": html("ko", body) });
  assert.ok(refusals.length > 30);
  for (const lang of ["en", "ko"]) {
    await stage.open(`${lang}.html`);
    await page.run(makeTries);
    /** @type {Outcome} */
    const before = await page.run(async ({ demo, kept }) => {
      await demo.ready;
      demo.currentTime = 99;
      return kept.attempt(demo, "theme", "light", "attribute");
    });
    assert.equal(before.alert, "");
    assert.ok(before.logs.length > 20, `no logs: ${before.logs}`);
    for (const refusal of refusals) {
      const { setting, value } = refusal;
      /** @type {Record<"attribute" | "property" | "fresh", Outcome>} */
      const { attribute, property, fresh } = await page.run(
        async ({ demo, kept }, setting, value) => {
          const attribute = await kept.attempt(demo, setting, value, "attribute");
          demo.removeAttribute(setting);
          await demo.ready;
          const property = await kept.attempt(demo, setting, value, "property");
          demo.removeAttribute(setting);
          demo.toggleAttribute("lock", !demo.hasAttribute("lock"));
          demo.toggleAttribute("lock", !demo.hasAttribute("lock"));
          await demo.ready;
          const made = document.createElement("interleaved-demo");
          const fresh = await kept.attempt(made, setting, value, "made");
          made.remove();
          return { attribute, property, fresh };
        },
        setting,
        value,
      );
      checkOutcome(lang, refusal, attribute);
      assert.deepEqual(attribute.logs, before.logs);
      checkOutcome(lang, refusal, fresh);
      assert.deepEqual(fresh.logs, ["", ""], "the logs of a demo that hasn't run");
      // `lang` is a property of every element, which throws nothing.
      const thrown = setting === "lang" ? null : ["SettingError", property.alert];
      assert.deepEqual(property.thrown, thrown);
      checkOutcome(lang, refusal, property);
      assert.deepEqual(property.logs, before.logs);
    }
  }
});

test("an error goes when the setting is right again", async (page) => {
  const state = async (/** @type {InPage} */ { demo, text, find }) => {
    await demo.ready;
    return [text("[role=alert]") !== "", demo.duration || null, find(".body").hidden];
  };
  // What is refused at first counts as if it weren't there.
  await page.openStage(`${ELEMENT}<interleaved-demo tasks='A' interval='500'>Text</interleaved-demo>`);
  assert.deepEqual(await page.run(state), [true, 7, false]);
  await page.run(({ demo }) => demo.setAttribute("tasks", "A:1:5"));
  assert.deepEqual(await page.run(state), [false, 2, false]);
  // What is refused later counts as it did before.
  await page.run(({ demo }) => {
    demo.setAttribute("interval", "0");
    demo.setAttribute("lang", "ko");
  });
  assert.deepEqual(await page.run(state), [true, 2, false]);
  await page.run(({ demo }) => demo.removeAttribute("interval"));
  assert.deepEqual(await page.run(state), [false, 4, false]);
});

test("markup in a setting is text", async (page) => {
  const alarm = inline(() => {
    window.kept = { alerts: 0 };
    window.alert = () => (window.kept.alerts += 1);
  });
  await page.openStage(`${alarm}${ELEMENT}<interleaved-demo></interleaved-demo>`);
  // A name can hold no white space, but HTML needs none.
  const name = "<img/src=x/onerror=alert(1)>&amp;<script>alert(1)</script>";
  const shown = await page.run(async ({ demo, rows, text }, name) => {
    await demo.ready;
    demo.setAttribute("tasks", `${name}:1:5`);
    await demo.ready;
    demo.currentTime = 99;
    return [rows(1)[0], text(".tasks").trim()];
  }, name);
  assert.deepEqual(shown, [`[${name}] total=1`, `${name} i=4 total=10`]);
  for (const [setting, value] of /** @type {const} */ ([
    ["lanes", "<img src=x onerror=alert(1)>"],
    ["theme", "<img src=x onerror=alert(1)>"],
    // White space separates tasks, so this is a task of no form.
    ["tasks", "<img src=x onerror=alert(1)>:1:5"],
  ])) {
    const alert = await page.run(
      async ({ demo, text }, setting, value) => {
        demo.stepBack();
        demo.setAttribute(setting, value);
        await demo.ready;
        const alert = text("[role=alert]");
        demo.removeAttribute(setting);
        return alert;
      },
      setting,
      value,
    );
    assert.ok(alert.includes("“<img"), `${setting}: ${alert}`);
  }
  const made = await page.run(({ root, kept }) => [root.querySelectorAll("img, script").length, kept.alerts]);
  assert.deepEqual(made, [0, 0]);
});

test("a misspelt setting is told, and what belongs to others is let alone", async (page) => {
  for (const { query, alert } of [
    {
      query: "taks=A:1:2&lang=en",
      alert: "taks: there is no setting of this name. Is it tasks?",
    },
    {
      query: "lang=en&start_at=2",
      alert: "start_at: there is no setting of this name. Is it start-at?",
    },
    {
      query: "lang=ko&speeed=2",
      alert: "speeed: 이런 이름의 설정은 없습니다. speed 아닌가요?",
    },
    { query: "lang=en&utm_source=mail&fbclid=x&mode=y&t=1&page=2&ref=z", alert: "" },
  ]) {
    await page.open(`embed.html?${query}`);
    const told = await page.run(async ({ demo, text }) => {
      await demo.ready;
      return [text("[role=alert]"), demo.laneNames];
    });
    assert.deepEqual(told, [alert, ["sequential", "async"]]);
  }
});

test("a part that can't be loaded says so, and comes with the next try", async (page) => {
  const says = (/** @type {InPage} */ { text }, /** @type {string} */ words) => text(".place .missing").includes(words);
  const stage = await page.stage({});
  const putBack = await stage.takeAway("predict.js");
  await stage.open("embed.html?predict&lang=ko");
  await page.run(({ kept }) => {
    kept.unhandled = [];
    addEventListener("unhandledrejection", ({ reason }) => kept.unhandled.push(String(reason)));
  });
  await page.until(says, "데모의 이 부분을 불러오지 못했습니다.");
  await page.run(({ demo }) => {
    demo.lang = "en";
    return demo.ready;
  });
  await page.until(says, "Try again");
  // Tried in vain, the button still has the focus.
  await page.run(({ kept, find }) => void (kept.before = find(".place .missing")));
  await page.click("interleaved-demo >>> .missing button");
  await page.until(({ root, kept }) => {
    const missing = root.querySelector(".place .missing");
    return missing !== kept.before && root.activeElement?.closest(".missing");
  });
  await putBack();
  await page.click("interleaved-demo >>> .missing button");
  // Others remember for as long as the page is there what they couldn't fetch.
  if (engine === "chrome") {
    await page.until(({ root }) => root.querySelector(".predict:not([hidden])"));
  }
  assert.deepEqual(await page.run(({ kept }) => kept.unhandled), []);
  // What couldn't be fetched is logged by the browser itself.
  await page.consoleErrors();
});
