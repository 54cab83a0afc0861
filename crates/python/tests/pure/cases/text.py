"""Methods of str and bytes."""

from cases import TEXTS, case, random_text, rng


# Beyond these nothing is assigned but what nobody prints.
ALL = [code for code in [*range(0x32400), *range(0xE0000, 0xE0200)] if not 0xD800 <= code < 0xE000]


def summary(holds):
    """How many characters it holds of, and a sum that tells which."""
    codes = [code for code in ALL if holds(chr(code))]
    return len(codes), sum(code * (turn % 1009 + 1) for turn, code in enumerate(codes))


for name in ["isprintable", "isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "isspace"]:
    case(name + " of all", lambda name=name: summary(getattr(str, name)))

for text in TEXTS:
    case("repr", repr, text)
    case("ascii", ascii, text)
    for name in ["upper", "lower", "capitalize", "title", "swapcase", "casefold", "isprintable",
                 "isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "isspace", "isupper",
                 "islower", "istitle", "isidentifier", "isascii"]:
        case(name, getattr(str, name), text)
    for keep in [False, True]:
        case("splitlines", str.splitlines, text, keep)
    for size in [8, 4, 0, -1] if "\t" in text else []:
        case("expandtabs", str.expandtabs, text, size)
    for encoding in ["utf-8", "ascii", "latin-1", rng.choice(["UTF8", "ISO-8859-1", "klingon"])]:
        case("encode", str.encode, text, encoding, "strict")
        case("encode", str.encode, text, encoding, rng.choice(
            ["ignore", "replace", "backslashreplace", "xmlcharrefreplace", "no"]))
    for width in rng.sample([-1, 0, 5, 12, 13], 2):
        for name in ["center", "ljust", "rjust"]:
            case(name, getattr(str, name), text, width, rng.choice(" *가"))
        case("zfill", str.zfill, text, width)


def position():
    return rng.choice([None, None, rng.randint(-12, 12), 10**18, -10**18])


for turn in range(60):
    text = random_text(rng.choice(["ab", "ab,", "가나,", " \ta\u3000", "a😀b"]), 12)
    other = random_text(rng.choice(["a", "ab", "가,", ","]), 2)
    third = random_text("xy가", 2)
    start, end = position(), position()
    limit = rng.choice([-1, -1, 0, 1, 2, 3])
    case("find", str.find, text, other, start, end)
    case("rfind", str.rfind, text, other, start, end)
    case("index", str.index, text, other, start, end)
    case("rindex", str.rindex, text, other, start, end)
    case("count", str.count, text, other, start, end)
    case("startswith", lambda t, a, b, s, e: t.startswith((a, b), s, e), text, other, "ab", start, end)
    case("endswith", lambda t, a, b, s, e: t.endswith((a, b), s, e), text, other, "ab", start, end)
    case("replace", str.replace, text, other, third, limit)
    case("split", str.split, text, other, limit)
    case("rsplit", str.rsplit, text, other, limit)
    case("words", lambda t, n: t.split(None, n), text, limit)
    case("rwords", lambda t, n: t.rsplit(None, n), text, limit)
    case("partition", str.partition, text, other)
    case("rpartition", str.rpartition, text, other)
    case("removeprefix", str.removeprefix, text, other)
    case("removesuffix", str.removesuffix, text, other)
    case("strip", str.strip, text, rng.choice([None, "", "a", "b,", "가 "]))
    case("lstrip", str.lstrip, text, rng.choice([None, "", "a", "b,", "가 "]))
    case("rstrip", str.rstrip, text, rng.choice([None, "", "a", "b,", "가 "]))
    step = rng.choice([None, 1, -1, 2, -2, 3, -3, 0, 10**18, -10**18])
    case("slice", lambda t, a, b, c: t[a:b:c], text, start, end, step)
    case("indices", lambda a, b, c, n: list(range(n))[a:b:c], start, end, step, rng.randint(0, 9))
    case("get", lambda t, i: t[i], text, rng.randint(-12, 12))

for turn in range(50):
    data = random_text("ab \t\n,", 10).encode()
    other = random_text("ab", 2).encode()
    limit = rng.choice([-1, 0, 1, 2])
    start, end = position(), position()
    case("bytes find", bytes.find, data, other, start, end)
    case("bytes rfind", bytes.rfind, data, other, start, end)
    case("bytes count", bytes.count, data, other, start, end)
    case("bytes startswith", bytes.startswith, data, other, start, end)
    case("bytes endswith", bytes.endswith, data, other, start, end)
    case("bytes replace", bytes.replace, data, other, b"xyz", limit)
    case("bytes split", bytes.split, data, other, limit)
    case("bytes words", bytes.split, data)
    case("bytes strip", bytes.strip, data, rng.choice([b"a", b"ab "]))
    case("bytes lstrip", bytes.lstrip, data)
    case("bytes rstrip", bytes.rstrip, data)
    wild = bytes(rng.choice([0x41, 0x27, 0x22, 0x5C, 0x0A, 0x00, 0x80, 0xBF, 0xC2, 0xC3, 0xE0, 0xED,
                             0xA0, 0xF0, 0x90, 0xF4, 0xF5, 0xFF]) for _ in range(rng.randint(0, 6)))
    case("bytes repr", bytes, wild)
    case("bytearray repr", bytearray, wild)
    for errors in ["strict", "ignore", "replace", "backslashreplace"]:
        case("decode", bytes.decode, wild, rng.choice(["utf-8", "utf-8", "ascii", "latin-1"]), errors)
    case("hex", bytes.hex, wild)
    case("hex grouped", bytes.hex, wild, ":", rng.choice([1, 2, -2, 3, 0]))
    order, signed = rng.choice(["big", "little"]), rng.random() < 0.5
    case("from_bytes", lambda d, o, s: int.from_bytes(d, o, signed=s), wild, order, signed)
    number = rng.choice([0, 1, -1, 127, 128, -128, -129, 255, 256, 65535, 2**70, -2**70])
    length = rng.randint(0, 10)
    case("to_bytes", lambda n, l, o, s: n.to_bytes(l, o, signed=s), number, length, order, signed)

for text in ["", "41 42", "4142", "4 1", "4", "zz", "41\n42", "é1", "4é"]:
    case("fromhex", bytes.fromhex, text)
