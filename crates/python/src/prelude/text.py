"""Texts of values, where Python code takes part."""


def ascii(value, /):
    return _ascii_of(repr(value))


# The values that each thread is showing, by the threads' numbers: the innermost last.
_shown = {}


def _repr(value):
    shown = _shown.setdefault(_thread_number(), [])
    for other in shown:
        if other is value:
            if isinstance(value, list):
                return '[...]'
            if isinstance(value, dict):
                return '{...}'
            if isinstance(value, tuple):
                return '(...)'
            return '...'
    if len(shown) > 400:
        raise RecursionError('maximum recursion depth exceeded while getting the repr of an object')
    shown.append(value)
    try:
        return _repr_parts(value)
    finally:
        shown.pop()


def _repr_parts(value):
    if isinstance(value, BaseException):
        if isinstance(value, BaseExceptionGroup):
            return f'{_metaclass_of(value).__name__}({value.message!r}, {value.args[1]!r})'
        parts = ', '.join([repr(part) for part in value.args])
        return f'{_metaclass_of(value).__name__}({parts})'
    if isinstance(value, list):
        return '[' + ', '.join([repr(part) for part in list.__iter__(value)]) + ']'
    if isinstance(value, tuple):
        parts = [repr(part) for part in tuple.__iter__(value)]
        return '(' + ', '.join(parts) + (',)' if len(parts) == 1 else ')')
    if isinstance(value, dict):
        parts = [f'{key!r}: {element!r}' for key, element in dict.items(value)]
        return '{' + ', '.join(parts) + '}'
    if isinstance(value, (set, frozenset)):
        parts = ', '.join([repr(part) for part in value])
        cls = _metaclass_of(value)
        if cls is set:
            return '{' + parts + '}'
        return f'{cls.__name__}({{{parts}}})'
    if isinstance(value, deque):
        parts = [repr(part) for part in value]
        limit = '' if value.maxlen is None else f', maxlen={value.maxlen}'
        return f'deque([{", ".join(parts)}]{limit})'
    if isinstance(value, slice):
        return f'slice({value.start!r}, {value.stop!r}, {value.step!r})'
    name = _metaclass_of(value).__name__
    if name == 'dict_keys':
        return f'dict_keys([{", ".join([repr(key) for key in value])}])'
    if name == 'dict_values':
        return f'dict_values([{", ".join([repr(part) for part in value])}])'
    if name == 'dict_items':
        return f'dict_items([{", ".join([repr(part) for part in value])}])'
    if name == 'method':
        return f'<bound method {value.__func__.__qualname__} of {value.__self__!r}>'
    return object.__repr__(value)


def _format_converted(value, how, spec):
    if how == 'r':
        text = repr(value)
    elif how == 'a':
        text = ascii(value)
    else:
        text = str(value)
    return format(text, spec)


def _join(separator, values):
    return separator.join([value for value in values])


def _field_value(first, steps, args, kwargs):
    if _plain_isinstance(first, int):
        try:
            value = args[first]
        except IndexError:
            raise IndexError(
                f'Replacement index {first} out of range for positional args tuple') from None
    else:
        value = kwargs[first]
    for is_attribute, key in steps:
        value = getattr(value, key) if is_attribute else value[key]
    return value


def _str_format(template, args, kwargs):
    return _formatted(template, args, kwargs, 0, 2)[0]


def _formatted(template, args, kwargs, count, depth):
    if depth == 0:
        raise ValueError('Max string recursion exceeded')
    parts, count = _format_parts(template, count)
    texts = []
    for text, first, steps, conversion, spec, nested in parts:
        texts.append(text)
        if first is None:
            continue
        value = _field_value(first, steps, args, kwargs)
        if nested:
            spec, count = _formatted(spec, args, kwargs, count, depth - 1)
        if conversion is None:
            texts.append(format(value, spec))
        else:
            texts.append(_format_converted(value, conversion, spec))
    return ''.join(texts), count


def _percent(template, values):
    is_mapping = not isinstance(values, tuple) and hasattr(values, '__getitem__')
    fields = _percent_fields(template, is_mapping)
    if fields and fields[0][1] is not None:
        ready = {}
        for letter, key, stars in fields:
            value = values[key]
            ready[key] = _percent_text(letter, value)
        return _percent_ready(template, ready)
    values = list(values) if isinstance(values, tuple) else [values]
    index = 0
    for letter, key, stars in fields:
        index += stars
        if index < len(values):
            values[index] = _percent_text(letter, values[index])
        index += 1
    return _percent_ready(template, tuple(values))


def _percent_text(letter, value):
    if letter == 's':
        return str(value)
    if letter in 'ra':
        return repr(value)
    return value


def _maketrans(source, *rest):
    if not rest:
        return {ord(key) if isinstance(key, str) else key: value for key, value in source.items()}
    target = rest[0]
    if len(source) != len(target):
        raise ValueError('the first two maketrans arguments must have equal length')
    table = {ord(a): ord(b) for a, b in zip(source, target)}
    if len(rest) > 1:
        for character in rest[1]:
            table[ord(character)] = None
    return table


def _translate(text, table):
    parts = []
    for character in text:
        try:
            found = table[ord(character)]
        except LookupError:
            found = character
        if found is None:
            continue
        parts.append(chr(found) if isinstance(found, int) else found)
    return ''.join(parts)
