// What the executor says of its steps, in the reader's language.

const en = {
  lane: "Lane",
  back: "Back to this lane's event before",
  on: "On to this lane's next event",
  ready: "Ready queue",
  thread: "Thread",
  sleeping: "Sleeping",
  locked: "Waiting for the lock",
  finished: "Finished",
  edges: { poll: "poll", pending: "Pending", wake: "deadline: wake", handed: "lock: wake", ended: "Ready" },
  none: "nobody",
  idle: "idle",
  until: (/** @type {string} */ time) => `until ${time}`,
  threads:
    "Threads are simulated here: each is a future that gives way wherever an interruption would show. The ready ones stand in the order in which they became ready, but the scheduler may pick any of them.",
  /** What has happened: to which task, with which time, and who gave way. */
  did: {
    nothing: () => "Nothing has run yet.",
    started: (/** @type {string} */ task) => `The main program started ${task}: its future joined the ready queue, and has not run yet.`,
    polled: (/** @type {string} */ task) => `${task} was polled for the first time: its future runs from its beginning.`,
    resumed: (/** @type {string} */ task) => `${task} was polled again: its future goes on from the await where it stopped.`,
    wentOn: (/** @type {string} */ task) => `${task} gave way between its two writes, but the scheduler picked it again: it goes on.`,
    tookOver: (/** @type {string} */ task, /** @type {string} */ _, /** @type {string} */ other) =>
      `${other} gave way between its two writes and is ready again; the scheduler picked ${task}.`,
    wrote: (/** @type {string} */ task) => `${task}, still being polled, wrote its text.`,
    newline: (/** @type {string} */ task) => `${task}, still being polled, wrote its newline.`,
    mainWrote: () => "All tasks have ended, so the main program went on, and printed.",
    waiting: (/** @type {string} */ task, /** @type {string} */ time) =>
      `${task}'s poll returned Pending: ${task} sleeps until ${time}. The clock keeps its waker, and the thread is free.`,
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
    picks: (/** @type {string} */ _, /** @type {string} */ __, /** @type {string} */ ___, /** @type {string} */ count) =>
      `Next, one of the ${count} ready tasks is polled: the scheduler may pick any.`,
    woke: (/** @type {string} */ task) => `Next, ${task} is woken: it has the same deadline.`,
    handed: (/** @type {string} */ task) => `Next, the lock is handed to ${task}, which has waited the longest.`,
    advances: (/** @type {string} */ task, /** @type {string} */ time) =>
      `Nobody is ready: nothing runs until somebody is woken. Next, the clock moves on to ${time} and wakes ${task}.`,
    over: () => "",
  },
};

/** @typedef {typeof en} Words */

/** @type {Words} */
const ko = {
  lane: "레인",
  back: "이 레인의 이전 이벤트로",
  on: "이 레인의 다음 이벤트로",
  ready: "준비 큐",
  thread: "스레드",
  sleeping: "기한을 기다림",
  locked: "락을 기다림",
  finished: "끝남",
  edges: { poll: "폴링", pending: "Pending", wake: "기한: 깨움", handed: "락: 깨움", ended: "Ready" },
  none: "없음",
  idle: "쉬는 중",
  until: (time) => `${time}까지`,
  threads:
    "여기서 스레드는 시뮬레이션입니다. 스레드 하나가 퓨처 하나이고, 중간에 끊기면 결과가 달라질 수 있는 곳마다 양보합니다. 준비된 순서대로 늘어놓았지만, 스케줄러는 그 가운데 어느 것이든 고를 수 있습니다.",
  did: {
    nothing: () => "아직 아무것도 실행되지 않았습니다.",
    started: (task) => `메인 프로그램이 ${task} 태스크를 시작했습니다. 그 퓨처는 준비 큐에 들어갔고, 아직 실행되지 않았습니다.`,
    polled: (task) => `${task} 태스크가 처음 폴링되었습니다. 퓨처가 처음부터 실행됩니다.`,
    resumed: (task) => `${task} 태스크가 다시 폴링되었습니다. 퓨처가 멈췄던 await에서 이어집니다.`,
    wentOn: (task) => `${task} 태스크가 두 번의 쓰기 사이에서 양보했지만, 스케줄러가 다시 골라 이어서 실행됩니다.`,
    tookOver: (task, _, other) => `${other} 태스크가 두 번의 쓰기 사이에서 양보하고 다시 준비되었습니다. 스케줄러는 ${task} 태스크를 골랐습니다.`,
    wrote: (task) => `${task} 태스크가 같은 폴링 안에서 텍스트를 썼습니다.`,
    newline: (task) => `${task} 태스크가 같은 폴링 안에서 줄바꿈을 썼습니다.`,
    mainWrote: () => "모든 태스크가 끝나서 메인 프로그램이 이어서 실행되어 출력했습니다.",
    waiting: (task, time) => `${task} 태스크의 폴링이 Pending을 반환했습니다. 기한은 ${time}입니다. 웨이커는 시계가 보관하고, 스레드는 비었습니다.`,
    locked: (task) => `${task} 태스크의 폴링이 Pending을 반환했습니다. 다른 태스크가 락을 쥐고 있어 줄을 서서 기다립니다.`,
    woke: (task, time) => `기한 ${time}가 되었습니다. 시계가 ${task} 태스크의 웨이커를 불렀고, 태스크는 준비 큐에 들어갔습니다.`,
    handed: (task) => `락이 ${task} 태스크에 넘어왔습니다. 웨이커가 불렸고, 태스크는 준비 큐에 들어갔습니다.`,
    finished: (task) => `${task} 태스크의 폴링이 Ready를 반환했습니다. 퓨처가 끝났으므로 다시 폴링되지 않습니다.`,
    done: () => "메인 프로그램이 끝났고, 실행도 끝났습니다. 남은 퓨처가 없습니다.",
  },
  next: {
    starts: (task) => `이제 메인 프로그램이 ${task} 태스크를 시작할 차례입니다.`,
    runs: (task) => `이제 ${task} 태스크가 폴링이 Pending이나 Ready를 반환할 때까지 실행됩니다.`,
    main: () => "이제 메인 프로그램이 끝까지 실행될 차례입니다.",
    polled: (task) => `이제 준비 큐의 맨 앞에 있는 ${task} 태스크가 폴링될 차례입니다.`,
    picks: (_, __, ___, count) => `이제 준비된 태스크 ${count}개 가운데 하나가 폴링됩니다. 스케줄러는 어느 것이든 고를 수 있습니다.`,
    woke: (task) => `이제 기한이 같은 ${task} 태스크가 깨어날 차례입니다.`,
    handed: (task) => `이제 가장 오래 기다린 ${task} 태스크에 락이 넘어갈 차례입니다.`,
    advances: (task, time) => `준비된 태스크가 없어서, 하나라도 깨어날 때까지 아무것도 실행되지 않습니다. 이제 시계가 ${time}로 가서 ${task} 태스크를 깨울 차례입니다.`,
    over: () => "",
  },
};

export const TEXTS = { en, ko };
