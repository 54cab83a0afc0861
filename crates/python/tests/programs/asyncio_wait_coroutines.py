import asyncio

async def work():
    pass

works = [work(), work()]

async def main():
    await asyncio.wait(works)

try:
    asyncio.run(main())
except TypeError as error:
    print(error)
for one in works:
    one.close()
