import asyncio

async def producer(queue):
    for n in range(4):
        await queue.put(n)
        print("put", n)
    await queue.put(None)

async def consumer(queue):
    while (item := await queue.get()) is not None:
        print("got", item)
        queue.task_done()

async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    print(queue.empty(), queue.qsize(), queue.maxsize)

asyncio.run(main())
