functions = [lambda: n for n in range(3)]
print([f() for f in functions])
functions = [lambda n=n: n for n in range(3)]
print([f() for f in functions])


def counter(start=0):
    def step(by=1):
        nonlocal start
        start += by
        return start
    return step


a, b = counter(), counter(10)
print(a(), a(5), b(), a.__closure__[0].cell_contents, a.__code__.co_freevars)


def append(value, to=[]):
    to.append(value)
    return to


print(append(1), append(2), append(3, []), append.__defaults__)


def compose(*functions):
    def composed(x):
        for f in reversed(functions):
            x = f(x)
        return x
    return composed


print(compose(str, lambda x: x + 1, abs)(-5), (lambda *a, **k: (a, k))(1, b=2))
