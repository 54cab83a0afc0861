import asyncio

async def f():
    task = asyncio.current_task()
    return task.get_name()

async def main():
    print(await asyncio.gather(f(), f(), asyncio.create_task(f(), name="mine")))
    task = asyncio.create_task(f())
    task.set_name("late")
    print(await task)

asyncio.run(main())
