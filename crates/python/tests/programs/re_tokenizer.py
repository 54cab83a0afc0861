import re
from collections import Counter

TOKENS = re.compile(r"\s*(?:(?P<number>\d+\.?\d*)|(?P<name>[a-z_]\w*)|(?P<operator>[-+*/()=]))")


def tokens(text):
    place = 0
    while place < len(text):
        found = TOKENS.match(text, place)
        if found is None:
            raise SyntaxError(f"unexpected {text[place]!r} at {place}")
        yield found.lastgroup, found.group(found.lastgroup)
        place = found.end()


print(list(tokens("area = 3.14 * r*(r + 2)")))
try:
    list(tokens("a ? b"))
except SyntaxError as error:
    print("SyntaxError:", error)
words = re.findall(r"[a-z']+", "It was the best of times, it was the worst of times".lower())
print(Counter(words).most_common(4))
print(re.escape("1+1=2?"), re.compile(re.escape("a.b")).findall("a.b axb"))
