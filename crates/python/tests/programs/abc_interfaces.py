from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name} of {self.area():.1f}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

    @property
    def name(self):
        return "square"


class Half(Shape):
    def area(self):
        return 0


print(Square(3).describe(), isinstance(Square(1), Shape), issubclass(Half, Shape))
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as error:
        print(error)


class Ring(Sequence):
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, place):
        return self.items[place]

    def __len__(self):
        return len(self.items)


ring = Ring(1, 2, 3)
print(ring[1], 2 in ring, isinstance(ring, Iterable), isinstance({}, Mapping), ring.count(1), ring.index(3), list(reversed(ring)))
print(Shape.__abstractmethods__ == frozenset({"area", "name"}))
