import asyncio

async def main():
    condition = asyncio.Condition()
    items = []
    async def consumer(name):
        async with condition:
            await condition.wait_for(lambda: items)
            print(name, items.pop(0))
    tasks = [asyncio.create_task(consumer(n)) for n in "xy"]
    await asyncio.sleep(0)
    async with condition:
        items.extend([1, 2])
        condition.notify_all()
    await asyncio.gather(*tasks)
    barrier = asyncio.Barrier(2)
    async def meets(n):
        async with barrier:
            print("meets", n)
    await asyncio.gather(meets(1), meets(2))

asyncio.run(main())
