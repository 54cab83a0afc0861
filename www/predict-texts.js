// What the predictions say, in the reader's language.

/** @typedef {"sequential" | "async" | "threads"} Kind Of a lane of which we know why it is so. */
/** @typedef {"duration" | "order" | "tear" | "next"} Topic */
/**
 * Why it is so, from what has been found out: by lanes, and for some by the work of a step as well.
 * @typedef {Record<Topic, Record<string, (...facts: any[]) => string>>} Why
 */

/** With so many seeds the threads lane is run. */
export const RUNS = 100;

const en = {
  title: "Prediction",
  topics: {
    duration: "How long will each lane take?",
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
      sequential: (step, _, steps) =>
        `Each task starts when the one before has finished, so their steps add up: ${steps} × ${step}.`,
      async: (step, longest) =>
        `The tasks wait at the same time, so the longest one decides: ${longest} × ${step}.`,
      "async compute": (step, _, steps) =>
        `A future that computes never gives way, so the steps add up as in sequence: ${steps} × ${step}.`,
      "async block": (_step, _longest, _steps, first) =>
        `${first} computes and never gives way. Only when it has finished do the others begin to wait, at the same time.`,
      "threads compute": (step, longest) =>
        `In this model each thread has a processor of its own, so the longest one decides: ${longest} × ${step}.`,
    },
    order: {
      sequential: () => "Each task starts when the one before has finished. Nothing is left to chance.",
      async: () =>
        "Futures due at the same instant are polled in the order in which they began to wait. Nothing is left to chance.",
      "async compute": () => "Each future runs to its end before another is polled. Nothing is left to chance.",
      threads: (orders) =>
        orders > 1
          ? `The scheduler decides who goes next: ${RUNS} runs with different seeds gave ${orders} different orders.`
          : `${RUNS} runs with different seeds all gave the same order.`,
    },
    tear: {
      async: () => "A future gives way only where it awaits, and there is no await between the two writes.",
      threads: (torn, lock) =>
        lock
          ? `Whoever prints holds the lock until the newline is written as well: no line tore in ${RUNS} runs with different seeds.`
          : torn
            ? `The scheduler may switch between the two writes: lines tore in ${torn} of ${RUNS} runs with different seeds.`
            : `No line tore in ${RUNS} runs with different seeds.`,
    },
    next: {
      sequential: (task) => `Each task runs to its end before the next one starts, and it is the turn of ${task}.`,
      async: (task) =>
        `Of the futures that wait, ${task} began first, and those due at the same instant are polled in that order.`,
      "async compute": (task) => `A future that computes runs to its end before another is polled, and it is the turn of ${task}.`,
      "async block": (task, first) =>
        task === first
          ? `${first} computes: until it has finished nobody else is polled.`
          : `Of the futures that wait, ${task} began first, and those due at the same instant are polled in that order.`,
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
    order: "whose lines come first, with another seed as well",
    tear: "the two writes of a print, event by event",
    next: "who is polled first, event by event",
  },
};

/** @typedef {typeof en} Words */

