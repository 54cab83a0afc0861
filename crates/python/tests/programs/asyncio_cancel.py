import asyncio


async def sleeper(name):
    try:
        print(name, "sleeps")
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise
    finally:
        print(name, "cleans up")


async def stubborn():
    for _ in range(2):
        try:
            await asyncio.sleep(0.01)
        except asyncio.CancelledError:
            print("not yet")
    return "done"


async def main():
    task = asyncio.create_task(sleeper("A"))
    await asyncio.sleep(0)
    print(task.cancel(), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees", repr(error))
    print(task.cancelled(), task.cancel())

    task = asyncio.create_task(sleeper("B"))
    task.cancel("before it began")
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees", repr(error))

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task)

    try:
        await asyncio.wait_for(sleeper("C"), 0.01)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error), repr(error.__cause__))
    print(await asyncio.wait_for(asyncio.sleep(0.001, "in time"), 1))
    try:
        await asyncio.wait_for(sleeper("D"), 0)
    except TimeoutError as error:
        print("timeout", repr(error))

    try:
        async with asyncio.timeout(0.01) as limit:
            await sleeper("E")
    except TimeoutError:
        print("timeout", limit.expired())
    async with asyncio.timeout(None):
        print("no limit")

    inner = asyncio.create_task(asyncio.sleep(0.01, "shielded"))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer is cancelled", inner.cancelled())
    print(await inner)
    asyncio.create_task(sleeper("left behind"))
    await asyncio.sleep(0)


asyncio.run(main())
