// What `cargo xtask frames` runs in a page that shows one demo, as the body of an
// async function. Its arguments say what is measured and how; its value are times in
// milliseconds.

const [what, span, speed] = arguments;

const demo = document.querySelector("interleaved-demo");
await demo.ready;
const { duration } = demo;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const event = (name) => new Promise((resolve) => demo.addEventListener(name, resolve, { once: true }));

/** The same at each call of the page: times all over the run. */
let seed = 1;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;

/** How far apart the frames are until `done` resolves; `each` is called in every one. */
async function frames(done, each = () => {}) {
  const gaps = [];
  let over = false;
  done.then(() => (over = true));
  let last = await frame();
  while (!over) {
    each();
    const now = await frame();
    gaps.push(now - last);
    last = now;
  }
  return gaps;
}

const wait = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** How long the callbacks of frames have taken since it was last set to 0. */
let script = 0;
const request = requestAnimationFrame;
window.requestAnimationFrame = (callback) =>
  request((time) => {
    const start = performance.now();
    callback(time);
    script += performance.now() - start;
  });

/** The script of a seek: that of the call, and that of the frame which shows it. */
async function seek(time) {
  script = 0;
  const before = performance.now();
  demo.currentTime = time;
  const call = performance.now() - before;
  await frame();
  await frame();
  return call + script;
}

const measures = {
  /** How far apart frames are while it runs to its end, and until the views know all of it. */
  async first() {
    const done = event("seeked").then(() => wait(1000));
    demo.currentTime = duration;
    return frames(done);
  },

  async seeks() {
    const times = [];
    for (let i = 0; i < 100; i++) {
      times.push(await seek(random() * duration));
    }
    return times;
  },

  async drag() {
    let at = 0;
    return frames(wait(span), () => {
      at += 1 / 120;
      demo.currentTime = duration * Math.abs(1 - (at % 2));
    });
  },

  async play() {
    demo.reset();
    demo.speed = speed;
    await wait(300);
    const done = Promise.race([wait(span), event("ended")]);
    await demo.play();
    const gaps = await frames(done);
    demo.pause();
    return gaps;
  },
};
return measures[what]();
