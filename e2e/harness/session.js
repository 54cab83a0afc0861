// A browser with a page, and the site that it opens.

import { startBrowser } from "./browser.js";
import { Page } from "./page.js";
import { site } from "./places.js";
import { serve } from "./server.js";

/** @import { Policy } from "./server.js" */

/** @param {Policy} policy what pages of the site are allowed */
export async function startSession(policy) {
  const browser = await startBrowser();
  const server = await serve(site, { policy });
  return {
    page: new Page(browser.driver, server.url),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startSession>>} Session */

/**
 * Closes what has been started when the program is broken off: otherwise the browser
 * would outlive it.
 *
 * @param {() => Promise<Session> | undefined} started
 */
export function closeWhenBroken(started) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.once(signal, () => {
      void (started() ?? Promise.resolve()).then((session) => session?.close()).finally(() => process.exit(1));
    });
  }
}

/**
 * Does something with a page of a browser of its own, for a program that is no test.
 *
 * @param {(page: Page) => Promise<unknown>} run
 */
export async function withPage(run) {
  const started = startSession("open");
  closeWhenBroken(() => started);
  const { page, close } = await started;
  try {
    await run(page);
  } finally {
    await close();
  }
}
