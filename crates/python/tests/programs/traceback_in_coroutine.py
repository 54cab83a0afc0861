import asyncio

async def third():
    await asyncio.sleep(0)
    raise LookupError("deep")

async def second():
    await third()

async def first():
    try:
        await second()
    except LookupError as error:
        raise RuntimeError("outer") from error

asyncio.run(first())
