import asyncio
import random


async def work(name, delay, error=None):
    await asyncio.sleep(delay)
    if error:
        raise error
    return name


async def main():
    tasks = [asyncio.create_task(work(name, delay)) for name, delay in [("a", 0.03), ("b", 0.01), ("c", 0.05)]]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(task.result() for task in done), len(pending))
    done, pending = await asyncio.wait(pending, timeout=0.03)
    print(sorted(task.result() for task in done), len(pending))
    await asyncio.wait(pending)
    failing = [asyncio.create_task(work("x", 0.01, ValueError("x"))), asyncio.create_task(work("y", 5))]
    done, pending = await asyncio.wait(failing, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(task.exception()) for task in done], len(pending))

    for next_one in asyncio.as_completed([work("p", 0.03), work("q", 0.01), work("r", 0.02)]):
        print(await next_one)
    try:
        for next_one in asyncio.as_completed([work("s", 0.01), work("t", 5)], timeout=0.05):
            print(await next_one)
    except asyncio.TimeoutError:
        print("timeout")

    for wrong in [[], work("w", 0), [work("w", 0)]]:
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
        if asyncio.iscoroutine(wrong):
            wrong.close()
        elif wrong:
            wrong[0].close()

    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.01, future.set_result, 42)
    loop.call_soon(print, "soon", "er")
    print(await future, future)
    try:
        future.set_result(43)
    except asyncio.InvalidStateError as error:
        print("invalid state")
    print(await asyncio.to_thread(sum, [1, 2, 3]))
    print(await loop.run_in_executor(None, max, 4, 7))
    try:
        await asyncio.to_thread(int, "x")
    except ValueError as error:
        print(error)
    try:
        asyncio.run(work("w", 0))
    except RuntimeError as error:
        print(error)


asyncio.run(main(), debug=False)

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(work("by hand", 0.01)))
print(loop.run_until_complete(asyncio.gather(work("g", 0.01), work("h", 0))))
loop.call_later(0.01, loop.stop)
loop.run_forever()
loop.close()
for wrong in [lambda: loop.run_until_complete(None), lambda: asyncio.run(42), lambda: asyncio.get_running_loop()]:
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
