counts = {}
for i in range(400000):
    key = (i * 31) % 5003
    counts[key] = counts.get(key, 0) + 1
names = {"k" + str(i): i for i in range(50000)}
total = 0
for name in names:
    total += names[name]
both = set(counts) & set(range(0, 10000, 3))
for key, value in counts.items():
    if key in both:
        total += value
print(total, len(both))
