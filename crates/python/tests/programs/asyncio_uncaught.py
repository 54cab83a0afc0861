import asyncio

async def inner():
    await asyncio.sleep(0)
    return {}["key"]

async def main():
    await asyncio.gather(inner())

asyncio.run(main())
