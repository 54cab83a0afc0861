import asyncio

async def fails():
    await asyncio.sleep(0.01)
    raise RuntimeError("one fails")

async def works():
    await asyncio.sleep(0.05)
    print("the other one goes on")

async def main():
    try:
        await asyncio.gather(fails(), works())
    except RuntimeError as error:
        print(error)
    await asyncio.sleep(0.1)
    print(await asyncio.gather(fails(), works(), return_exceptions=True))

asyncio.run(main())
