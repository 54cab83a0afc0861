// What a reader sees of a demo, in Korean.

/** @type {import("./texts.js").Texts} */
export const texts = {
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
    "event-loop": {
      name: "비동기 실행(브라우저)",
      how: "같은 퓨처를 브라우저의 이벤트 루프가 실행합니다. 기다릴 때마다 타이머를 하나씩 씁니다. 시뮬레이션이 아니라 실제로 잰 결과입니다.",
      invite: "실행을 누르면 실제 타이머가 시작됩니다. 이 기기에서 타이머는 얼마나 늦을까요?",
    },
    threads: {
      name: "스레드(시뮬레이션)",
      how: "운영체제처럼 어디서든 전환: 텍스트와 줄바꿈 사이에서도 다른 스레드로 넘어갑니다.",
      invite: "출력 한 번은 텍스트 쓰기와 줄바꿈 쓰기, 두 번으로 이루어집니다. 그 사이에 다른 스레드가 쓰면 어떻게 될까요?",
    },
    workers: {
      name: "실제 스레드",
      how: "태스크마다 웹 워커 하나, 프로세서 수만큼 동시에 실행됩니다. 실제로 일어난 일을 보여 주므로 실행할 때마다 다를 수 있습니다.",
      invite: "실행을 누르면 실제 스레드가 시작됩니다. 이 기기에서는 얼마나 걸릴까요?",
    },
  },
  log: (lane) => `로그: ${lane}`,
  states: { ready: "시작 전", running: "실행 중", paused: "일시정지", done: "완료", failed: "실패" },
  torn: "찢어짐",
  emptyLine: "줄바꿈만 나옴",
  moments: {
    sequential: {
      started: (task) => `이제 ${task} 태스크 차례입니다`,
      polled: (task) => `${task} 태스크가 실행됩니다`,
      waiting: (task, until) => `${task} 태스크가 ${until}까지 기다립니다. 프로그램 전체가 함께 기다립니다`,
      woke: (task) => `${task} 태스크의 기다림이 끝났습니다`,
    },
    async: {
      started: (task) => `${task} 태스크가 시작되었지만 아직 실행되지는 않았습니다`,
      polled: (task) => `${task} 태스크의 차례가 되었습니다`,
      waiting: (task, until) => `${task} 태스크가 ${until}까지 기다립니다. 그동안 다른 태스크가 실행됩니다`,
      woke: (task) => `${task} 태스크의 기다림이 끝나 차례를 기다립니다`,
    },
    threads: {
      started: (task) => `${task} 스레드가 시작되었습니다`,
      polled: (task) => `${task} 스레드가 실행됩니다`,
      waiting: (task, until) => `${task} 스레드가 ${until}까지 멈춰 있습니다`,
      woke: (task) => `${task} 스레드가 다시 실행할 수 있게 되었습니다`,
    },
    main: {
      created: "실행이 시작됩니다",
      started: "메인 프로그램이 준비되었습니다",
      turn: "메인 프로그램이 실행됩니다",
      woke: "메인 프로그램이 다시 나아갈 수 있습니다",
    },
    created: (task) => `${task}: 만들어졌습니다`,
    preempted: (task) => `${task}: 중단되고 다른 스레드가 실행됩니다`,
    joins: (task, other) => `${task}: ${other} 태스크가 끝나기를 기다립니다`,
    acquired: (task) => `${task}: 락을 얻었습니다`,
    released: (task) => `${task}: 락을 돌려주었습니다`,
    locked: (task) => `다른 스레드가 락을 쥐고 있어서 ${task} 스레드가 멈춥니다`,
    wrote: (task) => `${task}: 텍스트를 썼습니다`,
    newline: (task) => `${task}: 줄바꿈을 썼습니다`,
    finished: (task) => `${task}: 끝났습니다`,
    done: "모두 끝났습니다",
  },
  thread: "스레드",
  timeline: (lane) => `${lane} 타임라인, 같은 내용의 표가 이어집니다`,
  table: {
    caption: (lane) => `${lane}: 태스크가 한 일`,
    columns: ["태스크", "상태", "깨어날 시각", "차례", "출력"],
    states: { ready: "준비됨", running: "실행 중", waiting: "기다리는 중", finished: "끝남" },
    blocked: "멈춤",
    early: "시작 전",
    lock: "락이 풀릴 때",
    torn: (count) => `, 찢어짐 ${count}`,
  },
  main: "메인 프로그램",
  steps: {
    sequential: "프로그램이 하는 일",
    async: "실행기가 하는 일",
    threads: "스케줄러가 하는 일",
    several: "누가 실행되는지 한 단계씩 보기",
  },
  invite: "실행하기 전에 예상해 보세요. 몇 초 만에 끝날까요?",
  watch: "다음에 누구의 줄이 언제 나오는지 지켜보세요.",
  conclusion: {
    faster: {
      wait: (_, lane, ratio) => `${lane}: 순차 실행보다 ${ratio} 빨랐습니다. 기다리는 시간이 겹쳤기 때문이며, 계산이 빨라진 것은 아닙니다.`,
      compute: (kind, lane, ratio) =>
        kind === "threads"
          ? `${lane}: 순차 실행보다 ${ratio} 빨랐습니다. 여기서는 스레드마다 프로세서가 하나씩 있기 때문입니다.`
          : `${lane}: 순차 실행보다 ${ratio} 빨랐습니다. 스레드들이 여러 프로세서에서 동시에 계산했기 때문입니다.`,
      block: (kind, lane, ratio) =>
        kind === "async"
          ? `${lane}: 순차 실행보다 ${ratio} 빨랐습니다. 첫 태스크가 계산하는 동안에는 다른 태스크가 진행하지 못했고, 그 뒤에야 나머지가 함께 기다렸습니다.`
          : `${lane}: 순차 실행보다 ${ratio} 빨랐습니다. 첫 태스크가 자기 스레드에서 계산하는 동안 나머지는 기다리기 때문입니다.`,
    },
    noFaster: (lane) =>
      `${lane}: 빨라지지 않았습니다. 스레드가 하나뿐이어서, 한 태스크가 계산하는 동안 다른 태스크는 진행하지 못하기 때문입니다.`,
    slower: (lane, time, base) => `${lane}: 더 느렸습니다. 순차 실행은 ${base}, 이 레인은 ${time} 걸렸습니다.`,
    same: (lane) => `${lane}: 잴 수 있을 만한 차이가 없었습니다.`,
    noise: (ratio, quickest, slowest) =>
      `${ratio}라는 차이는 이 기기의 측정 오차에 지나지 않습니다. 똑같은 일을 하는 한 단계가 ${quickest} 걸리기도, ${slowest} 걸리기도 했습니다.`,
    late: (lane, time, expected) => `${lane}: ${expected}면 될 일이 ${time} 걸렸습니다.`,
    shares: (threads, processors) => `스레드 ${threads}개가 프로세서 ${processors}개를 나누어 써야 했기 때문입니다.`,
    busy: "기기가 실행 직전보다 느리게 계산했습니다. 다른 일을 함께 하고 있었을 수 있습니다.",
    timers: "스레드가 시작되는 데 시간이 걸렸고, 브라우저의 타이머가 늦게 작동했기 때문입니다.",
  },
  same: (time) => `모두 똑같이 ${time} 걸렸습니다.`,
  earlier: (time) => `${time} 먼저 끝남`,
  ended: (time) => `${time} 만에 끝났습니다.`,
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
