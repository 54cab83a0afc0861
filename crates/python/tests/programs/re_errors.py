import re

patterns = ["(", "a)", "[a", "*a", "a**", "a{3,2}", r"\q", "(?P<1x>a)", "(?P<n>a)(?P<n>b)", r"(a)\2", "[z-a]", "(?z)", "(?<=a+)b", r"(?P=n)"]
for pattern in patterns:
    try:
        re.compile(pattern)
        print(pattern, "is fine")
    except re.error as error:
        print(f"{pattern!r}: {error} ({error.msg}, {error.pos})")
for action in (lambda: re.match("a", 5), lambda: re.match(b"a", "a"), lambda: re.match("a", "a").group(1), lambda: re.sub("a", r"\1", "a")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
