// What users of the package write. It has to compile.

import {
  checkLog,
  InterleavedDemo,
  explorePython,
  runPython,
  SettingError,
  simulate,
  type CheckResult,
  type DemoEvent,
  type InterleavedDemoAttributes,
  type PythonRun,
  type Run,
} from "interleaved";
import { InterleavedCheck, type InterleavedCheckAttributes } from "interleaved/interleaved-check.js";
import { InterleavedDemo as Demo } from "interleaved/interleaved-demo.js";
import { InterleavedPython, type InterleavedPythonAttributes } from "interleaved/interleaved-python.js";
import "interleaved/resize.js";
import manifest from "interleaved/custom-elements.json" with { type: "json" };

customElements.define("my-demo", class extends Demo {});

const demo: InterleavedDemo = document.createElement("interleaved-demo");
const check: InterleavedCheck | null = document.querySelector("interleaved-check");
check?.setAttribute("log", "[A] total=1\n");

demo.tasks = "A:1:5 B:5:10";
demo.tasks = ["A:1:5", "B:5:10"];
demo.lanes = ["async", "workers"];
demo.interval = 500;
demo.seed = "7";
demo.lock = true;
demo.work = "block";
demo.startAt = 2.5;
demo.controls = "none";
demo.autoplay = "visible";
demo.code = null;
demo.theme = "dark";
demo.playbackRate = demo.speed * 2;
demo.currentTime += demo.duration / 2;
const given: string | null = demo.tasks;
const locked: boolean = demo.lock;

demo.addEventListener("ended", function () {
  const first: DemoEvent | undefined = this.events("async")[0];
  const until: number | null | undefined = first?.until;
  console.log(first?.kind, until, this.paused, this.ended, this.laneNames, this.permalink);
});
demo.addEventListener("error", ({ message, error }) => {
  if (error instanceof SettingError) console.log(message, error.setting, error.value, error.allowed);
});
demo.addEventListener("interleaved-answer", ({ detail }) => console.log(detail.question, detail.right));
demo.addEventListener("click", ({ clientX }) => console.log(clientX));
demo.addEventListener("of-somebody-else", (event) => console.log(event.type));

const python: InterleavedPython = document.createElement("interleaved-python");
const sideBySide: InterleavedPythonAttributes = { seed: "1 2", editor: "plain" };
python.programs = ["print(1)", "print(2)"];
python.switch = "gil";
python.startAt = sideBySide.seed ?? 0;
python.schedule = (await python.explore({ limits: { seconds: 1 } })).outcomes[0]?.schedule;
console.log((await python.run()) === "deadlock", python.logText(), python.events(python.laneNames[1])[0]?.stream);

await demo.ready;
await demo.play();
demo.pause();
demo.stepForward();
demo.stepBack();
demo.reset();
const texts: string[] = [demo.logText("async"), await demo.trace(), await demo.toSVG(), JSON.stringify(demo)];

const { threads } = await simulate({ tasks: [{ name: "A", low: 1, high: 5n }, "B:5:10"], lanes: ["threads"], seed: 7, lock: null });
const run: Run | undefined = threads;
const result: CheckResult = await checkLog(run?.log ?? "", { tasks: "A:1:5", lang: "ko" });
if (result.verdict === "impossible") console.log(result.line, result.reason);

const done: PythonRun = await runPython("print('hi')", { seed: 7, switch: "gil", input: ["a"], limits: { steps: 1e6 } });
const again = await runPython("print('hi')", { schedule: done.schedule, lang: "ko" });
console.log(done.output, again.outcome === "refused" && again.refusals?.[0]?.line, done.events.at(-1)?.kind);

const { outcomes, complete, stopped } = await explorePython("print('hi')", {
  limits: { seconds: 2 },
  progress: ({ states }) => console.log(states),
});
console.log(complete || stopped, outcomes[0]?.races[0]?.sides[1].line, outcomes.find(({ fails }) => fails)?.schedule);

const attributes: InterleavedDemoAttributes & InterleavedCheckAttributes = { tasks: "A:1:5", "start-at": 2, lock: true, theme: "auto" };
console.log(given, locked, texts, attributes, manifest.schemaVersion);
