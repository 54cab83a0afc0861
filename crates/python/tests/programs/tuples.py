t = (1, 2, 3); u = 1,; e = ()
print(t, u, e, len(t), t[1], t[-1], t[1:], t + u, t * 2, t.index(2), t.count(1), 2 in t)
print((1, 2) < (1, 3), (1, 2) == (1, 2), hash((1, 2)) == hash((1, 2)), tuple('ab'), tuple([1]), tuple(range(3)))
a, b = t[:2]; print(a, b)
def f(): return 1, 2
print(f(), *f()); x, y = f(); print(x, y)
print(((1, 2), (3,)), [(), (1,)], {(1, 2): 'x'}[1, 2])
for k, (p, q) in enumerate([(1, 2), (3, 4)]): print(k, p, q)
