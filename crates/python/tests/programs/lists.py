a = [3, 1, 2]
a.append(5); a.insert(0, 9); a.extend([7, 8]); print(a, len(a))
print(a.pop(), a.pop(0), a.index(1), a.count(2), a)
a.sort(); print(a); a.sort(reverse=True); print(a); a.reverse(); print(a)
a.remove(5); print(a, 3 in a, 99 in a)
b = a[:]; b[0] = 100; print(a, b, a is b, a == a[:])
b[1:2] = [10, 20, 30]; print(b); del b[0]; del b[1:3]; print(b); b[::2] = [0] * len(b[::2]); print(b)
print([x * x for x in range(10) if x % 2 == 0], [(x, y) for x in range(2) for y in 'ab'])
print([[0] * 3 for _ in range(2)], [1, 2] + [3], [1, 2] * 2, [1, 2] < [1, 3], [] == [])
print(sorted(['b', 'A', 'c'], key=str.lower), sorted([3, 1, 2], reverse=True), list(reversed([1, 2, 3])))
print(min(a), max(a), sum(a), any([0, 1]), all([1, 0]), list(zip([1, 2], 'ab')), list(enumerate('ab', 1)))
print(list(map(lambda v: v + 1, [1, 2])), list(filter(None, [0, 1, 2])), list(range(5, 0, -2)))
first, *rest = [1, 2, 3]; *init, last = 'abc'; print(first, rest, init, last)
x, (y, z) = 1, (2, 3); print(x, y, z); x, y = y, x; print(x, y)
n = [1, [2, [3, [4]]]]; print(n, n[1][1][0]); n.append(n); print(n)
print([*range(3), *'ab'], (*[1], 2), {*[1, 1]}, list('héllo'), [None] * 2)
m = [1, 2, 3]
for v in m:
    if v < 3: m.append(v + 10)
    if len(m) > 6: break
print(m, m.copy(), m.clear(), m)
