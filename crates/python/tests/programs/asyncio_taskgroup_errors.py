import asyncio


async def job(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
        if error:
            raise error
        print(name, "done")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(job("a", 0.1))
        b = group.create_task(job("b", 0.2))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("c", 0.1, ValueError("c broke")))
            group.create_task(job("d", 0.1, KeyError("d broke")))
            group.create_task(job("e", 5))
    except* ValueError as errors:
        print("values", errors.exceptions)
    except* KeyError as errors:
        print("keys", errors.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("f", 1))
            raise RuntimeError("in the body")
    except ExceptionGroup as errors:
        print(errors, errors.exceptions)


asyncio.run(main())
