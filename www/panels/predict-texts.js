// What the predictions say, in the reader's language.

/** @typedef {"sequential" | "async" | "threads"} Kind Of a lane of which we know why it is so. */
/** @typedef {"duration" | "order" | "tear" | "next"} Topic */
/**
 * @typedef {object} Facts What has been found out.
 * @property {string} step How long a step takes.
 * @property {number} longest How many steps the longest task has.
 * @property {string} steps How many all have, as a sum if they are few.
 * @property {string} first The first task.
 * @property {number} orders How many orders of the lines runs with different seeds gave.
 * @property {number} torn In how many of them a line tore.
 * @property {boolean} lock Whether prints are done under a lock.
 * @property {string} task Whose line comes next.
 */

/**
 * Why it is so: by lanes, and for some by the work of a step as well.
 * @typedef {Record<Topic, Record<string, (facts: Facts) => string>>} Why
 */

/** With so many seeds the threads lane is run. */
export const RUNS = 100;

const en = {
  title: "Prediction",
  topics: {
    duration: "After how long will all of it be done?",
    order: "Can the order of the lines change from run to run?",
    tear: "Can a line tear: can another task write between its text and its newline?",
    next: "Which line comes next?",
  },
  yes: "Yes",
  no: "No",
  right: "Right.",
  wrong: (/** @type {string} */ right) => `Not so. The answer is ${right}.`,
  /** What is wrong with a choice. */
  slips: {
    none: "",
    sum: "You chose the sum of all steps.",
    longest: "You chose the longest task alone.",
    number: "You chose the number added, not the total.",
    finished: "The task you chose has finished.",
  },
  why: /** @type {Why} */ ({
    duration: {
      sequential: ({ step, steps }) => `Each task starts when the one before has finished, so their steps add up: ${steps} × ${step}.`,
      async: ({ step, longest }) => `The tasks wait at the same time, so the longest one decides: ${longest} × ${step}.`,
      "async compute": ({ step, steps }) =>
        `There is one thread, and a task that computes lets nobody else have it, so the steps add up as in sequence: ${steps} × ${step}.`,
      threads: ({ step, longest }) =>
        `Each thread sleeps by itself, and all at the same time, so the longest one decides: ${longest} × ${step}.`,
      "async block": ({ first }) =>
        `There is one thread, and ${first} has it as long as it computes. Only then do the others begin to wait, at the same time.`,
      "threads compute": ({ step, longest }) =>
        `Here each thread has a processor of its own, so the longest one decides: ${longest} × ${step}.`,
      "threads block": ({ step, longest }) =>
        `Each has a thread of its own: while one computes, the others sleep. So the longest one decides: ${longest} × ${step}.`,
    },
    order: {
      sequential: () => "Each task starts when the one before has finished. Nothing is left to chance.",
      async: () =>
        "Tasks whose waits end at the same moment go on in the order in which they began to wait. Here all waits are equal and exact, so nothing is left to chance. With waits that differ from run to run the order would, too.",
      "async compute": () => "Each task computes to its end before another has a turn. Nothing is left to chance.",
      threads: ({ orders }) =>
        orders > 1
          ? `Who goes next is not the program's to decide, and chance decides it here: ${RUNS} runs gave ${orders} different orders.`
          : `${RUNS} runs, each left to chance, all gave the same order.`,
    },
    tear: {
      sequential: () => "Only one task runs at a time, from its beginning to its end, so nobody is there to write in between.",
      async: () => "A task lets others go on only where it waits, and it doesn't wait between its text and its newline.",
      threads: ({ torn, lock }) =>
        lock
          ? `Whoever prints keeps the lock until the newline is written as well, and nobody prints without it: no line tore in ${RUNS} runs.`
          : torn
            ? `A thread may be stopped between its text and its newline: in ${torn} of ${RUNS} runs a line tore.`
            : `No line tore in ${RUNS} runs.`,
    },
    next: {
      sequential: ({ task }) => `Each task runs to its end before the next one starts, and it is the turn of ${task}.`,
      async: ({ task }) => `Of those that wait, ${task} began first, and if their waits end at the same moment they go on in that order.`,
      "async compute": ({ task }) => `A task that computes runs to its end before another has a turn, and it is the turn of ${task}.`,
      "async block": ({ task, first }) =>
        task === first
          ? `${first} computes: until it has finished nobody else has a turn.`
          : `Of those that wait, ${task} began first, and if their waits end at the same moment they go on in that order.`,
    },
  }),
  check: "Check",
  onward: "Next question",
  run: "Run and see",
  resume: "Go on",
  again: "Ask again",
  ask: "Ask me",
  skip: "Just show it",
  nudge: "Predict first. To see it without, press Run once more.",
  missing: "Choose an answer first.",
  stopped: "The run is paused for this question.",
  watch: "Now watch it happen.",
  more: "One more question comes on the way.",
  offer: "Predict what happens before you watch?",
  score: (/** @type {number} */ right, /** @type {number} */ all) => `${right} of ${all} right.`,
  visit: (/** @type {string} */ score) => `In this visit: ${score}`,
  look: "Look again at:",
  looks: {
    duration: "when it ends, in the bars below",
    order: "whose lines come first",
    tear: "the text and the newline of a print, event by event",
    next: "whose turn it is, event by event",
  },
};

