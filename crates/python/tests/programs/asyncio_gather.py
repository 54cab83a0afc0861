import asyncio
import time


async def work(name, delay, fails=False):
    print(name, "begins")
    await asyncio.sleep(delay)
    if fails:
        raise ValueError(name)
    print(name, "ends")
    return name * 2


async def main():
    print(await asyncio.gather(work("a", 0.03), work("b", 0.01), work("c", 0.02)))
    print(await asyncio.gather(work("d", 0.01), work("e", 0, True), return_exceptions=True))
    try:
        await asyncio.gather(work("f", 0.02), work("g", 0.01, True))
    except ValueError as error:
        print("caught", repr(error))
    await asyncio.sleep(0.03)
    print(await asyncio.gather())


asyncio.run(main())


async def order(number):
    for step in range(3):
        print(number, step)
        await asyncio.sleep(0)


async def all_orders():
    tasks = [asyncio.create_task(order(number)) for number in range(3)]
    print([task.get_name() for task in tasks])
    print(len(asyncio.all_tasks()))
    await asyncio.wait(tasks)
    print([task.done() for task in tasks], asyncio.current_task().get_name())


asyncio.run(all_orders())
