// A test of a page: a sentence, and what it does with a page of its own.
//
// The tests of a file share one browser, which starts with the first of them.

import assert from "node:assert/strict";
import { after, test as nodeTest } from "node:test";

import { engine } from "./engine.js";
import { closeWhenBroken, startSession } from "./session.js";

/** @import { TestContext } from "node:test" */
/** @import { Engine } from "./engine.js" */
/** @import { Page } from "./page.js" */
/** @import { Session } from "./session.js" */

/** A browser that hangs is an error. */
const TIMEOUT = 300_000;

/** @type {Promise<Session> | undefined} */
let started;

after(async () => {
  await (await started)?.close();
});

closeWhenBroken(() => started);

/**
 * Runs a test with a page as it is at the start. Afterwards the page must have logged
 * no error that the test hasn't asked for; of a page that fails a picture is left.
 *
 * @param {string} name a sentence
 * @param {(page: Page, context: TestContext) => Promise<unknown>} run
 * @param {{ engines?: Engine[], why?: string, timeout?: number }} [options] the engines that
 *   can run it, and why others can't; the milliseconds after which it has failed
 */
export function test(name, run, { engines = [engine], why = "", timeout = TIMEOUT } = {}) {
  const skip = !engines.includes(engine) && `only in ${engines.join(", ")}: ${why}`;
  nodeTest(name, { skip, timeout }, async (context) => {
    started ??= startSession("strict");
    const { page } = await started;
    let isOver = false;
    context.signal.addEventListener("abort", () => {
      if (isOver) return;
      // It has taken too long, and goes on all the same: not in the browser of the next.
      const browser = started;
      started = undefined;
      void browser?.then(({ close }) => close());
    });
    try {
      await page.reset();
      await run(page, context);
      assert.deepEqual(await page.consoleErrors(), [], "the page logged errors");
    } catch (error) {
      const left = await page.leavePicture(name).catch((reason) => reason);
      context.diagnostic(`the page and what it logged: ${left}`);
      // The addresses in the driver's own program say nothing to anybody.
      if (error instanceof Error) Reflect.deleteProperty(error, "remoteStacktrace");
      throw error;
    } finally {
      isOver = true;
      await page.close();
    }
  });
}
