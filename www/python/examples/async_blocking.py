# time.sleep doesn't give way: while one task sleeps so, all
# the others stand still.
import asyncio
import time


async def polite():
    for number in range(3):
        await asyncio.sleep(0.5)
        print("polite", number)


async def rude():
    print("rude begins")
    time.sleep(2)
    print("rude ends")


async def main():
    await asyncio.gather(polite(), rude())


asyncio.run(main())
