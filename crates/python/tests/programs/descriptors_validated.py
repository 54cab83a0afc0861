class Positive:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive, not {value}")
        setattr(instance, self.name, value)


class Order:
    price = Positive()
    count = Positive()

    def __init__(self, price, count):
        self.price, self.count = price, count


order = Order(10, 2)
order.count += 3
print(order.price * order.count, vars(order), type(Order.price).__name__)
try:
    order.price = -1
except ValueError as error:
    print(error)


class Base:
    registry = []

    def __init_subclass__(cls, /, kind="plain", **rest):
        super().__init_subclass__(**rest)
        cls.kind = kind
        Base.registry.append(cls.__name__)


class One(Base): pass
class Two(Base, kind="special"): pass
print(Base.registry, One.kind, Two.kind)


class NonData:
    def __get__(self, instance, owner):
        return "from descriptor"


class Uses:
    value = NonData()


u = Uses()
print(u.value)
u.value = "own"
print(u.value, Uses.value)
