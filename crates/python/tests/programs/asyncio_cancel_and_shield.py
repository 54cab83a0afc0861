import asyncio


async def stubborn():
    for n in range(3):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            print("refused", n, error.args)
    return "gave up"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0.01)
    for n in range(3):
        print(task.cancel(f"try {n}"), task.cancelling())
        await asyncio.sleep(0.01)
    print(task.done(), task.cancelled(), await task)
    sleeping = asyncio.create_task(asyncio.sleep(10), name="sleeper")
    asyncio.get_running_loop().call_later(0.05, sleeping.cancel)
    try:
        await sleeping
    except asyncio.CancelledError:
        print(sleeping.cancelled(), sleeping.get_name(), sleeping.cancel())
    early = asyncio.create_task(stubborn())
    early.cancel()
    print(await asyncio.gather(early, return_exceptions=True))
    print(len(asyncio.all_tasks()), asyncio.current_task().get_name())


asyncio.run(main())
