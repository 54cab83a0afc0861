# copy: copies of values.


class Error(Exception):
    pass


_simple = (int, float, str, bytes, bool, complex, type(None), type, range, type(...))


def copy(x):
    cls = type(x)
    if issubclass(cls, type) or cls in _simple or cls in (tuple, frozenset):
        return x
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    if cls in (list, dict, set, bytearray):
        return x.copy()
    if callable(x) and not hasattr(x, '__dict__') or cls.__name__ == 'function':
        return x
    return _rebuilt(x, cls, lambda value: value)


def _rebuilt(x, cls, inner, made=None):
    if made is None:
        made = cls.__new__(cls)
    if isinstance(x, list):
        made.extend([inner(value) for value in list.__iter__(x)])
    elif isinstance(x, dict):
        for key, value in dict.items(x):
            made[inner(key)] = inner(value)
    elif isinstance(x, set):
        made.update([inner(value) for value in x])
    elif isinstance(x, BaseException):
        made.args = x.args
    for name, value in getattr(x, '__dict__', {}).items():
        object.__setattr__(made, name, inner(value))
    return made


def deepcopy(x, memo=None):
    memo = {} if memo is None else memo
    key = id(x)
    if key in memo:
        return memo[key][0]
    cls = type(x)
    if issubclass(cls, type) or cls in _simple or cls.__name__ in (
            'function', 'builtin_function_or_method', 'module'):
        return x
    method = getattr(cls, '__deepcopy__', None)
    if method is not None:
        made = method(x, memo)
    elif cls is list:
        made = []
        memo[key] = (made, x)
        for value in x:
            made.append(deepcopy(value, memo))
    elif cls is dict:
        made = {}
        memo[key] = (made, x)
        for name, value in x.items():
            made[deepcopy(name, memo)] = deepcopy(value, memo)
    elif cls in (tuple, frozenset, set):
        made = cls([deepcopy(value, memo) for value in x])
        if cls is tuple and all([a is b for a, b in zip(made, x)]):
            made = x
    elif cls.__name__ == 'method':
        made = getattr(deepcopy(x.__self__, memo), x.__name__)
    elif cls in (bytearray,):
        made = x.copy()
    elif isinstance(x, tuple):
        made = tuple.__new__(cls, [deepcopy(value, memo) for value in x])
    else:
        made = cls.__new__(cls)
        memo[key] = (made, x)
        _rebuilt(x, cls, lambda value: deepcopy(value, memo), made)
    memo[key] = (made, x)
    return made
