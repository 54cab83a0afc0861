// The notebooks that show the demos of the Python package.

import assert from "node:assert/strict";
import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { html } from "../harness/stage.js";
import { test } from "./harness/host.js";
import { CELLS, executed, playBoth, playFirst, runProgram, startProgram, VERDICT, writeNotebook } from "./harness/notebook.js";

/** @import { Page } from "../harness/page.js" */
/** @import { Host } from "./harness/host.js" */

const TOKEN = "only-for-this-test";

/**
 * A test of a host that logs errors of its own, which are not ours.
 *
 * @param {string} name
 * @param {(host: Host) => Promise<unknown>} run
 */
function testLoud(name, run) {
  test(name, async (host) => {
    await run(host);
    await host.page.consoleErrors();
  });
}

/**
 * Starts one of Jupyter's servers on the test's folder, and returns its address.
 *
 * @param {Host} host
 * @param {string} program
 * @param {string} name that of its class
 */
function startJupyter(host, program, name) {
  return startProgram(
    host,
    program,
    "--no-browser",
    "--allow-root",
    "--ip=127.0.0.1",
    "--ServerApp.port=0",
    `--IdentityProvider.token=${TOKEN}`,
    // What a reader does with the mouse is done by the names of its commands.
    `--${name}.expose_app_in_browser=True`,
  );
}

/**
 * Runs a command of Jupyter's in the page, by its name, and waits for its end.
 *
 * @param {Page} page
 * @param {string} command
 * @param {Record<string, string>} [given]
 */
async function execute(page, command, given = {}) {
  await page.run(
    async (_, command, given) => {
      await Reflect.get(window, "jupyterapp").commands.execute(command, given);
    },
    command,
    given,
  );
}

/**
 * Opens the notebook, and runs its cells as a reader does who chooses "Run All Cells".
 *
 * @param {Page} page
 * @param {string} url
 */
async function runAllCells(page, url) {
  await page.goto(url);
  await page.untilLong(() => {
    const { sessionContext } = Reflect.get(window, "jupyterapp").shell.currentWidget;
    return sessionContext.session.kernel.status === "idle";
  });
  await execute(page, "notebook:run-all-cells");
  await page.untilLong((_, verdict) => document.body.innerText.includes(verdict), VERDICT);
}

testLoud("JupyterLab", async (host) => {
  const { page } = host;
  await writeNotebook(host);
  const address = await startJupyter(host, "jupyter-lab", "LabApp");
  await runAllCells(page, `${address}/lab/tree/demo.ipynb?token=${TOKEN}`);
  await playBoth(page);
  // A demo is as dark as the notebook around it, whatever the reader's system prefers.
  for (const [theme, isDark] of Object.entries({ "JupyterLab Dark": true, "JupyterLab Light": false })) {
    await page.leaveFrames();
    await execute(page, "apputils:change-theme", { theme });
    await page.enterFrame("iframe[data-height]");
    await page.untilLong((_, isDark) => matchMedia("(prefers-color-scheme: dark)").matches === isDark, isDark);
  }
});

testLoud("JupyterLab with a notebook that nobody trusts", async (host) => {
  await executed(host);
  const address = await startJupyter(host, "jupyter-lab", "LabApp");
  await host.page.goto(`${address}/lab/tree/demo.ipynb?token=${TOKEN}`);
  // Outputs that were made elsewhere are shown without frames; a sentence says why.
  await host.page.untilLong(
    (_, ...words) => {
      const outputs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".jp-OutputArea-output")]);
      const say = words.every((word, at) => outputs[at]?.innerText.includes(word));
      return say && !document.querySelector("iframe");
    },
    "run this cell",
    "셀을 실행",
    VERDICT,
  );
});

testLoud("Jupyter Notebook", async (host) => {
  await writeNotebook(host);
  const address = await startJupyter(host, "jupyter-notebook", "JupyterNotebookApp");
  await runAllCells(host.page, `${address}/notebooks/demo.ipynb?token=${TOKEN}`);
  await playBoth(host.page);
});

