def f(a, b=2, /, c=3, *args, d, e=5, **rest):
    return a, b, c, args, d, e, rest


print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7))
for call in ("f()", "f(1)", "f(1, a=2, d=1)", "f(1, d=1, c=2, **{'c': 3})", "f(d=1)", "(lambda: 0)(1)", "len()", "len(1, 2)", "print(x=1)"):
    try:
        print(eval(call))
    except TypeError as error:
        print(error)


def g(x: int, y: "str" = "a") -> list[int]:
    """Doc."""


print(g.__annotations__, g.__doc__, g.__name__, g.__defaults__, f.__kwdefaults__, g(1))
