// What the panel says of the steps of a lane, in the reader's language and in the lane's
// own words: futures are polled, threads run and are blocked, and a program without
// either just goes on.

/** @typedef {"sequential" | "async" | "threads"} Kind */

const common = {
  en: {
    lane: "Lane",
    back: "Back to this lane's event before",
    on: "On to this lane's next event",
    none: "nobody",
    idle: "idle",
    until: (/** @type {string} */ time) => `until ${time}`,
  },
  ko: {
    lane: "레인",
    back: "이 레인의 이전 이벤트로",
    on: "이 레인의 다음 이벤트로",
    none: "없음",
    idle: "쉬는 중",
    until: (/** @type {string} */ time) => `${time}까지`,
  },
};

const future = {
  note: "A future runs only while the executor polls it. The poll of one that has to wait returns Pending; that of one that has come to its end returns Ready.",
  ready: "Ready queue",
  thread: "Thread",
  sleeping: "Sleeping",
  locked: "Waiting for the lock",
  finished: "Finished",
  edges: { poll: "poll", pending: "Pending", wake: "deadline: wake", handed: "lock: wake", ended: "Ready" },
  /** What has happened: to which task, with which time, and who gave way. */
  did: {
    nothing: () => "Nothing has run yet.",
    started: (/** @type {string} */ task) => `The main program started ${task}: its future joined the ready queue, and has not run yet.`,
    polled: (/** @type {string} */ task) => `${task} was polled for the first time: its future runs from its beginning.`,
    resumed: (/** @type {string} */ task) => `${task} was polled again: its future goes on from the await where it stopped.`,
    wentOn: (/** @type {string} */ task) => `${task} gave way between its two writes, and was polled again.`,
    tookOver: (/** @type {string} */ task, /** @type {string} */ _, /** @type {string} */ other) => `${other} gave way between its two writes, and ${task} was polled.`,
    wrote: (/** @type {string} */ task) => `${task}, still being polled, wrote its text.`,
    newline: (/** @type {string} */ task) => `${task}, still being polled, wrote its newline.`,
    mainWrote: () => "All tasks have ended, so the main program went on, and printed.",
    waiting: (/** @type {string} */ task, /** @type {string} */ time) =>
      `${task}'s poll returned Pending: ${task} sleeps until its deadline, ${time}. The clock keeps its waker, and the thread is free.`,
    locked: (/** @type {string} */ task) => `${task}'s poll returned Pending: another task holds the lock, and ${task} queues for it.`,
    woke: (/** @type {string} */ task, /** @type {string} */ time) =>
      `The deadline ${time} came: the clock called ${task}'s waker, and ${task} joined the ready queue.`,
    handed: (/** @type {string} */ task) => `The lock was handed to ${task}: its waker was called, and ${task} joined the ready queue.`,
    finished: (/** @type {string} */ task) => `${task}'s poll returned Ready: its future has ended, and is never polled again.`,
    done: () => "The main program has ended, and with it the run: no future is left.",
  },
  /** What comes next: to which task, with which time, and out of how many. */
  next: {
    starts: (/** @type {string} */ task) => `Next, the main program starts ${task}.`,
    runs: (/** @type {string} */ task) => `Next, ${task} runs on, until its poll returns Pending or Ready.`,
    main: () => "Next, the main program runs on, to its end.",
    polled: (/** @type {string} */ task) => `Next, ${task} is polled: it is the head of the ready queue.`,
    picks: (/** @type {string} */ _, /** @type {string} */ __, /** @type {string} */ ___, /** @type {string} */ count) => `Next, one of the ${count} ready tasks is polled.`,
    woke: (/** @type {string} */ task) => `Next, ${task} is woken: it has the same deadline.`,
    handed: (/** @type {string} */ task) => `Next, the lock is handed to ${task}, which has waited the longest.`,
    advances: (/** @type {string} */ task, /** @type {string} */ time) =>
      `Nobody is ready: nothing runs until somebody is woken. Next, the clock moves on to ${time} and wakes ${task}.`,
    over: () => "",
  },
};

/** @typedef {typeof future & typeof common.en} Words */

