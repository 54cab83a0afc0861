import asyncio
import time


class Limiter:
    def __init__(self, rate):
        self.pause, self.last, self.lock = 1 / rate, 0.0, asyncio.Lock()

    async def __aenter__(self):
        async with self.lock:
            now = asyncio.get_running_loop().time()
            await asyncio.sleep(max(0, self.last + self.pause - now))
            self.last = asyncio.get_running_loop().time()

    async def __aexit__(self, *details):
        pass


async def call(n, limiter, times):
    async with limiter:
        times.append(time.monotonic())
        return n


async def main():
    limiter, times = Limiter(20), []
    results = await asyncio.gather(*(call(n, limiter, times) for n in range(6)))
    gaps = [b - a for a, b in zip(times, times[1:])]
    print(results, all(gap > 0.045 for gap in gaps), len(gaps))


asyncio.run(main())
