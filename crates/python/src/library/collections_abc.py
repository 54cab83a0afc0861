# collections.abc: what a value can do, as classes.


def _by_methods(*names):
    def check(cls, value_class):
        for name in names:
            found = False
            for one in value_class.__mro__:
                if name in one.__dict__:
                    found = one.__dict__[name] is not None
                    break
            if not found:
                return False
        return True
    return check


class _Meta(type):
    def __instancecheck__(cls, value):
        return cls.__subclasscheck__(type(value))

    def __subclasscheck__(cls, other):
        if cls in other.__mro__:
            return True
        for registered in cls.__dict__.get('_registry', ()):
            if _plain_issubclass(other, registered):
                return True
        check = cls.__dict__.get('_check')
        return check is not None and check(cls, other)

    def register(cls, other):
        cls._registry = cls.__dict__.get('_registry', ()) + (other,)
        return other


def _one(name, bases, *methods, check=True, registry=()):
    namespace = {'__module__': 'collections.abc', '_registry': registry}
    if check:
        namespace['_check'] = _by_methods(*methods)
    return _Meta(name, bases, namespace)


Hashable = _one('Hashable', (), '__hash__')
Iterable = _one('Iterable', (), '__iter__')
Iterator = _one('Iterator', (Iterable,), '__iter__', '__next__')
Sized = _one('Sized', (), '__len__')
Container = _one('Container', (), '__contains__')
Callable = _one('Callable', (), '__call__', registry=(type(_one), type(len), type))
Collection = _one('Collection', (Sized, Iterable, Container), '__len__', '__iter__', '__contains__')
Reversible = _one('Reversible', (Iterable,), '__reversed__', '__iter__')
Generator = _one('Generator', (Iterator,), 'send', 'throw', '__next__')
Awaitable = _one('Awaitable', (), '__await__')
Coroutine = _one('Coroutine', (Awaitable,), '__await__', 'send', 'throw')
AsyncIterable = _one('AsyncIterable', (), '__aiter__')
AsyncIterator = _one('AsyncIterator', (AsyncIterable,), '__anext__', '__aiter__')
Sequence = _one('Sequence', (Reversible, Collection), check=False,
                registry=(list, tuple, str, range, bytes))
MutableSequence = _one('MutableSequence', (Sequence,), check=False, registry=(list,))
Set = _one('Set', (Collection,), check=False, registry=(set, frozenset))
MutableSet = _one('MutableSet', (Set,), check=False, registry=(set,))
Mapping = _one('Mapping', (Collection,), check=False, registry=(dict,))
MutableMapping = _one('MutableMapping', (Mapping,), check=False, registry=(dict,))


def _mapping_get(self, key, default=None):
    try:
        return self[key]
    except KeyError:
        return default


def _mapping_contains(self, key):
    try:
        self[key]
    except KeyError:
        return False
    return True


def _mapping_update(self, other=(), /, **kwds):
    if hasattr(other, 'keys'):
        for key in other.keys():
            self[key] = other[key]
    else:
        for key, value in other:
            self[key] = value
    for key, value in kwds.items():
        self[key] = value


Mapping.get = _mapping_get
Mapping.__contains__ = _mapping_contains
Mapping.keys = lambda self: list(self)
Mapping.values = lambda self: [self[key] for key in self]
Mapping.items = lambda self: [(key, self[key]) for key in self]
Mapping.__eq__ = lambda self, other: dict(self.items()) == dict(other.items())
MutableMapping.update = _mapping_update


def _sequence_iter(self):
    index = 0
    while True:
        try:
            value = self[index]
        except IndexError:
            return
        yield value
        index += 1


Sequence.__iter__ = _sequence_iter
Sequence.__contains__ = lambda self, value: any([v is value or v == value for v in self])
Sequence.index = lambda self, value: list(self).index(value)
Sequence.count = lambda self, value: list(self).count(value)
MutableSequence.append = lambda self, value: self.insert(len(self), value)
