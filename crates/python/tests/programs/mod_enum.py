from enum import Enum, IntEnum, auto, Flag, unique
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self): return f'{self.name} is {self.value}'
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['BLUE'], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.GREEN.describe())
print(Color.RED == Color.RED, Color.RED != Color.BLUE, Color.RED in Color, isinstance(Color.RED, Color), {Color.RED: 'r'}[Color.RED], [c.name for c in Color], Color.__members__.keys())
class Level(IntEnum):
    LOW = auto()
    HIGH = auto()
print(Level.LOW < Level.HIGH, Level.HIGH + 1, Level.LOW, repr(Level.LOW), f'{Level.HIGH}', int(Level.LOW), sorted([Level.HIGH, Level.LOW]))
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
print(Perm.R | Perm.W, Perm.R & Perm.W, Perm.R in (Perm.R | Perm.X), bool(Perm.R & Perm.W), (Perm.R | Perm.X).value)
for f in (lambda: Color(9), lambda: Color['X'], lambda: setattr(Color, 'RED', 5), lambda: Color.RED < Color.BLUE):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
print(Planet.EARTH.mass, Planet.EARTH.value)
match Color.RED:
    case Color.BLUE: print('b')
    case Color.RED: print('r')
