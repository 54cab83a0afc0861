import math


def integral(low, high, steps):
    width = (high - low) / steps
    area = 0.0
    for step in range(steps):
        x = low + (step + 0.5) * width
        area += math.sin(x) * x * width
    return area


print(round(integral(0.0, math.pi, 60_000), 6))
x, y, inside = 0.5, 0.25, 0
for n in range(100_000):
    x = (x * 1.1 + 0.37) % 1.0
    y = (y * 1.3 + 0.11) % 1.0
    if x * x + y * y <= 1.0:
        inside += 1
print(inside)
total = 0.0
for row in range(60):
    for column in range(60):
        a = b = 0.0
        for _ in range(20):
            a, b = a * a - b * b + row / 40 - 1.0, 2 * a * b + column / 40 - 1.0
            if a * a + b * b > 4.0:
                break
        total += a
print(total > -1e9)
print(sum(math.sqrt(n) for n in range(50_000)))
