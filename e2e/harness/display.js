// A display that nobody sees, for the engine that has no headless mode.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline/promises";

/**
 * Starts an X server on a number that it chooses.
 *
 * @param {string} program the path of Xvfb
 */
export async function startDisplay(program) {
  const options = ["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1600x1200x24"];
  const server = spawn(program, options, { stdio: ["ignore", "pipe", "ignore"] });
  const lines = createInterface({ input: server.stdout });
  // It writes the number when it is ready.
  const first = await Promise.race([once(lines, "line"), once(server, "exit").then(() => undefined)]);
  if (!first) throw new Error("Xvfb ended at once");
  lines.close();
  return {
    /** What DISPLAY has to be for programs to show themselves on it. */
    name: `:${first[0]}`,
    close: () => void server.kill(),
  };
}
