import asyncio
from collections import defaultdict


class Bus:
    def __init__(self):
        self.listeners = defaultdict(list)

    def on(self, name):
        def register(function):
            self.listeners[name].append(function)
            return function
        return register

    async def emit(self, name, **data):
        results = await asyncio.gather(*(f(**data) for f in self.listeners[name]), return_exceptions=True)
        for f, result in zip(self.listeners[name], results):
            print(name, f.__name__, "->", repr(result))


bus = Bus()


@bus.on("order")
async def charge(user, amount):
    await asyncio.sleep(0.02)
    if amount > 100:
        raise ValueError("too much")
    return f"charged {user}"


@bus.on("order")
async def notify(user, **_):
    await asyncio.sleep(0.01)
    return f"told {user}"


async def main():
    await bus.emit("order", user="kim", amount=50)
    await bus.emit("order", user="lee", amount=500)
    await bus.emit("nobody")


asyncio.run(main())
