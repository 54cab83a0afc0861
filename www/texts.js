// Every word that a reader sees, in each language.

/** @typedef {import("./engine.js").Refusal} Refusal */

const en = {
  demo: "Concurrency demo",
  controls: "Controls",
  run: "Run",
  pause: "Pause",
  again: "Run again",
  stepBack: "One event back",
  stepForward: "One event on",
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
      how: "One thread, futures in turn: whoever waits lets the others go on.",
      invite: "The same tasks, all started at once. When do their first lines come, and in which order?",
    },
    threads: {
      name: "Threads, simulated",
      how: "What an operating system may do: switch anywhere, even between a text and its newline.",
      invite: "Each print is two writes, a text and a newline. What if somebody else writes between them?",
    },
    workers: {
      name: "Threads, real",
      how: "A web worker each, on as many processors as there are. What they print is what happens, and each time may be different.",
      invite: "Real threads, started when you press Run. How long will they take on this machine?",
    },
  },
  log: (/** @type {string} */ lane) => `Log: ${lane}`,
  states: { ready: "ready", running: "running", paused: "paused", done: "done", failed: "failed" },
  torn: "torn",
  emptyLine: "a newline on its own",
  moments: {
    started: (/** @type {string} */ task) => `${task} is started`,
    polled: (/** @type {string} */ task) => `${task} is polled: it runs`,
    waiting: (/** @type {string} */ task, /** @type {string} */ until) => `${task} waits until ${until}`,
    locked: (/** @type {string} */ task) => `${task} waits for the lock`,
    woke: (/** @type {string} */ task) => `${task} wakes: it is ready`,
    wrote: (/** @type {string} */ task) => `${task} writes its text`,
    newline: (/** @type {string} */ task) => `${task} writes its newline`,
    finished: (/** @type {string} */ task) => `${task} has finished`,
    done: "all done",
  },
  main: "the main program",
  executor: "What the executor does",
  invite: "Before you press Run: after how many seconds will it be done?",
  watch: "Watch whose line comes next, and when.",
  faster: {
    wait: (/** @type {string} */ lane, /** @type {string} */ ratio) => `${lane}: ${ratio} faster, because the tasks wait at the same time. Nothing was computed faster.`,
    compute: (/** @type {string} */ lane, /** @type {string} */ ratio) => `${lane}: ${ratio} faster, because threads compute on several processors at the same time.`,
    block: (/** @type {string} */ lane, /** @type {string} */ ratio) => `${lane}: ${ratio} faster.`,
  },
  noFaster: (/** @type {string} */ lane) => `${lane}: no faster, because a future that computes doesn’t give way.`,
  same: (/** @type {string} */ time) => `All lanes took the same time: ${time}.`,
  earlier: (/** @type {string} */ time) => `${time} earlier`,
  ended: (/** @type {string} */ time) => `Ended after ${time}.`,
  failed: (/** @type {string} */ reason) => `The demo couldn't be loaded: ${reason}. Check the connection and reload the page.`,
  missing: "This part of the demo couldn't be loaded. Check the connection; if trying again doesn't help, reload the page.",
  retry: "Try again",
  /** @type {Record<string, (refusal: Refusal) => string>} */
  problems: {
    unknown: ({ allowed }) => `there is no setting of this name.${allowed[0] ? ` Is it ${allowed[0]}?` : ""}`,
    notOneOf: ({ value, allowed }) => `“${value}” is not one of ${allowed.join(", ")}.`,
    notWhole: ({ value, allowed }) => `“${value}” is not a whole number from ${allowed.join(" to ")}.`,
    notDecimal: ({ value, allowed }) => `“${value}” is not a number from ${allowed.join(" to ")}.`,
    notASwitch: ({ value, setting }) => `“${value}” is not a value for a switch. Write ${setting} without a value to turn it on; leave it out to turn it off.`,
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

/** @typedef {typeof en} Texts */

/** @type {Texts} */
const ko = {
  demo: "동시성 데모",
  controls: "조작",
  run: "실행",
  pause: "일시정지",
  again: "다시 실행",
  stepBack: "이벤트 하나 뒤로",
  stepForward: "이벤트 하나 앞으로",
  reset: "처음으로",
  menu: "더 보기",
  time: "시간",
  speed: "속도",
  tasks: "태스크",
  seconds: (number) => `${number}초`,
  of: (now, all) => `${all} 중 ${now}`,
  times: (number) => `${number}배`,
  more: (count) => `외 ${count}개`,
  lanes: {
    sequential: {
      name: "순차 실행",
      how: "하나씩 차례로: 앞 태스크가 끝나야 다음 태스크가 시작됩니다.",
      invite: "태스크는 더하고, 기다리고, 합계를 출력합니다. 어느 태스크의 둘째 줄이 먼저 나올까요? 예상해 보고 실행을 누르세요.",
    },
    async: {
      name: "비동기 실행",
      how: "스레드 하나에서 퓨처를 번갈아 실행: 하나가 기다리는 동안 다른 태스크가 진행됩니다.",
      invite: "같은 태스크를 한꺼번에 시작합니다. 첫 줄들은 언제, 어떤 순서로 나올까요?",
    },
    threads: {
      name: "스레드(시뮬레이션)",
      how: "운영체제처럼 어디서든 전환: 텍스트와 줄바꿈 사이에서도 다른 스레드로 넘어갑니다.",
      invite: "출력 한 번은 텍스트 쓰기와 줄바꿈 쓰기, 두 번으로 이루어집니다. 그 사이에 다른 스레드가 쓰면 어떻게 될까요?",
    },
    workers: {
      name: "실제 스레드",
      how: "태스크마다 웹 워커 하나, 프로세서가 있는 만큼 나란히 실행됩니다. 실제로 일어난 일을 보여 주므로 실행할 때마다 다를 수 있습니다.",
      invite: "실행을 누르면 실제 스레드가 시작됩니다. 이 기기에서는 얼마나 걸릴까요?",
    },
  },
  log: (lane) => `로그: ${lane}`,
  states: { ready: "시작 전", running: "실행 중", paused: "멈춤", done: "완료", failed: "실패" },
  torn: "출력 섞임",
  emptyLine: "줄바꿈만 나옴",
  moments: {
    started: (task) => `${task}: 시작됨`,
    polled: (task) => `${task}: 폴링되어 실행`,
    waiting: (task, until) => `${task}: ${until}까지 대기`,
    locked: (task) => `${task}: 락 대기`,
    woke: (task) => `${task}: 깨어나 준비됨`,
    wrote: (task) => `${task}: 텍스트 씀`,
    newline: (task) => `${task}: 줄바꿈 씀`,
    finished: (task) => `${task}: 끝남`,
    done: "모두 끝남",
  },
  main: "메인 프로그램",
  executor: "실행기가 하는 일",
  invite: "실행하기 전에 예상해 보세요. 몇 초 만에 끝날까요?",
  watch: "다음에 누구의 줄이 언제 나오는지 지켜보세요.",
  faster: {
    wait: (lane, ratio) => `${lane}: 순차 실행보다 ${ratio} 빨랐습니다. 기다리는 시간이 겹쳤기 때문이며, 계산이 빨라진 것은 아닙니다.`,
    compute: (lane, ratio) => `${lane}: 순차 실행보다 ${ratio} 빨랐습니다. 스레드들이 여러 프로세서에서 동시에 계산했기 때문입니다.`,
    block: (lane, ratio) => `${lane}: 순차 실행보다 ${ratio} 빨랐습니다.`,
  },
  noFaster: (lane) => `${lane}: 빨라지지 않았습니다. 계산하는 퓨처는 양보하지 않기 때문입니다.`,
  same: (time) => `모두 똑같이 ${time} 걸렸습니다.`,
  earlier: (time) => `${time} 먼저 끝남`,
  ended: (time) => `${time} 만에 끝났습니다.`,
  failed: (reason) => `데모를 불러오지 못했습니다: ${reason}. 네트워크 연결을 확인하고 페이지를 새로 고침하세요.`,
  missing: "데모의 이 부분을 불러오지 못했습니다. 네트워크 연결을 확인하고, 다시 시도해도 안 되면 페이지를 새로 고침하세요.",
  retry: "다시 시도",
  problems: {
    unknown: ({ allowed }) => `이런 이름의 설정은 없습니다.${allowed[0] ? ` ${allowed[0]} 아닌가요?` : ""}`,
    notOneOf: ({ value, allowed }) => `“${value}” 값은 쓸 수 없습니다. 다음 가운데 하나를 쓰세요: ${allowed.join(", ")}.`,
    notWhole: ({ value, allowed }) => `“${value}” 값은 쓸 수 없습니다. ${allowed.join("부터 ")}까지의 정수를 쓰세요.`,
    notDecimal: ({ value, allowed }) => `“${value}” 값은 쓸 수 없습니다. ${allowed.join("부터 ")}까지의 수를 쓰세요.`,
    notASwitch: ({ value, setting }) => `“${value}” 값은 쓸 수 없습니다. 켜려면 값 없이 ${setting}만 쓰고, 끄려면 이름까지 지우세요.`,
    twice: ({ value }) => `“${value}” 레인이 두 번 나옵니다. 한 번씩만 쓰세요.`,
    noTask: ({ value }) => `“${value}” 안에 태스크가 없습니다. A:1:5처럼 하나 이상 쓰세요.`,
    notATask: ({ value }) => `“${value}” 항목은 태스크 형식이 아닙니다. A:1:5처럼 이름:시작:끝으로 쓰세요.`,
    noName: ({ value }) => `“${value}” 항목에 이름이 없습니다. A:1:5처럼 이름:시작:끝으로 쓰세요.`,
    low: ({ value, allowed }) => `“${value}” 항목의 시작 값은 ${allowed.join("부터 ")}까지의 정수여야 합니다.`,
    high: ({ value, allowed }) => `“${value}” 항목의 끝 값은 ${allowed.join("부터 ")}까지의 정수여야 합니다.`,
    tooManyTasks: ({ value, allowed }) => `“${value}”에는 태스크가 너무 많습니다. 데모 하나에 ${allowed.join()}개까지 쓸 수 있습니다.`,
    tooManySteps: ({ value, allowed }) => `“${value}”에는 단계가 너무 많습니다. 데모 하나에 모두 ${allowed.join()}단계까지 쓸 수 있습니다.`,
    tooManyWorkers: ({ value, allowed }) =>
      `workers 레인에서는 태스크마다 스레드를 하나씩 쓰므로 ${value}개는 너무 많습니다. ${allowed.join()}개까지 쓸 수 있습니다.`,
  },
};

const languages = { en, ko };

/** @typedef {keyof typeof languages} Language One that we speak. */

/**
 * The first of the given language tags that we speak, else English.
 * @param {(string | null | undefined)[]} tags
 * @returns {Language}
 */
export function chooseLanguage(...tags) {
  for (const tag of tags) {
    const language = tag?.split("-")[0]?.toLowerCase();
    if (language === "ko" || language === "en") return language;
  }
  return "en";
}

/** The language of an element: its own, or that of what is around it, else the browser's. @param {Element} node */
export function languageOf(node) {
  return chooseLanguage(
    node.getAttribute("lang"),
    node.parentElement?.closest("[lang]")?.getAttribute("lang"),
    ...navigator.languages,
  );
}

/** Where nothing around says which: the document's, else the browser's. @param {string} [asked] */
export function readersLanguage(asked) {
  return chooseLanguage(asked, globalThis.document?.documentElement.lang, ...(globalThis.navigator?.languages ?? []));
}

/** @param {Language} language */
export function textsIn(language) {
  return languages[language];
}

/**
 * The sentence that says what is wrong with a setting and what would be right.
 * @param {Texts} texts
 * @param {Refusal} refusal
 */
export function explain(texts, refusal) {
  const problem = texts.problems[refusal.code];
  return `${refusal.setting}: ${problem ? problem(refusal) : refusal.value}`;
}

/** A setting that can't be used: which, its value, and what would be right. */
export class SettingError extends RangeError {
  /** @param {Texts} texts @param {Refusal} refusal */
  constructor(texts, refusal) {
    super(explain(texts, refusal));
    this.name = "SettingError";
    this.code = refusal.code;
    this.setting = refusal.setting;
    this.value = refusal.value;
    this.allowed = refusal.allowed;
  }
}
