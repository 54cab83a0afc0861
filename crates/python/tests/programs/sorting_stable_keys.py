from operator import attrgetter, itemgetter

people = [("Kim", 30), ("Lee", 25), ("Park", 30), ("Ahn", 25)]
print(sorted(people, key=itemgetter(1)), sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, reverse=True))
people.sort(key=itemgetter(1), reverse=True)
print(people)


class V:
    def __init__(self, n, name): self.n, self.name = n, name
    def __repr__(self): return f"{self.name}{self.n}"
    def __lt__(self, other): return self.n < other.n


vs = [V(2, "a"), V(1, "b"), V(2, "c"), V(1, "d")]
print(sorted(vs), sorted(vs, key=attrgetter("name"), reverse=True), min(vs), max(vs), sorted(vs, reverse=True))
print(sorted([3, 1.5, True, 2]), sorted(["b", "B", "a"]), sorted(["b", "B", "a"], key=str.lower), sorted("hello"), sorted({3: 1, 1: 2}), sorted([[2, 1], [1, 9], [1]]))
for bad in ([1, "a"], [None, 1], [{}, {}], [1j, 2j]):
    try:
        sorted(bad)
    except TypeError as error:
        print(error)


def bubble(values):
    values = values[:]
    for i in range(len(values)):
        for j in range(len(values) - 1 - i):
            if values[j] > values[j + 1]:
                values[j], values[j + 1] = values[j + 1], values[j]
    return values


def quick(values):
    if len(values) < 2:
        return values
    first, *rest = values
    return quick([v for v in rest if v < first]) + [first] + quick([v for v in rest if v >= first])


print(bubble([5, 2, 9, 1]), quick([3, 6, 1, 8, 2, 3]))
