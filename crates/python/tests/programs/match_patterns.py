from dataclasses import dataclass
from enum import Enum


class Color(Enum):
    RED = 1
    BLUE = 2


@dataclass
class Point:
    x: int
    y: int


class Pair:
    __match_args__ = ("left", "right")

    def __init__(self, left, right):
        self.left, self.right = left, right


def what(value):
    match value:
        case 0 | 1:
            return "small"
        case int(n) if n < 0:
            return f"negative {n}"
        case float() | int():
            return "number"
        case "a" | "b" as letter:
            return f"letter {letter}"
        case str():
            return "text"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [Point(x=0, y=y), *rest]:
            return f"point at {y}, then {rest}"
        case (a, b):
            return f"two {a} {b}"
        case {"kind": "circle", "r": r}:
            return f"circle {r}"
        case {"kind": kind, **rest}:
            return f"{kind} {rest}"
        case Point(0, 0):
            return "origin"
        case Point(x, y):
            return f"at {x} {y}"
        case Pair(Pair(a, _), right=c):
            return f"nested {a} {c}"
        case Color.RED:
            return "red"
        case None:
            return "nothing"
        case _:
            return "else"


for value in (0, 1, -5, 2.5, 7, "a", "word", [], [3], [1, 2, 1], [Point(0, 4), 5, 6], (1, 2), {"kind": "circle", "r": 2},
              {"kind": "box", "w": 1}, Point(0, 0), Point(1, 2), Pair(Pair(1, 2), 3), Color.RED, Color.BLUE, None, {}, {1}):
    print(what(value))