/** @type {typeof future} */
const futureKo = {
  note: "퓨처는 실행기가 폴링하는 동안에만 실행됩니다. 기다려야 하면 폴링은 Pending을 반환하고, 끝까지 갔으면 Ready를 반환합니다.",
  ready: "준비 큐",
  thread: "스레드",
  sleeping: "기다리는 중",
  locked: "락을 기다리는 중",
  finished: "끝남",
  edges: { poll: "폴링", pending: "Pending", wake: "시간이 되어 깨움", handed: "락을 넘기며 깨움", ended: "Ready" },
  did: {
    nothing: () => "아직 아무것도 실행되지 않았습니다.",
    started: (task) => `메인 프로그램이 ${task} 태스크를 시작했습니다. 퓨처가 준비 큐에 들어갔을 뿐, 아직 실행되지는 않았습니다.`,
    polled: (task) => `실행기가 ${task} 태스크를 처음으로 폴링했습니다. 퓨처는 처음부터 실행됩니다.`,
    resumed: (task) => `실행기가 ${task} 태스크를 다시 폴링했습니다. 퓨처는 멈췄던 await에서 이어집니다.`,
    wentOn: (task) => `${task} 태스크가 두 번의 쓰기 사이에서 양보했고, 다시 폴링되었습니다.`,
    tookOver: (task, _, other) => `${other} 태스크가 두 번의 쓰기 사이에서 양보했고, ${task} 태스크가 폴링되었습니다.`,
    wrote: (task) => `${task} 태스크가 이번 폴링에서 텍스트를 썼습니다.`,
    newline: (task) => `${task} 태스크가 같은 폴링에서 줄바꿈을 썼습니다.`,
    mainWrote: () => "태스크가 모두 끝나서, 메인 프로그램이 이어서 실행되어 출력했습니다.",
    waiting: (task, time) =>
      `${task} 태스크의 폴링이 Pending을 반환했습니다. ${time}까지 기다립니다. 그때 호출할 웨이커를 시계가 갖고 있습니다. 스레드는 이제 비었습니다.`,
    locked: (task) => `${task} 태스크의 폴링이 Pending을 반환했습니다. 다른 태스크가 락을 쥐고 있어서 순서를 기다립니다.`,
    woke: (task, time) => `${time}가 되자 시계가 ${task} 태스크의 웨이커를 호출했고, 태스크는 준비 큐에 들어갔습니다.`,
    handed: (task) => `${task} 태스크가 락을 넘겨받았습니다. 웨이커가 호출되어 준비 큐에 들어갔습니다.`,
    finished: (task) => `${task} 태스크의 폴링이 Ready를 반환했습니다. 퓨처가 끝났으니 다시 폴링하지 않습니다.`,
    done: () => "메인 프로그램이 끝나면서 실행도 끝났습니다. 남은 퓨처가 없습니다.",
  },
  next: {
    starts: (task) => `다음: 메인 프로그램이 ${task} 태스크를 시작합니다.`,
    runs: (task) => `다음: ${task} 태스크가 계속 실행되다가, 기다려야 하면 Pending을, 끝나면 Ready를 반환합니다.`,
    main: () => "다음: 메인 프로그램이 끝까지 실행됩니다.",
    polled: (task) => `다음: 준비 큐의 맨 앞에 있는 ${task} 태스크를 폴링합니다.`,
    picks: (_, __, ___, count) => `다음: 준비된 태스크 ${count}개 가운데 하나를 폴링합니다.`,
    woke: (task) => `다음: 같은 시각까지 기다리던 ${task} 태스크를 깨웁니다.`,
    handed: (task) => `다음: 가장 오래 기다린 ${task} 태스크에 락을 넘깁니다.`,
    advances: (task, time) => `준비된 태스크가 없으니, 누가 깨어날 때까지 아무것도 실행되지 않습니다. 다음: ${time}가 되면 시계가 ${task} 태스크를 깨웁니다.`,
    over: () => "",
  },
};

