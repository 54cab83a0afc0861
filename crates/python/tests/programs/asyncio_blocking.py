import asyncio
import time

async def blocks():
    print("blocks")
    time.sleep(0.1)
    print("blocked")

async def waits():
    print("waits")
    await asyncio.sleep(0.01)
    print("waited")

async def main():
    await asyncio.gather(waits(), blocks(), waits())

asyncio.run(main())
