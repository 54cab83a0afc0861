import re

print(re.split(r"[;,\s]\s*", "a; b,c d"), re.split(r"(-)", "2024-01-02"), re.split(r"\d", "a1b2c", maxsplit=1))
text = "First line\nsecond LINE\nthird"
print(re.findall(r"^\w+", text), re.findall(r"^\w+", text, re.MULTILINE))
print(re.findall("line", text, re.I), re.search("line.second", text), re.search("line.second", text, re.S))
pattern = re.compile(r"""
    (?P<sign>[+-])?      # a sign
    (?P<whole>\d+)       # digits
    (?:\.(?P<rest>\d*))? # and more
""", re.VERBOSE)
for number in ["12", "-3.5", "+0.", "x"]:
    found = pattern.match(number)
    print(number, found and found.groupdict())
print(pattern.flags, re.compile("a", re.I | re.M), re.I, re.I | re.X)
print(re.findall(r"(?i:a)b", "Ab AB ab"), re.findall(r"(?m)^x$", "x\nx"))
