for n in range(2, 12):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")
n = 0
while n < 3:
    n += 1
    if n == 2:
        continue
    print("n", n)
else:
    print("loop ended", n)
while True:
    n -= 1
    if not n:
        break
for i, (a, b) in enumerate([(1, 2), (3, 4)], 10):
    print(i, a, b)
for c in "ab":
    pass
print(c, i, n, [i for i in range(3)][-1])
for x in []:
    print("never")
else:
    print("empty")
numbers = [1, 2, 3, 4]
for n in numbers[:]:
    if n % 2 == 0:
        numbers.remove(n)
print(numbers)
