import asyncio

async def ticks(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.01)
            yield i
    finally:
        print("closed")

class Resource:
    async def __aenter__(self):
        print("enter")
        return self
    async def __aexit__(self, *details):
        print("exit", details[0])

async def main():
    async for tick in ticks(3):
        print(tick)
    print([tick async for tick in ticks(2)])
    async with Resource():
        print("inside")
    async for tick in ticks(5):
        if tick == 1:
            break

asyncio.run(main())
