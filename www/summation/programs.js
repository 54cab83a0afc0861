// The lanes' programs in Python and JavaScript, for the reader's own tasks: whole
// programs, which a test runs. The Rust is the source that runs here, and the
// build takes it from the crate.
//
// Each line of a program is written after the name of what happens there, and a
// bar. The marks of the tasks go by these names:
//
//   head     a task begins: it is ready to run
//   wait     it works for one interval: it waits, or it computes
//   compute  it computes, where others wait
//   lock     it waits for the lock
//   text     it prints; where the newline is a write of its own, that is `newline`
//   call     the main program starts a task: a line for each, or one for all
//   join     it waits for their ends, unless it does that where it calls them
//   done     it prints the last line
//
// The core says by these names where everybody is; `standingFor` says where that is in a
// program that has no such line.

/** @typedef {{at: string, text: string}} Line */

/**
 * @typedef {object} Settings
 * @property {readonly import("./lesson.js").Summation[]} tasks
 * @property {number} interval In milliseconds.
 * @property {boolean} lock Whether threads print under a lock.
 * @property {"wait" | "compute" | "block"} [work] What a step does.
 */

/**
 * @typedef {object} Comments What is said in comments.
 * @property {string} notebook
 * @property {(count: number) => string} more
 */

/**
 * @typedef {object} Parts
 * @property {boolean} lock
 * @property {(indent: string, wait: string) => string} step The lines of a step, which waits by `wait`.
 * @property {boolean} computes Whether some step computes.
 * @property {number} interval
 * @property {string} big What makes a number exact, whatever its size.
 * @property {Comments} comments
 * @property {(before: string, after: string, at?: string) => string} calls
 *   Lines with the arguments of each task between two texts.
 */

/**
 * How a program computes for some time. In Python it is the thread's own time, which
 * doesn't pass while another thread has the processor.
 */
const COMPUTE = {
  python: `|def compute(seconds):
|    end = time.thread_time() + seconds
|    while time.thread_time() < end:
|        pass
|
|
`,
  javascript: `|function compute(ms) {
|  const end = performance.now() + ms;
|  while (performance.now() < end);
|}
|
`,
};

/** With more tasks than this, */
const MOST_TASKS = 6;
/** only so many are written out and marked one by one. */
const FEW_TASKS = 5;

/** @type {Record<string, Record<string, (parts: Parts) => string>>} */
const TEMPLATES = {
  python: {
    sequential: ({ interval, computes, step, calls }) => `
|import time
|
|
${computes ? COMPUTE.python : ""}head|def sum_range(name, low, high):
|    total = 0
|    for i in range(low, high):
|        total += i
${step("        ", `time.sleep(${interval / 1000})`)}
text|        print(f"[{name}] total={total}")
|
|
${calls("sum_range(", ")")}
done|print("Done!!")`,

    // A TaskGroup, which Python's documentation calls the modern way; it has been
    // there since 3.11.
    async: ({ interval, computes, step, comments, calls }) => `
|import asyncio
${computes ? "|import time\n" : ""}|
|
${computes ? COMPUTE.python : ""}head|async def sum_range(name, low, high):
|    total = 0
|    for i in range(low, high):
|        total += i
${step("        ", `await asyncio.sleep(${interval / 1000})`)}
text|        print(f"[{name}] total={total}")
|
|
|async def main():
join|    async with asyncio.TaskGroup() as group:
${calls("        group.create_task(sum_range(", "))")}
done|    print("Done!!!")
|
|
|# ${comments.notebook}: await main()
|asyncio.run(main())`,

    threads: ({ interval, lock, computes, step, calls }) => `
|import threading
|import time
${lock ? "|\n|lock = threading.Lock()\n" : ""}|
|
${computes ? COMPUTE.python : ""}head|def sum_range(name, low, high):
|    total = 0
|    for i in range(low, high):
|        total += i
${step("        ", `time.sleep(${interval / 1000})`)}
${lock ? "lock|        with lock:\ntext|    " : "text|"}        print(f"[{name}] total={total}")
|
|
|threads = [
${calls("    threading.Thread(target=sum_range, args=(", ")),", "")}
|]
|for thread in threads:
call|    thread.start()
|for thread in threads:
join|    thread.join()
done|print("Done!!!")`,
  },

  // JavaScript has no threads that share a print, so there is no such program.
  javascript: {
    sequential: ({ interval, computes, step, big, calls }) => `
${computes ? COMPUTE.javascript : ""}|const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
|
head|async function sumRange(name, low, high) {
|  let total = 0${big};
|  for (let i = low; i < high; i++) {
|    total += i;
${step("    ", `await sleep(${interval});`)}
text|    console.log(\`[\${name}] total=\${total}\`);
|  }
|}
|
${calls("await sumRange(", ");")}
done|console.log("Done!!");`,

    async: ({ interval, computes, step, big, calls }) => `
${computes ? COMPUTE.javascript : ""}|const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
|
head|async function sumRange(name, low, high) {
|  let total = 0${big};
|  for (let i = low; i < high; i++) {
|    total += i;
${step("    ", `await sleep(${interval});`)}
text|    console.log(\`[\${name}] total=\${total}\`);
|  }
|}
|
join|await Promise.all([
${calls("  sumRange(", "),")}
|]);
done|console.log("Done!!!");`,
  },
};

