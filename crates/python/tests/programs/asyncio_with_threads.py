import asyncio
import threading
import time


def blocking(n):
    time.sleep(0.1)
    return n * 2, threading.current_thread() is threading.main_thread()


async def ticker(log):
    for n in range(3):
        log.append(n)
        await asyncio.sleep(0.04)


async def main():
    log = []
    results = await asyncio.gather(asyncio.to_thread(blocking, 1), asyncio.to_thread(blocking, 2), ticker(log))
    print(results, log)
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, blocking, 5))
    future = loop.create_future()
    threading.Thread(target=lambda: loop.call_soon_threadsafe(future.set_result, "from a thread")).start()
    print(await future)

    def runs_coroutine():
        return asyncio.run_coroutine_threadsafe(asyncio.sleep(0.01, "back"), loop).result()

    print(await asyncio.to_thread(runs_coroutine))


asyncio.run(main())
