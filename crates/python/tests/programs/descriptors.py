class Positive:
    def __set_name__(self, owner, name): self.name = '_' + name; print('set_name', owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return self
        return getattr(obj, self.name, 0)
    def __set__(self, obj, value):
        if value < 0: raise ValueError(f'{self.name[1:]} must be >= 0')
        setattr(obj, self.name, value)
    def __delete__(self, obj): print('deleting'); delattr(obj, self.name)
class Account:
    balance = Positive()
    def __init__(self, b): self.balance = b
a = Account(5); print(a.balance, a.__dict__, type(Account.balance).__name__); a.balance += 3; print(a.balance)
try: a.balance = -1
except ValueError as e: print(e)
del a.balance; print(a.balance)
class NonData:
    def __get__(self, obj, owner): return 'computed'
class U: v = NonData()
u = U(); print(u.v); u.__dict__['v'] = 'own'; print(u.v, U.v)
