// A page with a demo, or with a Python program, in a frame: says how high it is, and does what the page
// around it asks. Everything else that it is sent is passed over without a word.

/** @typedef {import("../interleaved-demo.js").InterleavedDemo} InterleavedDemo */

const demo = /** @type {InterleavedDemo} */ (document.querySelector("interleaved-demo, interleaved-python"));

/** Whether it ran when its slide was left. */
let ranOn = false;
/** Whether its slide has been shown. */
let shown = false;

/** What asks by an object's `type`. @type {Map<unknown, () => void>} */
const COMMANDS = new Map([
  ["interleaved:play", () => void demo.play()],
  ["interleaved:pause", () => demo.pause()],
  ["interleaved:reset", () => demo.reset()],
]);

/** What reveal.js sends to the frames of a slide, as bare text. @type {Map<unknown, () => void>} */
const SLIDES = new Map([
  [
    "slide:stop",
    () => {
      ranOn ||= !demo.paused;
      demo.pause();
    },
  ],
  ["slide:start", showSlide],
]);

/**
 * A run that the slide's leaving has interrupted goes on. One that is to start by
 * itself starts when the slide is shown first, whatever has happened unseen, and
 * again when it has ended. One that the reader has paused stays so.
 */
function showSlide() {
  /** @type {Record<string, string>} */
  const settings = demo.toJSON();
  if (!ranOn && "autoplay" in settings && (!shown || demo.ended)) {
    demo.currentTime = Number(settings["start-at"] ?? 0);
    ranOn = true;
  }
  shown = true;
  if (ranOn) demo.play();
  ranOn = false;
}

async function tellHeight() {
  // What stands there until then is no height to make room for.
  await customElements.whenDefined(demo.localName);
  await demo.ready;
  let told = 0;
  new ResizeObserver(() => {
    const { height } = document.documentElement.getBoundingClientRect();
    const now = Math.ceil(height);
    // A frame that is hidden, or has no width yet, has no height either.
    if (!innerWidth || now === told) return;
    told = now;
    parent.postMessage({ type: "interleaved:resize", height: now }, "*");
  }).observe(document.documentElement);
}

if (parent !== self) {
  addEventListener("message", ({ source, data }) => {
    if (source === parent) (SLIDES.get(data) ?? COMMANDS.get(data?.type))?.();
  });
  tellHeight();
}
