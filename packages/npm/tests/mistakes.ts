// What users of the package may get wrong. No line below such a comment may compile.

// @ts-expect-error: it is a function of `interleaved`.
import { simulate as alone } from "interleaved/interleaved-demo.js";
// @ts-expect-error: a module of the package's own.
import { Player } from "interleaved/engine.js";
import { checkLog, explorePython, InterleavedDemo, runPython, SettingError, simulate } from "interleaved";

const demo = new InterleavedDemo();
// @ts-expect-error: only `currentTime` can be set.
demo.duration = 5;
// @ts-expect-error: only `pause()` pauses.
demo.paused = true;
// @ts-expect-error: a text may be any lane's, but there is none of this name in a list.
demo.lanes = ["parallel"];
// @ts-expect-error: a number is no list of tasks.
demo.tasks = 3;
// @ts-expect-error: HTML would take it for “on”.
demo.lock = "false";
// @ts-expect-error: nothing can do that.
demo.work = "sleep";
// @ts-expect-error: it wants to know which lane.
demo.logText();
// @ts-expect-error: as media elements have it.
demo.stop();
// @ts-expect-error: only an answer has details.
demo.addEventListener("ended", ({ detail }) => detail);
// @ts-expect-error: only the package makes one.
new SettingError();

// @ts-expect-error: it takes an object.
simulate("A:1:5");
// @ts-expect-error: it takes no `controls`, since nobody sees it.
simulate({ controls: "none" });
// @ts-expect-error: a task has two ends.
simulate({ tasks: [{ name: "A", low: 1 }] });
// @ts-expect-error: the runs are promised.
simulate().threads;
simulate().then(({ threads }) => {
  // @ts-expect-error: there is a run only of lanes that were asked for.
  return threads.log;
});
// @ts-expect-error: it takes text.
checkLog(["[A] total=1"]);
// @ts-expect-error: the tasks are one of the options.
checkLog("[A] total=1", "A:1:5");
checkLog("").then(({ verdict }) => {
  // @ts-expect-error: there is no such verdict.
  return verdict === "torn";
});
// @ts-expect-error: a thread can't be interrupted there.
runPython("", { switch: "line" });
// @ts-expect-error: there is no such limit.
runPython("", { limits: { seconds: 3 } });
// @ts-expect-error: the run is promised.
runPython("").output;
// @ts-expect-error: who goes next isn't chosen.
explorePython("", { schedule: "1" });
alone(Player);
