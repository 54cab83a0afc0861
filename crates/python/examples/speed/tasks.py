import asyncio


async def sleeper(number):
    for _ in range(5):
        await asyncio.sleep(0.01)
    return number


async def main():
    results = await asyncio.gather(*(sleeper(n) for n in range(10_000)))
    print(sum(results))


asyncio.run(main())
