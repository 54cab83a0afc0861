// What the form says, in the reader's language.

export const TEXTS = {
  en: {
    editor: "Tasks and settings",
    row: (/** @type {number} */ task) => [
      `Task ${task}: name`,
      `Task ${task}: low end`,
      `Task ${task}: high end`,
      `Remove task ${task}`,
    ],
    whole: "All tasks, each as name:low:high",
    add: "+ Add a task",
    undo: "Undo",
    redo: "Redo",
    lesson: "Back to the lesson",
    interval: "Each step waits",
    seconds: "s",
    lanes: "Lanes",
    lock: "Lock around print",
    seed: "Seed",
    shuffle: "Shuffle",
    notAName: (/** @type {string} */ name) => `tasks: “${name}” can’t be a name, because a name has no spaces or commas.`,
    noLane: "lanes: choose at least one.",
  },
  ko: {
    editor: "태스크와 설정",
    row: (/** @type {number} */ task) => [
      `태스크 ${task} 이름`,
      `태스크 ${task} 시작`,
      `태스크 ${task} 끝`,
      `태스크 ${task} 빼기`,
    ],
    whole: "태스크 전체: 하나마다 이름:시작:끝",
    add: "+ 태스크 추가",
    // What systems call them, “실행 취소” and “다시 실행”, would speak of running here.
    undo: "되돌리기",
    redo: "다시 적용",
    lesson: "수업 설정으로",
    interval: "단계마다 기다리는 시간",
    seconds: "초",
    lanes: "실행 방식",
    lock: "출력에 락 걸기",
    seed: "시드",
    shuffle: "섞기",
    notAName: (/** @type {string} */ name) => `tasks: “${name}”: 이름에는 공백이나 쉼표를 쓸 수 없습니다.`,
    noLane: "lanes: 하나 이상 고르세요.",
  },
};
