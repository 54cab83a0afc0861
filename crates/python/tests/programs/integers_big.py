import math

a = 2 ** 100
print(a, -a, a % 97, a // 10 ** 20, a * a, a - a + 1, a >> 90, 1 << 70, a & (a - 1), ~a, a ^ 1)
print(math.factorial(30), math.gcd(2 ** 60, 6 ** 20), pow(3, 200, 10 ** 9 + 7), pow(3, -1, 7), math.isqrt(10 ** 40 + 1))
print(hex(a), bin(10), oct(64), int("ff", 16), int("0b101", 0), int("  42  "), int("1_000"), a.bit_length(), (255).to_bytes(2, "big"))
print(10 ** 20 == 1e20, 2 ** 53 + 1 == float(2 ** 53 + 1), hash(2 ** 61 - 1), float(10 ** 25), int(1e20), 10 ** -2)
print((-7) // 2, -7 % 3, divmod(10 ** 20, 7), math.comb(50, 25), math.lcm(4, 6), sum(range(10 ** 5)))
fib = [0, 1]
while len(fib) < 120:
    fib.append(fib[-1] + fib[-2])
print(fib[-1], len(str(2 ** 1000)), sum(map(int, str(2 ** 1000))))
for text in ("", "12a", "1__0", "٣"):
    try:
        print(int(text))
    except ValueError as error:
        print(error)
try:
    str(10 ** 5000)
except ValueError as error:
    print(error)
try:
    2.0 ** 10000
except OverflowError as error:
    print(error)
