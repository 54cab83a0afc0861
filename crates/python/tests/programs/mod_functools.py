import functools
print(functools.reduce(lambda a, b: a + b, [1, 2, 3]), functools.reduce(lambda a, b: a * b, [], 7), functools.partial(pow, 2)(5), functools.partial(int, base=2)('101'))
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
@functools.cache
def sq(x): print('computing', x); return x * x
print(sq(3), sq(3))
def deco(f):
    @functools.wraps(f)
    def w(*a): return f(*a)
    return w
@deco
def named(): "doc"
print(named.__name__, named.__doc__, sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
@functools.total_ordering
class N:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(N(1) <= N(2), N(3) > N(2), N(1) >= N(2))
@functools.singledispatch
def show(x): return 'object'
@show.register(int)
def _(x): return 'int'
@show.register
def _(x: list): return 'list'
print(show(1), show([]), show('s'))
class P:
    @functools.cached_property
    def slow(self): print('once'); return 42
p = P(); print(p.slow, p.slow)
