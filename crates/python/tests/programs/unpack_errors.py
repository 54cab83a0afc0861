def attempt(fn):
    try: fn()
    except Exception as e: print(type(e).__name__, e)
def a(): x, y = 1
def b(): x, y = 1, 2, 3
def c(): x, y, z = 'ab'
def d(): x, *y, z = [1]
def e(): (x, y), z = [1, 2], 3; x, (y, z) = 1, 2
def f(): x, y = {'a': 1}
def g(): x, y = None
def h(): [x, y] = range(5)
def i():
    for k, v in [1, 2]: pass
def j(): x, y = (i for i in range(3))
for fn in (a, b, c, d, e, f, g, h, i, j): attempt(fn)
