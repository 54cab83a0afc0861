import asyncio

async def f():
    return 1

try:
    asyncio.create_task(None)
except RuntimeError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.run(f)
except ValueError as error:
    print(str(error)[:29])
async def nested():
    g = f()
    try:
        asyncio.run(g)
    except RuntimeError as error:
        print(error)
    print(await g)
asyncio.run(nested())
