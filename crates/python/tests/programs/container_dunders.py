class Polynomial:
    def __init__(self, *coefficients):
        self.coefficients = list(coefficients)

    def __len__(self):
        return len(self.coefficients)

    def __getitem__(self, place):
        print("get", place)
        return self.coefficients[place]

    def __setitem__(self, place, value):
        print("set", place, value)
        self.coefficients[place] = value

    def __delitem__(self, place):
        print("del", place)
        del self.coefficients[place]

    def __contains__(self, value):
        return value in self.coefficients

    def __iter__(self):
        return iter(self.coefficients)

    def __reversed__(self):
        return reversed(self.coefficients)

    def __call__(self, x):
        return sum(c * x ** n for n, c in enumerate(self))


p = Polynomial(1, 2, 3)
print(len(p), p[0], p[1:], p[-1], 3 in p, list(reversed(p)), p(2))
p[1] = 5
p[0:2] = [7]
del p[0]
print(list(p), bool(p), bool(Polynomial()))
first, *rest = Polynomial(4, 5, 6)
print(first, rest, max(p), p[1:2, ..., 3] if False else "")
