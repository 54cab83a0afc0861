import asyncio

async def hello():
    print("hello")

async def main():
    hello()
    await asyncio.sleep(0)
    print("main")

asyncio.run(main())
hello()
