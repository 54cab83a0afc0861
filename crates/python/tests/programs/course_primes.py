def is_prime(n):
    if n < 2: return False
    i = 2
    while i * i <= n:
        if n % i == 0: return False
        i += 1
    return True
print([n for n in range(50) if is_prime(n)])
def sieve(n):
    flags = [True] * (n + 1); flags[0] = flags[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            for j in range(i * i, n + 1, i): flags[j] = False
    return [i for i, f in enumerate(flags) if f]
print(sieve(100) == [n for n in range(101) if is_prime(n)], len(sieve(10000)))
def gcd(a, b):
    while b: a, b = b, a % b
    return a
print(gcd(1071, 462), [(a, b, c) for a in range(1, 20) for b in range(a, 20) for c in range(b, 30) if a * a + b * b == c * c])
def collatz(n):
    steps = 0
    while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; steps += 1
    return steps
print(max(range(1, 1000), key=collatz), [collatz(n) for n in range(1, 11)])
