// What a reader sees of a demo, in English. The Korean has the same members.

/** @typedef {import("./refusal.js").Refusal} Refusal */

export const texts = {
  demo: "Concurrency demo",
  controls: "Controls",
  run: "Run",
  pause: "Pause",
  again: "Run again",
  stepBack: (/** @type {string} */ unit) => `One ${unit} back`,
  stepForward: (/** @type {string} */ unit) => `One ${unit} on`,
  stepBy: "Step",
  units: { line: "line", task: "turn", event: "event", print: "print", switch: "switch", over: "line, over calls" },
  reset: "Back to the start",
  menu: "More",
  time: "Time",
  speed: "Speed",
  tasks: "Tasks",
  seconds: (/** @type {string} */ number) => `${number} s`,
  of: (/** @type {string} */ now, /** @type {string} */ all) => `${now} of ${all}`,
  times: (/** @type {string} */ number) => `${number} ×`,
  more: (/** @type {number} */ count) => `and ${count} more`,
  lanes: {
    sequential: {
      name: "Sequential",
      how: "One after the other: each starts when the one before has finished.",
      invite: "Each task adds, waits, and prints its total. Whose second line comes first? Guess, then press Run.",
    },
    async: {
      name: "Async",
      how: "In turn: whoever waits lets the others go on.",
      invite: "The same tasks, all started at once. When do their first lines come, and in which order?",
    },
    "event-loop": {
      name: "Async (in the browser)",
      how: "The same futures on the browser’s own event loop, with a timer of its own for each wait. Measured, not simulated.",
      invite: "Real timers, started when you press Run. How late will they be on this machine?",
    },
    threads: {
      name: "Threads (simulated)",
      how: "What an operating system may do: switch anywhere, even between a text and its newline.",
      invite: "Each print is two writes, a text and a newline. What if somebody else writes between them?",
    },
    workers: {
      name: "Threads (real)",
      how: "A web worker each, on as many processors as there are. What they print is what happens, and each time may be different.",
      invite: "Real threads, started when you press Run. How long will they take on this machine?",
    },
  },
  log: (/** @type {string} */ lane) => `Log: ${lane}`,
  states: { ready: "ready", running: "running", paused: "paused", done: "done", failed: "failed" },
  torn: "torn",
  emptyLine: "newline only",
  /** What has just happened, in the words of each lane: a thread that sleeps is blocked, and nobody polls it. */
  moments: {
    sequential: {
      started: (/** @type {string} */ task) => `${task} is next`,
      polled: (/** @type {string} */ task) => `${task} runs`,
      waiting: (/** @type {string} */ task, /** @type {string} */ until) => `${task} waits until ${until}, and everything with it`,
      woke: (/** @type {string} */ task) => `${task} has waited`,
    },
    async: {
      started: (/** @type {string} */ task) => `${task} is started, and has not run yet`,
      polled: (/** @type {string} */ task) => `${task} has its turn`,
      waiting: (/** @type {string} */ task, /** @type {string} */ until) => `${task} waits until ${until}, and lets the others go on`,
      woke: (/** @type {string} */ task) => `${task} has waited, and is ready for its turn`,
    },
    threads: {
      started: (/** @type {string} */ task) => `The thread ${task} is started`,
      polled: (/** @type {string} */ task) => `The thread ${task} runs`,
      waiting: (/** @type {string} */ task, /** @type {string} */ until) => `The thread ${task} sleeps: it is blocked until ${until}`,
      woke: (/** @type {string} */ task) => `The thread ${task} may run again`,
    },
    main: {
      created: "The run begins",
      started: "The main program is ready",
      turn: "The main program runs",
      woke: "The main program may go on",
    },
    created: (/** @type {string} */ task) => `${task} is made`,
    preempted: (/** @type {string} */ task) => `${task} is interrupted, and another one runs`,
    joins: (/** @type {string} */ task, /** @type {string} */ other) => `${task} waits for the end of ${other}`,
    acquired: (/** @type {string} */ task, /** @type {string} */ resource) => `${task} has ${resource}`,
    released: (/** @type {string} */ task, /** @type {string} */ resource) => `${task} gives ${resource} back`,
    locked: (/** @type {string} */ task, /** @type {string} */ resource) => `${task} is blocked: it waits for ${resource}`,
    stands: (/** @type {string} */ task) => `${task} waits, and nobody knows how long`,
    wrote: (/** @type {string} */ task) => `${task} writes its text`,
    newline: (/** @type {string} */ task) => `${task} writes its newline`,
    raised: (/** @type {string} */ task) => `${task} ends with an error`,
    finished: (/** @type {string} */ task) => `${task} has finished`,
    deadlocked: (/** @type {string} */ task) => `${task} will wait for ever: a deadlock`,
    done: "All is done",
  },
  thread: "thread",
  timeline: (/** @type {string} */ lane) => `Timeline of ${lane}; it follows as a table`,
  table: {
    caption: (/** @type {string} */ lane) => `${lane}: what the tasks have done`,
    columns: ["Task", "State", "Waits until", "Turns", "Prints"],
    states: { ready: "ready", running: "running", waiting: "waiting", finished: "finished" },
    blocked: "blocked",
    early: "not started",
    turn: (/** @type {string} */ resource) => `its turn at ${resource}`,
    end: (/** @type {string} */ task) => `the end of ${task}`,
    stuck: "deadlocked",
    torn: (/** @type {number} */ count) => `, ${count} torn`,
  },
  main: "The main program",
  /** What resources of the lesson are called; others have their own names. @type {Record<string, string>} */
  resources: { print: "the lock" },
  /** What shows each step, by the lane that it is of: only futures have an executor. */
  steps: {
    sequential: "What the program does",
    async: "What the executor does",
    threads: "What the scheduler does",
    several: "Who runs, step by step",
  },
  invite: "Before you press Run: whose line will come when?",
  watch: "Watch whose line comes next, and when.",
  /** What is said of lanes that have ended, after their names. */
  conclusion: {
    faster: {
      wait: (/** @type {string} */ ratio) => `${ratio} faster, because the tasks wait at the same time. Nothing was computed faster.`,
      compute: (/** @type {string} */ ratio, /** @type {{real: boolean}} */ { real }) =>
        real
          ? `${ratio} faster, because threads compute on several processors at the same time.`
          : `${ratio} faster, because here each thread has a processor of its own.`,
      block: (/** @type {string} */ ratio, /** @type {{oneThread: boolean}} */ { oneThread }) =>
        oneThread
          ? `${ratio} faster. While the first task computed, nobody else got on; only then did the others wait at the same time.`
          : `${ratio} faster, because the others wait while the first task computes on a thread of its own.`,
    },
    noFaster: "no faster, because a task that computes lets nobody else go on, and there is one thread for all.",
    slower: (/** @type {string} */ time, /** @type {string} */ base) => `slower. It took ${time}, and in sequence it took ${base}.`,
    lines: (/** @type {number} */ torn, /** @type {string} */ order) => `${torn === 1 ? "1 line" : `${torn} lines`} torn${order}.`,
    inOrder: ", the tasks in turn",
    outOfOrder: ", in another order",
    same: "no difference that could be measured.",
    noise: (/** @type {string} */ ratio, /** @type {string} */ quickest, /** @type {string} */ slowest) =>
      `That it came to ${ratio} is this machine’s own noise: one step took ${quickest}, another ${slowest}, for the same work.`,
    late: (/** @type {string} */ time, /** @type {string} */ expected) => `${time}, where ${expected} would do.`,
    shares: (/** @type {number} */ threads, /** @type {number} */ processors) =>
      `The ${threads} threads had to share ${processors} ${processors > 1 ? "processors" : "processor"}.`,
    busy: "The machine computed more slowly than just before the run: it may have had other work as well.",
    timers: "The start of the threads and the browser’s timers were late.",
  },
  earlier: (/** @type {string} */ time) => `${time} earlier`,
  missing: "This part of the demo couldn't be loaded. Check the connection; if trying again doesn't help, reload the page.",
  retry: "Try again",
  /** @type {Record<string, (refusal: Refusal) => string>} */
  problems: {
    unknown: ({ allowed }) => `there is no setting of this name.${allowed[0] ? ` Is it ${allowed[0]}?` : ""}`,
    notOneOf: ({ value, allowed }) => `“${value}” is not one of ${allowed.join(", ")}.`,
    notWhole: ({ value, allowed }) => `“${value}” is not a whole number from ${allowed.join(" to ")}.`,
    notDecimal: ({ value, allowed }) => `“${value}” is not a number from ${allowed.join(" to ")}.`,
    notASwitch: ({ value, setting }) =>
      `“${value}” is not a value for a switch. Write ${setting} without a value to turn it on; leave it out to turn it off.`,
    twice: ({ value }) => `“${value}” is named twice. Name each once.`,
    noTask: ({ value }) => `there is no task in “${value}”. Write one, such as A:1:5.`,
    notATask: ({ value }) => `“${value}” is not a task. Write name:low:high, such as A:1:5.`,
    noName: ({ value }) => `“${value}” has no name. Write name:low:high, such as A:1:5.`,
    low: ({ value, allowed }) => `the low end of “${value}” is not a whole number from ${allowed.join(" to ")}.`,
    high: ({ value, allowed }) => `the high end of “${value}” is not a whole number from ${allowed.join(" to ")}.`,
    tooManyTasks: ({ value, allowed }) => `“${value}” has more than ${allowed.join()} tasks, which is too many for a page.`,
    tooManySteps: ({ value, allowed }) => `“${value}” has more than ${allowed.join()} steps in all, which is too many for a page.`,
    tooManyWorkers: ({ value, allowed }) =>
      `${value} are too many for the lane workers, where each gets a thread of its own. At most ${allowed.join()} can.`,
  },
};
