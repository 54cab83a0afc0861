print(eval("1 + 2 * 3"), eval("x + y", {"x": 1, "y": 2}), eval("[n for n in range(3)]"))
space = {}
exec("def f(n):\n    return n * 2\nresult = f(21)", space)
print(space["result"], sorted(k for k in space if not k.startswith("__")))
exec("a = 1; b = a + 1")
print(a, b, eval("a == b - 1"))
code = compile("a * 100", "<made>", "eval")
print(eval(code))
for source in ("1 +", "x = 5", "undefined_name", "1 / 0"):
    try:
        eval(source)
    except Exception as error:
        print(type(error).__name__, error if not isinstance(error, SyntaxError) else error.msg)
print(callable(eval), globals()["a"], "space" in globals(), sorted(locals())[:0], __name__)


def scope():
    inner = 1
    return sorted(locals()), "inner" in globals()


print(scope(), getattr(__builtins__, "len", len)("abc") if not isinstance(__builtins__, dict) else 3)