/** The place that stands for one that a program doesn't have. @type {Record<string, string>} */
const INSTEAD = { compute: "wait", newline: "text", join: "call" };

/** Which of a program's places it is. @param {string} place @param {{has: (place: string) => boolean}} places */
export function standingFor(place, places) {
  return places.has(place) ? place : (INSTEAD[place] ?? "");
}

/** How many of `count` tasks are written out. @param {number} count */
export function writtenOut(count) {
  return count > MOST_TASKS ? FEW_TASKS : count;
}

/**
 * The program of a lane, if there is one in this language.
 * @param {string} language @param {string} lane @param {Settings} settings
 * @param {Comments} comments
 * @param {number} [most] At most so many tasks are written out; a comment counts the rest.
 */
export function program(language, lane, { tasks, interval, lock, work = "wait" }, comments, most = tasks.length) {
  const template = TEMPLATES[language]?.[lane];
  const python = language === "python";
  const compute = python ? `compute(${interval / 1000})` : `compute(${interval});`;
  const first = literal(tasks[0]?.name ?? "");
  // A number of JavaScript's holds no total beyond 2^53; its BigInt does.
  const isBig = ({ low = "", high = "", steps = 0 }) =>
    Math.max(Math.abs(Number(low)), Math.abs(Number(high))) * steps > Number.MAX_SAFE_INTEGER;
  const big = language === "javascript" && tasks.some(isBig) ? "n" : "";
  const parts = {
    interval,
    lock,
    computes: work !== "wait",
    step: (/** @type {string} */ indent, /** @type {string} */ wait) => {
      if (work !== "block") return `wait|${indent}${work === "wait" ? wait : compute}`;
      return python
        ? `|${indent}if name == ${first}:\ncompute|${indent}    ${compute}\n|${indent}else:\nwait|${indent}    ${wait}`
        : `|${indent}if (name === ${first}) {\ncompute|${indent}  ${compute}\n|${indent}} else {\nwait|${indent}  ${wait}\n|${indent}}`;
    },
    big,
    comments,
    calls: (/** @type {string} */ before, /** @type {string} */ after, at = "call") => {
      const written = tasks.slice(0, most).map(({ name, low, high }) => {
        return `${at}|${before}${literal(name)}, ${low}${big}, ${high}${big}${after}`;
      });
      const indent = before.replace(/\S.*/, "");
      const sign = python ? "#" : "//";
      const rest = tasks.length - written.length;
      if (rest > 0) written.push(`${at}|${indent}${sign} ${comments.more(rest)}`);
      return written.join("\n");
    },
  };
  return template && lines(template(parts).slice(1));
}

/** Lines that are written after their names and a bar. @param {string} source @returns {Line[]} */
export function lines(source) {
  return source.split("\n").map((line) => {
    const bar = line.indexOf("|");
    return { at: line.slice(0, bar), text: line.slice(bar + 1) };
  });
}

/**
 * A name as a string of Python or JavaScript: they agree in all that JSON writes.
 * Characters that would change how a reader sees the rest of the line are escaped too.
 * @param {string} name
 */
function literal(name) {
  const escape = (/** @type {string} */ character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(name).replace(/[\p{Cc}\p{Bidi_Control}]/gu, escape);
}
