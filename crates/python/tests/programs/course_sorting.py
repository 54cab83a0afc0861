import random
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]: a[j], a[j + 1] = a[j + 1], a[j]
    return a
def quick(a):
    if len(a) <= 1: return a
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])
def merge(a):
    if len(a) < 2: return a
    m = len(a) // 2; l, r = merge(a[:m]), merge(a[m:]); out = []
    while l and r: out.append(l.pop(0) if l[0] <= r[0] else r.pop(0))
    return out + l + r
def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        k = a[i]; j = i - 1
        while j >= 0 and a[j] > k: a[j + 1] = a[j]; j -= 1
        a[j + 1] = k
    return a
def binary(a, x):
    lo, hi = 0, len(a) - 1
    while lo <= hi:
        m = (lo + hi) // 2
        if a[m] == x: return m
        if a[m] < x: lo = m + 1
        else: hi = m - 1
    return -1
random.seed(1); data = [random.randint(0, 99) for _ in range(20)]; print(data)
for f in (bubble, quick, merge, insertion): print(f.__name__, f(data) == sorted(data))
print(binary(sorted(data), data[3]) >= 0, binary([1, 3, 5], 4), sorted(data, key=lambda x: (x % 10, -x)))
people = [('Kim', 30), ('Lee', 25), ('Park', 30)]; print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: (-p[1], p[0])), sorted(people, reverse=True))
