// What a soak does and counts in the page. Everything here runs there, before its own
// scripts, and is left in `kept`.

/** @import { InterleavedDemo } from "../../packages/npm/interleaved-demo.js" */

/** What is under way in the page, and the rounds that are done over and over. */
export function prepareSoak() {
  const kept = (window.kept ??= {});
  /** What there is of each: an interval is there until it is cleared. */
  const counted = { timers: new Set(), workers: new Set(), memories: new Set() };
  kept.counted = counted;

  for (const [start, stop, again] of /** @type {const} */ ([
    ["setTimeout", "clearTimeout", false],
    ["setInterval", "clearInterval", true],
    ["requestAnimationFrame", "cancelAnimationFrame", false],
  ])) {
    const begin = /** @type {any} */ (window[start]).bind(window);
    const end = /** @type {any} */ (window[stop]).bind(window);
    Object.assign(window, {
      [start]: (/** @type {(...given: any) => void} */ run, /** @type {any[]} */ ...rest) => {
        const id = begin(
          (/** @type {any[]} */ ...given) => {
            if (!again) counted.timers.delete(`${start} ${id}`);
            run(...given);
          },
          ...rest,
        );
        counted.timers.add(`${start} ${id}`);
        return id;
      },
      [stop]: (/** @type {number} */ id) => {
        counted.timers.delete(`${start} ${id}`);
        end(id);
      },
    });
  }

  window.Worker = class extends Worker {
    /** @param {ConstructorParameters<typeof Worker>} given */
    constructor(...given) {
      super(...given);
      counted.workers.add(this);
    }
    terminate() {
      counted.workers.delete(this);
      super.terminate();
    }
  };

  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const make = /** @type {any} */ (WebAssembly[name]).bind(WebAssembly);
    Reflect.set(WebAssembly, name, async (/** @type {any[]} */ ...given) => {
      const made = await make(...given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) counted.memories.add(memory);
      return made;
    });
  }

  const wait = (/** @type {number} */ millis) => new Promise((resolve) => setTimeout(resolve, millis));
  /** @type {(demo: InterleavedDemo, name: string) => Promise<Event>} */
  const when = (demo, name) => new Promise((resolve) => demo.addEventListener(name, resolve, { once: true }));
  /** Goes to a moment, however long that takes. @type {(demo: InterleavedDemo, seconds: number) => Promise<void>} */
  const seek = async (demo, seconds) => {
    const seeked = when(demo, "seeked");
    demo.currentTime = seconds;
    await seeked;
  };

  /** Each returns how many seconds of a lesson have passed. */
  kept.rounds = {
    /** The lesson, from its start to its end. @param {InterleavedDemo} demo */
    async lesson(demo) {
      let seconds = 0;
      for (let run = 0; run < 100; run += 1) {
        for (const part of [0.25, 0.5, 0.75, 1]) await seek(demo, demo.duration * part);
        seconds += demo.duration;
        demo.reset();
      }
      return seconds;
    },
    /** One run of 24 hours: from hour to hour, then as it is played, then back. @param {InterleavedDemo} demo */
    async day(demo) {
      for (let hour = 1; hour <= 24; hour += 1) await seek(demo, hour * 3_600);
      const seconds = demo.currentTime;
      await seek(demo, 12 * 3_600);
      await demo.play();
      await wait(1_000);
      demo.pause();
      await seek(demo, 0);
      demo.reset();
      return seconds;
    },
    /** In real time, with real threads. @param {InterleavedDemo} demo */
    async real(demo) {
      const ended = when(demo, "ended");
      await demo.play();
      await ended;
      const seconds = demo.duration;
      demo.reset();
      return seconds;
    },
    /** Nothing: what the heap grows by then is the driver's, which asks for this too. */
    async nothing() {
      await wait(50);
      return 0;
    },
    /** Elements that come, run, change, move, and go in the middle of it all. */
    async elements() {
      const made = Array.from({ length: 10 }, (_, index) => {
        const demo = document.createElement("interleaved-demo");
        demo.setAttribute("lanes", ["sequential async", "threads", "async workers", "async"][index % 4] ?? "");
        demo.setAttribute("speed", "10");
        demo.setAttribute("lang", index % 2 ? "ko" : "en");
        demo.setAttribute("seed", String(index));
        if (index % 3 === 0) demo.setAttribute("code", "rust");
        demo.toggleAttribute("editor", index % 3 === 0);
        demo.toggleAttribute("predict", index % 5 === 1);
        document.body.append(demo);
        return demo;
      });
      await Promise.all(made.map((demo) => demo.ready));
      await Promise.all(made.map((demo) => demo.play()));
      await wait(200);
      for (const [index, demo] of made.entries()) {
        if (index % 2) document.body.prepend(demo);
        if (index % 3 === 1) demo.setAttribute("tasks", "X:0:3 Y:0:2");
        if (index % 4 === 0) demo.currentTime = 2;
      }
      await wait(100);
      for (const demo of made) demo.remove();
      // What has been removed is let go of in a turn of its own.
      await wait(0);
      return 0;
    },
  };
}
