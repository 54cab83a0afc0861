import asyncio

async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print("finally begins")
        await asyncio.sleep(0.01)
        print("finally ends")

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args)

asyncio.run(main())
