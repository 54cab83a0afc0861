class Shape:
    def __init__(self, name='shape'): self.name = name
    def area(self): raise NotImplementedError('subclass must implement')
    def __lt__(self, o): return self.area() < o.area()
    def __str__(self): return f'{type(self).__name__}({self.name}) area={self.area():.2f}'
class Circle(Shape):
    def __init__(self, r): Shape.__init__(self, 'circle'); self.r = r
    def area(self): return 3.14159 * self.r ** 2
class Rect(Shape):
    def __init__(self, w, h): super(Rect, self).__init__('rect'); self.w, self.h = w, h
    def area(self): return self.w * self.h
class Square(Rect):
    def __init__(self, s): super().__init__(s, s); self.name = 'square'
for s in sorted([Circle(1), Rect(2, 3), Square(1.5)]): print(s)
try: print(Shape())
except NotImplementedError as e: print('error:', e)
class Flyer:
    def move(self): return 'fly'
class Swimmer:
    def move(self): return 'swim'
class Duck(Flyer, Swimmer):
    def move(self): return super().move() + ' and ' + Swimmer.move(self)
print(Duck().move(), Duck.__mro__, isinstance(Duck(), (int, Swimmer)))
class Base:
    def __init__(self, **kw): print('Base', kw)
class A(Base):
    def __init__(self, a=0, **kw): print('A', a); super().__init__(**kw)
class B(Base):
    def __init__(self, b=0, **kw): print('B', b); super().__init__(**kw)
class C(A, B):
    def __init__(self, **kw): super().__init__(**kw)
C(a=1, b=2, z=3)
