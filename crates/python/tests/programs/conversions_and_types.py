print(int("12"), int(3.99), int(True), float("1e3"), float(" 2.5 "), str(12) + "3", bool(""), bool("0"), bool([]), bool([0]), complex("1+2j"))
print(list("ab"), tuple([1]), set([1, 1]), dict([("a", 1)]), bytes("é", "utf-8"), chr(97), ord("a"), hex(255), bin(5), oct(8), ascii("é"))
print(type(1) is int, isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, int), type("") == str, type(None).__name__)
print(1 == 1.0, "1" == 1, [1] == (1,), 0.1 + 0.2 == 0.3, round(0.1 + 0.2, 2) == 0.3, None == 0)
print(float("inf") > 10 ** 100, float("nan") != float("nan"), max(1, 2.5), min("b", "a"), abs(-3), pow(2, 3), divmod(7, 3), round(3.14159, 2))
for action in ("int('x')", "int('1.5')", "float('abc')", "int(None)", "int([1])", "chr(-1)", "ord('ab')", "float('1,5')", "'a' < 1", "[] + {}", "-'a'", "len(5)", "None + 1", "complex('x')"):
    try:
        eval(action)
    except Exception as error:
        print(type(error).__name__, error)
