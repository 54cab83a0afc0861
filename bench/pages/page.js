// The wasm file that ships, driven by the page's own engine.

import { Player, loaded } from "./engine.js";

export const load = loaded;

export function run(tasks, steps, interval, print) {
  const names = Array.from({ length: tasks }, (_, task) => `T${task}:${task}:${task + steps}`);
  const settings = new Map([
    ["tasks", names.join(" ")],
    ["interval", String(interval)],
    ["lanes", "async"],
  ]);
  return new Promise((resolve) => {
    let told = 0;
    const player = new Player(settings, () => {
      const { ended, lanes } = player.state;
      const [{ shown }] = lanes;
      if (print) player.text(0, told, shown).split("\n").slice(0, -1).forEach(print);
      told = shown;
      if (ended) resolve(player.text(0, 0, shown).split("\n").length - 2);
    });
    player.play();
  });
}
