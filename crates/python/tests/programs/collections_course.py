from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p.x, p[1], p._replace(y=5), p._asdict(), Point._fields, Point._make([3, 4]), p == (1, 0), *p)
c = Counter("mississippi")
c.update("sss")
print(c, c.most_common(2), c["z"], sum(c.values()), c - Counter("miss"), Counter(a=1) + Counter(a=2, b=0), sorted(c.elements())[:4])
groups = defaultdict(list)
for word in ["apple", "bob", "avocado", "banana"]:
    groups[word[0]].append(word)
print(groups, dict(groups), groups["z"], len(groups), defaultdict(int, a=1))
d = deque([1, 2, 3], maxlen=3)
d.append(4); d.appendleft(0)
print(d, d.pop(), d.popleft(), d)
d.extend([5, 6, 7]); d.rotate(1)
print(d, list(d), d[0], d.index(5), len(d), d.maxlen)
o = OrderedDict(a=1, b=2)
o.move_to_end("a")
print(o, o.popitem(last=False), list(o))
chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(chain["a"], chain["b"], sorted(chain), chain.new_child({"a": 0})["a"])
for action in ("Point()", "Point(1, 2, 3)", "deque().pop()", "setattr(p, 'x', 1)", "p.z"):
    try:
        eval(action)
    except Exception as error:
        print(type(error).__name__, error)
