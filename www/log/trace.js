// What has happened, in Chrome's Trace Event Format, which Perfetto opens.

/** @typedef {import("./log.js").DemoEvent} DemoEvent */

/**
 * JSON in which each lane is a process, and its main program and each task that
 * has been created are threads. Waiting is a slice; all else happens at an instant.
 * @param {(readonly [string, DemoEvent[]])[]} lanes Their names and events, in the order shown.
 * @param {number} now In virtual milliseconds: whoever still waits has waited until then.
 * @param {Record<string, string>} settings
 */
export function trace(lanes, now, settings) {
  /** @type {object[]} */
  const traceEvents = [];
  lanes.forEach(([lane, events], place) => {
    const pid = place + 1;
    /** What each thread waits for, once it is known. @type {Map<number, {ts: number, dur: number} | undefined>} */
    const waits = new Map();
    /** @param {number} tid @param {string} name @param {object} args */
    const describe = (tid, name, args) => traceEvents.push({ ph: "M", name, pid, tid, ts: 0, args });
    describe(pid, "process_name", { name: lane });
    describe(pid, "process_sort_index", { sort_index: pid });
    const names = new Map(events.map(({ index, task }) => [index, task]));
    const nameOf = (/** @type {number | undefined} */ index) => (index === undefined ? undefined : names.get(index));
    for (const { at, kind, task, index, on, of, by, resource, until, text, line } of events) {
      // Unique among all lanes; the main program's is its process's, as on Linux.
      const tid = pid + lanes.length * index;
      const ts = at * 1000;
      if (!waits.has(tid)) {
        describe(tid, "thread_name", { name: task });
        describe(tid, "thread_sort_index", { sort_index: tid });
      }
      const wait = waits.get(tid);
      if (wait) wait.dur = ts - wait.ts;
      const event = { name: kind, pid, tid, ts };
      if (kind === "waiting") {
        const end = Math.round(Math.min(now, until ?? now) * 1000);
        const slice = { ...event, ph: "X", dur: Math.max(0, end - ts), args: { on, of: nameOf(of), resource, until, line } };
        traceEvents.push(slice);
        waits.set(tid, slice);
      } else {
        traceEvents.push({ ...event, ph: "i", s: "t", args: { by: nameOf(by), resource, text, line } });
        waits.set(tid, undefined);
      }
    }
  });
  return JSON.stringify({ traceEvents, displayTimeUnit: "ms", otherData: settings });
}
