import asyncio

async def work(n):
    await asyncio.sleep(n * 0.05)
    return n

async def main():
    for next_one in asyncio.as_completed([work(3), work(1), work(2)]):
        print(await next_one)

asyncio.run(main())
