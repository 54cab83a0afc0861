import asyncio


async def work():
    for _ in range(5):
        await asyncio.sleep(0.001)


async def main():
    await asyncio.gather(*(work() for _ in range(10000)))
    print("Done!!!")


asyncio.run(main())
