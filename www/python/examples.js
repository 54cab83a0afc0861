// Programs to start from: where each is, what it is called, and in Korean what it says of
// itself, in the place of the comment that it begins with.

/** @typedef {import("../words/texts.js").Language} Language */

/**
 * @typedef {object} Example
 * @property {string} name
 * @property {URL} url
 * @property {Record<Language, string>} title
 * @property {string[]} korean
 * @property {string} seed With which it shows what it is about.
 */

/** In the order in which one learns from them. @type {Example[]} */
export const EXAMPLES = [
  {
    name: "sequential",
    url: new URL("./examples/sequential.py", import.meta.url),
    title: { en: "One after the other", ko: "차례로 실행" },
    korean: ["합 세 개를 하나씩 차례로 구합니다. 한 단계마다 네트워크 요청처럼 1초를 기다립니다."],
    seed: "0",
  },
  {
    name: "threads",
    url: new URL("./examples/threads.py", import.meta.url),
    title: { en: "Threads", ko: "스레드" },
    korean: ["같은 합 세 개를 스레드마다 하나씩: 모두 동시에 기다립니다.", "다른 스레드가 끼어들어 쓴 줄을 찾아보세요."],
    seed: "3",
  },
  {
    name: "lock",
    url: new URL("./examples/lock.py", import.meta.url),
    title: { en: "A lock around print", ko: "락으로 감싼 print" },
    korean: ["락을 쥐고 출력하면 아무도 남의 줄에 끼어들지 못합니다."],
    seed: "3",
  },
  {
    name: "counter",
    url: new URL("./examples/counter.py", import.meta.url),
    title: { en: "A shared counter", ko: "함께 쓰는 카운터" },
    korean: [
      "두 스레드가 함께 스물까지 셉니다. 시드에 따라 모자랄 때가 있습니다.",
      "카운터를 읽은 뒤 중단되면, 낡은 값에 1을 더해 쓰기 때문입니다.",
    ],
    seed: "16",
  },
  {
    name: "check_then_act",
    url: new URL("./examples/check_then_act.py", import.meta.url),
    title: { en: "Check, then act", ko: "확인하고 나서 행동하기" },
    korean: ["자리는 하나, 손님은 둘. 자리가 있는지 보고 차지하기까지 그 사이에 다른 손님도 볼 수 있습니다."],
    seed: "25",
  },
  {
    name: "deadlock",
    url: new URL("./examples/deadlock.py", import.meta.url),
    title: { en: "A deadlock", ko: "교착 상태" },
    korean: ["락 두 개를 서로 다른 순서로 쥡니다. 대개는 무사히 끝나지만,", "시드에 따라서는 각자 상대가 원하는 것을 쥔 채 기다립니다."],
    seed: "21",
  },
  {
    name: "philosophers",
    url: new URL("./examples/philosophers.py", import.meta.url),
    title: { en: "Philosophers", ko: "식사하는 철학자" },
    korean: ["철학자마다 포크가 두 개 필요하고 왼쪽부터 집습니다.", "모두 같은 시간 동안 생각하므로 모두 같은 순간에 왼쪽을 집습니다."],
    seed: "0",
  },
  {
    name: "producer_consumer",
    url: new URL("./examples/producer_consumer.py", import.meta.url),
    title: { en: "Producer and consumer", ko: "생산자와 소비자" },
    korean: ["두 자리뿐인 큐: 너무 빠른 쪽이 다른 쪽을 기다립니다."],
    seed: "0",
  },
  {
    name: "event",
    url: new URL("./examples/event.py", import.meta.url),
    title: { en: "An event", ko: "이벤트" },
    korean: ["달리기 선수들이 신호 하나를 기다렸다가 같은 순간에 출발합니다."],
    seed: "0",
  },
  {
    name: "semaphore",
    url: new URL("./examples/semaphore.py", import.meta.url),
    title: { en: "A semaphore", ko: "세마포어" },
    korean: ["차는 네 대, 주차할 자리는 둘: 빈자리가 몇인지 세마포어가 셉니다."],
    seed: "0",
  },
  {
    name: "barrier",
    url: new URL("./examples/barrier.py", import.meta.url),
    title: { en: "A barrier", ko: "배리어" },
    korean: ["모두가 첫 부분을 끝내기 전에는 아무도 다음 부분을 시작하지 않습니다."],
    seed: "0",
  },
  {
    name: "pool",
    url: new URL("./examples/pool.py", import.meta.url),
    title: { en: "A pool of threads", ko: "스레드 풀" },
    korean: ["내려받기 다섯 번, 스레드 두 개: 한 번에 둘까지만 진행됩니다."],
    seed: "0",
  },
  {
    name: "async_gather",
    url: new URL("./examples/async_gather.py", import.meta.url),
    title: { en: "asyncio: gather", ko: "asyncio: gather" },
    korean: ["스레드 하나에서 합 세 개를: await 하는 동안 다른 코루틴이 진행됩니다."],
    seed: "0",
  },
  {
    name: "async_forgotten_await",
    url: new URL("./examples/async_forgotten_await.py", import.meta.url),
    title: { en: "asyncio: a forgotten await", ko: "asyncio: 빠뜨린 await" },
    korean: ["둘째 greet 앞에 빠진 것이 있습니다. 코루틴이 만들어지기만 하고 실행되지 않습니다."],
    seed: "0",
  },
  {
    name: "async_blocking",
    url: new URL("./examples/async_blocking.py", import.meta.url),
    title: { en: "asyncio: a blocking call", ko: "asyncio: 막아 버리는 호출" },
    korean: ["time.sleep은 양보하지 않습니다. 한 태스크가 그렇게 자는 동안 나머지도 모두 멈춥니다."],
    seed: "0",
  },
  {
    name: "async_timeout",
    url: new URL("./examples/async_timeout.py", import.meta.url),
    title: { en: "asyncio: a timeout", ko: "asyncio: 제한 시간" },
    korean: ["기다리는 쪽이 먼저 포기할 수 있습니다."],
    seed: "0",
  },
  {
    name: "async_cancel",
    url: new URL("./examples/async_cancel.py", import.meta.url),
    title: { en: "asyncio: cancelling", ko: "asyncio: 취소" },
    korean: ["취소된 태스크는 기다리던 곳에서 예외를 받으므로 뒷정리를 할 수 있습니다."],
    seed: "0",
  },
  {
    name: "async_queue",
    url: new URL("./examples/async_queue.py", import.meta.url),
    title: { en: "asyncio: a queue", ko: "asyncio: 큐" },
    korean: ["일꾼 둘이 스레드 하나에서 큐에 든 일을 나누어 합니다."],
    seed: "0",
  },
];

/** The text of an example, which speaks to the reader. @param {Example} example @param {Language} language */
export async function exampleText({ url, korean }, language) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  const text = await response.text();
  if (language !== "ko") return text;
  return `${korean.map((line) => `# ${line}\n`).join("")}${text.replace(/^(#.*\n)+/, "")}`;
}
