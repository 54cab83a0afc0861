from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError
@dataclass
class Point:
    x: int
    y: int = 0
    def dist(self): return (self.x ** 2 + self.y ** 2) ** .5
p = Point(3, 4); print(p, p.dist(), p == Point(3, 4), p != Point(1), asdict(p), astuple(p), replace(p, x=1), [f.name for f in fields(p)])
@dataclass(order=True, frozen=True)
class V:
    n: int
    tags: tuple = ()
print(V(1) < V(2), sorted([V(3), V(1)]), hash(V(1)) == hash(V(1)), {V(1): 'a'}[V(1)])
try: V(1).n = 5
except FrozenInstanceError as e: print(type(e).__name__, e)
@dataclass
class Team:
    name: str
    members: list = field(default_factory=list)
    size: int = field(init=False, repr=False, default=0)
    def __post_init__(self): self.size = len(self.members)
a, b = Team('a', [1]), Team('b'); b.members.append(5); print(a, b, a.size)
@dataclass
class Base:
    id: int
@dataclass
class Child(Base):
    name: str = 'x'
print(Child(1), Child(1, 'y'), Child.__match_args__)
for f in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(z=1)):
    try: f()
    except TypeError as e: print(e)
try:
    @dataclass
    class Bad:
        x: list = []
except ValueError as e: print(e)
