// What runs in a web worker whose own event loop polls futures that compute. It is told
// what to run, and tells what the futures do as they do it, as a thread does.

import { EventLoop, initSync } from "../bindings/event-loop.js";

/** @typedef {import("./thread.js").Start} Start */
/** @typedef {import("./thread.js").Command} Command */
/** @typedef {import("./thread.js").Report} Report */

/** @type {EventLoop | undefined} */
let loop;

onmessage = ({ data }) => {
  /** @type {Start | Command} */
  const command = data;
  switch (command.type) {
    case "start":
      initSync({ module: command.module });
      loop = new EventLoop(command.settings, command.rounds, { record });
      tell({ type: "ready" });
      break;
    case "play":
      loop?.play();
      break;
    case "pause":
      loop?.pause();
      break;
    case "ask":
      tell({ type: "here" });
  }
};

/** @param {Report} report */
function tell(report) {
  postMessage(report);
}

/** @param {Float64Array} numbers Those of an event, in the memory of the core. @param {string} text */
function record(numbers, text) {
  tell({ type: "event", numbers: numbers.slice(), text });
}
