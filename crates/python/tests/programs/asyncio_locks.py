import asyncio

async def critical(lock, name):
    async with lock:
        print(name, "in")
        await asyncio.sleep(0.01)
        print(name, "out")

async def limited(semaphore, name):
    async with semaphore:
        print(name)
        await asyncio.sleep(0.01)

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*[critical(lock, name) for name in "ab"])
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[limited(semaphore, name) for name in "cdef"])
    event = asyncio.Event()
    async def waiter():
        await event.wait()
        print("set")
    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    event.set()
    await task
    print(lock.locked(), event.is_set())

asyncio.run(main())
