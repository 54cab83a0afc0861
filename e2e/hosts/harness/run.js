// Other programs, run to their end or until a test has ended, with errors that name them.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

/** So many of the last lines that a program printed are told of. */
const TOLD = 30;

/** How long a server may take until it serves, on a machine with other work. */
const START_LIMIT = 90_000;

/** How long a program may take to end when it is told to. */
const END_LIMIT = 10_000;

/** Their words are looked through, and end in errors. */
const ENVIRONMENT = { ...process.env, NO_COLOR: "1" };

/** @typedef {readonly [program: string, ...words: string[]]} Command as a person would type it */

/** @param {Command} command */
const line = (command) => `\`${command.join(" ")}\``;

/**
 * The end of what a program printed, as a part of an error.
 *
 * @param {string} printed
 */
function told(printed) {
  const lines = printed.trimEnd().split("\n").slice(-TOLD);
  return `It printed:\n    ${lines.join("\n    ")}`;
}

/**
 * Runs a program in a folder and returns what it printed, which is shown only if it fails.
 *
 * @param {string} folder
 * @param {Command} command
 * @param {NodeJS.ProcessEnv} [env]
 */
export function run(folder, command, env = ENVIRONMENT) {
  const [program, ...words] = command;
  /** @type {Promise<string>} */
  const printed = new Promise((resolve, reject) => {
    const options = { cwd: folder, env, maxBuffer: Infinity };
    const child = execFile(program, words, options, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout);
      const { code, signal, message } = error;
      // Without an end of its own it has not even started.
      const isEnd = typeof code === "number" || signal;
      reject(new Error(`${line(command)} failed (${isEnd ? (code ?? signal) : message}). ${told(stdout + stderr)}`));
    });
    child.stdin?.end();
  });
  return printed;
}

/**
 * Starts a server, which goes on until it is closed.
 *
 * @param {string} folder
 * @param {Command} command
 * @param {NodeJS.ProcessEnv} [env]
 */
export function start(folder, command, env = ENVIRONMENT) {
  const [program, ...words] = command;
  const child = spawn(program, words, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  /** Why it has ended, if it has. @type {string | undefined} */
  let end;
  child.on("error", ({ message }) => (end = message));
  child.on("exit", (code, signal) => (end = `${code ?? signal}`));
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (printed += text));
  }
  const explain = () => `${line(command)}: ${end === undefined ? "" : `It ended (${end}). `}${told(printed)}`;
  return {
    /** What it has printed, as a part of an error. */
    explain,
    /** Where it serves, without a path, as it tells once it does. */
    async address() {
      const limit = performance.now() + START_LIMIT;
      for (;;) {
        const port = /http:\/\/(?:127\.0\.0\.1|localhost):(\d+)/.exec(printed)?.[1];
        if (port !== undefined) return `http://127.0.0.1:${port}`;
        if (end !== undefined || performance.now() > limit) throw new Error(`it doesn't serve. ${explain()}`);
        await wait(50);
      }
    },
    async close() {
      if (end !== undefined) return;
      const ended = once(child, "exit");
      // Of what it has started itself it takes leave first.
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), END_LIMIT);
      await ended;
      clearTimeout(late);
    },
  };
}
