import asyncio

async def steps(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)

async def nested(name):
    await steps(name, 2)
    await asyncio.create_task(steps(name + "-task", 2))

async def main():
    a = asyncio.create_task(nested("a"))
    b = asyncio.create_task(steps("b", 5))
    await asyncio.wait({a, b})
    print("both")

asyncio.run(main())
