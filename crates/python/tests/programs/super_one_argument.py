class Base:
    def greet(self):
        return "base"


class Derived(Base):
    def greet(self):
        return "derived, " + super(Derived, self).greet()


class Late(Base):
    def greet(self):
        return "late, " + self.parent.greet()


Late.parent = super(Late)
print(Derived().greet(), Late().greet())
unbound = super(Derived)
print(unbound.__get__(Derived()).greet())
print(unbound.__thisclass__ is Derived, unbound.__self__)
