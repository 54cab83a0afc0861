import asyncio


async def slow(seconds=1):
    try:
        await asyncio.sleep(seconds)
        return "finished"
    except asyncio.CancelledError:
        print("cancelled after cleaning up")
        raise


async def main():
    try:
        await asyncio.wait_for(slow(), timeout=0.1)
    except asyncio.TimeoutError as error:
        print(type(error), error)
    print(await asyncio.wait_for(slow(0.05), 1))
    try:
        async with asyncio.timeout(0.1):
            async with asyncio.timeout(10):
                await slow()
    except TimeoutError:
        print("outer timeout")
    async with asyncio.timeout(None) as scope:
        scope.reschedule(asyncio.get_running_loop().time() + 5)
        print(await slow(0.01), scope.expired())
    inner = asyncio.create_task(slow(0.2))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.1)
    except asyncio.TimeoutError:
        print("shielded goes on", inner.done())
    print(await inner)


asyncio.run(main())
