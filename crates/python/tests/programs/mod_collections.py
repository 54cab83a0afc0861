from collections import Counter, defaultdict, deque, namedtuple, OrderedDict, ChainMap
c = Counter('mississippi'); print(c, c.most_common(2), c['z'], sum(c.values()), c + Counter('mm'), c - Counter('sss'), sorted(c.elements())[:3])
c.update('aaa'); print(c['a'], dict(c)); d = defaultdict(list); d['x'].append(1); d['y']; print(d, dict(d), d['x'])
n = defaultdict(int)
for w in 'a b a'.split(): n[w] += 1
print(n, defaultdict(lambda: 5)['q'])
q = deque([1, 2, 3], maxlen=4); q.append(4); q.append(5); q.appendleft(0); print(q, q.popleft(), q.pop(), len(q), q[0], list(q), 3 in q); q.rotate(1); print(q); q.extend([7, 8]); q.extendleft([9]); print(q, deque('ab'))
Point = namedtuple('Point', 'x y'); p = Point(1, y=2); print(p, p.x, p[1], p._asdict(), p._replace(x=9), Point._fields, *p, p == (1, 2), Point._make([5, 6]))
D = namedtuple('D', ['a', 'b'], defaults=[7]); print(D(1), D(1, 2)); x, y = p; print(x, y)
o = OrderedDict([('b', 1), ('a', 2)]); o.move_to_end('b'); print(o, o.popitem(), list(o)); m = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(m['a'], m['b'], dict(m))
for f in (lambda: p.z, lambda: Point(1), lambda: Point(1, 2, 3), lambda: deque().pop(), lambda: setattr(p, 'x', 5)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
