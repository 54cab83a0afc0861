// What a chapter of the course says to what a reader does.

export const TEXTS = {
  en: {
    choose: "Choose an answer first.",
    right: "Right.",
    wrong: "Not quite.",
    isRight: "✓ right",
    isWrong: "✗ wrong",
    progress: (/** @type {number} */ done, /** @type {number} */ all) => `✓ ${done} of ${all} done`,
    done: "✓ done",
  },
  ko: {
    choose: "먼저 답을 고르세요.",
    right: "맞았습니다.",
    wrong: "조금 다릅니다.",
    isRight: "✓ 맞음",
    isWrong: "✗ 틀림",
    progress: (/** @type {number} */ done, /** @type {number} */ all) => `✓ ${all}개 중 ${done}개를 했습니다`,
    done: "✓ 완료",
  },
};
