import re

line = "2024-03-17 ERROR [db-7] connection lost after 250 ms"
match = re.match(r"(\d{4})-(\d\d)-(\d\d) (\w+) \[(?P<source>[^\]]+)\] (.*)", line)
print(match)
print(match.group(4), match.group("source"), match[6])
print(match.groups())
print(match.groupdict(), match.span("source"), match.lastindex, match.lastgroup)
year, month, day = map(int, match.group(1, 2, 3))
print(year + month + day)
print(re.search(r"\d+ ms", line).group(), re.search("nothing", line))
print(re.fullmatch(r"\w+", "whole"), re.fullmatch(r"\w+", "not whole"))
print([word.upper() for word in re.findall(r"[a-z]+", line)])
for found in re.finditer(r"\b\w{5}\b", line):
    print(found.start(), found.end(), found.group())
