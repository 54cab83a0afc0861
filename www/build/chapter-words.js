// The words around a chapter, for each language: its folder on the site, and the way up from there.

export const LANGUAGES = {
  en: {
    folder: "",
    up: "../",
    course: "The course",
    about:
      "Chapters on programs that do several things at once. Each claim runs beside it, and each exercise is checked under every schedule.",
    lesson: "Waiting together takes less time",
    contents: "Contents",
    playground: "Your own program",
    here: "On this page",
    beside: "Other chapters",
    before: "Before",
    after: "Next",
    other: "한국어",
    skip: "To the chapter",
    one: "Choose one.",
    several: "Choose all that are right.",
    try: "Answer",
    answer: "The answer, and why",
    right: "Right:",
    exercise: "Under every schedule it has to print:",
    check: "Check",
    search: "Can it go wrong?",
  },
  ko: {
    folder: "ko/",
    up: "../../",
    course: "강의",
    about:
      "여러 일을 함께 하는 프로그램을 배우는 강의입니다. 설명마다 바로 옆에서 실행해 볼 수 있고, 연습 문제는 모든 스케줄에서 확인합니다.",
    lesson: "함께 기다리면 시간이 줄어듭니다",
    contents: "차례",
    playground: "내 프로그램",
    here: "이 장의 차례",
    beside: "다른 장",
    before: "이전",
    after: "다음",
    other: "English",
    skip: "본문으로",
    one: "하나를 고르세요.",
    several: "맞는 것을 모두 고르세요.",
    try: "답하기",
    answer: "답과 이유",
    right: "맞는 답:",
    exercise: "어떤 순서로 실행되어도 출력해야 하는 것:",
    check: "확인",
    search: "잘못될 수 있을까요?",
  },
};

/** @typedef {keyof typeof LANGUAGES} Language */
