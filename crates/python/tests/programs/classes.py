class Animal:
    count = 0
    def __init__(self, name):
        self.name = name
        Animal.count += 1
    def speak(self): return f'{self.name} makes a sound'
    def __str__(self): return f'Animal({self.name})'
class Dog(Animal):
    def __init__(self, name, breed='mutt'):
        super().__init__(name)
        self.breed = breed
    def speak(self): return super().speak() + ': woof'
    def __repr__(self): return f'Dog({self.name!r}, {self.breed!r})'
a, d = Animal('cat'), Dog('rex')
print(a, d, repr(d), a.speak(), d.speak(), Animal.count, d.count)
print(isinstance(d, Animal), issubclass(Dog, Animal), type(d) is Dog, type(d).__name__, Dog.__mro__, Dog.__bases__)
class Stack:
    def __init__(self): self._items = []
    def push(self, x): self._items.append(x); return self
    def pop(self): return self._items.pop()
    def __len__(self): return len(self._items)
    def __iter__(self): return iter(self._items)
    def __contains__(self, x): return x in self._items
    def __getitem__(self, i): return self._items[i]
    def __bool__(self): return bool(self._items)
s = Stack(); s.push(1).push(2).push(3)
print(len(s), list(s), 2 in s, 9 in s, s[0], s[-1], s[1:], s.pop(), bool(s), [x for x in s], max(s), sum(s))
class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    def __rmul__(self, k): return self * k
    def __neg__(self): return V(-self.x, -self.y)
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __lt__(self, o): return self.x < o.x
    def __hash__(self): return hash((self.x, self.y))
    def __iadd__(self, o): self.x += o.x; return self
    def __call__(self, *a): return ('called', a)
    def __repr__(self): return f'V({self.x}, {self.y})'
v, w = V(1, 2), V(3, 4)
print(v + w, v * 2, 3 * v, -v, v == V(1, 2), v != w, v < w, w > v, sorted([w, v]), {v: 1}[V(1, 2)], v(1, 2))
v += w; print(v, {V(0, 0), V(0, 0)}, [V(1, 1)].index(V(1, 1)), V(1, 1) in [V(1, 1)])
class T:
    def __init__(self, c): self._c = c
    @property
    def f(self): return self._c * 9 / 5 + 32
    @f.setter
    def f(self, v): self._c = (v - 32) * 5 / 9
    @staticmethod
    def boil(): return 100
    @classmethod
    def zero(cls): return cls(0)
t = T(100); print(t.f, T.boil(), t.boil(), T.zero().f); t.f = 32; print(t._c)
class A:
    def m(self): return 'A'
class B(A):
    def m(self): return 'B' + super().m()
class C(A):
    def m(self): return 'C' + super().m()
class D(B, C):
    def m(self): return 'D' + super().m()
print(D().m(), [k.__name__ for k in D.__mro__], D.mro()[0].__name__)
d.extra = 5; print(d.extra, d.__dict__, vars(a), hasattr(d, 'extra'), hasattr(d, 'zz'), getattr(d, 'zz', 'def')); del d.extra; print(hasattr(d, 'extra'))
setattr(d, 'z', 1); print(d.z, Dog.speak(d), d.__class__.__name__, A.__name__, A.__module__, A.__doc__)
class Meta:
    x: int = 1
    y: str
print(Meta.__annotations__, Meta.x)
class Outer:
    class Inner:
        v = 3
    def make(self): return self.Inner()
print(Outer.Inner.v, Outer().make().v, Outer.Inner.__qualname__)
class Priv:
    def __init__(self): self.__secret = 1
    def get(self): return self.__secret
print(Priv().get(), Priv().__dict__)
b = Dog.speak; m = d.speak; print(m(), b(d), m.__self__ is d, m.__func__ is Dog.speak)
