// What `cargo xtask bench` calls in an empty page.

let contender;

const measures = {
  /** Gets everything ready, with a short run to warm up. */
  async load() {
    await contender.load();
    await contender.run(3, 5, 1);
  },

  /** Milliseconds from the first task's start to the last one's end. */
  async run(tasks, steps, interval) {
    const start = performance.now();
    const lines = await contender.run(tasks, steps, interval);
    const wall = performance.now() - start;
    if (lines !== tasks * steps) throw new Error(`${lines} lines instead of ${tasks * steps}`);
    return wall;
  },

  /** How late each print is, in milliseconds. */
  async drift(tasks, steps, interval) {
    const times = [];
    const start = performance.now();
    await contender.run(tasks, steps, interval, () => times.push(performance.now()));
    return times.map((time, i) => time - start - (Math.floor(i / tasks) + 1) * interval);
  },

  /** Lets all tasks wait, for longer than anybody looks. */
  async hold(tasks) {
    window.held = contender.hold?.(tasks) ?? contender.run(tasks, 1, 3600000);
    await new Promise((resolve) => setTimeout(resolve, 100));
  },

  /** The bytes of wasm memory. */
  memory: () => contender.memory(),

  /** Events per second in virtual time. */
  virtual: (name, ...given) => contender.virtual[name](...given),
};
window.measure = async (what, folder, ...numbers) => {
  contender ??= await import(`./${folder}/contender.js`);
  // Some never come to their end now and then.
  const limit = new Promise((resolve) => setTimeout(resolve, 60000, null));
  return Promise.race([measures[what](...numbers), limit]);
};
