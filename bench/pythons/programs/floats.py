import math


def energy(steps):
    x, y, vx, vy = 1.0, 0.0, 0.0, 0.8
    dt = 0.001
    for _ in range(steps):
        r = math.sqrt(x * x + y * y)
        a = -1.0 / (r * r * r)
        vx += a * x * dt
        vy += a * y * dt
        x += vx * dt
        y += vy * dt
    return 0.5 * (vx * vx + vy * vy) - 1.0 / math.sqrt(x * x + y * y)


total = 0.0
for i in range(1, 300000):
    total += 1.0 / (i * i)
print(round(energy(150000), 6), round(total, 6))
