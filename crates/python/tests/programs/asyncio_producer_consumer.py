import asyncio


async def producer(name, queue, count):
    for n in range(count):
        await asyncio.sleep(0.02)
        await queue.put(f"{name}{n}")
        print("put", f"{name}{n}", queue.qsize())


async def consumer(queue, eaten):
    while True:
        item = await queue.get()
        await asyncio.sleep(0.05)
        eaten.append(item)
        queue.task_done()


async def main():
    queue, eaten = asyncio.Queue(maxsize=2), []
    eater = asyncio.create_task(consumer(queue, eaten))
    await asyncio.gather(producer("a", queue, 3), producer("b", queue, 2))
    await queue.join()
    eater.cancel()
    try:
        await eater
    except asyncio.CancelledError:
        print("stopped")
    print(eaten, queue.empty(), queue.full())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))


asyncio.run(main())
