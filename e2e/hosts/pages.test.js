// Pages, slides and applications: the code for HTML, frames, React, reveal.js, learning
// platforms and notebooks.

import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { join } from "node:path";

import { Key } from "selenium-webdriver";

import { html } from "../harness/stage.js";
import { checkKey, enterDemo, playToEnd } from "./harness/demo.js";
import { test } from "./harness/host.js";
import { checkNamed, drive, LESSON, NAMED, OWN, PACKAGE, snippet, snippets } from "./harness/snippets.js";
import { installNpmPackage, nodePackages, PYTHON } from "./harness/tools.js";

/** @import { Host } from "./harness/host.js" */

test("a page with a frame of another origin in a sandbox", async (host) => {
  const address = `${host.page.url}embed.html?lang=en&amp;tasks=A:1:3&amp;lanes=async,threads`;
  const frame = `<iframe sandbox="allow-scripts" loading="lazy" width="100%" height="900" title="demo" src="${address}"></iframe>`;
  // Far down, and in a frame of its own.
  await host.write("inner.html", html("en", frame));
  const outer = `<div style="height: 9000px"></div><iframe src="inner.html" loading="lazy"></iframe>`;
  await host.write("index.html", html("en", outer));
  await host.openAndPlay(await host.serve());
});

/**
 * Writes two pages with the code for a tool.
 *
 * @param {Host} host
 * @param {string} tool
 * @param {string} from see `snippets`
 */
async function writePages(host, tool, from) {
  await host.write("lesson.html", html("en", snippet(tool, LESSON, from)));
  await host.write("names.html", html("en", snippet(tool, NAMED, from)));
}

/**
 * @param {Host} host
 * @param {string} url
 */
const drivePages = (host, url) => drive(host, `${url}lesson.html`, `${url}names.html`);

test("HTML of another origin that allows only our scripts", async (host) => {
  await writePages(host, "html", host.page.url);
  const origin = host.page.url.slice(0, -1);
  const scripts = `script-src ${origin} 'wasm-unsafe-eval'`;
  // The second is what the page for teachers says of stricter ones.
  for (const policy of [scripts, `default-src 'none'; img-src data:; connect-src ${origin}; ${scripts}`]) {
    await drivePages(host, await host.serve(".", { headers: { "Content-Security-Policy": policy } }));
  }
});

test("HTML, files of its own", async (host) => {
  await host.copySite(OWN);
  await writePages(host, "html", OWN);
  await drivePages(host, await host.serve());
});

/**
 * Makes the test's folder a project of Vite's.
 *
 * @param {Host} host
 */
async function startProject(host) {
  await host.moveTo("node");
  await host.write("package.json", `{"private": true, "type": "module"}`);
}

/**
 * Builds the project as it is configured, and serves it.
 *
 * @param {Host} host
 * @param {string} config
 */
async function build(host, config) {
  await host.write("vite.config.js", config);
  await host.run(["../../node_modules/.bin/vite", "build", "--logLevel", "warn"]);
  return host.serve("dist");
}

test("HTML that Vite builds, with the npm package", async (host) => {
  await startProject(host);
  await installNpmPackage(host.folder);
  await writePages(host, "html", PACKAGE);
  const config = "export default { build: { rollupOptions: { input: ['lesson.html', 'names.html'] } } };";
  await drivePages(host, await build(host, config));
});

test("HTML with a frame that gets its height", async (host) => {
  for (const [name, settings] of Object.entries({ lesson: LESSON, names: NAMED })) {
    const [frame, script] = snippets("iframe", settings, host.page.url);
    await host.write(`${name}.html`, html("en", `${frame}`));
    await host.write(`${name}-high.html`, html("en", `${script}${frame}`));
  }
  const url = await host.serve();
  await drivePages(host, url);
  await drive(host, `${url}lesson-high.html`, `${url}names-high.html`);
  // The frame has the height of the page in it.
  await host.page.until(() => innerHeight >= document.documentElement.getBoundingClientRect().height);
});

/** Renders the page that the address asks for. */
const RENDER = `import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import Lesson from "./Lesson.jsx";
import Names from "./Names.jsx";
const Demo = location.search ? Names : Lesson;
createRoot(document.querySelector("main")).render(<StrictMode><h1>Lesson</h1><Demo /></StrictMode>);
`;

for (const [name, from] of Object.entries({
  "React, files from our site": undefined,
  "React, files of its own": OWN,
  "React with the npm package": PACKAGE,
})) {
  test(name, async (host) => {
    await startProject(host);
    if (from === PACKAGE) await installNpmPackage(host.folder);
    if (from === OWN) await host.copySite(`public/${OWN}`);
    await host.write("Lesson.jsx", snippet("react", LESSON, from ?? host.page.url));
    await host.write("Names.jsx", snippet("react", NAMED, from ?? host.page.url));
    await host.write("main.jsx", RENDER);
    await host.write("index.html", html("en", `<main></main><script type="module" src="/main.jsx"></script>`));
    const plugin = `import react from "@vitejs/plugin-react";\nexport default { plugins: [react()] };\n`;
    const url = await build(host, plugin);
    await drive(host, url, `${url}?names`);
  });
}

