def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
print(list(count(4)), sum(count(5)), [x * 2 for x in count(3)], max(count(3)), tuple(count(2)), set(count(3)))
g = count(2); print(next(g), next(g), next(g, 'end'))
try: next(g)
except StopIteration: print('stop')
def echo():
    received = None
    while True:
        received = yield received
        if received is None: return 'finished'
e = echo(); next(e); print(e.send('a'), e.send('b'))
try: e.send(None)
except StopIteration as s: print(s.value)
def sub(): r = yield 1; print('sub got', r); return 'result'
def main():
    x = yield from sub()
    print('main got', x)
    yield from [10, 20]
m = main(); print(next(m)); print(m.send('hi')); print(list(m))
def guarded():
    try: yield 1; yield 2
    except ValueError as e: print('caught', e); yield 'handled'
    finally: print('cleanup')
h = guarded(); print(next(h)); print(h.throw(ValueError('boom'))); print(list(h))
k = guarded(); next(k); k.close(); print('closed')
print(list(x for x in range(5) if x % 2), sum(x * x for x in range(4)), any(x > 2 for x in range(5)), ','.join(c for c in 'abc'))
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
f = fib(); print([next(f) for _ in range(10)])
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n + 1
print(list(Countdown(3)), [x for x in Countdown(2)], sum(Countdown(4)), dict(zip('ab', Countdown(2))), *Countdown(2))
a, b, c = Countdown(3); print(a, b, c); x, *y = count(4); print(x, y)
class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
print(list(Tree(2, Tree(1), Tree(3))), list(zip(count(3), count(2))), list(enumerate(count(2))), list(map(str, count(2))))
print(list(iter([3, 1].pop, 3)), 2 in count(5), 9 in count(5), sorted(count(3), reverse=True), g.__name__, type(g).__name__)
def gen_return():
    return 1
    yield
print(list(gen_return()))
gen = (i for i in [1, 2]); print(next(gen), next(gen), next(gen, None), list(gen))
