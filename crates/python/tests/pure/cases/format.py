"""`format`, `str.format` and `%`."""

from cases import case, rng

SPECS = ["", "5", "<5", ">5", "^5", "=5", "*^7", "05", "<05", "+", "-", " ", "+5", "#", "#x", "#o", "#b", "#X", "x", "X", "o", "b", "d", "n",
         "c", "s", "e", "E", "f", "F", "g", "G", "%", ",", "_", ",d", "_d", "_x", ",x", "_b", "010,", "010_", "+010,d", "08.3f",
         "8.3", ".3", ".0f", ".0e", "#.0f", "#.0e", "#.3g", "#g", ".2%", "10.2%", ".1f", ".10f", ".20f", "z", "z.1f", "zd",
         ",.2f", "_.3f", "+,.2f", "012,.2f", "=+12,.2f", "#_x", "#012_x", "가^9", "^9.2f", "<09", ">09", "=09", "^09", ".2", ".2s",
         ".", ".f", "q", "5q", "ss", "5.5.5", ",_", "_,", ",,", "__", "0", "00", "0<", "00<5", "<<5", "}5", "c5", "+c", "#c", "#s", "+s", " s",
         "=5s", ".3d", "é", "\x01", "\x7f", "5 ", "1" * 30, "." + "1" * 30, ",s", "_c", ",n", "_e", "_%", "１０", "  5", "5,", "5,d", "r", "a"]
VALUES = [0, 1, -1, 42, -255, 1234567, 10**20, -10**20, 65, 0xAC00, -5, 0x110000, True,
          0.0, -0.0, 1.0, -1.5, 3.14159, 1e10, 1e16, 1.5e-7, -0.001, 123456.789, 1e100, float("inf"), float("-inf"), float("nan"), 0.5, 2.5,
          "", "a", "abc", "한글", "longer text"]

# Every specification for one value of each kind, and some of them for the others.
for spec in SPECS:
    for value in [-1234567, 3.14159, "한글"]:
        case("format " + type(value).__name__, format, value, spec)


def kind(value):
    return type(value).__name__


for value in VALUES:
    for spec in rng.sample(SPECS, 40):
        case("format " + kind(value), format, value, spec)

KINDS = "bcdeEfFgGnosxX%"
for turn in range(400):
    spec = "".join([
        rng.choice(["", "", "<", ">", "^", "=", "*<", "0=", "*^"]), rng.choice(["", "", "", "+", "-", " "]),
        rng.choice(["", "", "", "z"]), rng.choice(["", "", "#"]), rng.choice(["", "", "0"]),
        rng.choice(["", str(rng.randint(0, 25))]), rng.choice(["", "", ",", "_"]),
        rng.choice(["", "", f".{rng.randint(0, 20)}"]), rng.choice(["", *KINDS])])
    value = rng.choice([rng.choice(VALUES), rng.randint(-10**9, 10**9), rng.uniform(-1e6, 1e6),
                        rng.uniform(-1, 1) * 10.0 ** rng.randint(-20, 20)])
    case("format " + kind(value), format, value, spec)


def looked_up(call):
    """The errors of a lookup are the machine's."""
    def wrapped(*arguments):
        try:
            return call(*arguments)
        except (KeyError, AttributeError):
            raise LookupError("not there") from None
        except (IndexError, TypeError) as error:
            if str(error).startswith("list"):
                raise LookupError("not there") from None
            raise
    return wrapped


@looked_up
def template(text):
    return text.format(1, "two", 3.5, key="value", width=8, items=["x", "y"], number=42)


for text in ["", "plain", "{}", "{} {}", "{0} {1}", "{1} {0}", "{} {0}", "{0} {}", "{key}", "{key!r}", "{0!r:>5}", "{1!s}", "{1!a}", "{{}}", "{{{0}}}",
             "{", "}", "{0", "{0!", "{0!r", "{0!x}", "{0!rx}", "{0:", "{0:{width}}", "{0:>{width}}|", "{0:{width}", "{items[0]}", "{items[1]!r}",
             "{items[5]}", "{items[x]}", "{items[0}", "{items.}", "{items[]}", "{items[0]x}", "{number.real}", "{number.nope}", "{nope}", "{9}", "{!r}",
             "{:>4}", "{:{}}", "{:{}{}}", "{0:{1:{2}}}", "{a{b}}", "{0]}", "} {", "{0}}", "}}{{", "{ 0}", "{0 }", "{-1}", "{0.real.imag}", "{" + "9" * 25 + "}",
             "{items[" + "9" * 25 + "]}", "{0!é}", "{0!\x01}", "{0:}}", "{:é>5}", "{key:{key}}", "{0[}", "{items[-1]}"]:
    case("template", template, text)

PERCENT = ["%s", "%r", "%a", "%d", "%i", "%u", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%X", "%#x", "%#o", "%o", "%e", "%E", "%f", "%F", "%g", "%G", "%c",
           "%5.2f", "%-8.3f|", "%08.2f", "%+.1e", "%10s", "%-10s|", "%.2s", "%.3d", "%8.3d", "%-8.3d|", "%#8x", "%#08x", "%-#8x|", "%5%", "%%", "%", "%5", "%q",
           "%s %s", "%ld", "%hd", "%.f", "%.0f", "%#.0f", "%#g", "%5c", "%-5c|", "%010.3f", "%+05d", "% 05d", "%.20f", "%é", "%\x01", "a%zb", "%.", "%-", "%.3x",
           "%99999999999999999999d", "%.99999999999d", "%05s", "%+s", "%+x", "%#d", "%(a)s", "%2$d"]
for text in PERCENT:
    for value in [0, 42, -42, 10**20, 3.7, -2.5, float("inf"), float("nan"), "a", "abc", "한"]:
        case("percent " + kind(value), lambda text, value: text % value, text, value)
for text in ["%*d", "%.*f", "%*.*f", "%-*d|"]:
    for values in [(8, 3, 2.5), (-8, 2, 1.25), (5, 7), (5,), (3, -1, 2.5), (2, 1, 3, 4)]:
        case("percents", lambda text, *values: text % values, text, *values)
for text in ["%(a)s", "%(a)5d|%(b)s", "%(a", "%(a)", "%((x))s", "%(nope)s", "%%", "%(a)%"]:
    case("percent keys", looked_up(lambda text: text % {"a": 1, "b": "two", "(x)": 3}), text)
