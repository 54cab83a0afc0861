# dataclasses: classes from annotations.

import copy as _copy


class _Missing:
    def __repr__(self):
        return '<dataclasses._MISSING_TYPE object>'


MISSING = _Missing()


class _KwOnly:
    pass


KW_ONLY = _KwOnly()


class FrozenInstanceError(AttributeError):
    pass


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = {} if metadata is None else metadata
        self.kw_only = kw_only
        self._class_var = False

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},'
                f'repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},'
                f'metadata={self.metadata!r},kw_only={self.kw_only!r})')


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only)
    return wrap if cls is None else wrap(cls)


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only):
    fields = {}
    any_frozen = None
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get('__dataclass_fields__')
        if base_fields is not None:
            for name in base_fields:
                fields[name] = base_fields[name]
            any_frozen = base.__dict__['__dataclass_params__']['frozen']
    if any_frozen is not None:
        if any_frozen and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if not any_frozen and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    annotations = cls.__dict__.get('__annotations__', {})
    only_keywords = kw_only
    for name in annotations:
        kind = annotations[name]
        if kind is KW_ONLY:
            only_keywords = True
            continue
        default = cls.__dict__.get(name, MISSING)
        if isinstance(default, Field):
            one = default
            if one.default is MISSING:
                if name in cls.__dict__:
                    delattr(cls, name)
            else:
                setattr(cls, name, one.default)
        else:
            one = field(default=default)
        one.name = name
        one.type = kind
        one._class_var = 'ClassVar' in str(kind)
        if one.kw_only is MISSING:
            one.kw_only = only_keywords
        if not one._class_var and isinstance(one.default, (list, dict, set)):
            raise ValueError(f'mutable default {type(one.default)} for field {name} is not '
                             'allowed: use default_factory')
        fields[name] = one
    cls.__dataclass_fields__ = fields
    cls.__dataclass_params__ = {'frozen': frozen}
    real = [one for one in fields.values() if not one._class_var]
    qualname = cls.__qualname__
    if init:
        _add(cls, '__init__', _make_init(real, frozen, hasattr(cls, '__post_init__'), qualname))
    shown = [one.name for one in real if one.repr]
    if repr:
        _add(cls, '__repr__', _make_repr(shown))
    compared = [one.name for one in real if one.compare]
    if eq:
        _add(cls, '__eq__', _make_eq(compared))
    if order:
        if not eq:
            raise ValueError('eq must be true if order is true')
        for name, sign in (('__lt__', 0), ('__le__', 1), ('__gt__', 2), ('__ge__', 3)):
            setattr(cls, name, _make_order(compared, sign))
    hashed = [one.name for one in real if (one.compare if one.hash is None else one.hash)]
    if unsafe_hash or (eq and frozen):
        cls.__hash__ = lambda self: hash(tuple([getattr(self, name) for name in hashed]))
    elif eq and '__hash__' not in cls.__dict__:
        cls.__hash__ = None
    if frozen:
        names = [one.name for one in real]
        cls.__setattr__ = _make_frozen('assign to', cls, names)
        cls.__delattr__ = _make_frozen('delete', cls, names)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([one.name for one in real if one.init and not one.kw_only])
    if cls.__doc__ is None:
        cls.__doc__ = f'{cls.__name__}()'
    return cls


def _add(cls, name, function):
    if name not in cls.__dict__:
        function.__name__ = name
        function.__qualname__ = f'{cls.__qualname__}.{name}'
        setattr(cls, name, function)


