import asyncio
import time

def blocking(n):
    time.sleep(0.05 * n)
    return n

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(loop.run_in_executor(None, blocking, 2), asyncio.to_thread(blocking, 1)))
    from concurrent.futures import ThreadPoolExecutor
    with ThreadPoolExecutor(2) as pool:
        print(await loop.run_in_executor(pool, blocking, 1))

asyncio.run(main())
