import asyncio

async def forever():
    try:
        while True:
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cleans up")
        raise

async def main():
    task = asyncio.create_task(forever())
    await asyncio.sleep(0.05)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", task.cancelled())
    other = asyncio.create_task(forever())
    other.cancel()
    print(await asyncio.gather(other, return_exceptions=True))

asyncio.run(main())
