# itertools: iterators made from iterators.


class count:
    def __init__(self, start=0, step=1):
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1:
            return f'count({self._next!r})'
        return f'count({self._next!r}, {self._step!r})'


def cycle(iterable, /):
    saved = []
    for value in iterable:
        yield value
        saved.append(value)
    while saved:
        for value in saved:
            yield value


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._times = times

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if self._times <= 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __repr__(self):
        if self._times is None:
            return f'repeat({self._object!r})'
        return f'repeat({self._object!r}, {self._times})'


class chain:
    def __init__(self, *iterables):
        self._values = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._values = _chained(iterable)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._values)


def _chained(iterables):
    for iterable in iterables:
        for value in iterable:
            yield value


def accumulate(iterable, func=None, *, initial=None):
    iterator = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(iterator)
        except StopIteration:
            return
    yield total
    for value in iterator:
        total = total + value if func is None else func(total, value)
        yield total


def islice(iterable, *args):
    s = slice(*args)
    start, stop, step = s.start or 0, s.stop, s.step or 1
    if start < 0 or (stop is not None and stop < 0) or step < 1:
        raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
    return _sliced(iter(iterable), start, stop, step)


def _sliced(iterator, start, stop, step):
    index = 0
    wanted = start
    while stop is None or index < stop:
        if stop is not None and wanted >= stop:
            while index < stop:
                try:
                    next(iterator)
                except StopIteration:
                    return
                index += 1
            return
        try:
            value = next(iterator)
        except StopIteration:
            return
        if index == wanted:
            yield value
            wanted += step
        index += 1


def takewhile(predicate, iterable, /):
    for value in iterable:
        if not predicate(value):
            return
        yield value


def dropwhile(predicate, iterable, /):
    iterator = iter(iterable)
    for value in iterator:
        if not predicate(value):
            yield value
            break
    for value in iterator:
        yield value


def filterfalse(function, iterable, /):
    for value in iterable:
        if not (value if function is None else function(value)):
            yield value


def starmap(function, iterable, /):
    for args in iterable:
        yield function(*args)


def compress(data, selectors):
    for value, selector in zip(data, selectors):
        if selector:
            yield value


def pairwise(iterable, /):
    iterator = iter(iterable)
    try:
        a = next(iterator)
    except StopIteration:
        return
    for b in iterator:
        yield a, b
        a = b


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    left = len(iterators)
    ended = [False] * left
    while left:
        values = []
        for index in range(len(iterators)):
            value = fillvalue
            if not ended[index]:
                try:
                    value = next(iterators[index])
                except StopIteration:
                    ended[index] = True
                    left -= 1
                    if not left:
                        return
            values.append(value)
        yield tuple(values)


def groupby(iterable, key=None):
    # A group is what comes until its key changes; who skips it, skips its values.
    state = {'has': False}
    iterator = iter(iterable)

    def advance():
        value = next(iterator)
        state['value'] = value
        state['key'] = value if key is None else key(value)
        state['has'] = True

    def group(target):
        while state['has'] and state['key'] == target and state.get('group') is target_of[0]:
            state['has'] = False
            yield state['value']
            try:
                advance()
            except StopIteration:
                return

    target_of = [None]
    try:
        advance()
    except StopIteration:
        return
    while state['has']:
        target = state['key']
        mark = object()
        target_of[0] = mark
        state['group'] = mark
        yield target, group(target)
        while state['has'] and state['key'] == target:
            state['has'] = False
            try:
                advance()
            except StopIteration:
                return


def product(*iterables, repeat=1):
    pools = [tuple(pool) for pool in iterables] * repeat
    places = [0] * len(pools)
    if not all(pools):
        return
    while True:
        yield tuple([pool[place] for pool, place in zip(pools, places)])
        for index in reversed(range(len(pools))):
            places[index] += 1
            if places[index] < len(pools[index]):
                break
            places[index] = 0
        else:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    n = len(pool)
    r = n if r is None else r
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield tuple([pool[i] for i in indices[:r]])
    while n:
        for i in reversed(range(r)):
            cycles[i] -= 1
            if cycles[i] == 0:
                indices[i:] = indices[i + 1:] + indices[i:i + 1]
                cycles[i] = n - i
            else:
                j = cycles[i]
                indices[i], indices[-j] = indices[-j], indices[i]
                yield tuple([pool[i] for i in indices[:r]])
                break
        else:
            return


def combinations(iterable, r):
    pool = tuple(iterable)
    n = len(pool)
    if r > n:
        return
    indices = list(range(r))
    yield tuple([pool[i] for i in indices])
    while True:
        for i in reversed(range(r)):
            if indices[i] != i + n - r:
                break
        else:
            return
        indices[i] += 1
        for j in range(i + 1, r):
            indices[j] = indices[j - 1] + 1
        yield tuple([pool[i] for i in indices])


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    n = len(pool)
    if not n and r:
        return
    indices = [0] * r
    yield tuple([pool[i] for i in indices])
    while True:
        for i in reversed(range(r)):
            if indices[i] != n - 1:
                break
        else:
            return
        indices[i:] = [indices[i] + 1] * (r - i)
        yield tuple([pool[i] for i in indices])


def tee(iterable, n=2, /):
    iterator = iter(iterable)
    queues = [[] for _ in range(n)]

    def values(own):
        while True:
            if not own:
                try:
                    value = next(iterator)
                except StopIteration:
                    return
                for queue in queues:
                    queue.append(value)
            yield own.pop(0)

    return tuple([values(own) for own in queues])