testLoud("nbconvert, to HTML", async (host) => {
  const notebook = await writeNotebook(host);
  await runProgram(host, "jupyter-nbconvert", "--to", "html", "--execute", notebook);
  const moved = join(host.folder, "수업 1");
  await mkdir(moved);
  await rename(join(host.folder, "demo.html"), join(moved, "노트북.html"));
  await host.page.goto(pathToFileURL(join(moved, "노트북.html")).href);
  await playBoth(host.page);
});

testLoud("marimo", async (host) => {
  const [first, second, third] = CELLS.map((cell) => cell.replaceAll("\n", "\n    "));
  const notebook = `import marimo

app = marimo.App()


@app.cell
def _():
    ${first}
    return Demo, check


@app.cell
def _(Demo):
    ${second}
    return


@app.cell
def _(check):
    ${third}
    return
`;
  await host.write("demo.py", notebook);
  const address = await startProgram(host, "marimo", "run", "demo.py", "--headless", "--no-token", "--host=127.0.0.1");
  await host.page.goto(address);
  await playFirst(host.page);
});

/**
 * The policy of VS Code's outputs with the setting `notebook.experimental.enableCsp`;
 * without it there is none. It is in `generateContent` of microsoft/vscode's
 * `src/vs/workbench/contrib/notebook/browser/view/renderers/backLayerWebView.ts`, with
 * `webviewGenericCspSource` of `src/vs/workbench/contrib/webview/common/webview.ts`. A frame
 * that has its page as text inherits it.
 */
const VS_CODE = `default-src 'none';
  script-src 'self' https://*.vscode-cdn.net 'unsafe-inline' 'unsafe-eval';
  style-src 'self' https://*.vscode-cdn.net 'unsafe-inline';
  img-src 'self' https://*.vscode-cdn.net https: http: data:;
  font-src 'self' https://*.vscode-cdn.net https:;
  connect-src https:;
  child-src https: data:;`;

/**
 * What `renderHTML` and `domEval` of VS Code's `extensions/notebook-renderers/src/index.ts`
 * do. This runs in the page.
 *
 * @param {unknown} _
 * @param {string[]} outputs
 */
function render(_, outputs) {
  const same = (/** @type {string} */ text) => text;
  const policy = Reflect.get(window, "trustedTypes").createPolicy("notebookRenderer", { createHTML: same, createScript: same });
  for (const output of outputs) {
    const node = document.createElement("div");
    node.innerHTML = policy.createHTML(output);
    document.querySelector("#container")?.append(node);
    for (const script of node.getElementsByTagName("script")) {
      const copy = document.createElement("script");
      copy.text = policy.createScript(script.innerText);
      node.appendChild(copy).remove();
    }
  }
}

test("VS Code's rules for outputs", async (host) => {
  const { page } = host;
  const outputs = await executed(host);
  const url = await host.serve();
  for (const [name, policy] of Object.entries({ free: "", strict: VS_CODE })) {
    const body = `<meta http-equiv="Content-Security-Policy" content="${policy}">
      <body style="overflow: hidden; background: rgb(31, 31, 31)">
      <div id="container" style="position: absolute; width: 100%; top: 0"></div>`;
    await host.write(`${name}.html`, html("en", body));
    await page.goto(`${url}${name}.html`);
    await page.run(render, outputs);
    await playBoth(page);
    await page.enterFrame("iframe");
    await page.until(() => matchMedia("(prefers-color-scheme: dark)").matches);
    assert.deepEqual(await page.consoleErrors(), [], name);
  }
});

testLoud("a page that runs no scripts of outputs", async (host) => {
  const { page } = host;
  const [first] = await executed(host);
  const policy = `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`;
  await host.write("index.html", html("en", `${policy}${first}`));
  await page.goto(await host.serve());
  // Where frames are let through, but no scripts in them, they say so themselves.
  await page.enterFrame("iframe");
  await page.untilLong(() => {
    const says = document.body.innerText.includes("needs JavaScript");
    return says && (document.querySelector("p")?.offsetHeight ?? 0) > 0;
  });
});
