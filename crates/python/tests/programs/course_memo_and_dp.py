from functools import lru_cache


def change(coins, amount):
    best = [0] + [None] * amount
    for n in range(1, amount + 1):
        options = [best[n - c] for c in coins if c <= n and best[n - c] is not None]
        best[n] = min(options) + 1 if options else None
    return best[amount]


@lru_cache(maxsize=None)
def edit(a, b):
    if not a or not b:
        return len(a) + len(b)
    if a[0] == b[0]:
        return edit(a[1:], b[1:])
    return 1 + min(edit(a[1:], b), edit(a, b[1:]), edit(a[1:], b[1:]))


def lcs(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            table[i][j] = table[i - 1][j - 1] + 1 if x == y else max(table[i - 1][j], table[i][j - 1])
    return table[-1][-1]


def queens(n, row=0, placed=()):
    if row == n:
        return 1
    return sum(queens(n, row + 1, placed + (c,)) for c in range(n) if all(c != p and abs(c - p) != row - r for r, p in enumerate(placed)))


def sieve(limit):
    flags = bytearray([1]) * (limit + 1)
    for n in range(2, int(limit ** 0.5) + 1):
        if flags[n]:
            for m in range(n * n, limit + 1, n):
                flags[m] = 0
    return [n for n in range(2, limit + 1) if flags[n]]


print(change([1, 5, 12], 15), change([5], 3), edit("kitten", "sitting"), lcs("concurrency", "currency"), queens(6), sieve(40), edit.cache_info().misses > 10)
