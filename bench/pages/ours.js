// The crate, with one timer for all, as the page's engine does it. This is the script of
// two contenders: one keeps what is printed, as all others do, and one every event.

import init, { Kept, Run, VirtualLane, VirtualSleepers } from "./interleaved_bench.js";

const kept = import.meta.url.includes("/events/") ? Kept.Events : Kept.Output;

let wasm;

export async function load() {
  wasm = await init();
}

export const memory = () => wasm.memory.buffer.byteLength;

export function run(tasks, steps, interval, print) {
  const all = new Run(tasks, steps, interval, kept, performance.now());
  return new Promise((resolve) => {
    const tick = () => {
      const wait = all.tick(performance.now());
      if (print) all.news().split("\n").slice(0, -1).forEach(print);
      if (wait >= 0) setTimeout(tick, wait);
      else resolve(all.lines() - 1);
    };
    tick();
  });
}

/** As many tasks, all of which wait. */
export function hold(tasks) {
  const lane = new VirtualLane(tasks, 1, kept);
  lane.start();
  return lane;
}

const timed = (work) => {
  const start = performance.now();
  const events = work();
  return (1000 * events) / (performance.now() - start);
};

/** Events per second. */
export const virtual = {
  lane(tasks, steps, kept) {
    const lane = new VirtualLane(tasks, steps, kept);
    const rate = timed(() => lane.run());
    lane.free();
    return rate;
  },

  sleepers(count, events) {
    const sleepers = new VirtualSleepers(count, events);
    sleepers.run(events);
    const rate = timed(() => sleepers.run(events));
    sleepers.free();
    return rate;
  },
};