/**
 * A deck of three slides, of which the second has the demo.
 *
 * @param {string} slide
 * @param {number} first the one that is shown first
 */
function deck(slide, first) {
  return html(
    "en",
    `<link rel="stylesheet" href="reveal/reveal.css"><link rel="stylesheet" href="reveal/theme/white.css">
    <div class="reveal"><div class="slides"><section><h2>First</h2></section>${slide}<section><h2>Last</h2></section></div></div>
    <script type="module">
      import Reveal from "./reveal/reveal.mjs";
      window.deck = new Reveal({ transition: "none" });
      await deck.initialize();
      deck.slide(${first});
    </script>`,
  );
}

test("reveal.js", async (host) => {
  const { page } = host;
  const tools = await nodePackages("node");
  await cp(join(tools, "node_modules/reveal.js/dist"), join(host.folder, "reveal"), { recursive: true });
  await host.write("lesson.html", deck(snippet("reveal", LESSON, page.url), 0));
  await host.write("names.html", deck(snippet("reveal", NAMED, page.url), 1));
  await host.write("element.html", deck(`<section>${snippet("html", LESSON, page.url)}</section>`, 1));
  const url = await host.serve();
  await page.goto(`${url}lesson.html`);
  await page.until(() => Reflect.get(window, "deck").isReady());
  const show = async (/** @type {number} */ slide) => {
    await page.leaveFrames();
    await page.run((_, slide) => Reflect.get(window, "deck").slide(slide), slide);
  };
  await show(1);
  await enterDemo(page);
  // What runs pauses when its slide is left, and goes on when it is shown again.
  await page.run(({ demo }) => demo.play());
  for (const slide of [2, 1, 0, 1]) {
    await show(slide);
    await page.enterFrame("iframe");
    await page.until(({ demo }, paused) => demo.paused === paused && !demo.ended, slide !== 1);
  }
  await playToEnd(page);
  await host.openAndPlay(`${url}names.html`);
  await checkNamed(host);
  await host.openAndPlay(`${url}element.html`);
  await checkKey(page, Key.RIGHT, () => page.run(() => Reflect.get(window, "deck").getIndices().h));
});

/**
 * What editors of learning platforms leave of HTML: no script, and of a frame what says
 * where it leads and how large it is. This runs in the page.
 *
 * @param {unknown} _
 * @param {string} code
 */
function sanitize(_, code) {
  const { body } = new DOMParser().parseFromString(code, "text/html");
  for (const node of body.querySelectorAll("script")) node.remove();
  const kept = ["src", "title", "width", "height", "style"];
  for (const frame of body.querySelectorAll("iframe")) {
    for (const name of frame.getAttributeNames()) if (!kept.includes(name)) frame.removeAttribute(name);
    frame.setAttribute("sandbox", "allow-scripts");
  }
  return body.innerHTML;
}

test("a learning platform, which removes scripts", async (host) => {
  await host.write("editor.html", html("en", ""));
  const url = await host.serve(".", { headers: { "Content-Security-Policy": "script-src 'none'" } });
  await host.page.goto(`${url}editor.html`);
  for (const [name, settings] of Object.entries({ lesson: LESSON, names: NAMED })) {
    const code = snippet("lms", settings, host.page.url);
    await host.write(`${name}.html`, html("en", await host.page.run(sanitize, code)));
  }
  await drivePages(host, url);
});

/** Runs the code for a cell with what it imports replaced by what tells of the call. */
const CELL = `
import json, sys, types
calls = []
def record(*given, **named):
    calls.append([given, named])
for name, members in [('interleaved', ['Demo']), ('IPython', []), ('IPython.display', ['IFrame'])]:
    sys.modules[name] = types.ModuleType(name)
    for member in members:
        setattr(sys.modules[name], member, record)
for code in json.load(open('cells.json', encoding='utf-8')):
    exec(code)
print(json.dumps(calls))`;

test("a cell of Jupyter, read by Python", async (host) => {
  await host.write("cells.json", JSON.stringify(snippets("jupyter", NAMED, host.page.url)));
  const [demo, frame] = JSON.parse(await host.run([PYTHON, "-c", CELL]));
  const settings = { lanes: "async threads", seed: 7, lock: true, editor: true, speed: 100, start_at: 0.5, lang: "ko" };
  assert.deepEqual(demo, [[NAMED.tasks], settings]);
  const [[address], size] = frame;
  assert.deepEqual(size, { width: "100%", height: 900 });
  // In the way in which IPython writes it.
  await host.write("names.html", html("en", `<iframe width="100%" height="900" src="${address}"></iframe>`));
  await host.openAndPlay(`${await host.serve()}names.html`);
  await checkNamed(host);
});