/** @type {typeof future} */
const threads = {
  note: "Threads are simulated here: a seeded scheduler decides who runs next, and may switch anywhere, as an operating system does. Those that may run stand in the order in which they came, but the scheduler may pick any of them.",
  ready: "May run",
  thread: "Runs",
  sleeping: "Blocked: asleep",
  locked: "Blocked: no lock",
  finished: "Ended",
  edges: { poll: "runs", pending: "blocks", wake: "time is up", handed: "gets the lock", ended: "ends" },
  did: {
    nothing: () => "Nothing has run yet.",
    started: (task) => `The main program started the thread ${task}. It may run, but has not run yet.`,
    polled: (task) => `The scheduler lets ${task} run, for the first time: from its beginning.`,
    resumed: (task) => `The scheduler lets ${task} run again: it goes on where it was.`,
    wentOn: (task) => `Between the two writes of ${task} the scheduler could have switched, but it lets ${task} go on.`,
    tookOver: (task, _, other) => `Between the two writes of ${other} the scheduler switched to ${task}. ${other} may still run, but has to wait its turn.`,
    wrote: (task) => `${task} wrote its text.`,
    newline: (task) => `${task} wrote its newline.`,
    mainWrote: () => "All threads have ended, so the main program went on, and printed.",
    waiting: (task, time) => `${task} sleeps: it is blocked until ${time}. Meanwhile others can run.`,
    locked: (task) => `${task} wants to print, but another thread has the lock: ${task} is blocked until it gets it.`,
    woke: (task, time) => `It is ${time}: the sleep of ${task} is over, and it may run again.`,
    handed: (task) => `${task} got the lock, and may run again.`,
    finished: (task) => `${task} has come to its end: this thread never runs again.`,
    done: () => "The main program has ended, and with it the run.",
  },
  next: {
    starts: (task) => `Next, the main program starts the thread ${task}.`,
    runs: (task) => `Next, ${task} runs on.`,
    main: () => "Next, the main program runs on, to its end.",
    polled: (task) => `Next, ${task} runs: nobody else can.`,
    picks: (_, __, ___, count) => `Next, one of the ${count} threads that may run does: the scheduler may pick any.`,
    woke: (task) => `Next, the sleep of ${task} is over as well.`,
    handed: (task) => `Next, ${task} gets the lock: it has waited the longest.`,
    advances: (task, time) => `All threads are blocked. Next, it becomes ${time}, and the sleep of ${task} is over.`,
    over: () => "",
  },
};

/** @type {typeof future} */
const threadsKo = {
  note: "여기서 스레드는 시뮬레이션입니다. 누가 다음에 실행될지를 시드에 따라 스케줄러가 정하고, 운영체제처럼 어디서든 전환할 수 있습니다. 실행할 수 있게 된 순서대로 늘어놓았지만, 스케줄러는 그 가운데 어느 것이든 고를 수 있습니다.",
  ready: "실행 가능",
  thread: "실행 중",
  sleeping: "멈춤: 대기 중",
  locked: "멈춤: 락을 기다림",
  finished: "끝남",
  edges: { poll: "실행", pending: "멈춤", wake: "시간이 됨", handed: "락을 얻음", ended: "끝" },
  did: {
    nothing: () => "아직 아무것도 실행되지 않았습니다.",
    started: (task) => `메인 프로그램이 ${task} 스레드를 시작했습니다. 실행할 수 있지만 아직 실행되지는 않았습니다.`,
    polled: (task) => `스케줄러가 ${task} 스레드를 처음으로 실행합니다.`,
    resumed: (task) => `스케줄러가 ${task} 스레드를 다시 실행합니다. 멈췄던 곳에서 이어집니다.`,
    wentOn: (task) => `${task} 스레드가 두 번 쓰는 사이에 전환할 수도 있었지만, 스케줄러는 이 스레드를 계속 실행합니다.`,
    tookOver: (task, _, other) => `${other} 스레드가 두 번 쓰는 사이에 스케줄러가 ${task} 스레드로 전환했습니다. ${other} 스레드는 다시 차례를 기다립니다.`,
    wrote: (task) => `${task} 스레드가 텍스트를 썼습니다.`,
    newline: (task) => `${task} 스레드가 줄바꿈을 썼습니다.`,
    mainWrote: () => "스레드가 모두 끝나서, 메인 프로그램이 이어서 실행되어 출력했습니다.",
    waiting: (task, time) => `${task} 스레드가 ${time}까지 멈춰 있습니다. 그동안 다른 스레드가 실행될 수 있습니다.`,
    locked: (task) => `${task} 스레드가 출력하려 하지만 다른 스레드가 락을 쥐고 있습니다. 락을 얻을 때까지 멈춥니다.`,
    woke: (task, time) => `${time}가 되어 ${task} 스레드의 기다림이 끝났습니다. 이제 다시 실행할 수 있습니다.`,
    handed: (task) => `${task} 스레드가 락을 얻었습니다. 이제 다시 실행할 수 있습니다.`,
    finished: (task) => `${task} 스레드가 끝났습니다. 다시 실행되지 않습니다.`,
    done: () => "메인 프로그램이 끝나면서 실행도 끝났습니다.",
  },
  next: {
    starts: (task) => `다음: 메인 프로그램이 ${task} 스레드를 시작합니다.`,
    runs: (task) => `다음: ${task} 스레드가 계속 실행됩니다.`,
    main: () => "다음: 메인 프로그램이 끝까지 실행됩니다.",
    polled: (task) => `다음: 실행할 수 있는 스레드가 ${task} 하나뿐이므로 그 스레드가 실행됩니다.`,
    picks: (_, __, ___, count) => `다음: 실행할 수 있는 스레드 ${count}개 가운데 하나가 실행됩니다. 스케줄러는 어느 것이든 고를 수 있습니다.`,
    woke: (task) => `다음: ${task} 스레드의 기다림도 끝납니다.`,
    handed: (task) => `다음: 가장 오래 기다린 ${task} 스레드가 락을 얻습니다.`,
    advances: (task, time) => `모든 스레드가 멈춰 있습니다. 다음: ${time}가 되면 ${task} 스레드의 기다림이 끝납니다.`,
    over: () => "",
  },
};

