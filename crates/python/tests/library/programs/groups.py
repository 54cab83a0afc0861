import asyncio


async def work(name, delay, error=None):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise
    if error:
        raise error
    print(name, "is done")
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(work("a", 0.02))
        second = group.create_task(work("b", 0.01))
    print(first.result(), second.result())

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("c", 5))
            group.create_task(work("d", 0.01, ValueError("no")))
            group.create_task(work("e", 0.01, KeyError("e")))
            await work("body", 3)
    except* ValueError as errors:
        print("values", errors.exceptions)
    except* KeyError as errors:
        print("keys", errors.exceptions)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("f", 1))
            raise RuntimeError("in the body")
    except ExceptionGroup as group:
        print(repr(group))

    async def nested():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("g", 1))

    task = asyncio.create_task(nested())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))


asyncio.run(main())
asyncio.run(work("raises", 0, ZeroDivisionError("at the end")))
