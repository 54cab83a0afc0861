import traceback
class Bad:
    def __enter__(self): raise KeyError(1)
    def __exit__(self, *d): pass
class BadExit:
    def __enter__(self): pass
    def __exit__(self, *d): raise KeyError(2)
def a():
    with Bad() as x:
        pass
def b():
    x = 1
    with BadExit() as y, BadExit():
        x = 2
    x = 3
def c():
    with 5: pass
def d():
    with BadExit(): return 5
for f in (a, b, c, d):
    try: f()
    except Exception: traceback.print_exc()
