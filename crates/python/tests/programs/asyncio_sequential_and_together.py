import asyncio
import time

async def brew(what, seconds):
    print("start", what)
    await asyncio.sleep(seconds)
    print("end", what)
    return what

async def main():
    begin = time.perf_counter()
    print(await brew("coffee", 0.1), await brew("tea", 0.1))
    print(round(time.perf_counter() - begin, 1))
    begin = time.perf_counter()
    print(await asyncio.gather(brew("coffee", 0.2), brew("tea", 0.1)))
    print(round(time.perf_counter() - begin, 1))

asyncio.run(main())
