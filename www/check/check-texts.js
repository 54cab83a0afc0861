// What the checker says, in the reader's language.

const en = {
  log: "The log",
  examples: {
    course: "From the course",
    jupyter: "From Jupyter",
    impossible: "Impossible",
  },
  choose: "Examples",
  clear: "Clear",
  tasks: "Tasks, if the log alone shouldn’t say",
  invite: "Paste what a program printed, or take an example.",
  notTasks: (/** @type {string} */ value) => `“${value}” is not a task. Write name:low:high with whole numbers, such as A:1:5.`,
  failed: (/** @type {string} */ reason) => `The checker couldn’t be loaded: ${reason}. Check the connection and try again.`,
  verdicts: {
    sequential: "One after the other",
    async: "Futures in turn",
    interleaved: "Taking turns",
    threads: "Threads",
    impossible: "Impossible",
    undecided: "Undecided",
  },
  why: {
    sequential: "The tasks can have run one after the other: each prints all its lines before the next begins.",
    async:
      "Futures on one thread can have printed this: while all waits are equal and exact, they take turns in one order. Run one after the other, the tasks can’t.",
    interleaved:
      "Each line is whole, but they come neither one task after the other nor as futures with equal, exact waits print them. Tasks that take turns can have printed this: futures with unequal waits, or threads.",
    threads:
      "Threads can have printed this: others wrote into the middle of a print. A future can do so only if it awaits between the writes of one print.",
    impossible: (/** @type {number} */ line, /** @type {string} */ reason) => `No schedule prints line ${line}. ${reason}`,
  },
  lost: (/** @type {number} */ count) =>
    count === 1
      ? "A newline is missing, though. Copying often loses an empty line; this holds if it did so once."
      : `${count} newlines are missing, though. Copying often loses empty lines; this holds if it did so ${count} times.`,
  found: "The log tells of:",
  given: "Tasks:",
  tornLines: (/** @type {number} */ count) => `Torn lines: ${count}. One way in which it can have been:`,
  torn: (/** @type {number} */ line, /** @type {string} */ names) =>
    `Line ${line}: ${names} wrote here before the first of their newlines came.`,
  ends: (/** @type {string} */ lines, /** @type {number} */ count) =>
    count === 1 ? ` One newline ends line ${lines}.` : ` The newlines end lines ${lines}.`,
  lostOnes: (/** @type {number} */ count) => (count === 1 ? " One was lost in copying." : ` ${count} were lost in copying.`),
  awaited: (/** @type {number} */ count) => (count === 1 ? " One isn’t in this log." : ` ${count} aren’t in this log.`),
  more: (/** @type {number} */ count) => `And ${count} more.`,
  rows: {
    lines: "The log, line by line",
    torn: "torn",
    impossible: "no schedule prints this",
    newlineOf: (/** @type {string} */ task, /** @type {number} */ line) => `the newline of ${task}, line ${line}`,
    restOf: (/** @type {string} */ task) => `${task} goes on with its text`,
    lost: (/** @type {string} */ task) => `after this a newline of ${task} was lost`,
  },
  order: "Who wrote in which order",
  legend:
    "A shape is a text or a part of one, ↵ its newline, and lines join what belongs together: dashed where others wrote between. The numbers are those of the log’s lines.",
};

/** @typedef {typeof en} Words */

/** @type {Words} */
const ko = {
  log: "로그",
  examples: {
    course: "강의 자료의 로그",
    jupyter: "Jupyter의 로그",
    impossible: "나올 수 없는 로그",
  },
  choose: "예",
  clear: "지우기",
  tasks: "태스크(비워 두면 로그에서 알아냅니다)",
  invite: "프로그램의 출력을 붙여 넣거나 예를 하나 고르세요.",
  notTasks: (value) => `“${value}” 항목은 태스크가 아닙니다. A:1:5처럼 이름:시작:끝으로 쓰고, 시작과 끝은 정수로 적어 주세요.`,
  failed: (reason) => `검사기를 불러오지 못했습니다: ${reason}. 네트워크 연결을 확인하고 다시 해 보세요.`,
  verdicts: {
    sequential: "순차 실행",
    async: "비동기 실행",
    interleaved: "번갈아 실행",
    threads: "스레드",
    impossible: "나올 수 없는 로그",
    undecided: "판정할 수 없음",
  },
  why: {
    sequential: "태스크를 하나씩 차례로 실행해도 나올 수 있는 로그입니다. 한 태스크가 줄을 모두 출력한 뒤에 다음 태스크가 시작합니다.",
    async:
      "스레드 하나에서 퓨처로 실행하면 나올 수 있는 로그입니다. 기다리는 시간이 모두 같고 정확하면, 퓨처들은 정해진 순서로 번갈아 출력합니다. 태스크를 하나씩 차례로 실행해서는 나올 수 없습니다.",
    interleaved:
      "줄은 모두 온전하지만, 태스크를 하나씩 차례로 실행한 순서도 아니고 똑같은 시간씩 정확히 기다리는 퓨처들의 순서도 아닙니다. 태스크들이 번갈아 실행되면 나올 수 있습니다. 기다리는 시간이 서로 다른 퓨처이거나 스레드입니다.",
    threads:
      "스레드로 실행하면 나올 수 있는 로그입니다. 한 태스크가 출력하는 도중에 다른 태스크가 끼어들어 썼습니다. 퓨처는 한 번의 출력을 여러 번에 나누어 쓰면서 그 사이에 await할 때만 이렇게 됩니다.",
    impossible: (line, reason) => `어떤 순서로 실행해도 ${line}번째 줄은 나올 수 없습니다. ${reason}`,
  },
  lost: (count) =>
    `다만 줄바꿈이 ${count}개 모자랍니다. 복사하다 보면 빈 줄이 없어지곤 합니다. 빈 줄이 ${count}개 없어졌다고 보면 들어맞습니다.`,
  found: "로그에서 알아낸 태스크:",
  given: "태스크:",
  tornLines: (count) => `찢어진 줄: ${count}개. 이렇게 되었을 수 있습니다.`,
  torn: (line, names) => `${line}번째 줄: 첫 줄바꿈이 나오기 전에 ${names} 태스크가 모두 여기에 썼습니다.`,
  ends: (lines, count) => (count === 1 ? ` 줄바꿈 하나는 ${lines}번째 줄 끝에 있습니다.` : ` 줄바꿈은 ${lines}번째 줄 끝에 있습니다.`),
  lostOnes: (count) => ` 복사하다 없어진 줄바꿈: ${count}개.`,
  awaited: (count) => ` 이 로그에 없는 줄바꿈: ${count}개.`,
  more: (count) => `외 ${count}개`,
  rows: {
    lines: "로그, 한 줄씩",
    torn: "찢어짐",
    impossible: "나올 수 없는 줄",
    newlineOf: (task, line) => `${line}번째 줄에 쓴 ${task}의 줄바꿈`,
    restOf: (task) => `${task}의 텍스트가 이어짐`,
    lost: (task) => `이 뒤에 있던 ${task}의 줄바꿈이 없어짐`,
  },
  order: "누가 어떤 순서로 썼는가",
  legend:
    "도형은 텍스트나 그 조각이고 ↵는 줄바꿈이며, 한 번의 출력에 속하는 것끼리 선으로 이었습니다. 점선은 그 사이에 다른 태스크가 썼다는 뜻입니다. 숫자는 로그의 줄 번호입니다.",
};

export const TEXTS = { en, ko };
