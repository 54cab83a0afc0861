class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if isinstance(i, slice): return ('slice', i.start, i.stop, i.step)
        if i >= 3: raise IndexError
        return i * 10
    def __setitem__(self, i, v): print('set', i, v)
    def __delitem__(self, i): print('del', i)
    def __contains__(self, x): return x == 'in'
    def __reversed__(self): return iter('rev')
s = Seq(); print(list(s), s[1], s[1:2], s[::3], 'in' in s, 'out' in s, list(reversed(s)), len(s), max(s), tuple(s)); s[0] = 1; s[1:2] = 5; del s[0]; a, b, c = s; print(a, b, c, *s)
class Key:
    def __init__(self, k): self.k = k
    def __hash__(self): return hash(self.k) % 3
    def __eq__(self, o): return isinstance(o, Key) and self.k == o.k
    def __repr__(self): return f'K{self.k}'
d = {Key(i): i for i in range(6)}; d[Key(2)] = 'two'; print(d, d[Key(5)], Key(9) in d, d.get(Key(8)), d.pop(Key(0)), len(d)); del d[Key(1)]; print(d, {Key(1), Key(1), Key(4)} == {Key(4), Key(1)}, [Key(1), Key(2)].count(Key(1)), d == dict(d), d.setdefault(Key(3), 'x'))
st = {Key(1)}; st.add(Key(1)); st.add(Key(2)); st.discard(Key(1)); print(st, Key(2) in st, st | {Key(7)}, [Key(5)] == [Key(5)], (Key(1), 2) == (Key(1), 2), hash((Key(1),)) == hash((Key(1),)))
class It:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > 3: raise StopIteration
        return self.i
print(list(It()), dict(enumerate(It())), ''.join(str(x) for x in It()), list(zip(It(), It())), set(It()), sum(It()), list(map(lambda a, b: a + b, It(), It())), sorted(It(), key=lambda x: -x), any(x > 2 for x in It()), 2 in It(), [*It()], {**{'a': 1}}, min(It()))
class Mp:
    def keys(self): return ['x', 'y']
    def __getitem__(self, k): return k.upper()
print({**Mp()}, dict(Mp()), (lambda **k: k)(**Mp()), '%(x)s' % Mp(), '{x}'.format_map(Mp()))
class Call:
    def __call__(self, *a, **k): return a, k
print(Call()(1, b=2), callable(Call()), list(map(Call(), [1])))
class R:
    def __repr__(self): return 'R()'
print([R()], {'k': R()}, (R(),), {R()}, f'{R()}', str([R(), [R()]]), repr({1: [R()]}), '%s' % [R()])