/** @type {Words} */
const ko = {
  title: "예측",
  topics: {
    duration: "각 레인은 몇 초가 걸릴까요?",
    order: "줄의 순서가 실행할 때마다 달라질 수 있을까요?",
    tear: "줄이 찢어질 수 있을까요? 텍스트와 줄바꿈 사이에 다른 태스크가 쓸 수 있을까요?",
    next: "다음에 나올 줄은 무엇일까요?",
  },
  yes: "예",
  no: "아니요",
  right: "맞았습니다.",
  wrong: (right) => `아닙니다. 정답: ${right}.`,
  slips: {
    none: "",
    sum: "고른 답은 모든 단계를 더한 값입니다.",
    longest: "고른 답은 가장 긴 태스크 하나의 시간입니다.",
    number: "고른 답은 합계가 아니라 더한 수입니다.",
    finished: "고른 태스크는 이미 끝났습니다.",
  },
  why: {
    duration: {
      sequential: (step, _, steps) => `앞 태스크가 끝나야 다음 태스크가 시작하므로 모든 단계의 시간이 더해집니다: ${steps} × ${step}.`,
      async: (step, longest) => `태스크들이 동시에 기다리므로 가장 긴 태스크가 시간을 정합니다: ${longest} × ${step}.`,
      "async compute": (step, _, steps) =>
        `계산하는 퓨처는 양보하지 않으므로 순차 실행처럼 모든 단계의 시간이 더해집니다: ${steps} × ${step}.`,
      "async block": (_step, _longest, _steps, first) =>
        `${first} 태스크는 계산만 하고 양보하지 않습니다. 이 태스크가 끝나야 나머지가 함께 기다리기 시작합니다.`,
      "threads compute": (step, longest) =>
        `이 모형에서는 스레드마다 프로세서가 하나씩 있으므로 가장 긴 태스크가 시간을 정합니다: ${longest} × ${step}.`,
    },
    order: {
      sequential: () => "앞 태스크가 끝나야 다음 태스크가 시작하므로 우연이 끼어들 자리가 없습니다.",
      async: () => "기한이 같은 퓨처들은 기다리기 시작한 순서대로 폴링되므로 우연이 끼어들 자리가 없습니다.",
      "async compute": () => "퓨처 하나가 끝까지 실행된 다음에야 다른 퓨처가 폴링되므로 우연이 끼어들 자리가 없습니다.",
      threads: (orders) =>
        orders > 1
          ? `누가 다음인지 스케줄러가 정합니다. 시드를 바꿔 ${RUNS}번 실행하니 순서가 ${orders}가지 나왔습니다.`
          : `시드를 바꿔 ${RUNS}번 실행해도 순서가 모두 같았습니다.`,
    },
    tear: {
      async: () => "퓨처는 await하는 곳에서만 양보하는데, 두 쓰기 사이에는 await가 없습니다.",
      threads: (torn, lock) =>
        lock
          ? `출력하는 스레드는 줄바꿈까지 다 쓰고 나서 락을 놓습니다. 시드를 바꿔 ${RUNS}번 실행해도 찢어진 줄이 없었습니다.`
          : torn
            ? `스케줄러는 두 쓰기 사이에서도 전환할 수 있습니다. 시드를 바꿔 ${RUNS}번 실행하니 ${torn}번 찢어졌습니다.`
            : `시드를 바꿔 ${RUNS}번 실행해도 찢어진 줄이 없었습니다.`,
    },
    next: {
      sequential: (task) => `앞 태스크가 끝나야 다음 태스크가 시작하므로 지금은 ${task} 차례입니다.`,
      async: (task) => `기다리는 퓨처 가운데 ${task} 태스크가 먼저 기다리기 시작했고, 기한이 같으면 그 순서대로 폴링됩니다.`,
      "async compute": (task) => `계산하는 퓨처는 끝까지 실행된 다음에야 다른 퓨처가 폴링되므로 지금은 ${task} 차례입니다.`,
      "async block": (task, first) =>
        task === first
          ? `${first} 태스크가 계산하는 동안에는 다른 퓨처가 폴링되지 않습니다.`
          : `기다리는 퓨처 가운데 ${task} 태스크가 먼저 기다리기 시작했고, 기한이 같으면 그 순서대로 폴링됩니다.`,
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
  stopped: "이 질문을 위해 실행을 멈췄습니다.",
  watch: "이제 어떻게 되는지 지켜보세요.",
  more: "도중에 하나 더 묻습니다.",
  offer: "보기 전에 예측해 볼까요?",
  score: (right, all) => `${all}개 중 ${right}개를 맞혔습니다.`,
  visit: (score) => `이번 방문에서 모두: ${score}`,
  look: "다시 볼 것:",
  looks: {
    duration: "언제 끝나는지, 아래 막대에서",
    order: "누구의 줄이 먼저인지, 시드를 바꿔서도",
    tear: "출력 한 번의 두 쓰기, 이벤트 하나씩",
    next: "누가 먼저 폴링되는지, 이벤트 하나씩",
  },
};

export const TEXTS = { en, ko };
