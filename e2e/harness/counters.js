// What Chromium counts of a page.

/** @import { Page } from "./page.js" */

/**
 * Figures by the names that the browser has for them.
 *
 * @template {string} Name
 * @param {Page} page
 * @param {Name[]} names
 * @returns {Promise<Record<Name, number>>}
 */
export async function metrics({ emulation }, names) {
  // Time is counted by the thread's own clock, which stands while others have the processor.
  await emulation.devtools("Performance.enable", { timeDomain: "threadTicks" });
  /** @type {{ metrics: { name: string, value: number }[] }} */
  const { metrics } = await emulation.devtools("Performance.getMetrics");
  const values = names.map((wanted) => {
    const metric = metrics.find(({ name }) => name === wanted);
    if (!metric) throw new Error(`the browser doesn't tell ${wanted}`);
    return [wanted, metric.value];
  });
  return Object.fromEntries(values);
}

/**
 * How many milliseconds the page's main thread has computed.
 *
 * @param {Page} page
 */
export async function busy(page) {
  const { TaskDuration } = await metrics(page, ["TaskDuration"]);
  return 1_000 * TaskDuration;
}

/**
 * The bytes of the page's objects that are still needed.
 *
 * @param {Page} page
 * @returns {Promise<number>}
 */
export async function heap({ emulation }) {
  await emulation.devtools("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0, embedderHeapUsedSize = 0 } = await emulation.devtools("Runtime.getHeapUsage");
  return usedSize + backingStorageSize + embedderHeapUsedSize;
}
