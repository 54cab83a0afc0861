# enum: classes with a fixed set of instances.


class auto:
    def __init__(self, value=None):
        self.value = value

    def __or__(self, other):
        return _Later(lambda a, b: a | b, self, other)

    def __ror__(self, other):
        return _Later(lambda a, b: a | b, other, self)

    def __and__(self, other):
        return _Later(lambda a, b: a & b, self, other)


class _Later(auto):
    """What an operator makes of values that are not there before the class is."""

    def __init__(self, operator, left, right):
        self.operator, self.left, self.right = operator, left, right

    def _value(self):
        sides = [side._value() if isinstance(side, _Later) else side.value if isinstance(side, auto) else side
                 for side in (self.left, self.right)]
        return self.operator(*sides)


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


def _is_descriptor(value):
    kind = type(value)
    return (hasattr(kind, '__get__') or isinstance(value, (property, staticmethod, classmethod))
            or kind.__name__ in ('function', 'builtin_function_or_method', 'method_descriptor'))


class EnumType(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kwds):
        return {}

    def __new__(mcls, name, bases, namespace, **kwds):
        members = []
        plain = {}
        known = dict(namespace)
        for key in namespace:
            value = namespace[key]
            is_special = key.startswith('_') and (key.startswith('__') or key.endswith('_'))
            if isinstance(value, nonmember):
                plain[key] = value.value
            elif is_special or _is_descriptor(value) or key == '_ignore_' or (
                    isinstance(value, type) and key.startswith('_')):
                plain[key] = value
            else:
                members.append((key, value.value if isinstance(value, member) else value))
        cls = super().__new__(mcls, name, bases, plain)
        for base in bases:
            if base.__dict__.get('_member_map_') and isinstance(base, EnumType):
                raise TypeError(f'<enum {name!r}> cannot extend <enum {base.__name__!r}>')
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        cls._member_names_ = []
        data = None
        for base in cls.__mro__[1:]:
            if base in (int, str, float):
                data = base
        cls._member_type_ = object if data is None else data
        if data is not None:
            # The texts are those of a member, and not those of its value.
            for special in ('__repr__', '__str__', '__format__'):
                for base in cls.__mro__:
                    if base not in (data, object) and special in base.__dict__:
                        type.__setattr__(cls, special, base.__dict__[special])
                        break
        last = []
        for key, value in members:
            if isinstance(value, _Later):
                value = value._value()
            elif isinstance(value, auto):
                value.value = cls._generate_next_value_(key, 1, len(last), list(last))
                value = value.value
            elif isinstance(value, tuple) and any([isinstance(part, auto) for part in value]):
                value = tuple([cls._generate_next_value_(key, 1, len(last), list(last))
                               if isinstance(part, auto) else part for part in value])
            last.append(value)
            found = None
            for other in cls._member_map_.values():
                if other._value_ == value and type(other._value_) is type(value):
                    found = other
                    break
            if found is None:
                found = cls._make_member(key, value, data, plain)
                cls._member_names_.append(key)
                try:
                    cls._value2member_map_[found._value_] = found
                except TypeError:
                    pass
            cls._member_map_[key] = found
            type.__setattr__(cls, key, found)
        return cls

    def _make_member(cls, key, value, data, plain):
        args = value if isinstance(value, tuple) else (value,)
        new = plain.get('__new__')
        if new is None:
            for base in cls.__mro__[1:]:
                if base.__dict__.get('__new__') is not None and isinstance(base, EnumType):
                    if base.__name__ not in ('Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag'):
                        new = base.__dict__['__new__']
                    break
        if isinstance(new, staticmethod):
            new = new.__func__
        if new is not None:
            made = new(cls, *args)
            if not hasattr(made, '_value_'):
                made._value_ = value
        elif data is not None:
            made = data.__new__(cls, *args)
            made._value_ = data(*args) if not isinstance(value, data) else value
        else:
            made = object.__new__(cls)
            made._value_ = value
        made._name_ = key
        made.__objclass__ = cls
        init = getattr(cls, '__init__', None)
        if init is not None and init is not object.__init__ and (
                data is None or '__init__' in plain):
            made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        return made

    def __call__(cls, value, names=None, **kwds):
        if names is not None:
            return _functional(cls, value, names, **kwds)
        return cls._lookup(value)

    def _lookup(cls, value):
        if type(value) is cls:
            return value
        try:
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        except TypeError:
            pass
        for one in cls._member_map_.values():
            if one._value_ == value:
                return one
        missing = getattr(cls, '_missing_', None)
        found = None if missing is None else missing(value)
        if isinstance(found, cls):
            return found
        raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return value._name_ in cls._member_map_
        raise TypeError(
            f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and "
            f"'{type(cls).__qualname__}'")

    def __repr__(cls):
        return f'<enum {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        type.__setattr__(cls, name, value)

    @property
    def __members__(cls):
        return dict(cls._member_map_)


