class Proxy:
    def __init__(self, target): object.__setattr__(self, '_t', target)
    def __getattr__(self, name): print('getattr', name); return getattr(self._t, name)
    def __setattr__(self, name, value): print('setattr', name, value); setattr(self._t, name, value)
    def __delattr__(self, name): print('delattr', name)
class T: x = 1
p = Proxy(T()); print(p.x); p.y = 5; print(p.y); del p.z
class Spy:
    a = 1
    def __getattribute__(self, name): print('get', name); return object.__getattribute__(self, name)
    def __getattr__(self, name): return f'missing {name}'
s = Spy(); print(s.a, s.b)
class D(dict):
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k) from None
d = D(a=1); print(d.a, hasattr(d, 'q'), getattr(d, 'q', 'default'))
