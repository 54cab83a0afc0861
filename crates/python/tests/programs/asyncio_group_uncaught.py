import asyncio

async def fails(what):
    raise ValueError(what)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fails("a"))
        group.create_task(fails("b"))

asyncio.run(main())
