# Something is missing before the second greet: it is made,
# but never runs.
import asyncio


async def greet(name):
    await asyncio.sleep(1)
    print("hello,", name)


async def main():
    await greet("Ann")
    greet("Bo")
    print("everybody has been greeted")


asyncio.run(main())
