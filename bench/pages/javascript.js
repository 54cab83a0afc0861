// What one would write first in plain JavaScript: a timer for each sleep.

export const load = async () => {};
export const memory = () => 0;

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

async function sum(name, low, steps, interval, print) {
  let total = 0;
  for (let i = low; i < low + steps; i++) {
    total += i;
    await sleep(interval);
    print(`[${name}] total=${total}`);
  }
}

/** Runs the tasks to their end, and resolves to the number of lines that were kept. */
export async function run(tasks, steps, interval, print) {
  const lines = [];
  print ??= (line) => lines.push(line);
  const sums = [];
  for (let task = 0; task < tasks; task++) sums.push(sum(`T${task}`, task, steps, interval, print));
  await Promise.all(sums);
  return lines.length;
}
