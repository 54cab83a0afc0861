import asyncio

async def count(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    return n

async def main():
    a = asyncio.create_task(count("a", 3))
    b = asyncio.create_task(count("b", 2), name="second")
    print(a.done(), b.get_name(), asyncio.current_task().get_name())
    print(await a, await b)
    print(a.done(), a.result(), len(asyncio.all_tasks()))

asyncio.run(main())
