class A:
    def __init__(self, **rest):
        print("A", rest)


class B(A):
    def __init__(self, b=0, **rest):
        print("B", b)
        super().__init__(**rest)


class C(A):
    def __init__(self, c=0, **rest):
        print("C", c)
        super().__init__(**rest)


class D(B, C):
    def __init__(self, d=0, **rest):
        print("D", d)
        super().__init__(**rest)


D(d=1, b=2, c=3)
print([cls.__name__ for cls in D.__mro__])
print(issubclass(D, A), isinstance(D(), C), D.__bases__)
