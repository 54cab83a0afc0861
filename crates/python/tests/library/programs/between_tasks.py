import asyncio


async def producer(queue, name):
    for number in range(4):
        await asyncio.sleep(0.01)
        await queue.put(f"{name}{number}")
        print("put", f"{name}{number}", queue.qsize())


async def consumer(queue):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.02)
        print("got", item)
        queue.task_done()


async def queues():
    queue = asyncio.Queue(maxsize=2)
    workers = [asyncio.create_task(consumer(queue)) for _ in range(2)]
    await asyncio.gather(producer(queue, "a"))
    await queue.join()
    for worker in workers:
        worker.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(queue.empty(), queue.full(), queue.maxsize)
    for wrong in [queue.get_nowait, queue.task_done]:
        try:
            wrong()
        except (asyncio.QueueEmpty, ValueError) as error:
            print(type(error).__name__, error)
    priority = asyncio.PriorityQueue()
    for item in [3, 1, 2]:
        priority.put_nowait(item)
    print([priority.get_nowait() for _ in range(3)])
    stack = asyncio.LifoQueue(2)
    stack.put_nowait(1)
    stack.put_nowait(2)
    try:
        stack.put_nowait(3)
    except asyncio.QueueFull as error:
        print("full", repr(error))
    print(await stack.get(), stack)


async def locks():
    lock = asyncio.Lock()

    async def critical(name):
        async with lock:
            print(name, "in", lock.locked())
            await asyncio.sleep(0.01)
            print(name, "out")

    await asyncio.gather(*[critical(name) for name in "abc"])
    try:
        lock.release()
    except RuntimeError as error:
        print(error)

    limit = asyncio.Semaphore(2)
    running = 0

    async def limited(number):
        nonlocal running
        async with limit:
            running += 1
            print(number, "of", running, limit.locked())
            await asyncio.sleep(0.01)
            running -= 1

    await asyncio.gather(*[limited(number) for number in range(5)])
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)


async def signals():
    event = asyncio.Event()

    async def waits(name):
        print(name, "waits")
        print(name, await event.wait())

    tasks = [asyncio.create_task(waits(name)) for name in "xy"]
    await asyncio.sleep(0.01)
    print(event.is_set())
    event.set()
    await asyncio.wait(tasks)

    condition = asyncio.Condition()
    items = []

    async def takes(name):
        async with condition:
            await condition.wait_for(lambda: items)
            print(name, "takes", items.pop())

    tasks = [asyncio.create_task(takes(name)) for name in "pq"]
    await asyncio.sleep(0)
    for item in (1, 2):
        async with condition:
            items.append(item)
            condition.notify()
        await asyncio.sleep(0.01)
    await asyncio.wait(tasks)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)

    barrier = asyncio.Barrier(3)

    async def comes(number):
        await asyncio.sleep(number / 100)
        index = await barrier.wait()
        return number, index

    print(await asyncio.gather(*[comes(number) for number in range(3)]))
    print(barrier.n_waiting, barrier.parties, barrier.broken)


asyncio.run(queues())
asyncio.run(locks())
asyncio.run(signals())
