from contextlib import contextmanager, suppress, closing, ExitStack, nullcontext, redirect_stdout
import io
@contextmanager
def tag(name):
    print(f'<{name}>')
    try: yield name
    finally: print(f'</{name}>')
with tag('a') as a, tag('b'): print(a)
with suppress(ZeroDivisionError, KeyError): 1 / 0
print('after')
class R:
    def close(self): print('closed')
with closing(R()): print('using')
with ExitStack() as st:
    st.enter_context(tag('x')); st.callback(print, 'callback')
with nullcontext(5) as v: print(v)
try:
    with tag('err'): raise ValueError('v')
except ValueError as e: print('caught', e)
buf = io.StringIO()
with redirect_stdout(buf): print('captured')
print(repr(buf.getvalue()))
@tag('deco')
def f(): print('in f')
f()
