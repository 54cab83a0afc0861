// The Python package itself, as its users have it: installed from the wheel.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { python, site } from "../harness/places.js";
import { saveDemo } from "../harness/save.js";
import { test } from "./harness/host.js";
import { runProgram } from "./harness/notebook.js";
import { nodePackages, wheel } from "./harness/tools.js";

test("Python package: its tests and its types", async (host) => {
  const tests = join(python, "tests");
  // What they leave behind goes into the folder of this test.
  await runProgram(host, "pytest", "--quiet", "-o", `cache_dir=${join(host.folder, "pytest")}`, tests);
  await runProgram(host, "mypy", "--strict", "--cache-dir", "mypy", tests, join(python, "interleaved"));
  await host.write("mistakes.py", "from interleaved import Demo\nDemo(lane='async')\nDemo(code='pyton')\n");
  await assert.rejects(runProgram(host, "mypy", "--strict", "mistakes.py"), ({ message }) => {
    return /^ *mistakes\.py:2:/m.test(message) && /^ *mistakes\.py:3:/m.test(message);
  });
});

/** Logs with all that can be told of one, and the tasks that are given with them. */
const LOGS = [
  ["[A] total=1\n[A] total=3\n[B] total=5\nDone!!\n", ""],
  ["[A] total=1[B] total=5\n\n[A] total=3\nDone!!!\n", ""],
  ["[A] total=1[B] total=5\n[A] total=3\nDone!!!\n", ""],
  ["[가] total=1\n[가] total=4\n", "가:1:3"],
  ["[A] total=1\n[A] total=3\n[A] total=6\n", "A:1:3"],
  ["[A] total=1[A] total=3\n\n", ""],
  ["\n[A] total=1\n", ""],
  ["[A] total=1\nDone!\n", "A:1:3"],
  ["[D] total=1\n[A] total=1", "A:1:3"],
  ["hello", ""],
];

const CHECK = `
import dataclasses, json, interleaved
all = []
for log, tasks in json.load(open('logs.json', encoding='utf-8')):
    for lang in ('en', 'ko'):
        found = dataclasses.asdict(interleaved.check(log, tasks or None, lang=lang))
        found['tasks'] = [dict(zip(('name', 'low', 'high'), task)) for task in found['tasks']]
        all.append({name: value for name, value in found.items() if value is not None and name != 'lang'})
print(json.dumps(all))`;

// The words for what the core says are written twice, for the page and for Python.
test("Python package: logs, as the page checks them", async (host) => {
  const { checkLog } = await import(pathToFileURL(join(site, "interleaved.js")).href);
  const expected = [];
  for (const [log, tasks] of LOGS) {
    for (const lang of ["en", "ko"]) expected.push(await checkLog(log, { tasks: tasks || undefined, lang }));
  }
  await host.write("logs.json", JSON.stringify(LOGS));
  const found = JSON.parse(await runProgram(host, "python", "-c", CHECK));
  assert.deepEqual(found, JSON.parse(JSON.stringify(expected)));
});

test("Python package: files, as the page saves them", async (host) => {
  for (const [number, settings] of [
    "",
    "'</script>:1:3 <!--:1:2 나:1:3', lanes='threads', lock=True, lang='en', start_at=1.5",
    "lanes=['async', 'workers'], code='rust', predict=True, editor=True, controls=True",
    "work='compute', autoplay=False, theme='dark', speed=2",
  ].entries()) {
    const file = join(host.folder, `demo ${number}.html`);
    const code = `from interleaved import Demo; Demo(${settings}).save('demo ${number}.html')`;
    await runProgram(host, "python", "-c", code);
    await host.page.goto(pathToFileURL(file).href);
    await host.page.until(({ demo }) => demo.laneNames.length);
    // To the letter; what differs would be a megabyte to read.
    const again = await saveDemo(host.page);
    assert.ok(again === (await readFile(file, "utf8")), `Demo(${settings}) is another file than the page saves`);
  }
});

const PYODIDE = `
from interleaved import Demo, check
assert check('[가] total=1[B] total=5\\n\\n').verdict == 'threads'
try:
    Demo(interval=0)
except ValueError as error:
    found = str(error)
assert '가:1:3' in Demo('가:1:3')._repr_html_()
found`;

// Python itself in WebAssembly, as in JupyterLite: whoever runs that runs the core.
test("Python package: in Pyodide", async () => {
  const module = join(await nodePackages("node"), "node_modules/pyodide/pyodide.mjs");
  const { loadPyodide } = await import(pathToFileURL(module).href);
  const pyodide = await loadPyodide();
  pyodide.unpackArchive(new Uint8Array(await readFile(await wheel())), "wheel");
  assert.equal(pyodide.runPython(PYODIDE), "interval: “0” is not a whole number from 1 to 3600000.");
});
