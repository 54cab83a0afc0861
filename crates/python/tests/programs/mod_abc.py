from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def show(self): return f'{self.name}: {self.area()}'
class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    @property
    def name(self): return 'square'
print(Sq(3).show(), isinstance(Sq(1), Shape), issubclass(Sq, Shape))
class Half(Shape):
    def area(self): return 1
for c in (Shape, Half):
    try: c()
    except TypeError as e: print(e)
from collections.abc import Iterable, Mapping, Sequence, Callable, Hashable
print(isinstance([], Iterable), isinstance({}, Mapping), isinstance('a', Sequence), isinstance(len, Callable), isinstance([], Hashable), isinstance(5, Iterable))
