import asyncio


async def job(name, seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError(name)
    return name


async def main():
    tasks = [asyncio.create_task(job(n, s), name=n) for n, s in (("slow", 0.3), ("fast", 0.1), ("mid", 0.2))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(pending, timeout=0.15)
    print(sorted(t.result() for t in done), len(pending))
    done, _ = await asyncio.wait(pending)
    print([t.result() for t in done])
    bad = [asyncio.create_task(job("bad", 0.1, True)), asyncio.create_task(job("ok", 0.5))]
    done, pending = await asyncio.wait(bad, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(t.exception()) for t in done], len(pending))
    for task in pending:
        task.cancel()
    print(await asyncio.gather(*bad, return_exceptions=True))
    for next_done in asyncio.as_completed([job("x", 0.2), job("y", 0.1)]):
        print(await next_done)


asyncio.run(main())
