// What works without a page.

import { checkLog, explorePython, runPython, SettingError, simulate } from "interleaved";

export async function headless() {
  const runs = await simulate({
    tasks: ["가:1:4", { name: "x:y", low: 5, high: 9 }, "😀:-2:3"],
    lanes: ["threads", "async", "sequential"],
    interval: 250,
    seed: 11,
  });
  const lanes = [];
  for (const [name, { log, duration, events }] of Object.entries(runs)) {
    const { verdict, torn = 0 } = await checkLog(log);
    lanes.push({ name, log, duration, events: events.length, verdict, isTorn: torn > 0 });
  }
  const { output } = await runPython("import threading\nthreading.Thread(target=print, args=('가',)).start()");
  const { complete } = await explorePython("print(1)");
  /** @type {unknown} */
  const error = await simulate({ lanes: /** @type {any} */ ("parallel") }).catch((error) => error);
  const refused = error instanceof SettingError && [error.name, error.setting];
  return { lanes, output, complete, refused };
}
