// What is said of a lane's real threads.

/** @typedef {"refused" | "silent" | "broken"} Failure Why there is no thread. */

const en = {
  /** @type {Record<Failure, string>} */
  failures: {
    refused:
      "No web worker can be started here: the page’s security policy or its sandbox forbids it, or a file is missing. So there are no real threads to show.",
    silent: "A web worker didn’t answer for 10 s. Go back to the start to try again.",
    broken: "A web worker has failed. Go back to the start to try again.",
  },
  turn: "Waits for its turn. Lanes that compute run one after the other, or they would take each other’s time.",
  held: (/** @type {string} */ time) =>
    `Real threads can’t be stepped, nor sent to another time. There is a record of them up to ${time}: you can step in that. Run lets them go on from there.`,
  record: "This is the record of what real threads did. You can step in it, and see it again.",
  rate: "Real threads run in real time, at 1 ×. The speed is for seeing their record again.",
  measured: (/** @type {string} */ time, /** @type {string} */ starts, /** @type {number} */ count, /** @type {number} */ processors) =>
    `Measured here: ${time}. ${count > 1 ? `${count} threads were started in ${starts}` : `One thread, started in ${starts}`} of real time, on a machine with ${processors} ${processors > 1 ? "processors" : "processor"}.`,
};

/** @type {typeof en} */
const ko = {
  failures: {
    refused:
      "여기서는 웹 워커를 시작할 수 없습니다. 페이지의 보안 정책이나 샌드박스가 막았거나 파일이 없습니다. 그래서 실제 스레드를 보여 줄 수 없습니다.",
    silent: "웹 워커가 10초 동안 응답하지 않았습니다. 처음으로 돌아가 다시 실행해 보세요.",
    broken: "웹 워커에 오류가 났습니다. 처음으로 돌아가 다시 실행해 보세요.",
  },
  turn: "차례를 기다립니다. 계산은 서로 시간을 빼앗지 않도록 하나씩 실행됩니다.",
  held: (time) =>
    `실제 스레드는 한 단계씩 실행하거나 다른 시각으로 옮길 수 없습니다. ${time}까지의 기록이 있으며, 그 안에서는 단계별로 볼 수 있습니다. 실행을 누르면 거기서부터 계속됩니다.`,
  record: "실제 스레드가 한 일의 기록입니다. 단계별로 보거나 다시 볼 수 있습니다.",
  rate: "실제 스레드는 언제나 실제 시간(1배)으로 실행됩니다. 속도는 기록을 다시 볼 때만 쓰입니다.",
  measured: (time, starts, count, processors) =>
    `이 기기에서 측정한 결과: ${time}. ${count > 1 ? `스레드 ${count}개를 시작하는 데` : "스레드 하나를 시작하는 데"} 실제 시간으로 ${starts} 걸렸습니다. 프로세서는 ${processors}개입니다.`,
};

export const TEXTS = { en, ko };
