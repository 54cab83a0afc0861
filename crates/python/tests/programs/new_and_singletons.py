class S:
    _inst = None
    def __new__(cls, *a):
        if cls._inst is None: cls._inst = super().__new__(cls)
        return cls._inst
    def __init__(self, v): self.v = v
print(S(1) is S(2), S(3).v)
class Celsius(float):
    def __new__(cls, v): return super().__new__(cls, v)
    def f(self): return self * 9 / 5 + 32
c = Celsius(100); print(c, c.f(), c + 1, type(c).__name__, isinstance(c, float))
class MyInt(int):
    def __add__(self, o): return MyInt(int(self) + o + 1)
    def __repr__(self): return f'MyInt({int(self)})'
print(MyInt(5) + 1, MyInt(5) * 2, [MyInt(1)], MyInt('7'), MyInt(3) == 3, hash(MyInt(3)) == hash(3))
class Loud(str):
    def shout(self): return self.upper() + '!'
print(Loud('hi').shout(), Loud('a') + 'b', len(Loud('abc')), Loud('x') == 'x', {Loud('k'): 1}['k'], f'{Loud("z"):>3}')
class L(list):
    def first(self): return self[0]
    def append(self, x): print('appending', x); super().append(x)
l = L([3, 1]); l.append(2); print(l, l.first(), sorted(l), len(l), l[1:], l + [9], isinstance(l, list), L(range(2)), [x for x in l])
class Dd(dict):
    def __missing__(self, k): return k * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 100)
d = Dd(); d['a'] = 1; print(d, d['zz'], d.get('q'), len(d), 'a' in d, list(d.items()), dict(d))
class Tp(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    def total(self): return sum(self)
print(Tp(1, 2, 3), Tp(1, 2).total(), Tp(1)[0], Tp(1, 2) == (1, 2))
class St(set):
    def __contains__(self, x): return super().__contains__(str(x))
print(1 in St(['1']), len(St('aab')))
