NONE, ONE, X, L, T, S, ST = None, 1, 'x', [], (1, 2), 'abc', {1}
def f(a, b, c=1, *, d, e=2): pass
def g(): pass
def h(a, /, b): pass
def k(*args, x): pass
class C:
    def m(self, a): pass
    @staticmethod
    def s(a): pass
cases = [lambda: f(), lambda: f(1), lambda: f(1, 2), lambda: f(1, 2, 3, 4, d=1), lambda: f(1, 2, d=1, z=3),
         lambda: f(1, 2, a=1, d=1), lambda: g(1), lambda: g(x=1), lambda: h(a=1, b=2), lambda: h(), lambda: k(1),
         lambda: C().m(), lambda: C().m(1, 2), lambda: C.m(), lambda: C.s(), lambda: C(1), lambda: len(), lambda: len(1, 2),
         lambda: [].append(), lambda: [].append(1, 2), lambda: {}.get(), lambda: 'a'.upper(1), lambda: int('1', 2, 3),
         lambda: print(1, foo=2), lambda: f(*5), lambda: f(**5), lambda: f(**{1: 2}), lambda: g(*[1, 2], **{'a': 1}),
         lambda: f(1, 2, 3, 4, 5, d=1), lambda: NONE(), lambda: ONE(2), lambda: X(), lambda: isinstance(1, 2), lambda: L[1.5],
         lambda: T[2], lambda: S['a'], lambda: {}[[]], lambda: {[]: 1}, lambda: ST[0], lambda: ONE[0], lambda: range(1.5), lambda: range(1, 2, 0)]
for case in cases:
    try:
        print(case())
    except Exception as e:
        print(type(e).__name__, e)
