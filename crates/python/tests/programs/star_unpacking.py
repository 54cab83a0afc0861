first, *middle, last = range(6)
print(first, middle, last)
*start, end = "ab"
print(start, end)
(a, b), *c = [(1, 2), 3, 4]
print(a, b, c)
print([*range(3), *"xy"], (*[1], 2), {*[1, 1, 2]}, {**{"a": 1}, "b": 2, **{"a": 3}})


def f(*args, key=None, **kwargs):
    return args, key, kwargs


print(f(*[1, 2], 3, *(4,), **{"key": 5, "z": 6}), f(*"ab", **{}))
for head, *tail in [(1, 2, 3), (4,)]:
    print(head, tail)
for source in ("a, b = 1, 2, 3", "a, b = 1,", "*a, b = []", "a, b = 5"):
    try:
        exec(source)
    except Exception as error:
        print(type(error).__name__, error)
x = y = z = []
x.append(1)
print(y, z is x)
a, b = 1, 2
a, b = b, a
print(a, b)
