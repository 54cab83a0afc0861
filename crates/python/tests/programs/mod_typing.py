from typing import List, Dict, Optional, Union, Any, Callable, Tuple, TypeVar, Generic, NamedTuple, TypedDict, Literal, Iterable
T = TypeVar('T')
def first(xs: List[T], default: Optional[T] = None) -> Optional[T]: return xs[0] if xs else default
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
    def get(self) -> T: return self.v
class Pt(NamedTuple):
    x: int
    y: int = 5
    def total(self): return self.x + self.y
class Movie(TypedDict):
    name: str
    year: int
print(first([1]), first([]), Box(3).get(), Pt(1), Pt(1, 2).total(), Pt(1)._fields, Movie(name='x', year=1))
def g(f: Callable[[int], str], d: Dict[str, Union[int, str]], t: Tuple[int, ...] = (), *, k: Any = None) -> 'Box[int]': ...
x: int | None = None
y: list[int] = [1]; z: dict[str, list[int]] = {}
print(x, y, z, int | str, list[int], dict[str, int] , isinstance(5, int | str))
