# Who waits may lose patience.
import asyncio


async def slow_answer():
    await asyncio.sleep(5)
    return "at last"


async def main():
    try:
        answer = await asyncio.wait_for(slow_answer(), timeout=2)
        print(answer)
    except asyncio.TimeoutError:
        print("no answer within 2 s")


asyncio.run(main())
