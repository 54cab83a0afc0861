class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): print('add'); return NotImplemented if isinstance(o, str) else N(self.v + (o.v if isinstance(o, N) else o))
    def __radd__(self, o): print('radd'); return N(o + self.v)
    def __sub__(self, o): return 'sub'
    def __rsub__(self, o): return 'rsub'
    def __truediv__(self, o): return 'div'
    def __floordiv__(self, o): return 'fdiv'
    def __mod__(self, o): return 'mod'
    def __pow__(self, o): return 'pow'
    def __matmul__(self, o): return 'matmul'
    def __and__(self, o): return 'and'
    def __or__(self, o): return 'or'
    def __xor__(self, o): return 'xor'
    def __lshift__(self, o): return 'lshift'
    def __rshift__(self, o): return 'rshift'
    def __invert__(self): return 'invert'
    def __pos__(self): return 'pos'
    def __abs__(self): return 'abs'
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 3
    def __round__(self, n=None): return ('round', n)
    def __divmod__(self, o): return 'divmod'
    def __bool__(self): return False
    def __len__(self): return 9
    def __repr__(self): return f'N({self.v})'
n = N(1)
print(n + 1, 1 + n, n + n, sum([n, n]), n - 1, 1 - n, n / 1, n // 1, n % 1, n ** 2, n @ n, n & 1, n | 1, n ^ 1, n << 1, n >> 1, ~n, +n, abs(n), int(n), float(n), [0, 1, 2, 3][n], round(n), round(n, 2), divmod(n, 1), bool(n), len(n), bin(n), hex(n), range(n))
try: n + 'x'
except TypeError as e: print(e)
class A:
    def __eq__(self, o): print('A.eq'); return NotImplemented
class B:
    def __eq__(self, o): print('B.eq'); return True
print(A() == B(), A() == A(), A() != B())
class C:
    def __lt__(self, o): return True
    def __ge__(self, o): return 'ge'
print(C() < C(), C() > C(), C() >= 1, 1 <= C())
class Base:
    def __add__(self, o): return 'base'
    def __radd__(self, o): return 'base r'
class Sub(Base):
    def __radd__(self, o): return 'sub r'
print(Base() + Sub(), Sub() + Base())
class I:
    def __init__(self): self.l = []
    def __iadd__(self, x): self.l.append(x); return self
    def __imul__(self, x): self.l *= x; return self
i = I(); i += 1; i *= 2; print(i.l)
if not n: print('falsy')
while n: break
print(n or 'or', n and 'and', not n)
