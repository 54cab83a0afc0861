class Meta(type):
    registry = []
    def __new__(mcls, name, bases, ns, **kw):
        print('new', name, [k for k in ns if not k.startswith('__')], kw)
        cls = super().__new__(mcls, name, bases, ns)
        mcls.registry.append(name)
        return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns); cls.tag = name.lower()
    def __call__(cls, *a): print('calling', cls.__name__); return super().__call__(*a)
    def __len__(cls): return 42
    def __repr__(cls): return f'<Meta {cls.__name__}>'
class A(metaclass=Meta, flag=True):
    x = 1
    def __init__(self, v=0): self.v = v
class B(A): pass
print(A, B.tag, len(A), Meta.registry, A(3).v, type(A), isinstance(A, Meta))
class Singleton(type):
    _i = {}
    def __call__(cls, *a, **k):
        if cls not in cls._i: cls._i[cls] = super().__call__(*a, **k)
        return cls._i[cls]
class Config(metaclass=Singleton):
    def __init__(self): print('init once')
print(Config() is Config())
X = type('X', (object,), {'n': 5, 'hi': lambda self: 'hi'}); print(X().n, X().hi(), X.__name__, type(X()))
class Plugin:
    found = []
    def __init_subclass__(cls, /, name=None, **kw): super().__init_subclass__(**kw); cls.found.append((cls.__name__, name))
class P1(Plugin, name='one'): pass
class P2(P1): pass
print(Plugin.found)
class G:
    def __class_getitem__(cls, item): return f'{cls.__name__}[{item}]'
print(G['x'], G[1, 2])
def add_repr(cls):
    cls.__repr__ = lambda self: f'{cls.__name__}!'
    return cls
@add_repr
class Dec: pass
print(Dec())
try:
    class Bad(A, metaclass=Singleton): pass
except TypeError as e: print(e)
try:
    class M1: pass
    class M2(M1): pass
    class M3(M1, M2): pass
except TypeError as e: print(e)
