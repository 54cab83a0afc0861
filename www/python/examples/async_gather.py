# Three sums on one thread: whoever awaits lets the others go
# on.
import asyncio


async def add_up(name, low, high):
    total = 0
    for number in range(low, high):
        total += number
        await asyncio.sleep(1)
        print(f"[{name}] total={total}")
    return total


async def main():
    totals = await asyncio.gather(add_up("A", 1, 5), add_up("B", 5, 10), add_up("C", 10, 15))
    print("totals:", totals)


asyncio.run(main())
