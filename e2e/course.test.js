// The page for teachers: what is chosen on it, and the code that it gives.

import assert from "node:assert/strict";

import { refuseCopies, takeCopies } from "./harness/clipboard.js";
import { makeForm, openCourse } from "./harness/course-form.js";
import { NAMES } from "./harness/names.js";
import { test } from "./harness/test.js";

/** @import { InPage } from "./harness/in-page.js" */
/** @import { Page } from "./harness/page.js" */

// What follows up to `untilTold` runs in the page.

/**
 * @param {InPage} page
 * @returns {string[]}
 */
function codes({ kept: { form } }) {
  return form.codes();
}

/**
 * What is told of the setting `speed` at its field.
 *
 * @param {InPage} page
 */
function toldOfSpeed({ kept: { form } }) {
  const control = form.field("speed");
  const description = document.getElementById(control.getAttribute("aria-describedby") ?? "");
  return [control.ariaInvalid, description?.textContent];
}

// What follows runs here.

/**
 * Waits until the page tells something.
 *
 * @param {Page} page
 * @param {string} words
 */
async function untilTold(page, words) {
  await page.until((_, words) => document.querySelector("[role=status]")?.textContent?.includes(words), words);
}

test("what is chosen is in the demo, in the code and in the address", async (page) => {
  await openCourse(page, "ui=en");
  const chosen = await page.run(async ({ demo, kept: { form } }) => {
    for (const [name = "", value] of [["speed", "2.5"], ["start-at", "3"], ["predict"], ["controls"]]) {
      await form.change(() => form.choose(form.field(name), value));
    }
    await form.change(() => form.chooseAt("code", 1));
    form.choose(form.field("editor"));
    const codes = form.codes().map((code) => code.replaceAll(location.origin, ""));
    return { settings: demo.toJSON(), time: demo.currentTime, search: location.search, codes };
  });
  assert.deepEqual(chosen, {
    settings: { speed: "2.5", "start-at": "3", predict: "", controls: "none", editor: "", code: "python" },
    time: 3,
    search: "?ui=en&speed=2.5&start-at=3&predict=&controls=none&code=python&editor=",
    codes: [
      '<script type="module" src="/interleaved.js"></script>\n' +
        '<interleaved-demo tasks="A:1:5 B:5:10 C:10:15" lanes="sequential async" speed="2.5" ' +
        'start-at="3" controls="none" predict code="python" editor></interleaved-demo>',
    ],
  });
  // Back to the defaults: neither the demo nor the address has any of it left.
  const left = await page.run(async ({ demo, kept: { form } }) => {
    for (const name of ["predict", "controls"]) {
      await form.change(() => form.choose(form.field(name)));
    }
    form.choose(form.field("editor"));
    return [demo.toJSON(), location.search];
  });
  // The demo on this page can always be edited.
  const settings = { speed: "2.5", "start-at": "3", code: "python", editor: "" };
  assert.deepEqual(left, [settings, "?ui=en&speed=2.5&start-at=3&code=python"]);
});

test("the address brings back all that was chosen", async (page) => {
  await openCourse(
    page,
    "tasks=A:1:3,B:2:4&lanes=async,threads&seed=7&lock=&speed=5&autoplay=visible&start-at=1&" +
      "controls=none&editor=&predict=&code=rust&lang=ko&theme=dark&for=reveal&from=folder&" +
      "folder=../demo&height=640&ui=en",
  );
  const brought = await page.run(({ find, kept: { form } }) => {
    const [code = ""] = form.codes();
    const slide = /** @type {HTMLIFrameElement} */ (form.parsed(code).querySelector("section > iframe"));
    const address = new URL(slide.getAttribute("src") ?? "", "https://example.org/slides/x.html");
    const links = /** @type {HTMLAnchorElement[]} */ (Array.from(document.querySelectorAll("nav a")));
    return {
      values: ["speed", "start-at", "folder", "height"].map((name) => form.field(name).value),
      places: ["autoplay", "code", "lang", "theme"].map((name) => form.field(name).selectedIndex),
      switches: ["predict", "editor", "controls"].map((name) => form.field(name).checked),
      tools: form.all("form [name=for]:checked, form [name=from]:checked").map(({ value }) => value),
      address: address.origin + address.pathname,
      height: slide.height,
      settings: Object.fromEntries(address.searchParams),
      languages: [document.documentElement.lang, find(".frame").lang],
      links: links.map(({ search }) => {
        const { ui, lang, for: tool } = Object.fromEntries(new URLSearchParams(search));
        return { ui, lang, tool };
      }),
    };
  });
  assert.deepEqual(brought, {
    values: ["5", "1", "../demo", "640"],
    places: [2, 2, 1, 2],
    switches: [true, true, false],
    tools: ["reveal", "folder"],
    address: "https://example.org/demo/embed.html",
    height: "640",
    settings: {
      tasks: "A:1:3,B:2:4",
      lanes: "async,threads",
      seed: "7",
      lock: "",
      speed: "5",
      autoplay: "visible",
      "start-at": "1",
      controls: "none",
      editor: "",
      predict: "",
      code: "rust",
      lang: "ko",
      theme: "dark",
    },
    languages: ["en", "ko"],
    links: [
      { ui: "ko", lang: "ko", tool: "reveal" },
      { ui: "en", lang: "ko", tool: "reveal" },
    ],
  });
});

