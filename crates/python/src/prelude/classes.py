"""Making classes and instances, and what can be asked of them."""


def __build_class__(body, name, /, *bases, metaclass=None, **keywords):
    resolved = bases
    for base in bases:
        if not _plain_isinstance(base, type) and hasattr(base, '__mro_entries__'):
            resolved = []
            for one in bases:
                if not _plain_isinstance(one, type) and hasattr(one, '__mro_entries__'):
                    resolved.extend(one.__mro_entries__(bases))
                else:
                    resolved.append(one)
            resolved = tuple(resolved)
            break
    if metaclass is None:
        metaclass = type
    if _plain_isinstance(metaclass, type):
        for base in resolved:
            kind = _metaclass_of(base)
            if _plain_issubclass(kind, metaclass):
                metaclass = kind
            elif _plain_issubclass(kind, type) and not _plain_issubclass(metaclass, kind):
                raise TypeError(
                    'metaclass conflict: the metaclass of a derived class must be a (non-strict) '
                    'subclass of the metaclasses of all its bases')
    if metaclass is type:
        namespace = _run_class_body(body)
        made = _make_class(type, name, resolved, namespace)
        return _class_made(made, keywords)
    prepare = getattr(metaclass, '__prepare__', None)
    if prepare is None:
        namespace = {}
    else:
        namespace = prepare(name, resolved, **keywords)
    _run_class_body(body, namespace)
    return metaclass(name, resolved, namespace, **keywords)


def _class_made(made, keywords):
    for name, value in list(made.__dict__.items()):
        hook = getattr(_metaclass_of(value), '__set_name__', None)
        if hook is not None:
            hook(value, made, name)
    super(made, made).__init_subclass__(**keywords)
    return made


def _new_type(metaclass, name, bases, namespace, keywords):
    return _class_made(_make_class(metaclass, name, bases, namespace), keywords)


def _instantiate(cls, /, *args, **kwargs):
    made = cls.__new__(cls, *args, **kwargs)
    if isinstance(made, cls):
        result = _metaclass_of(made).__init__(made, *args, **kwargs)
        if result is not None:
            raise TypeError(f"__init__() should return None, not '{_metaclass_of(result).__name__}'")
    return made


def _abstract_error(cls):
    names = sorted(cls.__abstractmethods__)
    plural = 's' if len(names) > 1 else ''
    raise TypeError(
        f"Can't instantiate abstract class {cls.__name__} "
        f"with abstract method{plural} {', '.join(names)}")


def _getattr_or(value, name, default):
    try:
        return getattr(value, name)
    except AttributeError:
        return default


def _hasattr(value, name):
    try:
        getattr(value, name)
    except AttributeError:
        return False
    return True


def dir(*values):
    if not values:
        return sorted(_caller_globals().__dict__)
    value, = values
    method = getattr(_metaclass_of(value), '__dir__', None)
    return sorted(method(value))


def _any_instance(value, classes):
    for cls in classes:
        if isinstance(value, cls):
            return True
    return False


def _any_subclass(value, classes):
    for cls in classes:
        if issubclass(value, cls):
            return True
    return False


def _union_instance(value, union):
    return _any_instance(value, union.__args__)


def _union_subclass(value, union):
    return _any_subclass(value, union.__args__)


class _GenericAlias:
    """`list[int]`"""

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args

    def __repr__(self):
        def shown(arg):
            if arg is ...:
                return '...'
            if _plain_isinstance(arg, type):
                return _full_name(arg)
            return repr(arg)
        args = ', '.join(shown(arg) for arg in self.__args__)
        return f'{_full_name(self.__origin__)}[{args}]'

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __eq__(self, other):
        return (isinstance(other, _GenericAlias) and self.__origin__ is other.__origin__
                and self.__args__ == other.__args__)

    def __hash__(self):
        return hash(self.__args__)

    def __getitem__(self, args):
        return _generic_alias(self.__origin__, args)


def _generic_alias(origin, args):
    return _GenericAlias(origin, args if isinstance(args, tuple) else (args,))


class _Union:
    """`int | str`"""

    def __init__(self, args):
        self.__args__ = args

    def __repr__(self):
        def shown(arg):
            if arg is _NoneType:
                return 'None'
            if _plain_isinstance(arg, type):
                return _full_name(arg)
            return repr(arg)
        return ' | '.join(shown(arg) for arg in self.__args__)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __eq__(self, other):
        return isinstance(other, _Union) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, value):
        return _any_instance(value, self.__args__)


_NoneType = _metaclass_of(None)


def _union(left, right):
    args = []
    for part in (left, right):
        if part is None:
            part = _NoneType
        for arg in part.__args__ if isinstance(part, _Union) else (part,):
            if arg not in args:
                args.append(arg)
    return args[0] if len(args) == 1 else _Union(tuple(args))


def _match_class(subject, cls, count, names, itself):
    if not isinstance(subject, cls):
        return None
    values = []
    if count:
        if itself:
            if count > 1:
                raise TypeError(
                    f'{cls.__name__}() accepts 1 positional sub-pattern ({count} given)')
            values.append(subject)
        else:
            known = getattr(cls, '__match_args__', ())
            if count > len(known):
                plural = '' if len(known) == 1 else 's'
                raise TypeError(
                    f'{cls.__name__}() accepts {len(known)} positional sub-pattern{plural} '
                    f'({count} given)')
            names = known[:count] + names
    for name in names:
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(values)


_absent = object()


def _match_keys(subject, keys):
    values = []
    for key in keys:
        value = subject.get(key, _absent)
        if value is _absent:
            return None
        values.append(value)
    return tuple(values)


def _divmod(left, right):
    for value, other, name in ((left, right, '__divmod__'), (right, left, '__rdivmod__')):
        method = getattr(_metaclass_of(value), name, None)
        if method is not None:
            result = method(value, other)
            if result is not NotImplemented:
                return result
    if hasattr(left, '__floordiv__'):
        return (left // right, left % right)
    raise TypeError(
        f"unsupported operand type(s) for divmod(): '{_metaclass_of(left).__name__}' "
        f"and '{_metaclass_of(right).__name__}'")


def _pow(base, exponent):
    return base ** exponent


def _in_base(value, method, base):
    number = method(value)
    return bin(number) if base == 2 else oct(number) if base == 8 else hex(number)


def _range_by_index(*args):
    return range(*[arg if _plain_isinstance(arg, int) else arg.__index__() for arg in args])


def _element_by_index(value, key, method):
    return value[method(key)]


def _complex_of_text(text):
    try:
        return _read_complex(text.strip().strip('()'))
    except ValueError:
        raise ValueError('complex() arg is a malformed string') from None


def _read_complex(text):
    if text.endswith(('j', 'J')):
        body = text[:-1]
        place = max(body.rfind('+'), body.rfind('-'))
        while place > 0 and body[place - 1] in 'eE':
            place = max(body.rfind('+', 0, place), body.rfind('-', 0, place))
        real = float(body[:place]) if place > 0 else 0.0
        imaginary = body[place:] if place > 0 else body
        if imaginary in ('', '+', '-'):
            imaginary += '1'
        return complex(real, float(imaginary))
    return complex(float(text))
