import asyncio

async def main():
    q = asyncio.PriorityQueue()
    for item in (3, 1, 2):
        q.put_nowait(item)
    print([await q.get() for _ in range(3)])
    l = asyncio.LifoQueue()
    for item in "abc":
        await l.put(item)
    print([l.get_nowait() for _ in range(3)])
    b = asyncio.Queue(1)
    b.put_nowait(1)
    try:
        b.put_nowait(2)
    except asyncio.QueueFull as error:
        print(type(error).__name__, b.full())
    b.task_done()
    await b.join()
    try:
        b.task_done()
    except ValueError as error:
        print(error)

asyncio.run(main())
