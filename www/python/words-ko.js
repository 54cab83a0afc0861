// What a reader sees of a Python program, in Korean.

/**
 * What is done something to, with its particle: which one is right is heard in the last
 * syllable. What no Korean syllable ends is read in more than one way.
 * @param {string} text
 */
function object(text) {
  const last = /([가-힣])[^\p{L}\p{N}]*$/u.exec(text)?.[1];
  if (!last) return `${text}을(를)`;
  return `${text}${(last.charCodeAt(0) - 0xac00) % 28 ? "을" : "를"}`;
}

/** @type {typeof import("./words-en.js").words} */
export const words = {
  name: "출력",
  how: "스레드를 가상 시간에서 실행합니다. 시드가 다르면 스케줄도 다릅니다.",
  inviteLog: "무엇이 출력될까요? 예상해 보고 실행을 누르세요.",
  invite: "실행을 누르거나 한 단계씩 나아가 보세요.",
  watch: "스레드마다 지금 있는 줄이 프로그램에 표시됩니다.",
  beside: "한 시계로 나란히 실행합니다.",
  program: "프로그램",
  programHelp: "파이썬 프로그램입니다. Tab 키로 입력란에서 나갑니다. F9 키를 누르거나 줄 번호를 누르면 중단점이 생깁니다.",
  breakpoints: {
    set: (line) => `${line}번째 줄에 중단점을 두었습니다. 실행이 이 줄 앞에서 멈춥니다`,
    gone: (line) => `${line}번째 줄의 중단점을 없앴습니다`,
    met: (line) => `${line}번째 줄의 중단점 앞에서 멈췄습니다`,
  },
  line: (line) => `${line}번째 줄`,
  atLine: (line) => `${line}번째 줄: `,
  at: (where, line) => `${where} ${line}번째 줄`,
  programOf: (number) => `프로그램 ${number}`,
  seedOf: (seed) => `시드 ${seed}`,
  module: "프로그램",
  errors: "표준 오류",
  threads: "스레드",
  globals: "전역 변수",
  resources: "락, 큐, 이벤트",
  stepThread: (name) => `${name} 스레드를 한 줄 앞으로`,
  stepThreadBack: (name) => `${name} 스레드를 한 줄 뒤로`,
  changed: "바뀜",
  shared: "함께 씀",
  parts: (name) => `${name} 안에 든 것`,
  empty: "비어 있음",
  states: {
    running: "실행 중",
    ready: "준비됨(다른 스레드가 실행 중)",
    sleeping: (until) => `${until}까지 잠듦`,
    waiting: (resource) => `${object(resource)} 기다림`,
    joining: (other) => `${other} 스레드가 끝나기를 기다림`,
    until: (until) => `(길어도 ${until}까지)`,
    ended: "끝남",
    early: "시작 전",
  },
  heldBy: (holder) => `${holder} 스레드가 쥐고 있음`,
  since: (line) => `(${line}번째 줄부터)`,
  free: "비어 있음",
  waiters: (names) => `기다리는 스레드: ${names}`,
  contents: (items) => `들어 있는 것: ${items}`,
  events: {
    begins: "프로그램이 시작됩니다",
    created: (by, task) => `${by} 스레드가 ${task} 스레드를 만듭니다`,
    started: (task) => `${task} 스레드가 시작되어 실행될 수 있습니다`,
    runs: (task) => `${task} 스레드가 실행됩니다`,
    preempted: (task) => `${task} 스레드가 중단되고 다른 스레드가 실행됩니다`,
    sleeps: (task, until) => `${task} 스레드가 ${until}까지 잠듭니다`,
    joins: (task, other) => `${task} 스레드가 ${other} 스레드가 끝나기를 기다립니다`,
    wants: (task, resource) => `${task} 스레드가 ${object(resource)} 기다립니다`,
    wantsHeld: (task, resource, holder, since) =>
      `${task} 스레드가 ${object(resource)} 기다립니다. ${holder} 스레드가 쥐고 있습니다${since}`,
    stands: (task) => `${task} 스레드가 기다립니다`,
    woke: (task) => `${task} 스레드가 다시 나아갈 수 있습니다`,
    takes: (task, resource) => `${task} 스레드가 ${object(resource)} 획득합니다`,
    gives: (task, resource) => `${task} 스레드가 ${object(resource)} 해제합니다`,
    passes: (task, resource) => `${task} 스레드가 기다리던 일이 일어났습니다: ${resource}`,
    signals: (task, resource) => `${task} 스레드가 기다리는 스레드를 깨웁니다: ${resource}`,
    writes: (task, text) => `${task} 스레드의 출력: “${text}”`,
    newline: (task) => `${task} 스레드가 줄바꿈을 출력합니다`,
    complains: (task, text) => `${task} 스레드의 표준 오류 출력: ${text}`,
    raised: (task, error) => `${task} 스레드가 오류로 끝납니다${error && `: ${error}`}`,
    finished: (task) => `${task} 스레드가 끝났습니다`,
    stuck: (task) => `${task} 스레드가 영원히 기다립니다: 교착 상태`,
    done: "프로그램이 끝났습니다",
  },
  kinds: {
    Lock: "락",
    RLock: "락",
    Condition: "조건 변수",
    Semaphore: "세마포어",
    BoundedSemaphore: "세마포어",
    Event: "이벤트",
    Barrier: "배리어",
    Queue: "큐",
  },
  outcomes: {
    done: (time) => `${time} 만에 끝났습니다.`,
    raised: (error) => `오류로 끝났습니다${error && `: ${error}`}.`,
    refused: "여기서는 실행할 수 없는 프로그램입니다.",
    refusal: (line, word, reason) => `${line}번째 줄: ${word}: ${reason}`,
    deadlock: (circle) => `교착 상태입니다. ${circle}. 아무도 더 나아갈 수 없습니다.`,
    waitsForHeld: (task, resource, holder) => `${task} 스레드는 ${holder} 스레드가 쥔 ${object(resource)} 기다립니다`,
    waitsFor: (task, resource) => `${task} 스레드는 ${object(resource)} 기다립니다`,
    waitsForEnd: (task, other) => `${task} 스레드는 ${other} 스레드가 끝나기를 기다립니다`,
    waitsAt: (task, line, text) => `${task} 스레드는 ${line}번째 줄에서 기다립니다: ${text}`,
    heldBy: (holder) => ` (${holder} 스레드가 쥐고 있음)`,
    and: ". ",
    limit: "너무 오래 계속되어 멈추었습니다.",
  },
  cuts: {
    title: (count) => `여기에 이르는 중단 ${count}번`,
    none: "이 스케줄은 아무도 중단하지 않습니다. 누가 먼저 나아가는지만 다릅니다.",
    uses: (thread, variable, before, meanwhile, after) => {
      const [one, other] = before.line === after.line ? ["", ""] : [`${before.line}번째 줄에서 `, `${after.line}번째 줄에서 `];
      const again = before.writes === after.writes ? "다시 " : "";
      const first = `${thread} 스레드가 ${one}${object(variable)} ${before.writes ? "쓰고" : "읽고"} 나서`;
      const then = `${other}${again}${after.writes ? "쓰기" : "읽기"} 전에 중단됩니다`;
      return `${first} ${then}. 그 사이에 ${meanwhile.thread} 스레드가 ${meanwhile.line}번째 줄에서 ${meanwhile.writes ? "씁니다" : "읽습니다"}.`;
    },
    printing: (thread) => `${thread} 스레드가 print 한 번의 두 쓰기 사이에서 중단됩니다.`,
    holding: (thread, locks) => `${thread} 스레드가 ${object(locks)} 쥔 채 중단됩니다.`,
    plain: (thread) => `${thread} 스레드가 중단됩니다.`,
  },
  search: {
    start: "잘못될 수 있을까요?",
    stop: "멈추기",
    counts: (outcomes, schedules, states) => `지금까지 결과 ${outcomes}가지, 스케줄 ${schedules}개, 상태 ${states}개.`,
    fails: "네, 실패할 수 있습니다.",
    differs: (outcomes) => `${outcomes}가지로 끝날 수 있습니다. 어느 것이 옳은지는 프로그램을 쓴 사람만 압니다.`,
    same: "언제나 똑같이 끝납니다.",
    sameSoFar: "다르게 끝나는 경우를 찾지 못했습니다.",
    proved: (schedules, states) => `증명됨: 다른 결과는 없습니다(스케줄 ${schedules}개, 상태 ${states}개).`,
    bound: (bound, schedules, states) =>
      `모든 스케줄을 해 본 것은 아닙니다. ${bound}(스케줄 ${schedules}개, 상태 ${states}개). 다른 결과가 더 있을 수 있습니다.`,
    bounds: {
      states: "상태가 너무 많습니다",
      steps: "실행 한 번에 명령이 너무 많습니다",
      seconds: "너무 오래 걸립니다",
      events: "실행 한 번에 일어나는 일이 너무 많습니다",
      output: "실행 한 번에 출력이 너무 많습니다",
      memory: "상태들이 메모리를 너무 많이 씁니다",
      signal: "멈추었습니다",
    },
    interruptions: (interruptions) => (interruptions ? `중단 ${interruptions}번` : "중단 없음"),
    show: "어떻게 되는지 보기",
    nothing: "(출력 없음)",
    others: (outcomes) => `그 밖의 결과 ${outcomes}가지.`,
    races: "경쟁 상태",
    noRaces: "경쟁 상태가 없습니다. 스레드가 함께 쓰는 것에는 모두 차례가 있습니다.",
    race: (variable, one, other) => {
      const side = (/** @type {import("./words-en.js").Use} */ { thread, line, writes }) =>
        `${thread} 스레드가 ${line}번째 줄에서 ${writes ? "쓰고" : "읽고"}`;
      return `${variable}: ${side(one)}, ${side(other)}, 둘의 차례를 정하는 것이 없습니다.`;
    },
    lock: (lock) => ` 한쪽만 ${object(lock)} 쥐고 있습니다. 둘 다 쥐면 차례가 생깁니다.`,
    benign: " 해롭지 않습니다. 쓰는 값이 언제나 이미 그 값입니다.",
    circles: "서로 엇갈린 락",
    order: (thread, asked, held, line) => `${thread} 스레드가 ${object(held)} 쥔 채 ${object(asked)} 기다립니다(${line}번째 줄)`,
    failed: "탐색에 실패했습니다.",
  },
  output: {
    title: "이렇게 출력될 수 있을까요?",
    how: "여기서나 파이썬에서 실행해 얻은 출력을 붙여 넣거나, 나올 법한 출력을 지어 보세요.",
    start: "스케줄 찾기",
    possible: (end, interruptions) => `네: ${end}, ${interruptions}.`,
    beginning: (line, states) => `이것만 출력되지는 않습니다. 증명됨: 언제나 ${line}번째 줄부터 더 출력됩니다(상태 ${states}개).`,
    impossible: (line, states) => `아니요. 증명됨: 어떤 스케줄도 ${line}번째 줄을 이렇게 출력하지 않습니다(상태 ${states}개).`,
    unknown: (line) => `${line}번째 줄을 이렇게 출력하는 스케줄을 찾지 못했습니다.`,
    instead: (line) => `${line}번째 줄에 대신 나오는 것:`,
    ended: "없음: 거기서 끝납니다",
  },
  exercise: {
    check: "확인",
    proved: (schedules, states) => `증명됨: 어떤 스케줄에서도 다른 것을 출력하지 않습니다(스케줄 ${schedules}개, 상태 ${states}개).`,
    refused: "아직 아닙니다. 이렇게 끝날 수 있습니다.",
    open: "잘못되는 경우를 찾지 못했지만, 증명된 것은 아닙니다.",
  },
  page: {
    example: "예제",
    own: "내 프로그램",
    seed: "시드",
    seedHelp: "0: 차례대로",
    shuffle: "다른 시드",
    many: "시드 100개",
    manyOf: (done, all) => `시드 ${all}개 중 ${done}개 실행`,
    times: (count, all) => `${all}번 중 ${count}번`,
    ends: {
      done: "끝남",
      raised: "오류로 끝남",
      deadlock: "교착 상태",
      limit: "끝나지 않음",
      refused: "실행할 수 없음",
    },
    others: (count) => `다르게 끝난 것 ${count}번`,
    showSeed: (seed) => `시드 ${seed} 보기`,
    link: "링크 복사",
    copied: "복사했습니다.",
    failed: "이 주소에 담긴 프로그램을 읽을 수 없습니다.",
  },
};
