import asyncio

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon")
    loop.call_later(0.05, print, "later")
    loop.call_later(0.02, print, "sooner")
    handle = loop.call_later(0.01, print, "never")
    handle.cancel()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("done", f.result()))
    loop.call_later(0.06, future.set_result, 42)
    print(await future)
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(type(error).__name__)

asyncio.run(main())
