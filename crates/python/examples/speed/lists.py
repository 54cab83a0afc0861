numbers = [n * 7919 % 10_007 for n in range(60_000)]
numbers.sort()
print(numbers[:5], sorted(numbers, reverse=True)[:5])
primes = [True] * 60_000
for n in range(2, 245):
    if primes[n]:
        for multiple in range(n * n, len(primes), n):
            primes[multiple] = False
print(sum(primes))
pairs = []
for n in range(60_000):
    pairs.append((n, numbers[n]))
total = 0
for left, right in pairs:
    total += left * right
print(total, len([left for left, right in pairs if right % 2]))
stack = list(range(30_000))
while stack:
    stack.pop()
grid = [[row * column for column in range(150)] for row in range(150)]
print(sum(grid[row][column] for row in range(150) for column in range(150)))
print(max(numbers), min(numbers), 5003 in numbers, numbers[::-1][0])
