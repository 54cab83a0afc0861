class Lazy:
    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(f"no {name}")
        self.asked.append(name)
        return name.upper()


lazy = Lazy()
print(lazy.red, lazy.blue, lazy.asked, hasattr(lazy, "_x"), getattr(lazy, "_x", "default"))


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


s = Slotted(1)
for action in ("s.z = 1", "s.y"):
    try:
        exec(action)
    except AttributeError as error:
        print(error)


class Guarded:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)

    def __getattribute__(self, name):
        if name == "secret":
            return "hidden"
        return super().__getattribute__(name)


g = Guarded()
g.a = 1
g.secret = 2
del g.a
print(g.secret, vars(g), dir(g)[-1], g.__dict__)
setattr(g, "b", 3)
print(getattr(g, "b"), hasattr(g, "c"), [n for n in vars(g)])
try:
    g.missing
except AttributeError as error:
    print(error, error.name, error.obj is g)


class Meta(type):
    def __call__(cls, *args):
        print("making", cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls):
        return 7


class Made(metaclass=Meta):
    def __init__(self, n): self.n = n


print(Made(4).n, len(Made), type(Made).__name__)
