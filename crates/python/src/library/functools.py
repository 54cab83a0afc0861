# functools: functions made from functions.

from _functools import partial, reduce, cmp_to_key

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)

_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def _from(name, decide):
    """A comparison that another one decides, and where it doesn't, equality."""

    def compare(self, other):
        result = getattr(type(self), name)(self, other)
        return result if result is NotImplemented else decide(result, self, other)

    return compare


_ORDERINGS = {
    "__lt__": {
        "__gt__": lambda less, self, other: not less and self != other,
        "__le__": lambda less, self, other: less or self == other,
        "__ge__": lambda less, self, other: not less,
    },
    "__le__": {
        "__ge__": lambda at_most, self, other: not at_most or self == other,
        "__lt__": lambda at_most, self, other: at_most and self != other,
        "__gt__": lambda at_most, self, other: not at_most,
    },
    "__gt__": {
        "__lt__": lambda more, self, other: not (more or self == other),
        "__ge__": lambda more, self, other: more or self == other,
        "__le__": lambda more, self, other: not more,
    },
    "__ge__": {
        "__le__": lambda at_least, self, other: not at_least or self == other,
        "__gt__": lambda at_least, self, other: at_least and self != other,
        "__lt__": lambda at_least, self, other: not at_least,
    },
}


def total_ordering(cls):
    own = [name for name in _ORDERINGS if getattr(cls, name) is not getattr(object, name)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(own)
    for name, decide in _ORDERINGS[root].items():
        if name not in own:
            method = _from(root, decide)
            method.__name__ = name
            setattr(cls, name, method)
    return cls


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        instance.__dict__[self.attrname] = value
        return value


class _CacheInfo:
    def __init__(self, hits, misses, maxsize, currsize):
        self.hits = hits
        self.misses = misses
        self.maxsize = maxsize
        self.currsize = currsize

    def __repr__(self):
        return (
            f"CacheInfo(hits={self.hits}, misses={self.misses}, "
            f"maxsize={self.maxsize}, currsize={self.currsize})"
        )

    def __iter__(self):
        return iter((self.hits, self.misses, self.maxsize, self.currsize))


def _key(args, kwargs, typed):
    key = args
    if kwargs:
        key += (_missing,) + tuple(kwargs.items())
    if typed:
        key += tuple(type(value) for value in args) + tuple(type(value) for value in kwargs.values())
    return key


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return lru_cache()(maxsize)
    if maxsize is not None and maxsize < 0:
        maxsize = 0

    def decorate(function):
        # In the order of their use, the oldest first.
        results = {}
        hits = misses = 0

        def cached(*args, **kwargs):
            nonlocal hits, misses
            key = _key(args, kwargs, typed)
            result = results.pop(key, _missing)
            if result is _missing:
                misses += 1
                result = function(*args, **kwargs)
                if maxsize == 0:
                    return result
                if maxsize is not None and len(results) >= maxsize and key not in results:
                    del results[next(iter(results))]
            else:
                hits += 1
            results[key] = result
            return result

        def cache_info():
            return _CacheInfo(hits, misses, maxsize, len(results))

        def cache_clear():
            nonlocal hits, misses
            results.clear()
            hits = misses = 0

        cached.cache_info = cache_info
        cached.cache_clear = cache_clear
        cached.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(cached, function)

    return decorate


def cache(user_function):
    return lru_cache(maxsize=None)(user_function)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        return partial(self.func.__get__(instance, owner), *self.args, **self.keywords)


def singledispatch(func):
    functions = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in functions:
                return functions[base]
        return func

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type):
                return lambda function: register(cls, function)
            # By the type of its first argument, as it is annotated.
            function = cls
            cls = next(iter(function.__annotations__.values()))
        functions[cls] = function
        return function

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **kwargs)

    wrapper.register = register
    wrapper.dispatch = dispatch
    return update_wrapper(wrapper, func)
