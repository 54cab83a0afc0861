counts = {}
for n in range(60_000):
    key = n * n % 997
    counts[key] = counts.get(key, 0) + 1
print(len(counts), max(counts.values()))
words = "the quick brown fox jumps over the lazy dog".split()
seen = {}
for n in range(40_000):
    word = words[n % 9]
    if word in seen:
        seen[word] += n
    else:
        seen[word] = n
print(sorted(seen.items())[:2])
squares = {n: n * n for n in range(40_000)}
print(sum(squares.values()), sum(key for key, value in squares.items() if value % 2))
unique = set()
for n in range(60_000):
    unique.add(n % 5000)
print(len(unique), len(unique & set(range(0, 10_000, 3))))
points = {}
for x in range(150):
    for y in range(150):
        points[x, y] = x + y
print(points[3, 4], sum(points[n, n] for n in range(150)))
