print([i for i in range(5)], [i * j for i in range(3) for j in range(3) if i != j], {i: i ** 2 for i in range(3)}, {c for c in 'aab'})
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)], [x for row in m for x in row], [*zip(*m)])
n = 10
print([n + i for i in range(3)], [(lambda: i)() for i in range(3)], [y for x in range(3) if (y := x * 2) > 1], y)
class C:
    size = 3
    items = [i for i in range(size)]
print(C.items, [s.strip() for s in ' a , b '.split(',')], [f'{i:02}' for i in range(3)], {k: v for k, v in [('a', 1)]})
print(sum(1 for _ in range(10)), list(i for i in 'ab'), [[] for _ in range(2)], [a + b for a, b in [(1, 2), (3, 4)]], dict((k, len(k)) for k in ['x', 'yy']))
def f(): return [g() for g in [lambda k=k: k for k in range(3)]]
print([x for x in [1, 2, 3] if x > 1 if x < 3], [[i, j] for i in range(2) for j in range(i)], {i % 3: i for i in range(7)})
