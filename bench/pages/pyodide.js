// Python and its own event loop, compiled to wasm.

import { loadPyodide } from "./pyodide.mjs";

const PROGRAM = `
import asyncio

async def summation(name, low, steps, interval, write):
    total = 0
    for i in range(low, low + steps):
        total += i
        await asyncio.sleep(interval / 1000)
        write(f"[{name}] total={total}")

async def run(tasks, steps, interval, write):
    lines = []
    write = write or lines.append
    sums = (summation(f"T{task}", task, steps, interval, write) for task in range(tasks))
    await asyncio.gather(*sums)
    return len(lines)

run`;

let pyodide, python;

export async function load() {
  pyodide = await loadPyodide();
  python = pyodide.runPython(PROGRAM);
}

export const memory = () => pyodide._module.HEAP8.byteLength;
export const run = (tasks, steps, interval, print) => python(tasks, steps, interval, print ?? null);
