import re

html = "<b>bold</b> and <i>italic</i>"
print(re.findall(r"<.+>", html), re.findall(r"<.+?>", html))
print(re.findall(r"<(\w+)>(.*?)</\1>", html))
print(re.findall(r"\d+(?= won)", "100 won, 20 dollars, 3 won"), re.findall(r"(?<=\$)\d+", "$5 and 6 and $77"))
print(re.findall(r"\b(?!the\b)\w+", "the cat and the dog"), re.findall(r"(?<!-)\b\d", "1 -2 3"))
print(re.match(r"(a+)(a*)", "aaaa").groups(), re.match(r"(a+?)(a*)", "aaaa").groups())
print(re.findall(r"a{2,3}", "a aa aaa aaaa"), re.findall(r"(ab){2}", "abab ab"), re.findall(r"\bx{,2}\b", "x xx xxx"))
print(re.search(r"(a)|(b)", "b").groups(), re.search(r"(?:(a)|b)*", "ab").groups("none"))
print(re.match(r"(\()?\w+(?(1)\))", "(word)").group(), re.match(r"(?>a+)ab", "aaab"))
