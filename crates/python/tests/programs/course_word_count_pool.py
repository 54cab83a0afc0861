from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import reduce

TEXT = """the quick brown fox
jumps over the lazy dog
the dog barks and the fox runs
over the hill"""


def count(line):
    return Counter(line.split())


with ThreadPoolExecutor(max_workers=3) as pool:
    parts = list(pool.map(count, TEXT.splitlines()))
total = reduce(lambda a, b: a + b, parts, Counter())
for word, n in sorted(total.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(f"{word:<6} {'#' * n} {n}")
print(sum(total.values()), len(total))
