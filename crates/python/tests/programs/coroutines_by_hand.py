class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        return r
async def inner(n): x = await Aw(n); return x * 2
async def outer():
    a = await inner(1)
    b = await inner(2)
    return a + b
c = outer(); print(c.send(None), c.send(10))
try: c.send(20)
except StopIteration as e: print('result', e.value)
async def fails():
    try: await Aw('wait')
    except ValueError as e: print('caught', e); raise KeyError('k')
f = fails(); print(f.send(None))
try: f.throw(ValueError('v'))
except KeyError as e: print(repr(e))
async def agen():
    for i in range(3):
        await Aw(f'tick{i}')
        yield i
async def consume():
    out = []
    async for v in agen(): out.append(v)
    return out, [v async for v in agen()], {v: v async for v in agen() if v}
co = consume()
try:
    sent = None
    while True: print(co.send(sent), end=' ')
except StopIteration as e: print(e.value)
class ACM:
    async def __aenter__(self): await Aw('enter'); return 'res'
    async def __aexit__(self, t, v, tb): await Aw('exit'); print('aexit', t and t.__name__); return True
async def use():
    async with ACM() as r: print(r); raise ValueError
    return 'done'
u = use()
try:
    while True: print(u.send(None))
except StopIteration as e: print(e.value)
class AIt:
    def __init__(self): self.i = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.i += 1
        if self.i > 2: raise StopAsyncIteration
        return self.i
async def go(): return [x async for x in AIt()]
g = go()
try: g.send(None)
except StopIteration as e: print(e.value)
def run(coro):
    try:
        while True: coro.send(None)
    except StopIteration as e: return e.value
async def nested(n): return n if n == 0 else await nested(n - 1) + 1
print(run(nested(10)))
try: run(5)
except AttributeError as e: print(e)
async def bad(): await 5
b = bad()
try: run(b)
except TypeError as e: print(e)
