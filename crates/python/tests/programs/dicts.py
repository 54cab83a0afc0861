d = {'a': 1, 'b': 2}
d['c'] = 3; print(d, len(d), d['a'], d.get('z'), d.get('z', 0), 'a' in d, 'z' in d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()), d.keys(), d.values(), d.items())
for k, v in d.items(): print(k, v, end=' ')
print(); del d['a']; print(d, d.pop('b'), d.pop('zz', None), d); d.update(x=1, y=2); d.update({'x': 5}); print(d)
print(d.setdefault('q', []), d.setdefault('x', 9), d, d.popitem(), d)
print({x: x * x for x in range(3)}, dict([('a', 1), ('b', 2)]), dict(a=1), dict(zip('ab', [1, 2])), {**d, 'n': 1})
print({1: 'int', '1': 'str', 1.5: 'float', (1, 2): 'tuple', None: 'none', True: 'bool'})
print(d == dict(d), d | {'m': 1}, dict.fromkeys('ab', 0), sorted({'b': 1, 'a': 2}), max({'a': 3, 'b': 5}, key={'a': 3, 'b': 5}.get))
c = {}
for w in 'the cat the dog the end'.split(): c[w] = c.get(w, 0) + 1
print(c, sorted(c.items(), key=lambda kv: (-kv[1], kv[0]))); n = {'x': {'y': [1, 2]}}; print(n['x']['y'][1], n)
d.clear(); print(d, bool(d), not d, {1: 2}.keys() & {1, 3}, list(reversed({1: 1, 2: 2})))
e = {}; e['self'] = e; print(e)
d = {i: str(i) for i in range(20)}
for i in range(0, 20, 2): del d[i]
d[4] = 'again'; print(d, list(d.items())[-1])
