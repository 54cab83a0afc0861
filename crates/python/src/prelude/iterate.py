"""Going through anything that can be gone through."""


def _list(iterable):
    return [value for value in iterable]


def _take(iterable, count):
    values = []
    for value in iterable:
        values.append(value)
        if len(values) == count:
            break
    return values


def _contains(container, value):
    for other in container:
        if other is value or other == value:
            return True
    return False


def _iter_items(sequence):
    index = 0
    while True:
        try:
            value = sequence[index]
        except (IndexError, StopIteration):
            return
        yield value
        index += 1


def _call_iter(function, end):
    while True:
        value = function()
        if value == end:
            return
        yield value


def _next_or(iterator, default):
    try:
        return next(iterator)
    except StopIteration:
        return default


def _sum(iterable, total):
    if _plain_isinstance(total, str):
        raise TypeError("sum() can't sum strings [use ''.join(seq) instead]")
    for value in iterable:
        total = total + value
    return total


def any(iterable, /):
    for value in iterable:
        if value:
            return True
    return False


def all(iterable, /):
    for value in iterable:
        if not value:
            return False
    return True


def _map(function, iterables):
    # What can't be gone through is told at once.
    return _mapped(function, [iter(iterable) for iterable in iterables])


def _mapped(function, iterators):
    if len(iterators) == 1:
        for value in iterators[0]:
            yield function(value)
    elif len(iterators) == 2:
        first, second = iterators
        while True:
            try:
                a = next(first)
                b = next(second)
            except StopIteration:
                return
            yield function(a, b)
    else:
        while True:
            values = []
            for iterator in iterators:
                try:
                    values.append(next(iterator))
                except StopIteration:
                    return
            yield function(*values)


def _filter(function, iterable):
    return _filtered(function, iter(iterable))


def _filtered(function, iterator):
    if function is None:
        for value in iterator:
            if value:
                yield value
    else:
        for value in iterator:
            if function(value):
                yield value


def _zip(iterables, strict):
    return _zipped([iter(iterable) for iterable in iterables], strict)


def _zipped(iterators, strict):
    while iterators:
        values = []
        for index in range(len(iterators)):
            try:
                values.append(next(iterators[index]))
            except StopIteration:
                if not strict:
                    return
                if index:
                    plural = ' 1' if index == 1 else f's 1-{index}'
                    raise ValueError(
                        f'zip() argument {index + 1} is shorter than argument{plural}') from None
                for other in range(1, len(iterators)):
                    try:
                        next(iterators[other])
                    except StopIteration:
                        continue
                    plural = ' 1' if other == 1 else f's 1-{other}'
                    raise ValueError(
                        f'zip() argument {other + 1} is longer than argument{plural}') from None
                return
        yield tuple(values)


def _enumerate(iterable, start):
    return _enumerated(iter(iterable), start)


def _enumerated(iterator, count):
    for value in iterator:
        yield (count, value)
        count += 1


def _reversed(sequence):
    for index in range(len(sequence) - 1, -1, -1):
        yield sequence[index]


def _generator_close(generator):
    state = _generator_state(generator)
    if state == 'Finished':
        return
    if state == 'Created':
        _generator_end(generator)
        return
    try:
        generator.throw(GeneratorExit())
    except (GeneratorExit, StopIteration):
        return
    raise RuntimeError('generator ignored GeneratorExit')


def _close_and_raise(close, inner, exception):
    close(inner)
    raise exception


def _throw_class(generator, cls, value=None, traceback=None):
    if not issubclass(cls, BaseException):
        raise TypeError('exceptions must be classes or instances deriving from BaseException, '
                        f'not {_metaclass_of(cls).__name__}')
    if value is None:
        return generator.throw(cls())
    return generator.throw(cls(*value) if isinstance(value, tuple) else cls(value))


def _await_coroutine(coroutine):
    return (yield from _awaiting(coroutine))


async def _awaiting(coroutine):
    return await coroutine


def aiter(iterable, /):
    return _metaclass_of(iterable).__aiter__(iterable)


_NO_DEFAULT = object()


def anext(iterator, default=_NO_DEFAULT, /):
    following = _metaclass_of(iterator).__anext__(iterator)
    return following if default is _NO_DEFAULT else _anext_or(following, default)


async def _anext_or(following, default):
    try:
        return await following
    except StopAsyncIteration:
        return default


async def _athrow_class(generator, cls):
    return await generator.athrow(cls())


async def _aclose(generator):
    state = _generator_state(generator)
    if state == 'Finished':
        return
    if state == 'Created':
        _generator_end(generator)
        return
    try:
        await generator.athrow(GeneratorExit())
    except (GeneratorExit, StopAsyncIteration):
        return
    raise RuntimeError('async generator ignored GeneratorExit')
