def average(values):
    assert len(values) > 0, "no values"
    return sum(values) / len(values)


print(average([1, 2]))
try:
    average([])
except AssertionError as error:
    print("AssertionError:", error)
try:
    assert False
except AssertionError as error:
    print(repr(error), error.args)
x, y = 1, [1, 2, 3]
del x, y[0]
print(y)
try:
    x
except NameError as error:
    print(error, error.name)
class C: a = 1
c = C()
c.b = 2
del c.b, C.a
print(vars(c), hasattr(c, "a"))
d = {"k": 1}
del d["k"]
print(d)


def f():
    z = 1
    del z
    return z


try:
    f()
except UnboundLocalError as error:
    print(error)
assert isinstance(average, type(f)), average
average(())
