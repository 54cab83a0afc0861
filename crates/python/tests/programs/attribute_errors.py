class A:
    x = 1
    def m(self): pass
    @property
    def p(self): return 1
    __slots__ = ('s',)
class B: pass
a, b = A(), B()
cases = ["a.zz", "A.zz", "a.zz = 1", "a.p = 5", "del a.p", "del b.x", "a.m.zz", "b.m()", "(1).foo", "'s'.foo", "[].foo", "None.foo", "len.foo", "int.foo", "a.s", "import math; math.zz", "a.x = 2",
         "b.__class__.zz", "type(a).nope", "print.zz", "[].append = 1", "int.x = 1", "(lambda: 0).zz", "del A.nope", "B.y"]
for case in cases:
    try: exec(case); print(case, 'ok')
    except Exception as e: print(case, '->', type(e).__name__, e)
