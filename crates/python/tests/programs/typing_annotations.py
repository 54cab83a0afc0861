from typing import Any, Callable, Dict, Generic, Iterator, List, NamedTuple, Optional, Protocol, Tuple, TypedDict, TypeVar, Union

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self

    def pop(self) -> Optional[T]:
        return self.items.pop() if self.items else None


class Speaks(Protocol):
    def speak(self) -> str: ...


class Employee(NamedTuple):
    name: str
    age: int = 30


class Movie(TypedDict):
    title: str
    year: int


def apply(f: Callable[[int], int], values: Dict[str, int] | None = None, *rest: Tuple[int, ...]) -> Union[int, str]:
    total: int = sum((values or {}).values())
    return f(total)


def numbers(n: int) -> Iterator[int]:
    yield from range(n)


x: int
y: list[int] = [1]
print(Stack[int]().push(1).push(2).pop(), Employee("Kim"), Employee("Lee", 5).age, Movie(title="A", year=1), apply(lambda n: n + 1, {"a": 4}))
print(apply.__annotations__["return"], Optional[int], List[str], Callable[[int], str], list(numbers(3)), __annotations__)
try:
    x
except NameError as error:
    print(error)
