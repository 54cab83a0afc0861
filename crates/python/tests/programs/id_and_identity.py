a = [1]
b = a
c = [1]
print(a is b, a is c, id(a) == id(b), a == c, None is None, type(id(a)) is int)
def f(): pass
print(f is f, f == f, f.__name__, hash(f) == hash(f), {f: 1}[f], [f].index(f), f != print)
class E: pass
e = E()
print(e == e, e == E(), hash(e) == hash(e), e in [e], {e, e} == {e}, isinstance(hash(e), int))
class K:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return isinstance(other, K) and self.n == other.n
print(K(1) == K(1), K(1) != K(2), K(1) in [K(1)], K(1) == 1)
try:
    {K(1)}
except TypeError as error:
    print(error)
class H(K):
    def __hash__(self): return hash(self.n)
print(len({H(1), H(1), H(2)}), {H(1): "a"}[H(1)], hash(H(5)) == hash(5), hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)))