test("what the address writes in another way is chosen as well", async (page) => {
  await openCourse(page, "ui=en&code=none&theme=auto&autoplay=autoplay&lang=ko-KR&predict=true&controls=");
  const chosen = await page.run(({ kept: { form } }) => ({
    places: ["code", "theme", "autoplay", "lang"].map((name) => form.field(name).selectedIndex),
    switches: ["predict", "controls"].map((name) => form.field(name).checked),
  }));
  assert.deepEqual(chosen, { places: [0, 0, 1, 1], switches: [true, true] });
});

test("what is changed in the demo's own form is in the code", async (page) => {
  await openCourse(page, "ui=ko&for=lms");
  await page.until(({ root }) => root.querySelector(".editor [type=checkbox]"));
  const changed = await page.run(async ({ all, kept: { form } }) => {
    const lane = all(".editor label").find(({ textContent }) => textContent === "비동기 실행");
    await form.change(() => lane?.click());
    const [code = ""] = form.codes();
    const frame = /** @type {HTMLIFrameElement} */ (form.parsed(code).querySelector("iframe"));
    return { frame: new URL(frame.src).search, title: frame.title, search: location.search };
  });
  assert.deepEqual(changed, {
    frame: "?tasks=A:1:5+B:5:10+C:10:15&lanes=sequential",
    title: "동시성 데모",
    search: "?ui=ko&for=lms&lanes=sequential",
  });
});

test("what is refused is said at its field", async (page) => {
  await openCourse(page, "ui=en&speed=4");
  const before = await page.run(codes);
  await page.run(async ({ event, kept: { form } }) => {
    const refused = event("error");
    form.choose(form.field("speed"), "1000");
    await refused;
  });
  const sentence = "A number from 0.1 to 100, please.";
  assert.deepEqual(await page.run(toldOfSpeed), ["true", sentence]);
  assert.deepEqual(await page.run(codes), before);
  await page.run(({ kept: { form } }) => form.change(() => form.choose(form.field("speed"), "")));
  assert.deepEqual(await page.run(toldOfSpeed), ["false", ""]);
  assert.equal(await page.run(({ kept: { form } }) => form.field("speed").value), "");
  const [after = ""] = await page.run(codes);
  assert.ok(after !== "" && !after.includes("speed"), after);
});

test("what the address has wrong is said at its field", async (page) => {
  await page.open("course.html?ui=ko&code=perl");
  await page.until(() => document.querySelector("#code")?.ariaInvalid === "true");
  await page.run(makeForm);
  assert.equal(await page.run(({ kept: { form } }) => form.field("code").selectedIndex), -1);
  assert.equal(await page.run(() => document.querySelector("#code-fault")?.textContent), "목록에서 하나를 고르세요.");
  await page.run(({ kept: { form } }) => form.change(() => form.chooseAt("code", 2)));
  assert.equal(await page.run(({ kept: { form } }) => form.field("code").ariaInvalid), "false");
  const [code = ""] = await page.run(codes);
  assert.ok(code.includes('code="rust"'), code);
});

test("a height that is none is said at its field, and the code keeps the last", async (page) => {
  await openCourse(page, "ui=en&for=iframe&height=700");
  const said = () =>
    page.run(({ kept: { form } }) => [
      form.field("height").ariaInvalid,
      document.querySelector("#height-fault")?.textContent,
      /height="(\d+)"/.exec(form.codes()[0] ?? "")?.[1],
    ]);
  assert.deepEqual(await said(), ["false", "", "700"]);
  for (const wrong of ["", "50", "99999", "700.5"]) {
    await page.run(({ kept: { form } }, wrong) => {
      form.field("height").value = wrong;
      form.field("height").dispatchEvent(new Event("input", { bubbles: true }));
    }, wrong);
    assert.deepEqual(await said(), ["true", "A whole number of pixels from 100 to 5000, please.", "700"], wrong);
  }
  await page.run(({ kept: { form } }) => {
    form.field("height").value = "640";
    form.field("height").dispatchEvent(new Event("input", { bubbles: true }));
  });
  assert.deepEqual(await said(), ["false", "", "640"]);
});

test("what has no field here can be set to its default", async (page) => {
  await page.open("course.html?ui=en&tasks=A:1&taks=B:1:2");
  await page.run(makeForm);
  for (const name of ["taks", "tasks"]) {
    await page.until((_, name) => document.querySelector(".problem")?.textContent?.startsWith(`${name}: `), name);
    assert.deepEqual(await page.run(codes), []);
    await page.click(".problem button");
  }
  await page.until(() => document.querySelector("figure"));
  assert.equal(await page.run(() => location.search), "?ui=en");
  assert.equal(await page.run(() => document.querySelector(".problem")?.textContent), "");
});

