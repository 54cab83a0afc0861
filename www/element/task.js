// Turns of the event loop.

/** Lets what comes next be a task of its own. No timer, which browsers hold back in hidden pages. */
export function ownTask() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
}
