def risky(n):
    try:
        if n == 0: raise ValueError('zero')
        if n == 1: return 'returned'
        if n == 2: [][5]
        if n == 3: {}['k']
        if n == 4: int('x')
        if n == 5: None.foo
        if n == 6: 1 + 'a'
        return 'ok'
    except ValueError as e:
        return f'value {e}'
    except (IndexError, KeyError) as e:
        return f'{type(e).__name__} {e} {e.args}'
    except Exception as e:
        return f'other {type(e).__name__}: {e}'
    else:
        return 'else'
    finally:
        print('finally', n)
for i in range(8): print(risky(i))
class MyError(Exception):
    def __init__(self, code, msg='default'):
        super().__init__(msg)
        self.code = code
try: raise MyError(42)
except MyError as e: print(e, e.code, e.args, repr(e), isinstance(e, Exception))
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise RuntimeError('wrapped') from e
except RuntimeError as e: print(e, repr(e.__cause__), e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('second')
except KeyError as e: print(repr(e), repr(e.__context__), e.__cause__)
def cleanup():
    try: return 'try'
    finally: print('cleaning')
print(cleanup())
def override():
    try: return 1
    finally: return 2
print(override())
for i in range(3):
    try:
        if i == 1: continue
        if i == 2: break
        print('body', i)
    finally: print('fin', i)
try:
    try: raise ValueError('a')
    except ValueError: raise
except ValueError as e: print('reraised', e)
try: raise ValueError
except ValueError as e: print(repr(e), str(e) == '')
try:
    raise ValueError('x', 1)
except ValueError as e: print(e, e.args)
try: e
except NameError as err: print(err)
def nested():
    try:
        try: raise KeyError('inner')
        finally: print('inner finally')
    except KeyError as e: print('got', e)
    else: print('no')
    print('end')
nested()
try: assert 1 == 2, 'nope'
except AssertionError as e: print('assert', e)
try: raise StopIteration(5)
except StopIteration as e: print(e.value)
err = ValueError('note'); err.add_note('more'); print(err.__notes__)
print(issubclass(KeyError, LookupError), issubclass(ModuleNotFoundError, ImportError), ValueError.__mro__)
try:
    import nothing_here
except ImportError as e: print(e, e.name)
