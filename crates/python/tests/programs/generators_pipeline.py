def read(lines):
    for n, line in enumerate(lines, 1):
        yield n, line.strip()


def without_comments(numbered):
    return ((n, line) for n, line in numbered if line and not line.startswith("#"))


def pairs(numbered):
    for n, line in numbered:
        key, sep, value = line.partition("=")
        if not sep:
            print(f"line {n}: no '=' in {line!r}")
            continue
        yield key.strip(), value.strip()


TEXT = """
# settings
name = demo
broken line
size=3

path = /tmp # not a comment
"""
print(dict(pairs(without_comments(read(TEXT.splitlines())))))


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 1


def take(count, values):
    for _, value in zip(range(count), values):
        yield value


def windows(values, size):
    from collections import deque
    window = deque(maxlen=size)
    for value in values:
        window.append(value)
        if len(window) == size:
            yield tuple(window)


print(list(take(8, primes())), list(windows(take(5, primes()), 3)))
g = take(2, primes())
print(g.gi_running if hasattr(g, "gi_running") else False, next(g), g.__name__, type(g).__name__, iter(g) is g)
