def f():
    print(x)
    x = 1
def g():
    del y
    y = 1
def h():
    def inner(): return z
    r = inner()
    z = 1
def k():
    for i in []: pass
    return i
def m():
    try: raise ValueError
    except ValueError as e: pass
    return e
for fn in (f, g, h, k, m, lambda: nowhere, lambda: prnt('x')):
    try: fn()
    except NameError as e: print(type(e).__name__, e)
x = 1
del x
try: x
except NameError as e: print(e)
