import asyncio

async def value():
    return 5

async def main():
    total = value()
    try:
        print(total + 1)
    except TypeError as error:
        print(error)
    print(await total + 1)
    try:
        await 5
    except TypeError as error:
        print(error)
    try:
        async with open_nothing():
            pass
    except (TypeError, AttributeError) as error:
        print(error)

def open_nothing():
    return 3

asyncio.run(main())