test("code is copied, and that is told", async (page) => {
  await openCourse(page, "ui=en&for=markdown");
  await page.run(takeCopies);
  const [first, second] = await page.run(codes);
  await page.click("figure:last-child button");
  await untilTold(page, "Copied: Where frames are removed, as on GitHub: a link");
  assert.deepEqual(await page.run(({ kept }) => kept.copies), [second]);
  // Where that is refused, the text is selected.
  await page.run(refuseCopies);
  await page.click("figure:first-child button");
  await untilTold(page, "Ctrl+C");
  assert.equal(await page.run(() => String(getSelection())), first);
});

test("each tool has its code, from each source that it knows", async (page) => {
  await openCourse(page, "ui=en");
  const found = await page.run(({ kept: { form } }) => {
    return form.all("[name=for]").map((tool) => {
      form.choose(tool);
      const sources = form.all("[name=from]").filter(({ parentElement }) => !parentElement?.hidden);
      const codes = sources.map((source) => {
        form.choose(source);
        return /** @type {const} */ ([source.value, form.codes().filter((code) => code !== "").length]);
      });
      return { tool: tool.value, codes };
    });
  });
  assert.deepEqual(
    found.map(({ tool }) => tool),
    ["html", "iframe", "markdown", "jupyter", "mkdocs", "mdbook", "sphinx", "docusaurus", "react", "reveal", "lms"],
  );
  for (const { tool, codes } of found) {
    assert.ok(codes.length > 0 && codes.every(([, count]) => count > 0), `${tool}: ${codes}`);
  }
  assert.deepEqual(found[0]?.codes, [
    ["site", 1],
    ["folder", 1],
    ["npm", 1],
  ]);
});

test("numbers and switches are written as Python reads them", async (page) => {
  await openCourse(page, "ui=en&for=jupyter&lock=true&predict=predict&autoplay=visible&speed=.5&start-at=2.&seed=007&interval=0100");
  const [code = ""] = await page.run(codes);
  const [, call = ""] = code.split("Demo(");
  const settings = call.replace(/^"[^"]*", /, "").split(/, |\)/);
  assert.deepEqual(settings.filter((setting) => setting !== "").sort(), [
    'autoplay="visible"',
    "interval=100",
    'lanes="sequential async"',
    "lock=True",
    "predict=True",
    "seed=7",
    "speed=0.5",
    "start_at=2",
  ]);
});

test("any name comes back from the code as it was", async (page) => {
  const tasks = NAMES.map((name) => `${name}:1:3`).join(" ");
  await openCourse(page, "ui=en");
  await page.run(({ demo, kept: { form } }, tasks) => form.change(() => demo.setAttribute("tasks", tasks)), tasks);
  // Of HTML and JSX, where references are the same, the browser is the right parser;
  // the other tools read it in the tests of hosts.
  const found = await page.run(({ kept: { form } }) => {
    return form.all("[name=for]").flatMap((tool) => {
      form.choose(tool);
      return form.codes().map((code) => {
        const page = form.parsed(code);
        const element = page.querySelector("interleaved-demo");
        const address = page.querySelector("iframe")?.src ?? /https?:[^")]*embed[^")]*/.exec(code)?.[0];
        const inAddress = address === undefined ? null : new URL(address).searchParams.get("tasks");
        return { tool: tool.value, tasks: element?.getAttribute("tasks") ?? inAddress };
      });
    });
  });
  // What has none of both: a script for the head, a call in Python, a configuration.
  const without = found.filter(({ tasks }) => tasks === null).map(({ tool }) => tool);
  assert.deepEqual(without, ["iframe", "jupyter", "docusaurus"]);
  const others = found.filter((each) => each.tasks !== null);
  assert.ok(others.length > 8, `only ${others.length} codes have tasks`);
  for (const each of others) assert.equal(each.tasks, tasks, each.tool);
});

test("the page without scripts shows an example that is right", async (page) => {
  await openCourse(page, "ui=en");
  const shown = await page.run(async ({ kept: { form } }) => {
    const page = form.parsed(document.querySelector("main noscript")?.textContent ?? "");
    const example = form.parsed(page.querySelector("code")?.textContent ?? "");
    const address = new URL(example.querySelector("iframe")?.getAttribute("src") ?? "", location.href);
    return {
      languages: Array.from(page.querySelectorAll("p"), ({ lang }) => lang),
      found: (await fetch(address)).ok,
      settings: Object.fromEntries(address.searchParams),
    };
  });
  assert.deepEqual(shown, {
    languages: ["en", "ko"],
    found: true,
    settings: { tasks: "A:1:5,B:5:10,C:10:15", lanes: "sequential,async" },
  });
});
