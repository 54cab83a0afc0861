// What is said of the programs, in the reader's language.

const en = {
  title: (/** @type {string} */ name) => `The program in ${name}`,
  legend: "A mark stands at the line that its task has come to.",
  show: "Show the program of a lane",
  main: "main",
  copy: "Copy",
  copied: "Copied",
  selected: "Press Ctrl+C or ⌘C",
  none: "For this lane there is no program in this language.",
  /** @type {Record<string, string>} */
  notes: {
    rust: "This is the source that runs here, compiled to WebAssembly. Tasks and interval are settings.",
    "python threads compute":
      "CPython runs one thread at a time (its global interpreter lock), so there threads that compute take turns, unless it is a free-threaded build. The lane here has a processor for each.",
    "python threads": "Prints can tear in a Jupyter notebook or with python -u. With ordinary buffering a print is one write.",
    "javascript threads":
      "JavaScript has no threads that share a print: workers share no variables, and each console.log is one message, which can’t tear. So there is no program to show.",
  },
  comments: {
    notebook: "in a notebook",
    more: (/** @type {number} */ count) => `… and ${count} more`,
  },
};

/** @type {typeof en} */
const ko = {
  title: (name) => `${name} 프로그램`,
  legend: "표시는 각 태스크가 지금 어느 줄에 있는지 보여 줍니다.",
  show: "프로그램을 볼 실행 방식",
  main: "메인",
  copy: "복사",
  copied: "복사했습니다",
  selected: "Ctrl+C나 ⌘C를 누르세요",
  none: "여기에는 이 언어로 된 프로그램이 없습니다.",
  notes: {
    rust: "여기서 실행되는 소스 그대로이며, WebAssembly로 컴파일되었습니다. 태스크와 간격은 설정에서 정합니다.",
    "python threads compute":
      "CPython은 전역 인터프리터 락(GIL) 때문에 한 번에 스레드 하나만 실행합니다. 그래서 프리 스레딩(free-threaded) 빌드가 아니면 계산하는 스레드들은 번갈아 실행됩니다. 이 레인에서는 스레드마다 프로세서를 하나씩 씁니다.",
    "python threads": "출력은 Jupyter 노트북이나 python -u에서 찢어질 수 있습니다. 보통의 버퍼링에서는 print 한 번이 쓰기 한 번입니다.",
    "javascript threads":
      "JavaScript에는 출력을 함께 쓰는 스레드가 없습니다. 워커는 변수를 공유하지 않고, console.log 한 번은 메시지 하나라서 찢어지지 않습니다. 그래서 보여 줄 프로그램이 없습니다.",
  },
  comments: {
    notebook: "노트북에서는",
    more: (count) => `… 외 ${count}개`,
  },
};

/** @typedef {typeof en} Words */

export const TEXTS = { en, ko };
