import contextvars
import asyncio

user = contextvars.ContextVar("user", default="nobody")

async def show(name):
    user.set(name)
    await asyncio.sleep(0.01)
    print(name, user.get())

async def main():
    await asyncio.gather(show("a"), show("b"))
    print(user.get())
    token = user.set("main")
    user.reset(token)
    print(user.get())

asyncio.run(main())
