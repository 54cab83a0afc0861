text = "  Threads and Tasks  "
print(repr(text.strip()), repr(text.lstrip()), repr(text.rstrip()), text.strip().split(), "a,b,,c".split(","), "a b  c".split(" ", 1))
print("-".join(["a", "b"]), "abc".find("c"), "abc".find("x"), "abcabc".rfind("b"), "aXbX".replace("X", "-", 1), "abc".index("b"))
print("title case here".title(), "Word".swapcase(), "shout".upper(), "ẞ".lower(), "straße".upper(), "ß".casefold())
print("abc".startswith(("x", "a")), "abc".endswith("bc"), "a-b-c".rpartition("-"), "key=value".partition("="), "no".partition("="))
print("42".isdigit(), "4.2".isdigit(), "abc".isalpha(), "ab1".isalnum(), " \t".isspace(), "Abc".istitle(), "ABC".isupper(), "x_1".isidentifier())
print("x".center(7, "*"), "x".ljust(3) + "|", "x".rjust(3), "-5".zfill(4), "tab\tend".expandtabs(4), "one\ntwo\r\nthree".splitlines())
print("banana".count("an"), "a" * 3, "b" in "abc", "abc" < "abd", max("hello"), sorted("hello"), "".join(reversed("abc")), len("한글"))
print("%s" % "a", "{:>4}".format("r"), "prefix-name".removeprefix("prefix-"), "name.py".removesuffix(".py"), "a\\b", r"a\b", "\u00e9")
print(ord("가"), chr(44032), "é".encode(), "é".encode("latin-1"), b"\xea\xb0\x80".decode(), ascii("한"), repr("it's"), repr('say "hi"'), repr("\n\t\x00"))
print("abc".translate(str.maketrans("ab", "xy", "c")), "hello world".capitalize(), "a1b2".translate({97: "A", 49: None}))
for action in ('"abc".index("x")', '"a" + 1', '"abc"[10]', '"".join([1])', '"x" * "y"', 'int("abc")', '"a".split("")'):
    try:
        eval(action)
    except Exception as error:
        print(type(error).__name__, error)
