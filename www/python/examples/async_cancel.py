# A task that is cancelled gets an exception where it waits,
# and can put things in order.
import asyncio


async def tick():
    try:
        while True:
            print("tick")
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("the clock is stopped")
        raise


async def main():
    clock = asyncio.create_task(tick())
    await asyncio.sleep(2.5)
    clock.cancel()
    try:
        await clock
    except asyncio.CancelledError:
        print("and nobody waits for it any more")


asyncio.run(main())