EnumMeta = EnumType


def _functional(cls, name, names, **kwds):
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    namespace = {}
    values = []
    pairs = names.items() if isinstance(names, dict) else names
    for index, item in enumerate(pairs):
        if isinstance(item, str):
            value = cls._generate_next_value_(item, kwds.get('start', 1), index, list(values))
        else:
            item, value = item
        values.append(value)
        namespace[item] = value
    namespace['__module__'] = _caller_module()
    return type(cls)(name, (cls,), namespace)


class Enum(metaclass=EnumType):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, int)]
        return max(numbers) + 1 if numbers else start

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f'<{type(self).__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __format__(self, spec):
        return format(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __setattr__(self, name, value):
        if name in ('name', 'value') and '_name_' in self.__dict__:
            raise AttributeError(f"<enum '{type(self).__name__}'> cannot set attribute {name!r}")
        object.__setattr__(self, name, value)

    def __reduce__(self):
        return (type(self), (self._value_,))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class IntEnum(int, Enum):
    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, spec):
        return format(int(self._value_), spec)

    def __hash__(self):
        return hash(self._value_)


class StrEnum(str, Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec)

    def __hash__(self):
        return hash(self._value_)


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return 1 << count

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            return None
        made = object.__new__(cls)
        names = [one._name_ for one in cls if one._value_ & value and one._value_]
        object.__setattr__(made, '_value_', value)
        object.__setattr__(made, '_name_', '|'.join(names) or None)
        cls._value2member_map_[value] = made
        return made

    def __or__(self, other):
        return type(self)(self._value_ | other._value_)

    def __and__(self, other):
        return type(self)(self._value_ & other._value_)

    def __xor__(self, other):
        return type(self)(self._value_ ^ other._value_)

    def __invert__(self):
        every = 0
        for one in type(self):
            every |= one._value_
        return type(self)(every & ~self._value_)

    def __contains__(self, other):
        return other._value_ & self._value_ == other._value_

    def __bool__(self):
        return bool(self._value_)

    def __iter__(self):
        return iter([one for one in type(self) if one._value_ & self._value_])

    def __str__(self):
        if self._name_ is None:
            return f'{type(self).__name__}({self._value_})'
        return f'{type(self).__name__}.{self._name_}'

    def __repr__(self):
        if self._name_ is None:
            return f'<{type(self).__name__}: {self._value_}>'
        return f'<{type(self).__name__}.{self._name_}: {self._value_}>'


class IntFlag(int, Flag):
    def __or__(self, other):
        return type(self)(int(self._value_) | int(other))

    def __and__(self, other):
        return type(self)(int(self._value_) & int(other))


def unique(enumeration):
    duplicates = [(name, one.name) for name, one in enumeration.__members__.items()
                  if name != one.name]
    if duplicates:
        details = ', '.join([f'{alias} -> {name}' for alias, name in duplicates])
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration
