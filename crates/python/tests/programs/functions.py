def add(a, b=2, *args, c=3, **kwargs): return a, b, args, c, kwargs
print(add(1), add(1, 5), add(1, 2, 3, 4), add(1, c=9), add(1, z=5, c=1), add(*[1, 2, 3], **{'k': 1}))
def pos(a, /, b, *, c): return a, b, c
print(pos(1, 2, c=3), pos(1, b=2, c=3))
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
c = counter(); print(c(), c(), c(5)); d = counter(); print(d())
total = 0
def addto(x):
    global total
    total += x
addto(5); addto(6); print(total)
f = lambda x, y=1: x + y
print(f(1), f(1, 2), (lambda: 'none')(), [g(2) for g in [lambda v, i=i: v * i for i in range(3)]])
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
print(fact(20), fact(30))
def outer(x):
    def middle():
        def inner(): return x
        return inner
    return middle()()
print(outer('deep'))
def noreturn(): pass
print(noreturn(), add.__name__, add.__defaults__, add.__kwdefaults__, f.__name__, outer.__qualname__)
def doc():
    """A docstring."""
print(doc.__doc__, callable(doc), type(doc).__name__)
def default(x, acc=[]):
    acc.append(x); return acc
print(default(1), default(2), default(3, []))
def deco(fn):
    def wrapper(*a, **k):
        print('before', fn.__name__, a, k)
        r = fn(*a, **k)
        print('after')
        return r
    return wrapper
@deco
def hello(name, punct='!'): return 'hi ' + name + punct
print(hello('bob'), hello('al', punct='?'))
def repeat(n):
    def d(fn):
        def w(*a): return [fn(*a) for _ in range(n)]
        return w
    return d
@repeat(3)
def one(): return 1
print(one())
def annotated(a: int, b: 'str' = 'x') -> bool: return True
print(annotated.__annotations__, annotated(1))
funcs = []
for i in range(3):
    def g(): return i
    funcs.append(g)
print([g() for g in funcs])
def gen_args(*, a, b=2): return a, b
print(gen_args(a=1), gen_args(b=1, a=0))
def swap(a, b): return b, a
x, y = swap(1, 2); print(x, y)
def apply(fn, *args): return fn(*args)
print(apply(max, 1, 5, 3), apply(lambda: 7), list(map(add, [1])), print)
