"""Numbers: text, arithmetic, comparison, hashes, rounding."""

import math
import struct

from cases import case, rng

FLOATS = [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, 1e16, 1e15, 9999999999999998.0, 1e-4, 1e-5, 123456789.125,
          1e22, 1e23, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 0.30000000000000004, 2.675,
          1e100, 1 / 3, -7.0, 3.0, math.inf, -math.inf, math.nan, 4503599627370497.5, 2.0**53, 2.0**63]
INTS = [0, 1, -1, 2, 3, -7, 7, 10, 255, -256, 2**31, 2**53, 2**53 + 1, -2**53 - 1, 2**63 - 1, -2**63, 2**63,
        2**64, 10**18, 10**22, 10**23, -10**25, 3**100, 2**1023, 2**1024 - 2**970, 2**1024, -10**400]


def random_float():
    kind = rng.randint(0, 4)
    if kind == 0:
        return struct.unpack("<d", rng.randbytes(8))[0]
    if kind == 1:
        return rng.uniform(-1000, 1000)
    if kind == 2:
        return round(rng.uniform(-100, 100), rng.randint(0, 4))
    if kind == 3:
        return float(rng.randint(-10**6, 10**6)) / 8
    return rng.choice(FLOATS)


def random_int():
    kind = rng.randint(0, 3)
    if kind == 0:
        return rng.randint(-20, 20)
    if kind == 1:
        return rng.getrandbits(rng.randint(1, 200)) * rng.choice([1, -1])
    if kind == 2:
        return rng.randint(-2**63, 2**63 - 1)
    return rng.choice(INTS)


def parse_int(text, base):
    return int(text, base)


for x in FLOATS + [random_float() for _ in range(60)]:
    case("float repr", float, repr(x))
    case("float hash", lambda x: 0 if x != x else hash(x), x)
    case("float hex", float.hex, x)
    case("float int", int, x)
    case("ratio", float.as_integer_ratio, x)
    case("float round", round, x)

for n in INTS + [random_int() for _ in range(30)]:
    case("int hash", hash, n)
    case("int float", float, n)
    for name, call in [("bin", bin), ("oct", oct), ("hex", hex)]:
        case(name, call, n)
    case("bit_count", int.bit_count, n)

for text in ["", "a", "ab", "한글", "é", "a한", "😀", "a" * 7, "a" * 8, "abc" * 9, "가" * 5]:
    case("text hash", hash, text)
for items in [[], [1], [1, 2], [-1, -2, 3], [10**18, 5, 7, 9]]:
    case("tuple hash", lambda text: hash(tuple(map(int, text.split()))), " ".join(map(str, items)))

for text in ["", " ", "12", " 12\n", "-5", "+5", "- 5", "--5", "1_000", "1__0", "_1", "1_", "0x1f", "0X1F", "0b101",
             "0o17", "017", "00", "0", "0_0", "0x", "0x_1", "0x__1", "1.5", "abc", "zz", "１２", "٣", "1\x002", "²", "é",
             "9" * 4300, "9" * 4301, "-" + "9" * 4301, "9" * 400, "0b", "0b2", "1e5", "\u30001\u3000", "it's"]:
    for base in [10, 0, 2, 8, 16, 36, 1, 37, -1] if len(text) < 100 else [10, 0]:
        case("int", parse_int, text, base)

for text in ["", " ", "1", "1.", ".5", ".", "1e5", "1E+5", "1e", "e5", "-1.5", "+inf", "-Infinity", "nan", "-NaN", "INF", "infinit",
             "1_0.5_0", "1_", "_1", "1._5", "1_e5", "1e_5", "1e1_0", "0x10", "1,5", "１.５", " 2.5\t", "1 2", "1e400", "-1e400",
             "1e-400", "9" * 400, "it's", "한글", "1\x00", "++1", "1.5.2", "inf_", "nan(1)"]:
    case("float", float, text)

for n in [10**4299, 10**4300, -10**4299, -10**4300, 7, 10**20]:
    print("\t".join(["int text", hex(n), "=",
                     repr(str(n)) if len(str(abs(n)) if abs(n) < 10**4300 else "9" * 4301) <= 4300 else
                     "!" + repr("ValueError: Exceeds the limit (4300 digits) for integer string conversion; "
                                "use sys.set_int_max_str_digits() to increase the limit")]))

for turn in range(80):
    a, b, c = random_int(), random_int(), random_int()
    case("int //", lambda a, b: a // b, a, b)
    case("int %", lambda a, b: a % b, a, b)
    case("int divmod", divmod, a, b)
    case("int /", lambda a, b: a / b, a, b)
    case("int **", lambda a, b: a ** b, a, rng.randint(0, 40 if abs(a) < 2**200 else 3))
    case("int pow", pow, a, b if abs(b) < 10**60 else 5, rng.choice([c % 10**40, -7, 0, 1]))
    case("int <<", lambda a, b: a << b, a, rng.randint(-1, 70))
    case("int >>", lambda a, b: a >> b, a, rng.choice([-1, 0, 1, 5, 70, 10**30]))
    case("int round", round, a, rng.choice([0, 1, -1, -2, -3, -30, -450]))
    x, y = random_float(), random_float()
    case("float /", lambda x, y: x / y, x, y)
    case("float //", lambda x, y: x // y, x, y)
    case("float %", lambda x, y: x % y, x, y)
    case("float divmod", divmod, x, y)
    case("float round to", round, x, rng.choice([0, 1, 2, 3, -1, -2, -3, 10, 17, 330, -310]))
    near = rng.choice([y, float(rng.randint(-2**70, 2**70)), float(rng.choice(INTS[:23]))])
    n = rng.choice([a, int(near) + rng.randint(-1, 1) if math.isfinite(near) else a])
    case("compare", lambda n, x: (n < x, n == x, n > x), n, near)

for turn in range(200):
    case("int /", lambda a, b: a / b, rng.choice(INTS), rng.choice(INTS))
for x in [0.05, 0.15, 0.25, 0.35, 1.005, 2.675, 1234.5, 50.0, 150.0, 250.0, -50.0, 0.5, 1e300, 5e22, 15.0, 25.0]:
    for digits in [-3, -2, -1, 0, 1, 2]:
        case("float round to", round, x, digits)
for x, y in [(0.0, -1.0), (-0.0, -2.0), (10.0, 400.0), (2.0, 0.5), (2.0, 10.0), (-2.0, 3.0), (-2.0, -2.0), (1e300, -2.0),
             (math.inf, 0.0), (math.nan, 0.0), (1.0, math.nan), (0.5, math.inf), (-1.0, math.inf), (9.0, 0.5), (3.0, 3.0)]:
    case("float **", lambda x, y: x ** y, x, y)
