// Programs in Python made at random, right and wrong ones: the same for the same number.

const LINES = [
  "n += 1",
  "print(n)",
  "print('a', n, end='')",
  "items.append(n)",
  "items = items + [items]",
  "n = items[3]",
  "time.sleep(n % 3 / 1000)",
  "lock.acquire()",
  "lock.release()",
  "raise ValueError('\\u0000<b>' * 3)",
  "while True: n += 1",
  "while True: print(n)",
  "text = '가😀' * 1000; print(text)",
  "items = [items] * 100000",
  "import sys; sys.exit(n)",
  "input()",
  "def f(: pass",
  "\ttabs = 1",
  "print(undefined)",
  "assert n < 3, n",
  "threading.Thread(target=f, name='<i>' * n).start()",
  "with lock: print(n)",
  "f()",
  "import socket",
  "for n in range(10 ** 9): pass",
];

/** A generator of numbers below another: xorshift. @param {number} seed */
function below(seed) {
  let state = seed * 2654435761 + 1;
  return (/** @type {number} */ end) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % end;
  };
}

/** @param {number} seed */
export function randomProgram(seed) {
  const next = below(seed);
  const some = (/** @type {string} */ indent) =>
    Array.from({ length: 1 + next(4) }, () => `${indent}${LINES[next(LINES.length)]}\n`).join("");
  const head = "import threading, time\nlock = threading.Lock()\nn = 0\nitems = []\n\n";
  const body = `def f():\n    global n, items\n${some("    ")}\n`;
  const threads = Array.from({ length: next(4) }, (_, thread) => `threading.Thread(target=f, name="T${thread}").start()\n`).join("");
  return head + body + threads + some("");
}
