// The finished modules used where there is no page: in a worker.

import { html } from "./stage.js";

/** @import { Page } from "./page.js" */

/**
 * What a function returns that a worker calls with the module `interleaved.js`.
 *
 * @param {Page} page
 * @param {(module: any) => Promise<unknown>} use knows nothing of the test
 */
export async function inWorker(page, use) {
  const worker = `import * as module from "./interleaved.js";
    postMessage(await (${use})(module));`;
  const stage = await page.stage({ "stage.html": html("en", ""), "worker.js": worker });
  await stage.open("stage.html");
  return page.run(({ vouch }) => {
    const worker = new Worker(vouch("createScriptURL", "worker.js"), { type: "module" });
    return new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => resolve(message);
    });
  });
}
