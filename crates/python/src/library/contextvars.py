# contextvars: variables of which each task has its own.

# Each thread's context, by the threads' numbers.
_current = {}


def _context():
    number = _thread_number()
    found = _current.get(number)
    if found is None:
        found = _current[number] = Context()
    return found


class Token:
    MISSING = '<Token.MISSING>'

    def __init__(self, var, old_value):
        self.var = var
        self.old_value = old_value
        self._used = False


_NOTHING = object()


class ContextVar:
    def __init__(self, name, *, default=_NOTHING):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self.name = name
        self._default = default

    def __repr__(self):
        default = '' if self._default is _NOTHING else f' default={self._default!r}'
        return f'<ContextVar name={self.name!r}{default} at {_address(self)}>'

    def get(self, default=_NOTHING, /):
        values = _context()._values
        if self in values:
            return values[self]
        if default is not _NOTHING:
            return default
        if self._default is not _NOTHING:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _context()
        token = Token(self, context._values.get(self, Token.MISSING))
        context._values = {**context._values, self: value}
        return token

    def reset(self, token, /):
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        token._used = True
        context = _context()
        context._values = dict(context._values)
        if token.old_value is Token.MISSING:
            context._values.pop(self, None)
        else:
            context._values[self] = token.old_value


class Context:
    _is_entered = False

    def __init__(self):
        # It is never changed, but another one takes its place: copies share it.
        self._values = {}

    def run(self, callable, /, *args, **kwargs):
        if self._is_entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        number = _thread_number()
        before = _current.get(number)
        _current[number] = self
        self._is_entered = True
        try:
            return callable(*args, **kwargs)
        finally:
            self._is_entered = False
            _current[number] = before

    def copy(self):
        made = Context()
        made._values = self._values
        return made

    def get(self, var, default=None, /):
        return self._values.get(var, default)

    def __getitem__(self, var):
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


def copy_context():
    return _context().copy()
