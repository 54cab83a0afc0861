import re

print(re.sub(r"\s+", " ", "too   many \t spaces"))
print(re.sub(r"(\w+)@(\w+)\.com", r"\2 user \1", "kim@mail.com, lee@post.com"))
print(re.sub(r"(?P<a>\d+)\+(?P<b>\d+)", r"\g<b>+\g<a>", "1+22 333+4"))
print(re.sub(r"\d+", lambda found: str(int(found.group()) ** 2), "3 apples and 12 pears"))
print(re.subn("a", "A", "banana", count=2))
print(re.sub("x*", "-", "abxd"), re.sub("", "|", "abc"))
print(re.sub(r"\.", r"\\.", "a.b"), re.sub("b", r"[\n]", "abc"))


def shout(found):
    return found[1] + found[2].upper()


print(re.sub(r"(\W|^)(\w)", shout, "every word begins anew"))