/** @typedef {typeof en} Words */

/** @type {Words} */
const ko = {
  title: "예측",
  topics: {
    duration: "모두 끝날 때까지 몇 초가 걸릴까요?",
    order: "줄의 순서가 실행할 때마다 달라질 수 있을까요?",
    tear: "줄이 찢어질 수 있을까요? 한 태스크의 텍스트와 줄바꿈 사이에 다른 태스크가 쓸 수 있을까요?",
    next: "다음에 나올 줄은 무엇일까요?",
  },
  yes: "예",
  no: "아니요",
  right: "맞았습니다.",
  wrong: (right) => `틀렸습니다. 정답은 ‘${right}’입니다.`,
  slips: {
    none: "",
    sum: "모든 단계의 시간을 더한 값을 골랐습니다.",
    longest: "가장 오래 걸리는 태스크 하나의 시간을 골랐습니다.",
    number: "합계가 아니라 이번에 더한 수를 골랐습니다.",
    finished: "고른 태스크는 이미 끝났습니다.",
  },
  why: {
    duration: {
      sequential: ({ step, steps }) => `앞 태스크가 끝나야 다음 태스크가 시작하므로 모든 단계의 시간이 더해집니다: ${steps} × ${step}.`,
      async: ({ step, longest }) => `태스크들이 동시에 기다리므로 가장 오래 걸리는 태스크가 전체 시간을 정합니다: ${longest} × ${step}.`,
      "async compute": ({ step, steps }) =>
        `스레드가 하나뿐이고, 계산하는 태스크는 그 스레드를 내놓지 않습니다. 그래서 순차 실행처럼 모든 단계의 시간이 더해집니다: ${steps} × ${step}.`,
      threads: ({ step, longest }) =>
        `스레드들이 저마다 동시에 기다리므로 가장 오래 걸리는 스레드가 전체 시간을 정합니다: ${longest} × ${step}.`,
      "async block": ({ first }) =>
        `스레드가 하나뿐인데 ${first} 태스크가 계산하는 동안 스레드를 내놓지 않습니다. 이 태스크가 끝나야 나머지가 함께 기다리기 시작합니다.`,
      "threads compute": ({ step, longest }) =>
        `여기서는 스레드마다 프로세서가 하나씩 있으므로 가장 오래 걸리는 스레드가 전체 시간을 정합니다: ${longest} × ${step}.`,
      "threads block": ({ step, longest }) =>
        `태스크마다 스레드가 따로 있어서, 하나가 계산하는 동안 나머지는 기다립니다. 그래서 가장 오래 걸리는 스레드가 전체 시간을 정합니다: ${longest} × ${step}.`,
    },
    order: {
      sequential: () => "앞 태스크가 끝나야 다음 태스크가 시작하므로 우연이 끼어들 여지가 없습니다.",
      async: () =>
        "같은 순간에 기다림이 끝난 태스크들은 기다리기 시작한 순서대로 이어서 실행됩니다. 여기서는 기다리는 시간이 모두 같고 정확하므로 우연이 끼어들 여지가 없습니다. 기다리는 시간이 실행할 때마다 다르다면 순서도 달라집니다.",
      "async compute": () => "태스크 하나가 계산을 끝낸 다음에야 다른 태스크의 차례가 오므로 우연이 끼어들 여지가 없습니다.",
      threads: ({ orders }) =>
        orders > 1
          ? `다음에 누가 실행될지는 프로그램이 정하지 못하고, 여기서는 우연이 정합니다. ${RUNS}번 실행하니 순서가 ${orders}가지 나왔습니다.`
          : `우연에 맡기고 ${RUNS}번 실행해도 순서가 모두 같았습니다.`,
    },
    tear: {
      sequential: () => "한 번에 한 태스크만 처음부터 끝까지 실행되므로, 그 사이에 쓸 다른 태스크가 없습니다.",
      async: () => "태스크는 기다리는 곳에서만 다른 태스크에 차례를 내주는데, 텍스트와 줄바꿈 사이에는 기다리는 곳이 없습니다.",
      threads: ({ torn, lock }) =>
        lock
          ? `출력하는 스레드는 줄바꿈까지 다 쓰고 나서 락을 해제하고, 락 없이는 아무도 출력하지 않습니다. ${RUNS}번 실행해도 찢어진 줄이 없었습니다.`
          : torn
            ? `스레드는 텍스트를 쓰고 나서 줄바꿈을 쓰기 전에도 멈출 수 있습니다. ${RUNS}번 실행하니 그중 ${torn}번은 줄이 찢어졌습니다.`
            : `${RUNS}번 실행해도 찢어진 줄이 없었습니다.`,
    },
    next: {
      sequential: ({ task }) => `앞 태스크가 끝나야 다음 태스크가 시작하므로 지금은 ${task} 차례입니다.`,
      async: ({ task }) =>
        `기다리는 태스크 가운데 ${task} 태스크가 먼저 기다리기 시작했고, 같은 순간에 기다림이 끝나면 그 순서대로 이어집니다.`,
      "async compute": ({ task }) => `계산하는 태스크가 끝까지 실행된 다음에야 다른 태스크의 차례가 오므로 지금은 ${task} 차례입니다.`,
      "async block": ({ task, first }) =>
        task === first
          ? `${first} 태스크가 계산하는 동안에는 다른 태스크의 차례가 오지 않습니다.`
          : `기다리는 태스크 가운데 ${task} 태스크가 먼저 기다리기 시작했고, 같은 순간에 기다림이 끝나면 그 순서대로 이어집니다.`,
    },
  },
  check: "확인",
  onward: "다음 질문",
  run: "실행해서 보기",
  resume: "계속",
  again: "다시 묻기",
  ask: "질문 받기",
  skip: "그냥 보기",
  nudge: "먼저 예측해 보세요. 그냥 보려면 실행을 한 번 더 누르세요.",
  missing: "먼저 답을 고르세요.",
  stopped: "질문에 답할 수 있게 실행을 멈췄습니다.",
  watch: "이제 어떻게 되는지 지켜보세요.",
  more: "도중에 하나 더 묻습니다.",
  offer: "보기 전에 예측해 볼까요?",
  score: (right, all) => `${all}개 중 ${right}개를 맞혔습니다.`,
  visit: (score) => `이 페이지를 연 뒤로 모두 ${score}`,
  look: "다시 볼 것:",
  looks: {
    duration: "언제 끝나는지 아래 막대에서 보세요",
    order: "누구의 줄이 먼저 나오는지 보세요",
    tear: "출력 한 번의 텍스트와 줄바꿈을 이벤트 하나씩 넘기며 보세요",
    next: "누구의 차례인지 이벤트 하나씩 넘기며 보세요",
  },
};

export const TEXTS = { en, ko };
