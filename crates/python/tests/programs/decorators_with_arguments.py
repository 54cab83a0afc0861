import functools


def trace(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        parts = [repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()]
        print(f"{function.__name__}({', '.join(parts)})")
        return function(*args, **kwargs)
    return wrapper


def repeat(times):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorate


@trace
def add(a, b=2):
    """Adds."""
    return a + b


@repeat(times=3)
@trace
def greet(name):
    return f"hi {name}"


class CountCalls:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@CountCalls
def square(x):
    return x * x


def register(registry):
    def add(cls):
        registry[cls.__name__] = cls
        return cls
    return add


shapes = {}


@register(shapes)
class Circle: ...


print(add(1), add(1, b=5), add.__name__, add.__doc__, add.__wrapped__(3))
print(greet("kim"))
print(square(3), square(4), square.calls, square.__name__, list(shapes))
