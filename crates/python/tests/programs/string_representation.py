class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"

    def __str__(self):
        return f"({self.x}, {self.y})"

    def __format__(self, spec):
        return f"<{self.x:{spec}}|{self.y:{spec}}>" if spec else str(self)


p = Point(1.5, "b")
print(p, repr(p), [p], {"k": p}, (p,), f"{p} {p!r} {p!s}", "%s %r" % (p, p), "{} {!r}".format(p, p), str([p]))
print(f"{Point(1, 2):03d}", format(Point(1, 2)), f"{Point(3.0, 4.5):.2f}")


class OnlyRepr:
    def __repr__(self): return "R"


class BadStr:
    def __str__(self): return 5


class Child(OnlyRepr): pass


print(OnlyRepr(), str(Child()), [Child()])
try:
    print(BadStr())
except TypeError as error:
    print(error)
print(print, len, int, type(p), Point.__repr__ is not None, None, True, ..., NotImplemented, range(3), slice(1, 2))
print(str(1.0), repr("a'b"), str(b"x"), str({1: [2, (3,)]}), str(1e100), repr(float("nan")), str(complex(1, -2)), 3j, repr(""))
