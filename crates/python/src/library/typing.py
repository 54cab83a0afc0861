# typing: names for annotations, which nothing checks.

TYPE_CHECKING = False


class _Form:
    """Something that stands in annotations."""

    def __init__(self, name, args=None):
        self._name = name
        self.__args__ = args

    def __getitem__(self, args):
        return _Form(self._name, args if isinstance(args, tuple) else (args,))

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Cannot instantiate typing.{self._name}')

    def __repr__(self):
        if self.__args__ is None:
            return f'typing.{self._name}'
        return f'typing.{self._name}[{", ".join([_shown(arg) for arg in self.__args__])}]'

    def __or__(self, other):
        return _Form('Union', (self, other))

    def __ror__(self, other):
        return _Form('Union', (other, self))

    def __eq__(self, other):
        return (isinstance(other, _Form) and self._name == other._name
                and self.__args__ == other.__args__)

    def __hash__(self):
        return hash(self._name)

    def __mro_entries__(self, bases):
        return (Generic,) if self._name in ('Generic', 'Protocol') else ()


def _shown(arg):
    if arg is type(None) or arg is None:
        return 'None'
    if arg is ...:
        return '...'
    if isinstance(arg, list):
        return '[' + ', '.join([_shown(one) for one in arg]) + ']'
    if isinstance(arg, type):
        return _full_name(arg)
    return repr(arg)


(Any, Union, Optional, Callable, ClassVar, Final, Literal, List, Dict, Set, FrozenSet, Tuple, Type,
 Iterable, Iterator, Generator, Sequence, Mapping, MutableMapping, MutableSequence, Awaitable,
 Coroutine, AsyncIterator, AsyncIterable, AsyncGenerator, Deque, DefaultDict, OrderedDict, Counter,
 Annotated, NoReturn, Never, Self, Text, AnyStr, Hashable, Sized, Collection, Container, Reversible,
 Concatenate, TypeAlias, TypeGuard, Required, NotRequired, LiteralString, SupportsInt,
 SupportsFloat, SupportsAbs, IO, TextIO, ContextManager, AsyncContextManager, Pattern, Match,
 AbstractSet, KeysView, ValuesView, ItemsView, ByteString) = [
    _Form(name) for name in (
        'Any', 'Union', 'Optional', 'Callable', 'ClassVar', 'Final', 'Literal', 'List', 'Dict',
        'Set', 'FrozenSet', 'Tuple', 'Type', 'Iterable', 'Iterator', 'Generator', 'Sequence',
        'Mapping', 'MutableMapping', 'MutableSequence', 'Awaitable', 'Coroutine', 'AsyncIterator',
        'AsyncIterable', 'AsyncGenerator', 'Deque', 'DefaultDict', 'OrderedDict', 'Counter',
        'Annotated', 'NoReturn', 'Never', 'Self', 'Text', 'AnyStr', 'Hashable', 'Sized',
        'Collection', 'Container', 'Reversible', 'Concatenate', 'TypeAlias', 'TypeGuard',
        'Required', 'NotRequired', 'LiteralString', 'SupportsInt', 'SupportsFloat', 'SupportsAbs',
        'IO', 'TextIO', 'ContextManager', 'AsyncContextManager', 'Pattern', 'Match', 'AbstractSet',
        'KeysView', 'ValuesView', 'ItemsView', 'ByteString')]


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__constraints__ = constraints

    def __repr__(self):
        return f'~{self.__name__}'

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class Generic:
    def __class_getitem__(cls, args):
        return cls


class Protocol(Generic):
    pass


def runtime_checkable(cls):
    return cls


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def no_type_check(arg):
    return arg


def override(f):
    return f


def NewType(name, tp):
    def new(value):
        return value
    new.__name__ = name
    return new


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            hints.update(base.__dict__.get('__annotations__', {}))
    else:
        hints.update(obj.__annotations__)
    return hints


def get_origin(tp):
    return getattr(tp, '__origin__', None)


def get_args(tp):
    return getattr(tp, '__args__', None) or ()


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        from collections import namedtuple
        annotations = namespace.get('__annotations__', {})
        defaults = [namespace[key] for key in annotations if key in namespace]
        made = namedtuple(name, list(annotations), defaults=defaults,
                          module=namespace['__module__'])
        for key, value in namespace.items():
            if key not in annotations and key not in ('__qualname__', '__module__', '__classcell__'):
                setattr(made, key, value)
        return made


class _NamedTuple:
    def __mro_entries__(self, bases):
        return (_named_tuple_base,)

    def __call__(self, typename, fields=None, **kwargs):
        from collections import namedtuple
        fields = list(kwargs.items()) if fields is None else fields
        return namedtuple(typename, [name for name, _ in fields], module=_caller_module())


_named_tuple_base = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})
NamedTuple = _NamedTuple()


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        return type.__new__(mcls, name, (dict,), namespace)


class _TypedDict:
    def __mro_entries__(self, bases):
        return (_typed_dict_base,)


_typed_dict_base = type.__new__(_TypedDictMeta, 'TypedDict', (dict,), {})
TypedDict = _TypedDict()
