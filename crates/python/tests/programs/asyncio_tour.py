import asyncio, time

async def say(delay, what):
    await asyncio.sleep(delay)
    print(what)
    return what

async def fail():
    raise ValueError("oops")

async def main():
    t = asyncio.create_task(say(1, "hello"))
    print(t.get_name())
    r = await asyncio.gather(say(2, "a"), say(1, "b"), return_exceptions=True)
    print(r)
    try:
        await asyncio.wait_for(asyncio.sleep(10), timeout=1)
    except asyncio.TimeoutError:
        print("timeout")
    say(1, "never")
    asyncio.create_task(fail())
    await asyncio.sleep(1)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(say(1, "x"))
        tg.create_task(say(0.5, "y"))
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, time.sleep, 1))
    print(await asyncio.to_thread(lambda: 5))

start = time.time()
asyncio.run(main())
print(f"{time.time()-start:.0f}")
x = say(1, 2)
