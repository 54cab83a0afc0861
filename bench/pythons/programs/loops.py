total = 0
for i in range(1500000):
    if i % 3 == 0 or i % 5 == 0:
        total += i
    else:
        total -= 1
n = 27
steps = 0
while steps < 300000:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
print(total, n)
