// Runs in the page before its own scripts: what is under way is counted.
const soak = { timers: new Set(), workers: new Set(), memories: new Set() };
globalThis.soak = soak;

for (const [start, stop] of [
  ["setTimeout", "clearTimeout"],
  ["setInterval", "clearInterval"],
  ["requestAnimationFrame", "cancelAnimationFrame"],
]) {
  const [begin, end] = [globalThis[start].bind(globalThis), globalThis[stop].bind(globalThis)];
  globalThis[start] = (run, ...rest) => {
    const id = begin((...given) => {
      if (start !== "setInterval") soak.timers.delete(`${start} ${id}`);
      run(...given);
    }, ...rest);
    soak.timers.add(`${start} ${id}`);
    return id;
  };
  globalThis[stop] = (id) => {
    soak.timers.delete(`${start} ${id}`);
    end(id);
  };
}

globalThis.Worker = class extends Worker {
  constructor(...given) {
    super(...given);
    soak.workers.add(this);
  }
  terminate() {
    soak.workers.delete(this);
    super.terminate();
  }
};

for (const name of ["instantiate", "instantiateStreaming"]) {
  const make = WebAssembly[name].bind(WebAssembly);
  WebAssembly[name] = async (...given) => {
    const made = await make(...given);
    const { memory } = (made.instance ?? made).exports;
    if (memory) soak.memories.add(memory);
    return made;
  };
}

const when = (demo, name) => new Promise((resolve) => demo.addEventListener(name, resolve, { once: true }));

/** Goes to a moment, however long that takes. */
async function seek(demo, seconds) {
  const seeked = when(demo, "seeked");
  demo.currentTime = seconds;
  await seeked;
}

/** What is done over and over; each returns how many seconds of a lesson have passed. */
soak.rounds = {
  // The lesson, from its start to its end.
  async lesson(demo) {
    let seconds = 0;
    for (let run = 0; run < 100; run += 1) {
      for (const part of [0.25, 0.5, 0.75, 1]) await seek(demo, demo.duration * part);
      seconds += demo.duration;
      demo.reset();
    }
    return seconds;
  },
  // One run of 24 hours: from hour to hour, then as it is played, then back.
  async day(demo) {
    for (let hour = 1; hour <= 24; hour += 1) await seek(demo, hour * 3600);
    const seconds = demo.currentTime;
    await seek(demo, 12 * 3600);
    await demo.play();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    demo.pause();
    await seek(demo, 0);
    demo.reset();
    return seconds;
  },
  // In real time, with real threads.
  async real(demo) {
    const ended = when(demo, "ended");
    await demo.play();
    await ended;
    const seconds = demo.duration;
    demo.reset();
    return seconds;
  },
  // Nothing: what the heap grows by then is the driver's, which asks for this too.
  async nothing() {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return 0;
  },
  // Elements that come, run, change, move, and go in the middle of it all.
  async elements() {
    const made = [];
    for (let index = 0; index < 10; index += 1) {
      const demo = document.createElement("interleaved-demo");
      const lanes = ["sequential async", "threads", "async workers", "async"][index % 4];
      const settings = { lanes, speed: "10", lang: index % 2 ? "ko" : "en", seed: String(index) };
      if (index % 3 === 0) Object.assign(settings, { code: "rust", editor: "" });
      if (index % 5 === 1) settings.predict = "";
      for (const [name, value] of Object.entries(settings)) demo.setAttribute(name, value);
      made.push(demo);
      document.body.append(demo);
    }
    await Promise.all(made.map((demo) => demo.ready));
    await Promise.all(made.map((demo) => demo.play()));
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (const [index, demo] of made.entries()) {
      if (index % 2) document.body.prepend(demo);
      if (index % 3 === 1) demo.setAttribute("tasks", "X:0:3 Y:0:2");
      if (index % 4 === 0) demo.currentTime = 2;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (const demo of made) demo.remove();
    // What has been removed is let go of in a turn of its own.
    await new Promise((resolve) => setTimeout(resolve));
    return 0;
  },
};
