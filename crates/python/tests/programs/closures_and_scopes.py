x = 'global'
def outer():
    x = 'outer'
    def inner():
        nonlocal x
        x = 'changed'
        def deepest():
            global x
            x = 'new global'
            return x
        return deepest()
    before = x
    r = inner()
    return before, x, r
print(outer(), x)
def make():
    fns = {}
    for name in ('a', 'b'):
        def fn(v, name=name): return name, v
        fns[name] = fn
    return fns
print(make()['a'](1), make()['b'](2))
def acc():
    total = 0
    def add(n): nonlocal total; total += n; return total
    def get(): return total
    return add, get
add, get = acc(); add(5); add(6); print(get(), add.__closure__[0].cell_contents, add.__code__.co_freevars)
y = "m"
class K:
    y = 'class'
    def m(self): return y
    z = [y for _ in range(1)]
y = 'module'; 
class K2:
    y = 'class'
    def m(self): return y
print(K2().m())
