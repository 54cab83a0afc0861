import asyncio

async def work(n):
    await asyncio.sleep(0.05 * n)
    return n * n

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(work(1)))
tasks = [loop.create_task(work(n)) for n in (2, 1)]
done, pending = loop.run_until_complete(asyncio.wait(tasks))
print(sorted(t.result() for t in done), pending)
print(loop.run_until_complete(asyncio.gather(work(1), work(0))))
loop.call_later(0.05, loop.stop)
loop.run_forever()
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
