// What a reader sees of a Python program, in English. The Korean has the same members.

/** @typedef {(...names: string[]) => string} Sentence */
/** @typedef {{thread: string, line: number, writes: boolean}} Use Of a variable. */

/** @param {number} number @param {string} what */
function count(number, what) {
  return `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;
}

export const words = {
  name: "Output",
  how: "Its threads, in virtual time: another seed is another schedule.",
  inviteLog: "What will it print? Guess, then press Run.",
  invite: "Press Run, or go step by step.",
  watch: "Each thread’s line is marked in the program.",
  beside: "Side by side, on one clock.",
  program: "Program",
  programHelp: "Python. Tab leaves the field. F9, or a click on a line’s number, sets a breakpoint.",
  breakpoints: {
    set: (/** @type {number} */ line) => `Breakpoint at line ${line}: a run stops before it`,
    gone: (/** @type {number} */ line) => `No breakpoint at line ${line} any more`,
    met: (/** @type {number} */ line) => `Stopped at the breakpoint, before line ${line}`,
  },
  line: (/** @type {number} */ line) => `line ${line}`,
  atLine: (/** @type {number} */ line) => `Line ${line}: `,
  at: (/** @type {string} */ where, /** @type {number} */ line) => `in ${where}, line ${line}`,
  programOf: (/** @type {number} */ number) => `Program ${number}`,
  seedOf: (/** @type {string} */ seed) => `seed ${seed}`,
  module: "the program",
  errors: "Standard error",
  threads: "Threads",
  globals: "Globals",
  resources: "Locks, queues and events",
  stepThread: (/** @type {string} */ name) => `One line of ${name} on`,
  stepThreadBack: (/** @type {string} */ name) => `One line of ${name} back`,
  changed: "changed",
  shared: "shared",
  parts: (/** @type {string} */ name) => `What ${name} is made of`,
  empty: "empty",
  /** What a thread is at. */
  states: {
    running: "runs",
    ready: "is ready: another one runs",
    sleeping: (/** @type {string} */ until) => `sleeps until ${until}`,
    waiting: (/** @type {string} */ resource) => `waits for ${resource}`,
    joining: (/** @type {string} */ other) => `waits for the end of ${other}`,
    until: (/** @type {string} */ until) => `, until ${until} at most`,
    ended: "has ended",
    early: "has not begun",
  },
  heldBy: (/** @type {string} */ holder) => `held by ${holder}`,
  since: (/** @type {number} */ line) => ` since line ${line}`,
  free: "free",
  waiters: (/** @type {string} */ names) => `waiting: ${names}`,
  contents: (/** @type {string} */ items) => `contents: ${items}`,
  /** What has happened, without the line. */
  events: {
    begins: "The program begins",
    created: (/** @type {string} */ by, /** @type {string} */ task) => `${by} makes ${task}`,
    started: (/** @type {string} */ task) => `${task} is started, and may run`,
    runs: (/** @type {string} */ task) => `${task} runs`,
    preempted: (/** @type {string} */ task) => `${task} is interrupted, so that another one can run`,
    sleeps: (/** @type {string} */ task, /** @type {string} */ until) => `${task} sleeps until ${until}`,
    joins: (/** @type {string} */ task, /** @type {string} */ other) => `${task} waits for the end of ${other}`,
    wants: (/** @type {string} */ task, /** @type {string} */ resource) => `${task} wants ${resource}, and waits`,
    wantsHeld: (/** @type {string} */ task, /** @type {string} */ resource, /** @type {string} */ holder, /** @type {string} */ since) =>
      `${task} wants ${resource}, which ${holder} holds${since}, and waits`,
    stands: (/** @type {string} */ task) => `${task} waits`,
    woke: (/** @type {string} */ task) => `${task} may go on`,
    takes: (/** @type {string} */ task, /** @type {string} */ resource) => `${task} takes ${resource}`,
    gives: (/** @type {string} */ task, /** @type {string} */ resource) => `${task} gives ${resource} back`,
    passes: (/** @type {string} */ task, /** @type {string} */ resource) => `${task} has what it waited for: ${resource}`,
    signals: (/** @type {string} */ task, /** @type {string} */ resource) => `${task} lets others go on: ${resource}`,
    writes: (/** @type {string} */ task, /** @type {string} */ text) => `${task} writes “${text}”`,
    newline: (/** @type {string} */ task) => `${task} writes a newline`,
    complains: (/** @type {string} */ task, /** @type {string} */ text) => `${task} writes to standard error: ${text}`,
    raised: (/** @type {string} */ task, /** @type {string} */ error) => `${task} ends with an error${error && `: ${error}`}`,
    finished: (/** @type {string} */ task) => `${task} has ended`,
    stuck: (/** @type {string} */ task) => `${task} will wait for ever: a deadlock`,
    done: "The program has ended",
  },
  /** How a resource is called, by the name of its class. @type {Record<string, string>} */
  kinds: {
    Lock: "lock",
    RLock: "lock",
    Condition: "condition",
    Semaphore: "semaphore",
    BoundedSemaphore: "semaphore",
    Event: "event",
    Barrier: "barrier",
    Queue: "queue",
  },
  outcomes: {
    done: (/** @type {string} */ time) => `It has ended after ${time}.`,
    raised: (/** @type {string} */ error) => `It has ended with an error${error && `: ${error}`}.`,
    refused: "It can’t be run here.",
    refusal: (/** @type {number} */ line, /** @type {string} */ word, /** @type {string} */ reason) => `Line ${line}: ${word}: ${reason}`,
    deadlock: (/** @type {string} */ circle) => `A deadlock: ${circle}. None of them can go on.`,
    waitsForHeld: (/** @type {string} */ task, /** @type {string} */ resource, /** @type {string} */ holder) =>
      `${task} waits for ${resource}, which ${holder} holds`,
    waitsFor: (/** @type {string} */ task, /** @type {string} */ resource) => `${task} waits for ${resource}`,
    waitsForEnd: (/** @type {string} */ task, /** @type {string} */ other) => `${task} waits for the end of ${other}`,
    waitsAt: (/** @type {string} */ task, /** @type {number} */ line, /** @type {string} */ text) =>
      `${task} waits in line ${line}: ${text}`,
    heldBy: (/** @type {string} */ holder) => ` (${holder} holds it)`,
    and: ", and ",
    limit: "It was stopped: it goes on for too long.",
  },
  /** Where a schedule interrupts threads. */
  cuts: {
    title: (/** @type {number} */ count) =>
      count === 1 ? "The interruption that leads here" : `The ${count} interruptions that lead here`,
    none: "This schedule interrupts nobody: it only says who goes first.",
    uses: (
      /** @type {string} */ thread,
      /** @type {string} */ variable,
      /** @type {Use} */ before,
      /** @type {Use} */ meanwhile,
      /** @type {Use} */ after,
    ) => {
      const [one, other] = before.line === after.line ? ["", ""] : [` in line ${before.line}`, ` in line ${after.line}`];
      const again = before.writes === after.writes ? " again" : "";
      const first = `${thread} is interrupted between ${before.writes ? "writing" : "reading"} ${variable}${one}`;
      const then = `${after.writes ? "writing" : "reading"} it${again}${other}`;
      return `${first} and ${then}; meanwhile ${meanwhile.thread} ${meanwhile.writes ? "writes" : "reads"} it, in line ${meanwhile.line}.`;
    },
    printing: (/** @type {string} */ thread) => `${thread} is interrupted in the middle of a print, between two writes.`,
    holding: (/** @type {string} */ thread, /** @type {string} */ locks) => `${thread} is interrupted while it holds ${locks}.`,
    plain: (/** @type {string} */ thread) => `${thread} is interrupted.`,
  },
  /** What a search through all schedules says. */
  search: {
    start: "Can it go wrong?",
    stop: "Stop",
    counts: (/** @type {number} */ outcomes, /** @type {number} */ schedules, /** @type {number} */ states) =>
      `So far: ${count(outcomes, "outcome")}, ${count(schedules, "schedule")}, ${count(states, "state")}.`,
    fails: "Yes, it can fail.",
    differs: (/** @type {number} */ outcomes) => `It can end in ${outcomes} ways. Which of them are right, only you can say.`,
    same: "It always ends in the same way.",
    sameSoFar: "No other way was found.",
    proved: (/** @type {number} */ schedules, /** @type {number} */ states) =>
      `Proved: there are no other outcomes (${count(schedules, "schedule")}, ${count(states, "state")}).`,
    bound: (/** @type {string} */ bound, /** @type {number} */ schedules, /** @type {number} */ states) =>
      `Not all schedules were tried: ${bound} (${count(schedules, "schedule")}, ${count(states, "state")}). There may be other outcomes.`,
    /** Why it isn't complete. @type {Record<string, string>} */
    bounds: {
      states: "there are too many states",
      steps: "a run takes too many instructions",
      seconds: "it takes too long",
      events: "too much happens in a run",
      output: "a run prints too much",
      memory: "its states take too much memory",
      signal: "it was stopped",
    },
    interruptions: (/** @type {number} */ interruptions) => (interruptions ? count(interruptions, "interruption") : "no interruption"),
    show: "Show how",
    nothing: "(prints nothing)",
    others: (/** @type {number} */ outcomes) => `And ${count(outcomes, "other outcome")}.`,
    races: "Races",
    noRaces: "No races: whatever threads share, something orders them.",
    race: (/** @type {string} */ variable, /** @type {Use} */ one, /** @type {Use} */ other) => {
      const side = (/** @type {Use} */ { thread, line, writes }) => `${thread} ${writes ? "writes" : "reads"} it in line ${line}`;
      return `${variable}: ${side(one)}, ${side(other)}, and nothing orders them.`;
    },
    lock: (/** @type {string} */ lock) => ` One of them holds ${lock}; if both did, it would.`,
    benign: " Harmless: what is written is always there already.",
    circles: "Locks in a circle",
    order: (/** @type {string} */ thread, /** @type {string} */ asked, /** @type {string} */ held, /** @type {number} */ line) =>
      `${thread} asks for ${asked} while it holds ${held} (line ${line})`,
    failed: "The search has failed.",
  },
  /** Whether the program can print what was seen elsewhere. */
  output: {
    title: "Can it print this?",
    how: "Paste what a run has printed, here or in Python, or make up what it might.",
    start: "Look for a schedule",
    possible: (/** @type {string} */ end, /** @type {string} */ interruptions) => `Yes: ${end}, ${interruptions}.`,
    beginning: (/** @type {number} */ line, /** @type {number} */ states) =>
      `Not only this: proved, there is always more, from line ${line} on (${count(states, "state")}).`,
    impossible: (/** @type {number} */ line, /** @type {number} */ states) =>
      `No: proved, no schedule prints line ${line} so (${count(states, "state")}).`,
    unknown: (/** @type {number} */ line) => `No schedule was found that prints line ${line} so.`,
    instead: (/** @type {number} */ line) => `What stands in line ${line} instead:`,
    ended: "nothing: there it has ended",
  },
  /** What is said of a program that solves an exercise, or doesn't. */
  exercise: {
    check: "Check",
    proved: (/** @type {number} */ schedules, /** @type {number} */ states) =>
      `Proved: no schedule prints anything else (${count(schedules, "schedule")}, ${count(states, "state")}).`,
    refused: "Not yet. It can end like this:",
    open: "Nothing wrong was found, but it isn’t proved.",
  },
  page: {
    example: "Example",
    own: "My own program",
    seed: "Seed",
    seedHelp: "0: in turn",
    shuffle: "Another seed",
    many: "100 seeds",
    manyOf: (/** @type {number} */ done, /** @type {number} */ all) => `${done} of ${all} seeds run`,
    times: (/** @type {number} */ count, /** @type {number} */ all) => `${count} of ${all}`,
    ends: {
      done: "ends",
      raised: "ends with an error",
      deadlock: "deadlock",
      limit: "does not end",
      refused: "is refused",
    },
    others: (/** @type {number} */ count) => `${count} with other ends`,
    showSeed: (/** @type {number} */ seed) => `Show seed ${seed}`,
    link: "Copy link",
    copied: "Copied.",
    failed: "The program in this address can’t be read.",
  },
};
