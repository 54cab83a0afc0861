class C:
    def __init__(self):
        self.x = self.compute()
    def compute(self):
        return self.y
class D(C):
    def compute(self):
        return super().compute()
D()
