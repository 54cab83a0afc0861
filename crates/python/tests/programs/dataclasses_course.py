from dataclasses import asdict, astuple, dataclass, field, fields, replace


@dataclass(order=True)
class Student:
    name: str
    grade: int = 1
    scores: list = field(default_factory=list, compare=False)
    secret: str = field(default="x", repr=False)

    def average(self):
        return sum(self.scores) / len(self.scores) if self.scores else 0.0


@dataclass(frozen=True)
class Point:
    x: float
    y: float = 0.0

    def __post_init__(self):
        if self.x < 0:
            raise ValueError("negative")


@dataclass
class Point3(Point.__class__ if False else object):
    z: int = 3


kim, lee = Student("Kim", 2, [90, 80]), Student("Lee")
print(kim, lee, kim.average(), kim < lee, kim == Student("Kim", 2))
print(asdict(kim), astuple(Point(1)), [f.name for f in fields(Point)])
print(replace(Point(1, 2), y=5), hash(Point(1)) == hash(Point(1)), Point3())
for action in ("Point(1).x = 2", "Point(-1)", "Student()", "Student('a', 1, 2, 3, 4)"):
    try:
        exec(action)
    except Exception as error:
        print(type(error).__name__, error)
print(sorted([lee, kim, Student("Ahn")]))
