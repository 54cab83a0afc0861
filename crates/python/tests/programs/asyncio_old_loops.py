import asyncio


async def work(n):
    await asyncio.sleep(0.01 * n)
    return n


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(work(1)), loop.is_running(), loop.is_closed())
tasks = [loop.create_task(work(n)) for n in (2, 1)]
print(loop.run_until_complete(asyncio.gather(*tasks)))
loop.call_later(0.02, loop.stop)
loop.run_forever()
loop.close()
print(loop.is_closed())
for action in (lambda: asyncio.run(5), asyncio.get_running_loop):
    try:
        action()
    except (RuntimeError, ValueError) as error:
        print(error)
