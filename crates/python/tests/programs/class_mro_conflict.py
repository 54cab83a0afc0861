class A: pass
class B(A): pass
try:
    class C(A, B): pass
except TypeError as error:
    print(error)
X = type("X", (), {"value": 3, "twice": lambda self: self.value * 2})
print(X().twice(), X.__name__, type(X))
print(B.mro(), A.__subclasses__())
