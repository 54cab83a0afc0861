import asyncio

async def setter(future):
    await asyncio.sleep(0.01)
    future.set_result("ready")

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.done(), future)
    asyncio.create_task(setter(future))
    print(await future, future.result(), future)
    failed = loop.create_future()
    failed.set_exception(ValueError("bad"))
    try:
        await failed
    except ValueError as error:
        print(error)

asyncio.run(main())
