from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


class Room:
    def __init__(self, name, swallows=False):
        self.name, self.swallows = name, swallows

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error)
        return self.swallows

    def close(self):
        print("close", self.name)


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
    finally:
        print(f"</{name}>")


with Room("a") as a, Room("b") as b:
    print(a.name, b.name)
with Room("outer"), Room("inner", swallows=True):
    raise KeyError("inside")
with tag("p") as text:
    print(text)
    raise ValueError("oops")
with suppress(ZeroDivisionError):
    1 / 0
with ExitStack() as stack:
    rooms = [stack.enter_context(Room(n)) for n in "xy"]
    stack.callback(print, "called back")
with closing(Room("c")), nullcontext(5) as five:
    print(five)
with (
    Room("long") as first,
    Room("list") as second,
):
    pass
try:
    with Room("raises"):
        1 / 0
except ZeroDivisionError as error:
    print("outside", error)
try:
    with 5:
        pass
except TypeError as error:
    print(error)
