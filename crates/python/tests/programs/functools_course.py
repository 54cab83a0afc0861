import functools
import operator


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.cache
def slow(n):
    print("computing", n)
    return n * n


print(fib(80), fib.cache_info(), slow(3), slow(3))
double = functools.partial(operator.mul, 2)
print(double(21), double.func is operator.mul, double.args, functools.partial(int, base=2)("101"))
print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(lambda a, b: a * b, range(1, 6), 10), functools.reduce(max, [3, 9, 2]))


@functools.singledispatch
def show(value):
    return f"something {value!r}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
def _(value):
    return f"list of {len(value)}"


print(show(5), show([1]), show("x"), show(True))


class Circle:
    def __init__(self, r):
        self.r = r

    @functools.cached_property
    def area(self):
        print("area of", self.r)
        return 3 * self.r ** 2


c = Circle(2)
print(c.area, c.area, c.__dict__)
print(sorted(["b", "A", "c"], key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
try:
    functools.reduce(operator.add, [])
except TypeError as error:
    print(error)
