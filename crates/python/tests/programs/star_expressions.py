def f(*a, **k): return a, k
print(f(*[1, 2], *(3,), x=1, **{'y': 2}, **{'z': 3}), [*range(3), *'ab'], {*[1, 2], *[2, 3]}, {**{'a': 1}, 'b': 2, **{'a': 3}}, (*[1], *[2]), f(*'ab', *range(2)), f(**dict(a=1)))
a, *b, c = range(6); print(a, b, c); *x, = 'abc'; print(x); (p, *q), r = [1, 2, 3], 4; print(p, q, r)
for h, *t in [(1, 2, 3), (4,)]: print(h, t)
print(*[1, 2, 3], sep='-'); print(*'abc', end='!\n'); first, second, *rest = 'hello world'.split() + ['x']; print(first, second, rest)
def g(a, *, b): return a, b
try: f(**{'a': 1}, a=2)
except TypeError as e: print(e)
print(max(*[1, 5, 3]), [*[*[1, 2]], 3], dict(**{'k': 1}, j=2), (lambda *a: a)(*range(3)))
