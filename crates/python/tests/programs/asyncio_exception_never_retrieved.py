import asyncio

async def fails():
    raise ValueError("nobody looks")

async def main():
    asyncio.create_task(fails())
    await asyncio.sleep(0.01)
    print("main goes on")

asyncio.run(main())
