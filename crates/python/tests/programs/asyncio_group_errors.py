import asyncio

async def fails(after):
    await asyncio.sleep(after)
    raise ValueError(after)

async def waits():
    try:
        await asyncio.sleep(5)
    finally:
        print("told to stop")

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(0.05))
            group.create_task(waits())
    except* ValueError as group:
        print(group.exceptions)

asyncio.run(main())
