// What a demo does as its views wish: all commands of a reader who uses a mouse or a finger.

/** @typedef {import("../base/wish.js").Wish} Wish */

/** @typedef {HTMLElement & import("./keymap.js").Commands & {speed: number, ready: Promise<void>}} Demo */

/**
 * @param {Demo} demo @param {import("./playback.js").Playback} playback
 * @param {(what: "menu" | "keys", button: HTMLElement) => void} open Opens a dialog.
 * @returns {(wish: Wish) => void}
 */
export function granting(demo, playback, open) {
  return (wish) => {
    switch (wish.type) {
      case "play":
        demo.play();
        break;
      case "pause":
        demo.pause();
        break;
      case "reset":
        demo.reset();
        break;
      case "step":
        playback.step(wish.forward, wish);
        break;
      case "seek":
        demo.currentTime = wish.time / 1000;
        break;
      case "speed":
        demo.speed = wish.speed;
        break;
      case "open":
        open(wish.what, wish.button);
        break;
      case "set":
        change(demo, wish.settings, wish.stay);
        break;
      case "tell":
        demo.dispatchEvent(wish.event);
        break;
      case "update":
        playback.picture.again();
    }
  };
}

/** @param {Demo} demo @param {Record<string, string | undefined>} settings @param {boolean} [stay] At the same moment. */
async function change(demo, settings, stay) {
  const { currentTime, paused } = demo;
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) demo.removeAttribute(name);
    else if (demo.getAttribute(name) !== value) demo.setAttribute(name, value);
  }
  if (!stay) return;
  await demo.ready;
  if (currentTime > 0) demo.currentTime = currentTime;
  if (!paused) demo.play();
}
