class CM:
    def __init__(self, name, suppress=False): self.name, self.suppress = name, suppress
    def __enter__(self): print('enter', self.name); return self.name.upper()
    def __exit__(self, t, v, tb): print('exit', self.name, t and t.__name__, v); return self.suppress
with CM('a') as a, CM('b') as b: print('body', a, b)
with CM('s', True): raise ValueError('hidden')
try:
    with CM('t'): raise KeyError('seen')
except KeyError as e: print('outer', e)
def f():
    with CM('r'): return 'from with'
print(f())
for i in range(3):
    with CM('l%d' % i):
        if i == 0: continue
        if i == 1: break
with CM('n'):
    with CM('m', True):
        1 / 0
    print('still here')
with (CM('p') as p, CM('q') as q): print(p, q)
from contextlib import contextmanager
@contextmanager
def managed(x):
    print('setup', x)
    try: yield x * 2
    except ValueError as e: print('handled', e)
    finally: print('teardown')
with managed(5) as v: print('v', v)
with managed(1): raise ValueError('inside')
