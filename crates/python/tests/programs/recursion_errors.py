import sys


def down(n):
    return down(n + 1)


try:
    down(0)
except RecursionError as error:
    print(error)
print(sys.getrecursionlimit())


class Loop:
    def __getattr__(self, name):
        return getattr(self, name + "x")


try:
    Loop().a
except RecursionError as error:
    print(type(error).__name__)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))


def hanoi(n, a="A", b="B", c="C"):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


def permutations(items):
    if not items:
        yield []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [item] + rest


def flatten(nested):
    for item in nested:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(hanoi(8), list(permutations("abc")), list(flatten([1, [2, [3, [4]], 5]])))
