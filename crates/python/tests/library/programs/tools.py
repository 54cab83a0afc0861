import contextlib
import functools
import heapq
import random


@contextlib.contextmanager
def tag(name):
    print("<", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        print(">", name)


with tag("a") as inside:
    print(inside)
with tag("b"):
    raise ValueError("inside")
try:
    with tag("c"):
        raise KeyError("out")
except KeyError as error:
    print(repr(error))


@tag("decorated")
def function(x):
    """Doc."""
    return x


print(function(3), function.__name__, function.__doc__)
with contextlib.suppress(ZeroDivisionError, KeyError):
    1 / 0
with contextlib.ExitStack() as stack:
    for name in "xy":
        stack.enter_context(tag(name))
    stack.callback(print, "callback", end="!\n")
with contextlib.closing(open(__file__)) as file:
    print(file.closed)
print(file.closed)


@contextlib.contextmanager
def empty():
    return
    yield


for wrong in [lambda: empty().__enter__(), lambda: contextlib.ExitStack().enter_context(3)]:
    try:
        wrong()
    except (RuntimeError, TypeError) as error:
        print(error)


@functools.lru_cache(maxsize=2)
def square(x):
    print("computes", x)
    return x * x


print(square(2), square(3), square(2), square(4), square(3), square.cache_info())
square.cache_clear()
print(square.cache_info(), square.__wrapped__.__name__)


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50))
print(functools.partial(int, base=2)("101"), functools.reduce(lambda a, b: a + b, range(5), 10))


@functools.total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number


one, two = Version(1), Version(2)
print(one < two, one <= two, one > two, one >= two, one >= one)


class Lazy:
    @functools.cached_property
    def value(self):
        print("once")
        return 42


lazy = Lazy()
print(lazy.value, lazy.value)


@functools.singledispatch
def show(thing):
    return f"thing {thing}"


@show.register
def _(thing: int):
    return f"int {thing}"


@show.register(list)
def _(thing):
    return f"list of {len(thing)}"


print(show(1.5), show(2), show([1]), show(True))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))

random.seed(1)
values = [(random.randrange(20), number) for number in range(50)]
heap = []
for value in values:
    heapq.heappush(heap, value)
print([heapq.heappop(heap) for _ in range(50)] == sorted(values))
copy = values[:]
heapq.heapify(copy)
print(copy[:5], heapq.nlargest(3, values), heapq.nsmallest(2, values, key=lambda pair: -pair[1]))
print(heapq.heappushpop(copy, (0, 0)), heapq.heapreplace(copy, (9, 9)), list(heapq.merge([1, 4], [2, 3])))
ties = [[value % 3, number] for number, value in enumerate(range(20))]


class Item:
    def __init__(self, key, number):
        self.key, self.number = key, number

    def __lt__(self, other):
        return self.key < other.key


heap = []
for key, number in ties:
    heapq.heappush(heap, Item(key, number))
print([heapq.heappop(heap).number for _ in range(len(heap))])