def _make_init(fields, frozen, has_post_init, qualname):
    module = _new_module('dataclasses')
    setattr(module, '_HAS_DEFAULT', object())
    positional, keyword, body = [], [], []
    seen_default = False
    for one in fields:
        name = one.name
        if one.init:
            if one.default is not MISSING:
                setattr(module, f'_default_{name}', one.default)
                parameter = f'{name}=_default_{name}'
            elif one.default_factory is not MISSING:
                parameter = f'{name}=_HAS_DEFAULT'
            else:
                parameter = name
                if seen_default and not one.kw_only:
                    raise TypeError(f'non-default argument {name!r} follows default argument')
            if one.kw_only:
                keyword.append(parameter)
            else:
                seen_default = seen_default or parameter != name
                positional.append(parameter)
        if 'InitVar' in str(one.type):
            continue
        if one.default_factory is not MISSING:
            setattr(module, f'_factory_{name}', one.default_factory)
            value = f'_factory_{name}()'
            if one.init:
                value = f'{value} if {name} is _HAS_DEFAULT else {name}'
        elif one.init:
            value = name
        elif one.default is not MISSING:
            setattr(module, f'_default_{name}', one.default)
            value = f'_default_{name}'
        else:
            continue
        if frozen:
            setattr(module, '_set', object.__setattr__)
            body.append(f'    _set(self, {name!r}, {value})')
        else:
            body.append(f'    self.{name} = {value}')
    if has_post_init:
        passed = ', '.join([one.name for one in fields if 'InitVar' in str(one.type)])
        body.append(f'    self.__post_init__({passed})')
    parameters = ['self'] + positional
    if keyword:
        parameters += ['*'] + keyword
    source = f'def __init__({", ".join(parameters)}):\n' + '\n'.join(body or ['    pass']) + '\n'
    _run(_compile('<dataclasses-library>', source, 'exec'), module)
    return module.__init__


def _make_repr(names):
    # Of each thread the instances that it is showing.
    active = {}

    def __repr__(self):
        shown = active.setdefault(_thread_number(), [])
        if any([one is self for one in shown]):
            return '...'
        shown.append(self)
        try:
            parts = ', '.join([f'{name}={getattr(self, name)!r}' for name in names])
        finally:
            shown.pop()
        return f'{type(self).__qualname__}({parts})'
    return __repr__


def _values(self, names):
    return tuple([getattr(self, name) for name in names])


def _make_eq(names):
    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, names) == _values(other, names)
    return __eq__


def _make_order(names, sign):
    def compare(self, other):
        if type(other) is not type(self):
            return NotImplemented
        a, b = _values(self, names), _values(other, names)
        if sign == 0:
            return a < b
        if sign == 1:
            return a <= b
        return a > b if sign == 2 else a >= b
    return compare


def _make_frozen(what, cls, names):
    def refuse(self, name, *value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot {what} field {name!r}')
        if value:
            object.__setattr__(self, name, *value)
        else:
            object.__delattr__(self, name)
    return refuse


def fields(class_or_instance):
    try:
        all_fields = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([one for one in all_fields.values() if not one._class_var])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), '__dataclass_fields__')


def asdict(obj, *, dict_factory=dict):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError('asdict() should be called on dataclass instances')
    return _asdict(obj, dict_factory)


def _asdict(obj, factory):
    if is_dataclass(obj) and not isinstance(obj, type):
        return factory([(one.name, _asdict(getattr(obj, one.name), factory)) for one in fields(obj)])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_asdict(value, factory) for value in obj])
    if isinstance(obj, dict):
        return type(obj)([(_asdict(k, factory), _asdict(v, factory)) for k, v in obj.items()])
    return _copy.deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not is_dataclass(obj) or isinstance(obj, type):
        raise TypeError('astuple() should be called on dataclass instances')

    def inner(obj):
        if is_dataclass(obj) and not isinstance(obj, type):
            return tuple_factory([inner(getattr(obj, one.name)) for one in fields(obj)])
        if isinstance(obj, (list, tuple)):
            return type(obj)([inner(value) for value in obj])
        return _copy.deepcopy(obj)
    return inner(obj)


def replace(obj, /, **changes):
    for one in fields(obj):
        if not one.init:
            if one.name in changes:
                raise ValueError(f'field {one.name} is declared with init=False, it cannot be '
                                 'specified with replace()')
        elif one.name not in changes:
            changes[one.name] = getattr(obj, one.name)
    return type(obj)(**changes)


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)

    def __repr__(self):
        return f'dataclasses.InitVar[{getattr(self.type, "__name__", self.type)}]'


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    annotations, names = {}, dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            annotations[item] = 'typing.Any'
        elif len(item) == 2:
            annotations[item[0]] = item[1]
        else:
            annotations[item[0]] = item[1]
            names[item[0]] = item[2]
    names['__annotations__'] = annotations
    return dataclass(type(cls_name, bases, names), **options)
