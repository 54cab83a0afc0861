"""Writes `src/text/tables.rs`: the characters that CPython's predicates hold of."""

import sys


def boundaries(holds):
    """Where the answer changes, from no at 0."""
    answer = False
    for code in range(0x110000):
        if holds(chr(code)) != answer:
            answer = not answer
            yield code


TABLES = [
    ("PRINTABLE", "`str.isprintable`", str.isprintable),
    ("ALPHABETIC", "`str.isalpha`", str.isalpha),
    ("DECIMAL", "`str.isdecimal`", str.isdecimal),
    ("DIGIT", "`str.isdigit`, decimal digits left out",
     lambda c: c.isdigit() and not c.isdecimal()),
    ("NUMERIC", "`str.isnumeric`, digits left out",
     lambda c: c.isnumeric() and not c.isdigit()),
    ("SPACE", "`str.isspace`", str.isspace),
]


def main():
    print("//! Which characters CPython's predicates hold of. `tests/pure/cases/tables.py`")
    print("//! writes this file, with CPython 3.11 (Unicode 14).")
    print("//!")
    print("//! Each table lists where the answer changes, from no for the first character.")
    for name, what, holds in TABLES:
        numbers = list(boundaries(holds))
        print(f"\n/// {what}")
        print(f"pub(super) const {name}: [u32; {len(numbers)}] = [")
        line = "   "
        for number in numbers:
            item = f" 0x{number:x},"
            if len(line) + len(item) > 100:
                print(line)
                line = "   "
            line += item
        print(line)
        print("];")


if __name__ == "__main__":
    sys.exit(main())
