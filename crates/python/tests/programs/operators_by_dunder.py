from functools import total_ordering


@total_ordering
class Fraction:
    def __init__(self, top, bottom=1):
        self.top, self.bottom = top, bottom

    def __repr__(self):
        return f"{self.top}/{self.bottom}"

    def __eq__(self, other):
        return self.top * other.bottom == other.top * self.bottom

    def __lt__(self, other):
        return self.top * other.bottom < other.top * self.bottom

    def __hash__(self):
        return hash((self.top, self.bottom))

    def __add__(self, other):
        if isinstance(other, int):
            other = Fraction(other)
        return Fraction(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    __radd__ = __add__

    def __mul__(self, other):
        return Fraction(self.top * other.top, self.bottom * other.bottom)

    def __neg__(self):
        return Fraction(-self.top, self.bottom)

    def __abs__(self):
        return Fraction(abs(self.top), self.bottom)

    def __bool__(self):
        return self.top != 0

    def __float__(self):
        return self.top / self.bottom

    def __int__(self):
        return self.top // self.bottom

    def __iadd__(self, other):
        print("in place")
        return self + other

    def __pow__(self, n):
        return Fraction(self.top ** n, self.bottom ** n)

    def __divmod__(self, other):
        return divmod(float(self), other)

    def __round__(self, digits=0):
        return round(float(self), digits)


half, third = Fraction(1, 2), Fraction(1, 3)
print(half + third, 1 + half, half * third, -half, abs(-third), half ** 3)
print(half > third, half <= third, half == Fraction(2, 4), half != third, max(half, third))
print(bool(Fraction(0)), float(third), int(Fraction(7, 2)), divmod(Fraction(7, 2), 2), round(third, 3))
half += third
print(half, sum([half, third]), sorted([half, third]))
try:
    half - third
except TypeError as error:
    print(error)
try:
    half + "x"
except AttributeError as error:
    print(error)