/** @type {typeof future} */
const sequential = {
  ...threads,
  note: "Here nobody chooses: each task runs from its beginning to its end, and only then the next one begins.",
  ready: "Next",
  sleeping: "Waiting",
  edges: { ...threads.edges, pending: "waits" },
  did: {
    ...threads.did,
    started: (task) => `The program came to ${task}, which has not run yet.`,
    polled: (task) => `${task} runs, from its beginning.`,
    resumed: (task) => `${task} goes on after its wait.`,
    mainWrote: () => "The last task has ended, so the program went on, and printed.",
    waiting: (task, time) => `${task} waits until ${time}, and the whole program waits with it.`,
    woke: (task, time) => `It is ${time}: the wait of ${task} is over.`,
    finished: (task) => `${task} has come to its end. Only now can the next one begin.`,
    done: () => "The program has ended.",
  },
  next: {
    ...threads.next,
    starts: (task) => `Next, the program comes to ${task}.`,
    runs: (task) => `Next, ${task} runs on, until it waits or ends.`,
    main: () => "Next, the program runs on, to its end.",
    polled: (task) => `Next, ${task} runs.`,
    advances: (task, time) => `The program waits. Next, it becomes ${time}, and ${task} goes on.`,
  },
};

/** @type {typeof future} */
const sequentialKo = {
  ...threadsKo,
  note: "여기서는 고를 것이 없습니다. 한 태스크가 처음부터 끝까지 실행된 다음에야 다음 태스크가 시작합니다.",
  ready: "다음",
  sleeping: "기다리는 중",
  edges: { ...threadsKo.edges, pending: "대기" },
  did: {
    ...threadsKo.did,
    started: (task) => `프로그램이 ${task} 태스크에 이르렀습니다. 아직 실행되지는 않았습니다.`,
    polled: (task) => `${task} 태스크가 처음부터 실행됩니다.`,
    resumed: (task) => `${task} 태스크가 기다림을 마치고 이어서 실행됩니다.`,
    wrote: (task) => `${task} 태스크가 텍스트를 썼습니다.`,
    newline: (task) => `${task} 태스크가 줄바꿈을 썼습니다.`,
    mainWrote: () => "마지막 태스크가 끝나서, 프로그램이 이어서 실행되어 출력했습니다.",
    waiting: (task, time) => `${task} 태스크가 ${time}까지 기다립니다. 프로그램 전체가 함께 기다립니다.`,
    woke: (task, time) => `${time}가 되어 ${task} 태스크의 기다림이 끝났습니다.`,
    finished: (task) => `${task} 태스크가 끝났습니다. 이제야 다음 태스크가 시작할 수 있습니다.`,
    done: () => "프로그램이 끝났습니다.",
  },
  next: {
    ...threadsKo.next,
    starts: (task) => `다음: 프로그램이 ${task} 태스크로 넘어갑니다.`,
    runs: (task) => `다음: ${task} 태스크가 기다리거나 끝날 때까지 계속 실행됩니다.`,
    main: () => "다음: 프로그램이 끝까지 실행됩니다.",
    polled: (task) => `다음: ${task} 태스크가 실행됩니다.`,
    advances: (task, time) => `프로그램이 기다리고 있습니다. 다음: ${time}가 되면 ${task} 태스크가 이어서 실행됩니다.`,
  },
};

/** @type {Record<"en" | "ko", Record<Kind, Words>>} */
export const TEXTS = {
  en: {
    sequential: { ...common.en, ...sequential },
    async: { ...common.en, ...future },
    threads: { ...common.en, ...threads },
  },
  ko: {
    sequential: { ...common.ko, ...sequentialKo },
    async: { ...common.ko, ...futureKo },
    threads: { ...common.ko, ...threadsKo },
  },
};
