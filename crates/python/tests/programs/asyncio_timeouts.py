import asyncio

async def slow():
    await asyncio.sleep(10)

async def main():
    try:
        await asyncio.wait_for(slow(), timeout=0.05)
    except asyncio.TimeoutError as error:
        print("too slow", repr(error))
    print(await asyncio.wait_for(asyncio.sleep(0.01, "in time"), 1))
    try:
        async with asyncio.timeout(0.05):
            await slow()
    except TimeoutError as error:
        print(repr(error))
    task = asyncio.create_task(slow())
    print(len((await asyncio.wait([task], timeout=0.01))[1]))
    shielded = asyncio.shield(task)
    shielded.cancel()
    await asyncio.sleep(0)
    print(task.cancelled(), shielded.cancelled())

asyncio.run(main())
