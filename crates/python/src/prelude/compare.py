"""Comparisons that Python code takes part in, and sorting."""


def _not(value):
    return not value


def _ne(left, right):
    result = _metaclass_of(left).__eq__(left, right)
    return result if result is NotImplemented else not result


def _equal_each(left, right):
    if len(left) != len(right):
        return False
    for index in range(len(left)):
        a, b = left[index], right[index]
        if a is not b and not a == b:
            return False
    return True


def _compare(sign, left, right):
    if sign == '!=':
        result = _compare('==', left, right)
        return result if result is NotImplemented else not result
    if _plain_isinstance(left, (list)) or _plain_isinstance(left, (tuple)) or isinstance(left, deque):
        if not isinstance(right, (list, tuple, deque)):
            return NotImplemented
        if sign == '==':
            return _equal_each(left, right)
        for index in range(min(len(left), len(right))):
            a, b = left[index], right[index]
            if a is not b and not a == b:
                return _ordered(sign, a, b)
        return _ordered(sign, len(left), len(right))
    if isinstance(left, dict):
        if not isinstance(right, dict) or len(left) != len(right):
            return False if sign == '==' else NotImplemented
        for key in left:
            if key not in right:
                return False
            a, b = left[key], right[key]
            if a is not b and not a == b:
                return False
        return True
    if isinstance(left, slice) and isinstance(right, slice):
        return _equal_each((left.start, left.stop, left.step), (right.start, right.stop, right.step))
    try:
        left, right = set(left), set(right)
    except TypeError:
        return NotImplemented
    if sign == '==':
        return len(left) == len(right) and _issubset(left, right)
    if sign == '<=':
        return _issubset(left, right)
    if sign == '<':
        return len(left) < len(right) and _issubset(left, right)
    if sign == '>=':
        return _issubset(right, left)
    return len(right) < len(left) and _issubset(right, left)


def _ordered(sign, left, right):
    if sign == '<':
        return left < right
    if sign == '<=':
        return left <= right
    if sign == '>':
        return left > right
    return left >= right


def _merge_sorted(values, keys, reverse):
    """Sorts, stably, by keys that Python code compares."""
    order = list(range(len(values)))
    width = 1
    count = len(order)
    while width < count:
        merged = []
        for start in range(0, count, 2 * width):
            i, middle = start, min(start + width, count)
            j, end = middle, min(start + 2 * width, count)
            while i < middle and j < end:
                a, b = order[i], order[j]
                if keys[a] < keys[b] if reverse else keys[b] < keys[a]:
                    merged.append(b)
                    j += 1
                else:
                    merged.append(a)
                    i += 1
            merged.extend(order[i:middle])
            merged.extend(order[j:end])
        order = merged
        width *= 2
    return [values[place] for place in order]


def _sorted(values, key, reverse):
    reverse = bool(reverse)
    if key is None:
        result = _sort_plain(values, reverse)
        return _merge_sorted(values, values, reverse) if result is None else result
    keys = [key(value) for value in values]
    result = _sort_keyed(values, keys, reverse)
    return _merge_sorted(values, keys, reverse) if result is None else result


def sorted(iterable, /, *, key=None, reverse=False):
    return _sorted(list(iterable), key, reverse)


def _list_sort(target, key, reverse):
    values = list(target)
    target[:] = _sorted(values, key, reverse)


_no_default = object()


def _best(name, sign, args, key, default):
    if not args:
        raise TypeError(f'{name} expected at least 1 argument, got 0')
    if len(args) == 1:
        values, = args
    else:
        values = args
        if default is not _no_default:
            raise TypeError(
                f'Cannot specify a default for {name}() with multiple positional arguments')
    found = False
    for value in values:
        rank = value if key is None else key(value)
        if not found:
            best, best_rank, found = value, rank, True
        elif rank > best_rank if sign else rank < best_rank:
            best, best_rank = value, rank
    if found:
        return best
    if default is _no_default:
        raise ValueError(f'{name}() arg is an empty sequence')
    return default


def max(*args, key=None, default=_no_default):
    return _best('max', True, args, key, default)


def min(*args, key=None, default=_no_default):
    return _best('min', False, args, key, default)
